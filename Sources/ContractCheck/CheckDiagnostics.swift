import ContractModel
import RuleChecking
import SourceText

extension DiagnosticID {
  fileprivate static let contractTwice = DiagnosticID("contract-twice")
}

extension Diagnostic {
  static func amountOverflows(_ amount: String, in contract: Contract) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("amount-overflow"), "\(amount) is larger than can be counted",
      at: contract.range, help: "the contract was not decided; split it or mend the amount")
  }

  static func calendarTwice(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("calendar-twice"), "there is another calendar named '\(name)'",
      at: range, help: "give it a name of its own: nothing says which of the two would count")
  }

  /// The text of the first is at hand only where both are in one file.
  static func contractTwice(
    _ id: String, at range: SourceRange, first: SourceRange?, in path: String
  ) -> Diagnostic {
    Diagnostic(
      .error, .contractTwice,
      "there are two contracts named '\(id)'"
        + (first == nil ? ", the first of them in '\(path)'" : ""),
      at: range, notes: first.map { [.init("the first one", at: $0)] } ?? [],
      help: "this one was not decided: give it a name of its own")
  }

  static func contractTwice(
    named id: String, at range: SourceRange, first place: String
  ) -> Diagnostic {
    Diagnostic(
      .error, .contractTwice, "there are two contracts named '\(id)'", at: range,
      help: "the first one stands at \(place); this one was not decided: give it an id of its own")
  }

  static func noCalendar(_ rule: Citation, _ contract: Contract) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("no-calendar"),
      "'\(rule.rule)' counts business days, and the contract '\(contract.id)' names no calendar",
      at: rule.range, notes: [.init("the contract", at: contract.range)],
      help: "write 'calendar' and the name of one in the contract; the rule was not evaluated")
  }

  static func noContract(in file: FileID) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("no-contract"), "this file holds no contract",
      at: SourceRange(file: file, lower: 0, upper: 0),
      help: "begin it with `contract NAME \"Title\" {`")
  }

  static func notDecided(_ contract: Contract) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("contract-undecided"),
      "'\(contract.id)' was not decided: its text, its clauses or its records have mistakes",
      at: contract.range, help: "mend the mistakes reported here; nothing is paid meanwhile")
  }

  static func notInAContractFile(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("not-a-contract"), "'\(word)' does not belong in a contract file",
      at: range,
      help: "a contract file holds contracts and calendars; rules stand in `.rules` files")
  }

  static func outsideCalendar(
    _ day: CivilDate, _ calendar: BusinessCalendar, _ rule: Citation, _ contract: Contract
  ) -> Diagnostic {
    let (first, last) = (calendar.covers.lowerBound.text, calendar.covers.upperBound.text)
    return Diagnostic(
      .error, DiagnosticID("outside-calendar"),
      "'\(rule.rule)' asks about \(day.text), and the calendar '\(calendar.name)' covers \(first) through \(last)",
      at: rule.range, notes: [.init("in the contract '\(contract.id)'", at: contract.range)],
      help: "cover the day in the calendar; the rule was not evaluated, and what it guards is held")
  }

  static func noRecordFiles(_ contract: Contract, isUndecided: Bool) -> Diagnostic {
    Diagnostic(
      isUndecided ? .error : .warning, DiagnosticID("no-record-files"),
      "contract '\(contract.id)' names record files, and there is none",
      at: contract.recordPatterns.first?.range ?? contract.range,
      help:
        "mend the name; where nothing is on file yet, a file without a record says so: a header, or '[]'"
    )
  }

  static func notEvaluated(
    _ rule: Citation, for part: String, in contract: Contract, because cause: String?,
    at declaration: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("not-evaluated"),
      "rule '\(rule.rule)' could not be evaluated for \(part) of '\(contract.id)'"
        + (cause.map { ": \($0)" } ?? ""),
      at: rule.range, notes: declaration.map { [.init("it is declared here", at: $0)] } ?? [],
      help:
        "a table needs one row for each value, and only one; a sum must fit, and nothing is divided by zero"
    )
  }

  static func recordSetAside(
    _ kind: RecordKind, by role: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, DiagnosticID("asserter-not-authorised"),
      "this '\(kind.name)' is set aside: '\(role)' may not assert it", at: range,
      notes: [.init("declared here", at: kind.range)],
      help: "it counts when asserted by \(kind.asserters.joined(separator: " or "))")
  }

  static func ruleWithoutSubject(
    _ rule: CheckedRule, _ contract: Contract, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, DiagnosticID("rule-without-subject"),
      "the rule '\(rule.citation.rule)' is about no part of contract '\(contract.id)'", at: range,
      notes: [.init("declared here", at: rule.citation.range)],
      help: "nothing was checked under it: add the part, or do not incorporate the clause")
  }

  static func unknownRecordFormat(_ file: FileID) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("record-format"), "the name of this file does not say how to read it",
      at: SourceRange(file: file, lower: 0, upper: 0),
      help: "name it `.json`, `.ndjson` or `.csv`")
  }

  static func waiverUnused(_ waiver: Waiver, asOf: CivilDate) -> Diagnostic {
    let why =
      asOf < waiver.from
      ? "begins on \(waiver.from.text)"
      : asOf > waiver.through
        ? "expired on \(waiver.through.text)" : "waives nothing: the rule did not fail"
    return Diagnostic(
      .warning, DiagnosticID("waiver-unused"), "the waiver '\(waiver.name)' \(why)",
      at: waiver.range, help: "a waiver counts only where the rule would have failed")
  }

  static func zoneUnknown(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("zone-unknown"), "this system knows no time zone '\(name)'", at: range,
      help: "write its name in the time zone database, as \"America/New_York\"")
  }

  static func zoneUnreadable(
    _ name: String, _ reason: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("zone-unreadable"),
      "the system's file about the time zone '\(name)' cannot be used: it \(reason)", at: range,
      help: "mend the time zone files of the system, or leave 'zone' out and give days")
  }
}
