import SourceText

extension Parser {
  /// `clause = "clause" WORD [TEXT] "{" … "}"`
  mutating func parseClause() throws(StatementFailure) -> ClauseSyntax? {
    let start = index
    var parts = ClauseParts()
    advance()
    let opener = parseHeading("the clause", before: .clauseStatement) {
      (parser) throws(StatementFailure) in
      parts.name = try parser.parseName("the clause")
      if parser.isKind(.text) { parts.title = parser.takeText() }
    }
    if let opener {
      try parseBlock(opener, until: .declaration) { (parser) throws(StatementFailure) in
        try parser.parseClauseStatement(&parts)
      }
    }
    return parts.name.map {
      ClauseSyntax(
        name: $0, title: parts.title, citation: parts.citation, rounding: parts.rounding,
        terms: parts.terms, meanings: parts.meanings, rules: parts.rules,
        exceptions: parts.exceptions, documentation: documentation[start],
        range: range(from: start))
    }
  }

  /// What a clause is made of, as far as it is read.
  private struct ClauseParts {
    var name: NameSyntax?
    var title: TextSyntax?
    var citation: TextSyntax?
    var rounding: RoundingSyntax?
    var terms: [TermSyntax] = []
    var meanings: [MeaningSyntax] = []
    var rules: [RuleSyntax] = []
    var exceptions: [ExceptionSyntax] = []
  }

  private mutating func parseClauseStatement(
    _ parts: inout ClauseParts
  ) throws(StatementFailure) {
    layout = .statement
    if isWord(.means, ahead: 1) {
      parts.meanings.append(try parseMeaning())
    } else if isWord(.cites) {
      parts.citation = try parseCitation(isFirst: parts.citation == nil)
    } else if isWord(.rounds) {
      try parseOnce(.rounds, isFirst: parts.rounding == nil)
      parts.rounding = try parseRounding()
    } else if isWord(.term) {
      parts.terms.append(try parseTerm())
    } else if isWord(.rule) {
      if let rule = try parseRule() { parts.rules.append(rule) }
    } else if isWord(.exception) {
      if let exception = try parseException() { parts.exceptions.append(exception) }
    } else {
      throw unknownStatement(in: "a clause", Keyword.clauseStatements)
    }
  }

  private mutating func unknownStatement(
    in place: String, _ statements: [Keyword]
  ) -> StatementFailure {
    guard isKind(.word) else {
      return failure(.expectedName("a statement", found: spelling, at: range))
    }
    let word = text(of: index)
    if place != "a clause", isKeyword(index, among: Keyword.clauseStatements) || beginsMeaning {
      return failure(.misplacedStatement(word, at: range))
    }
    let isRuleWord = isKeyword(index, among: Keyword.ruleStatements) || keywords[index] == .for
    if isRuleWord { return failure(.misplacedInClause(word, in: place, at: range)) }
    let nearest = NearestName.of(word.asName, among: statements.spellings)
    return failure(.unknownStatement(word, in: place, didYouMean: nearest, at: range))
  }

  /// `cites = "cites" TEXT`
  private mutating func parseCitation(isFirst: Bool) throws(StatementFailure) -> TextSyntax {
    try parseOnce(.cites, isFirst: isFirst)
    return try parseText("the place cited")
  }

  /// `term = [doc] "term" WORD type ["by" WORD] ["default" (range | table)]`
  private mutating func parseTerm() throws(StatementFailure) -> TermSyntax {
    let start = index
    advance()
    let name = try parseName("the term")
    let type = try parseType()
    let input = take(.by) ? try parseName("a meaning") : nil
    var standard: TermSyntax.Default?
    if take(.default) {
      standard = beginsTable ? .table(try parseTable()) : .range(try parseRange())
    }
    return TermSyntax(
      name: name, type: type, input: input, standard: standard,
      documentation: documentation[start], range: range(from: start))
  }

