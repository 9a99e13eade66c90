import SourceText

/// The words for every mistake of a parser, in alphabetical order.
extension Diagnostic {
  static func aggregateInPlace(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .aggregateInPlace,
      "'\(word)' counts over records and stands only right after 'means'",
      at: range,
      help: "give it a name on a line of the clause, 'my-name means \(word) …';"
        + " where '\(word)' is a name of yours, choose another")
  }

  static func braceOnNextLine(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .braceOnNextLine, "'{' stands on a line of its own", at: range,
      help: "move it to the end of the line that it belongs to")
  }

  static func chainTooLong(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .chainTooLong, "more than \(SyntaxLimits.chain) parts are joined in one statement",
      at: range, help: "give some of the parts a name with 'means'")
  }

  static func deductionWithoutCap(found: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .deductionWithoutCap, "a deduction has no cap" + butFound(found), at: range,
      help: "write 'capped at' and an amount, or 'without limit'")
  }

  static func emptyAlternatives(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .emptyAlternatives, "'any of' has no conditions", at: range,
      help: "write one condition on each line between the braces")
  }

  static func emptyCell(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .emptyCell, "a cell of the table is empty", at: range,
      help: "write 'any' where every value will do")
  }

  static func emptyTable(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .emptyTable, "the table has no rows below the names of its columns", at: range,
      help: "add a row such as '| any | USD 0 |'")
  }

  /// A number before the currency is most likely the amount.
  static func expectedAmount(
    after currency: String, behind number: String?, found: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .expectedAmount, "expected an amount after '\(currency)'" + butFound(found),
      at: range,
      help: number.map { "write '\(currency) \($0)'" }
        ?? "write a number, as in '\(currency) 5,000'")
  }

  static func expectedBar(found: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .expectedBar, "expected '|' after the cell" + butFound(found), at: range,
      help: "a row of a table begins and ends with '|'")
  }

  static func expectedBlock(
    after subject: String, found: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .expectedBlock, "expected '{' after \(subject)" + butFound(found), at: range,
      help: "put '{' at the end of this line, and '}' after what belongs to it")
  }

  static func expectedDeclaration(found: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .expectedDeclaration, "expected a declaration" + butFound(found), at: range,
      help: "a file is made of records, clauses, contracts and calendars")
  }

  static func expectedEnd(found: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .expectedEnd, "expected the end of the statement" + butFound(found), at: range,
      help: found == "or"
        ? "write what may hold instead in 'any of { }', one condition on a line"
        : "nothing of the statement can follow here; another one begins on a line of its own")
  }

  static func expectedName(
    _ role: String, found: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .expectedName, "expected a word for \(role)" + butFound(found), at: range,
      help: "a word is small letters, digits and hyphens, as in 'working-exchange'")
  }

  static func expectedText(
    _ role: String, found: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .expectedText, "expected a text for \(role)" + butFound(found), at: range,
      help: "write it in double quotes, as in \"3.2\"")
  }

  static func expectedValue(found: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .expectedValue, "expected a value" + butFound(found), at: range,
      help: "write a name, a number, an amount, a date, a text or a sum in brackets")
  }

  static func expectedWord(
    _ words: [String], found: String?, at range: SourceRange
  ) -> Diagnostic {
    let quoted = words.map { "'\($0)'" }.joined(separator: " or ")
    let nearest = found.flatMap { NearestName.of($0.asName, among: words) }
    return Diagnostic(
      .error, .expectedWord, "expected \(quoted)" + butFound(found), at: range,
      help: nearest.map { "did you mean '\($0)'?" } ?? "write \(quoted) here")
  }

  static func misplacedInClause(
    _ word: String, in place: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .misplacedStatement, "'\(word)' does not stand in \(place)", at: range,
      help: place == "a clause" ? "put it between the braces of a rule" : "put it into a rule")
  }

  static func misplacedStatement(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .misplacedStatement, "'\(word)' does not stand here", at: range,
      help: "terms, meanings, rules and exceptions stand in a clause, not within one another")
  }

  static func orBetweenConditions(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .orBetweenConditions, "a second 'is' in one condition", at: range,
      help: "join conditions with 'and', or write one on each line between 'any of {' and '}'")
  }

  static func repeatedStatement(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .repeatedStatement, "'\(word)' is given twice", at: range, help: "keep one of the two"
    )
  }

  static func shareNeedsBrackets(_ share: SourceRange, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .shareNeedsBrackets, "it is not clear what the share is of", at: share.through(range),
      help: "put brackets around the share, '(5% of amount) less x', or around what it is of")
  }

  static func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .tooDeep, "more than \(SyntaxLimits.depth) levels within one another", at: range,
      help: "give an inner part a name with 'means'; the rest of the file was not read")
  }

  static func tooManyErrors(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .tooManyErrors, "more than \(SyntaxLimits.diagnostics) mistakes", at: range,
      help: "correct these first; no more of this file are shown")
  }

  static func unclosedBrace(
    _ opener: SourceRange, before word: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .unclosedBrace, "'{' is never closed", at: opener,
      notes: [Note("'\(word)' begins something else here", at: range)],
      help: "put '}' before it, on a line of its own")
  }

  static func unclosedBraces(
    _ opener: SourceRange, others: [SourceRange], end: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .unclosedBrace, "'{' is never closed", at: opener,
      notes: others.map { Note("this one is not closed either", at: $0) }
        + [Note("the file ends here", at: end)],
      help: "put '}' after what belongs to it, on a line of its own")
  }

  static func unclosedBracket(
    _ opener: SourceRange, found: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .unclosedBracket, "'(' is not closed" + butFound(found), at: opener,
      notes: [Note("expected ')' here", at: range)], help: "put ')' after the sum")
  }

  static func unevenRow(_ count: Int, columns: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unevenRow, "the row has \(count) cells, the table has \(columns) columns", at: range,
      help: "give each row one cell for each column; 'any' where every value will do")
  }

  static func unexpectedBrace(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unexpectedBrace, "'}' closes nothing", at: range,
      help: "remove it, or find the '{' that is missing above")
  }

  static func unexpectedInLine(_ found: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unexpectedInLine, "a line says what is, it calculates nothing" + butFound(found),
      at: range, help: "write words, texts, numbers, amounts and dates; calculate in a clause")
  }

  static func unknownEffect(
    _ word: String?, didYouMean nearest: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownEffect, "expected what follows, such as 'withhold'" + butFound(word),
      at: range,
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "an effect begins with one of: \(Keyword.effects.spellings.joined(separator: ", "))")
  }

  static func unknownStatement(
    _ word: String, in place: String, didYouMean nearest: String?, at range: SourceRange
  ) -> Diagnostic {
    let words =
      switch place {
      case "a clause": "cites, rounds, term, rule, exception, or a name and 'means'"
      case "an exception": Keyword.exceptionStatements.spellings.joined(separator: ", ")
      default: Keyword.ruleStatements.spellings.joined(separator: ", ")
      }
    return Diagnostic(
      .error, .unknownStatement, "no statement of \(place) begins with '\(word)'", at: range,
      help: nearest.map { "did you mean '\($0)'?" } ?? "a statement begins with one of: \(words)")
  }

  private static func butFound(_ found: String?) -> String {
    guard let found else { return ", but the line ends" }
    let shown = found.unicodeScalars.prefix(40)
    let text = String(String.UnicodeScalarView(shown))
    return ", found '\(text)\(shown.count < found.unicodeScalars.count ? "…" : "")'"
  }
}
