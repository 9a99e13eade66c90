import ContractModel
import RuleChecking
package import SourceText

/// What the analysis of tables and of rules that stand beside one another finds.
extension DiagnosticID {
  package static let exceptionsOverlap = DiagnosticID("exceptions-overlap")
  package static let notAnalysedExactly = DiagnosticID("not-analysed-exactly")
  package static let rulesLeaveGap = DiagnosticID("rules-leave-gap")
  package static let rulesOverlap = DiagnosticID("rules-overlap")
  package static let tableGap = DiagnosticID("table-gap")
  package static let tableOverlap = DiagnosticID("table-overlap")
  package static let tableRowNeverApplies = DiagnosticID("table-row-never-applies")
  package static let tableRowSubsumed = DiagnosticID("table-row-subsumed")
}

/// In alphabetical order.
extension Diagnostic {
  static func exceptionsOverlap(
    _ first: CheckedException, _ second: CheckedException, to rule: CheckedRule, _ test: String?
  ) -> Diagnostic {
    Diagnostic(
      .warning, .exceptionsOverlap,
      "'\(second.citation.rule)' and '\(first.citation.rule)' can both hold of "
        + "'\(rule.citation.rule)', and say different things",
      at: second.citation.range,
      notes: [Diagnostic.Note("the other exception", at: first.citation.range)],
      help: "let one hold only where the other does not, or let both say the same".beside(test),
      counterExample: test)
  }

  static func notAllCompared(_ what: String, of clause: CheckedClause) -> Diagnostic {
    Diagnostic(
      .warning, .notAnalysedExactly,
      "the clause '\(clause.name)' has more \(what) than are compared with one another",
      at: clause.range,
      help:
        "that nothing is reported of the others does not mean that they agree: divide the clause")
  }

  static func rulesLeaveGap(
    _ rules: [CheckedRule], where region: String, at values: String, _ test: String?
  ) -> Diagnostic {
    Diagnostic(
      .warning, .rulesLeaveGap,
      "none of \(rules.map { "'\($0.citation.rule)'" }.joined(separator: ", ")) applies where \(region)",
      at: rules[rules.count - 1].citation.range,
      notes: rules.dropLast().map { Diagnostic.Note("another case", at: $0.citation.range) },
      help: "let one case begin where the other ends; as at \(values)".beside(test),
      counterExample: test)
  }

  static func rulesOverlap(
    _ first: CheckedRule, _ second: CheckedRule, at values: String, _ test: String?
  ) -> Diagnostic {
    Diagnostic(
      .warning, .rulesOverlap,
      "'\(second.citation.rule)' and '\(first.citation.rule)' both apply, as at \(values), "
        + "and do the same to a different measure",
      at: second.citation.range,
      notes: [Diagnostic.Note("the other rule", at: first.citation.range)],
      help: "let one case end where the other begins".beside(test), counterExample: test)
  }

  static func rowNeverApplies(_ table: AnalysedTable, row: CheckedTable.Row) -> Diagnostic {
    Diagnostic(
      .warning, .tableRowNeverApplies,
      "no value that '\(table.name)' can be looked up for lets this row apply", at: row.range,
      notes: [Diagnostic.Note("the table is of '\(table.name)'", at: table.range)],
      help: "mend its bounds, or delete it")
  }

  static func rowSubsumed(
    _ table: AnalysedTable, _ row: CheckedTable.Row, by other: CheckedTable.Row, _ example: Example
  ) -> Diagnostic {
    Diagnostic(
      .warning, .tableRowSubsumed,
      "wherever this row of '\(table.name)' applies another one does, as at \(example.words)",
      at: row.range, notes: [Diagnostic.Note("the row that covers it", at: other.range)],
      help: example.help("delete one of the two, or narrow the wider one"),
      counterExample: example.test)
  }

  static func tableGap(
    _ table: AnalysedTable, where region: String, _ example: Example
  ) -> Diagnostic {
    Diagnostic(
      .warning, .tableGap, "no row of '\(table.name)' applies where \(region)", at: table.range,
      help: example.help("add a row for it, or widen one; as at \(example.words)"),
      counterExample: example.test)
  }

  static func tableNotAnalysed(_ table: AnalysedTable, isTooLarge: Bool) -> Diagnostic {
    Diagnostic(
      .warning, .notAnalysedExactly,
      isTooLarge
        ? "'\(table.name)' is too large for every combination of its inputs to be looked at"
        : "it is not decided whether '\(table.name)' has one row for all values that there can be",
      at: table.range,
      help: isTooLarge
        ? "that nothing else is reported of it does not mean that it has no gap: divide it"
        : "its inputs hang together: write a row for each combination, or test those that occur")
  }

  static func tableOverlap(
    _ table: AnalysedTable, _ first: CheckedTable.Row, _ second: CheckedTable.Row,
    _ example: Example
  ) -> Diagnostic {
    Diagnostic(
      .warning, .tableOverlap,
      "two rows of '\(table.name)' apply at once, as at \(example.words)", at: second.range,
      notes: [Diagnostic.Note("the other row", at: first.range)],
      help: example.help("let one end where the other begins"), counterExample: example.test)
  }
}

extension Example {
  fileprivate func help(_ advice: String) -> String { advice.beside(test) }
}

extension String {
  /// The same, and where it is so, that no test could be written.
  fileprivate func beside(_ test: String?) -> String {
    test == nil ? self + "; no test could be written that sets this up" : self
  }
}