  /// `rule = [doc] "rule" WORD ["for" subject] "{" … "}"`
  private mutating func parseRule() throws(StatementFailure) -> RuleSyntax? {
    let start = index
    var parts = RuleParts()
    advance()
    let opener = parseHeading("the rule", before: .ruleStatement) {
      (parser) throws(StatementFailure) in
      parts.name = try parser.parseName("the rule")
      if parser.take(.for) { parts.subject = try parser.parseSubject() }
    }
    if let opener {
      try parseBlock(opener, until: .neighborOfRule) { (parser) throws(StatementFailure) in
        guard parser.isAnyWord(Keyword.ruleStatements) else {
          throw parser.unknownStatement(in: "a rule", Keyword.ruleStatements)
        }
        try parser.parseRuleStatement(&parts)
      }
    }
    return parts.name.map {
      RuleSyntax(
        name: $0, subject: parts.subject, citation: parts.citation, reason: parts.reason,
        admitted: parts.admitted, conditions: parts.conditions,
        requirements: parts.requirements, consequences: parts.consequences,
        remedies: parts.remedies,
        documentation: documentation[start], range: range(from: start))
    }
  }

  /// What a rule or an exception is made of, as far as it is read.
  private struct RuleParts {
    var name: NameSyntax?
    var subject: SubjectSyntax?
    var citation: TextSyntax?
    var reason: NameSyntax?
    var admitted: [NameSyntax] = []
    var conditions: [ConditionSyntax] = []
    var requirements: [ConditionSyntax] = []
    var consequences: [EffectSyntax] = []
    var remedies: [EffectSyntax] = []
  }

  private mutating func parseRuleStatement(_ parts: inout RuleParts) throws(StatementFailure) {
    layout = .statement
    if isWord(.cites) {
      parts.citation = try parseCitation(isFirst: parts.citation == nil)
    } else if isWord(.reason) {
      try parseOnce(.reason, isFirst: parts.reason == nil)
      parts.reason = try parseName("the code of a reason")
    } else if take(.admits) {
      parts.admitted += try parseNames("a kind of claim") { $0.take(mark: ",") }
    } else if take(.when) {
      parts.conditions.append(try parseCondition())
    } else if take(.require) {
      parts.requirements.append(try parseCondition())
    } else if take(.then) {
      parts.consequences.append(try parseEffect())
    } else if take(.otherwise) {
      parts.remedies.append(try parseEffect())
    }
  }

  /// `exception = [doc] "exception" WORD "to" WORD ["for" subject] "{" … "}"`
  private mutating func parseException() throws(StatementFailure) -> ExceptionSyntax? {
    let start = index
    var parts = RuleParts()
    var target: NameSyntax?
    advance()
    let opener = parseHeading(
      "the exception", before: .exceptionStatement
    ) { (parser) throws(StatementFailure) in
      parts.name = try parser.parseName("the exception")
      try parser.expect(.to)
      target = try parser.parseName("a rule or a clause")
      if parser.take(.for) { parts.subject = try parser.parseSubject() }
    }
    if let opener {
      try parseBlock(opener, until: .neighborOfRule) { (parser) throws(StatementFailure) in
        guard parser.isAnyWord(Keyword.exceptionStatements) else {
          throw parser.unknownStatement(in: "an exception", Keyword.exceptionStatements)
        }
        try parser.parseRuleStatement(&parts)
      }
    }
    guard let name = parts.name, let target else { return nil }
    return ExceptionSyntax(
      name: name, target: target, subject: parts.subject, citation: parts.citation,
      reason: parts.reason, conditions: parts.conditions, consequences: parts.consequences,
      documentation: documentation[start], range: range(from: start))
  }

  /// `subject = "contract" | "each" WORD ["where" condition] | WORD WORD`
  private mutating func parseSubject() throws(StatementFailure) -> SubjectSyntax {
    let start = index
    if take(.each) {
      let kind = try parseName("a kind of subject")
      let filter = take(.where) ? try parseCondition() : nil
      return SubjectSyntax(kind: kind, role: nil, filter: filter, range: range(from: start))
    }
    let kind = try parseName("a subject")
    let isWhole = kind.text == "contract" && !isKind(.word)
    let role = isWhole ? nil : try parseName("one \(kind.text)")
    return SubjectSyntax(kind: kind, role: role, filter: nil, range: range(from: start))
  }
}
