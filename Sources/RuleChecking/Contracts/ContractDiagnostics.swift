import ContractModel
package import RuleSyntax
package import SourceText

/// The words for every mistake in a contract or a calendar, in alphabetical order.
extension Diagnostic {
  static func ambiguousName(
    _ name: NameSyntax, _ kind: SubjectKind, _ first: SourceRange, _ second: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .ambiguousName, "more than one \(kind.rawValue) is named '\(name.text)'",
      at: name.range,
      notes: [.init("one is here", at: first), .init("another is here", at: second)],
      help: "give each \(kind.rawValue) a name of its own")
  }

  static func ambiguousRule(
    _ rule: NameSyntax, _ first: CheckedClause, _ second: CheckedClause
  ) -> Diagnostic {
    Diagnostic(
      .error, .ambiguousName, "more than one incorporated clause has a rule '\(rule.text)'",
      at: rule.range,
      notes: [
        .init("'\(first.name)' is here", at: first.range),
        .init("'\(second.name)' is here", at: second.range),
      ],
      help: "give the rule of one of them another name: a waiver lets go of one rule")
  }

  static func boundlessCell(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .boundlessCell, "this does not say where the case begins or ends", at: range,
      help: "write 'any' for every value, or its bounds")
  }

  static func circularRank(_ higher: NameSyntax, _ lower: NameSyntax, kind: String) -> Diagnostic {
    Diagnostic(
      .error, .circularRank,
      "'\(higher.text)' cannot outrank '\(lower.text)' on '\(kind)', being outranked by it",
      at: higher.range.through(lower.range), help: "leave out one of the two")
  }

  static func dayOutsideCalendar(
    _ day: CivilDate, at range: SourceRange, covers: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .dayOutsideCalendar, "the calendar says nothing about '\(day.text)'", at: range,
      notes: [.init("it covers these days", at: covers)],
      help: "leave the day out, or cover more days")
  }

  package static func duplicateName(
    _ name: NameSyntax, what: String, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .duplicateName, "there is another \(what) '\(name.text)'", at: name.range,
      notes: [.init("the first is here", at: first)], help: "give one of them another name")
  }

  package static func duplicateText(
    _ text: TextSyntax, what: String, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .duplicateName, "the \(what) '\(text.value)' is here twice", at: text.range,
      notes: [.init("the first is here", at: first)], help: "leave one of them out")
  }

  static func emptyText(_ word: NameSyntax, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .emptyText, "the text of '\(word.text)' is empty", at: range,
      help: "write the text, or leave the line out")
  }

  static func foreignDefault(
    _ term: CheckedTerm, _ found: Currency, contract: Currency, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .foreignDefault,
      "the default of '\(term.name)' is in \(found.code), and the contract is in \(contract.code)",
      at: range, notes: [.init("the term is declared here", at: term.range)],
      help: "write '\(term.name)' with a value in \(contract.code)")
  }

  static func holidayWorked(
    _ day: CivilDate, at range: SourceRange, holiday: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .holidayWorked, "'\(day.text)' is both a holiday and worked", at: range,
      notes: [.init("it is a holiday here", at: holiday)], help: "leave out one of the two")
  }

  static func incorporatedTwice(_ name: NameSyntax, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .incorporatedTwice, "clause '\(name.text)' is incorporated twice for the same part",
      at: name.range, notes: [.init("the first time is here", at: first)],
      help: "limit each to its own parts: 'incorporates \(name.text) for milestone …'")
  }

  package static func missingLine(_ word: String, in line: LineSyntax, example: String)
    -> Diagnostic
  {
    Diagnostic(
      .error, .missingLine, "this \(line.keyword.text) does not say '\(word)'", at: line.range,
      help: "write '\(example)' in its block")
  }

  static func missingParty(_ role: String, contract: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .missingParty, "contract '\(contract.text)' has no \(role)", at: contract.range,
      help: "write 'party \(role) \"…\"' in its block")
  }

  static func missingTerm(
    _ term: CheckedTerm, clause: CheckedClause, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .missingTerm,
      "clause '\(clause.name)' needs a value of '\(term.name)', and has no default for it",
      at: range, notes: [.init("the term is declared here", at: term.range)],
      help: "write '\(term.name) \(term.type.example ?? "…")' in the block of this line")
  }

  package static func missingValue(
    _ line: LineSyntax, wanted: String, example: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, .missingValue, "'\(line.keyword.text)' wants \(wanted), and nothing follows",
      at: line.range, help: example.map { "write \(wanted), as in '\($0)'" })
  }

  static func needsOneDay(_ word: NameSyntax, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .needsOneDay, "'\(word.text)' needs one certain day", at: range,
      help: "write a day, as '2013-12-01'")
  }

  static func noSuchDay(_ day: Int, of month: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .noSuchDay, "there is never a '\(month) \(day)'", at: range,
      help: "write a day that the month has")
  }

  static func notARegister(_ name: NameSyntax, declared kind: RecordKind) -> Diagnostic {
    Diagnostic(
      .error, .notARegister,
      "'\(name.text)' is no register: that no record of it exists says nothing by itself",
      at: name.range,
      notes: [.init("it is declared '\(kind.nature.rawValue)' here", at: kind.range)],
      help: "leave the line out, or declare the kind with 'register'")
  }

  static func notAZone(_ text: TextSyntax) -> Diagnostic {
    Diagnostic(
      .error, .notAZone, "'\(text.value)' cannot be the name of a time zone", at: text.range,
      help: "write its name in the time zone database, as \"America/New_York\"")
  }

  static func nothingIncorporated(_ contract: NameSyntax) -> Diagnostic {
    Diagnostic(
      .warning, .nothingIncorporated, "contract '\(contract.text)' incorporates no clause",
      at: contract.range, help: "write 'incorporates' and the name of a clause")
  }

  static func observedWithoutYearly(_ word: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .observedWithoutYearly, "'observed' is about 'yearly' holidays, and there is none",
      at: word.range, help: "leave it out: 'holidays' are the days off themselves")
  }

  static func outsideDomain(_ term: CheckedTerm, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .outsideDomain, "'\(term.name)' does not allow this value", at: range,
      notes: [.init("the values allowed are declared here", at: term.range)])
  }

  static func patternOutsideFolder(_ text: TextSyntax) -> Diagnostic {
    Diagnostic(
      .error, .patternOutsideFolder,
      "'\(text.value)' names no files below the contract's own folder", at: text.range,
      help:
        "write a path from that folder, as \"status/*.ndjson\", without '..', '\\' and a last '/'"
    )
  }

  static func recordNotAbout(
    _ kind: RecordKind, _ subject: SubjectKind, at range: SourceRange
  ) -> Diagnostic {
    let allowed = kind.about.map(\.withArticle).joined(separator: " or ")
    return Diagnostic(
      .error, .recordNotAbout, "a record '\(kind.name)' is not about \(subject.withArticle)",
      at: range, notes: [.init("the kind is declared here", at: kind.range)],
      help: allowed.isEmpty ? nil : "move it into the block of \(allowed)")
  }

  static func rivalChanges(
    _ change: Amendment.Change, first: SourceRange, on day: CivilDate
  ) -> Diagnostic {
    Diagnostic(
      .error, .rivalChanges,
      "'\(change.field.rawValue)' is changed twice from '\(day.text)': nothing says which counts",
      at: change.range, notes: [.init("the other change is here", at: first)],
      help: "leave out one of the two, or give the later amendment a later date")
  }

  static func ruleNotIncorporated(_ rule: NameSyntax, clause: CheckedClause) -> Diagnostic {
    Diagnostic(
      .error, .ruleNotIncorporated,
      "rule '\(rule.text)' is of clause '\(clause.name)', which this contract does not incorporate",
      at: rule.range, notes: [.init("the clause is declared here", at: clause.range)],
      help: "write 'incorporates \(clause.name)', or leave the waiver out")
  }

  static func secondCurrency(
    _ found: Currency, at range: SourceRange, first: Currency, at firstRange: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .secondCurrency,
      "this is in \(found.code), and the contract is in \(first.code)", at: range,
      notes: [.init("this amount is in \(first.code)", at: firstRange)],
      help: "a contract has one currency: give this amount in \(first.code)")
  }

  package static func statedTwice(_ word: NameSyntax, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .statedTwice, "'\(word.text)' is stated twice", at: word.range,
      notes: [.init("the first time is here", at: first)], help: "leave one of them out")
  }

  static func tooManyHolidays(_ word: NameSyntax, most: Int) -> Diagnostic {
    Diagnostic(
      .error, .tooManyHolidays,
      "the yearly holidays of this calendar come to more than \(most) days", at: word.range,
      help: "cover fewer years")
  }

  static func unexpectedBlock(_ word: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .unexpectedBlock, "'\(word.text)' has no block here", at: word.range,
      help: "take the braces away")
  }

  static func unexpectedTable(_ word: NameSyntax, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unexpectedTable, "'\(word.text)' is not given by cases", at: range,
      help: "write one value")
  }

  static func unexpectedValue(
    after word: NameSyntax, at range: SourceRange, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, .unexpectedValue, "'\(word.text)' takes nothing more", at: range,
      help: help ?? "if it is a statement of its own, begin it on the next line")
  }

  static func unfilledRole(
    _ role: String, _ kind: SubjectKind, clause: CheckedClause, parts: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let part = NearestName.of(role, among: parts) ?? parts.first ?? "…"
    return Diagnostic(
      .error, .unfilledRole,
      "clause '\(clause.name)' is about \(kind.withArticle) '\(role)', and none is named so",
      at: range, notes: [.init("the clause is declared here", at: clause.range)],
      help: "name the \(kind.rawValue) '\(role)', or write '\(role) is \"\(part)\"' in the block")
  }

  static func rulesLeftOut(
    _ rules: [CheckedRule], of clause: CheckedClause, at range: SourceRange
  ) -> Diagnostic {
    let names = rules.map { "'\($0.citation.rule)'" }.joined(separator: ", ")
    let kinds = Set(rules.map(\.subject.kind)).sorted { $0.rawValue < $1.rawValue }
      .map { $0 == .contract ? "the contract" : $0.plural }.joined(separator: " and ")
    return Diagnostic(
      .error, .rulesLeftOut,
      "'for' leaves out what clause '\(clause.name)' says of \(kinds): \(names)", at: range,
      notes: rules.map { .init("declared here", at: $0.citation.range) },
      help: "incorporate the whole clause, or give these rules a clause of their own")
  }

  static func unguardedMilestone(_ milestone: Subject) -> Diagnostic {
    Diagnostic(
      .warning, .unguardedMilestone,
      "no incorporated rule is about milestone '\(milestone.name)'", at: milestone.range,
      help: "incorporate a clause for it; what is billed for it is held until a rule lets it go")
  }

  package static func unknownValue(
    _ name: NameSyntax, of word: String, among words: [String], declared: SourceRange? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownValue, "'\(word)' cannot be '\(name.text)'", at: name.range,
      notes: declared.map { [.init("its values are declared here", at: $0)] } ?? [],
      help: suggestion(for: name.text, among: words))
  }

  static func unknownWord(
    _ name: NameSyntax, in words: BlockWords, records: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownContractWord, "\(words.owner) does not say '\(name.text)'", at: name.range,
      help: suggestion(for: name.text, among: words.single + words.repeated + records))
  }

  static func waiverEndsFirst(at range: SourceRange, from: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .waiverEndsFirst, "the waiver ends before it begins", at: range,
      notes: [.init("it begins here", at: from)], help: "put the earlier day after 'from'")
  }

  static func wrongColumns(
    _ table: TableSyntax, wanted: [String], of term: CheckedTerm
  ) -> Diagnostic {
    let heads = wanted.map { "| \($0) " }.joined() + "|"
    return Diagnostic(
      .error, .wrongColumns, "the table of '\(term.name)' has two columns", at: table.range,
      notes: [.init("the term is declared here", at: term.range)], help: "begin it with '\(heads)'")
  }

  static func wrongHead(_ head: NameSyntax, wanted: String, of term: CheckedTerm) -> Diagnostic {
    Diagnostic(
      .error, .wrongHead, "this column of '\(term.name)' is not '\(head.text)'", at: head.range,
      notes: [.init("the term is declared here", at: term.range)], help: "write '\(wanted)'")
  }

  static func wrongType(
    _ word: NameSyntax, wanted: String, example: String? = nil, found: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .wrongType, "'\(word.text)' wants \(wanted), and this is \(found)", at: range,
      help: "write \(wanted)" + (example.map { ", as in '\($0)'" } ?? ""))
  }

  static func wrongType(
    _ word: NameSyntax, wanted type: ValueType, found: String, at range: SourceRange
  ) -> Diagnostic {
    wrongType(word, wanted: type.wanted, example: type.example, found: found, at: range)
  }

  /// A value that is written as a text.
  static func valueInQuotes(
    _ word: NameSyntax, wanted type: ValueType, _ text: TextSyntax
  ) -> Diagnostic {
    Diagnostic(
      .error, .wrongType,
      "'\(word.text)' wants \(type.wanted), and this is \(ValueType.text.wanted)",
      at: text.range, help: "write '\(text.value)', without quotes")
  }
}
