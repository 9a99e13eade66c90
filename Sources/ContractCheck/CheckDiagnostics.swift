import ContractModel
import RuleChecking
import SourceText

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

  static func contractTwice(_ contract: Contract, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("contract-twice"), "there are two contracts named '\(contract.id)'",
      at: contract.range, notes: [.init("the first one", at: first)],
      help: "this one was not decided: give it a name of its own")
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

  static func recordSetAside(
    _ kind: RecordKind, by role: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, DiagnosticID("asserter-not-authorised"),
      "this '\(kind.name)' is set aside: '\(role)' may not assert it", at: range,
      notes: [.init("declared here", at: kind.range)],
      help: "it counts when asserted by \(kind.asserters.joined(separator: " or "))")
  }

  static func ruleWithoutSubject(_ rule: CheckedRule, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, DiagnosticID("rule-without-subject"),
      "the rule '\(rule.citation.rule)' is about no part of this contract", at: range,
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
}
