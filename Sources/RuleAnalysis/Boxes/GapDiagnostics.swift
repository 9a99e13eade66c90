import RuleChecking
package import SourceText

/// What the analysis of tables and of rules that stand beside one another finds.
extension DiagnosticID {
  package static let exceptionsOverlap = DiagnosticID("exceptions-overlap")
  package static let rulesLeaveGap = DiagnosticID("rules-leave-gap")
  package static let rulesOverlap = DiagnosticID("rules-overlap")
  package static let tableGap = DiagnosticID("table-gap")
  package static let tableNotAnalysed = DiagnosticID("table-not-analysed-exactly")
  package static let tableOverlap = DiagnosticID("table-overlap")
  package static let tableRowNeverApplies = DiagnosticID("table-row-never-applies")
  package static let tableRowSubsumed = DiagnosticID("table-row-subsumed")
}

/// In alphabetical order.
extension Diagnostic {
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
      .error, .tableRowSubsumed,
      "wherever this row of '\(table.name)' applies another one does, as at \(example.words)",
      at: row.range, notes: [Diagnostic.Note("the row that covers it", at: other.range)],
      help: example.help("delete one of the two, or narrow the wider one"),
      counterExample: example.test)
  }

  static func tableGap(
    _ table: AnalysedTable, where region: String, _ example: Example
  ) -> Diagnostic {
    Diagnostic(
      .error, .tableGap, "no row of '\(table.name)' applies where \(region)", at: table.range,
      help: example.help("add a row for it, or widen one; as at \(example.words)"),
      counterExample: example.test)
  }

  static func tableNotAnalysed(_ table: AnalysedTable, isTooLarge: Bool) -> Diagnostic {
    Diagnostic(
      .warning, .tableNotAnalysed,
      isTooLarge
        ? "'\(table.name)' is too large for every combination of its inputs to be looked at"
        : "whether each value of '\(table.name)' has just one row is not decided, as its inputs hang together",
      at: table.range,
      help: isTooLarge
        ? "that nothing else is reported of it does not mean that it has no gap: divide it"
        : "write a row for each combination, even where it cannot occur, or test those that can")
  }

  static func tableOverlap(
    _ table: AnalysedTable, _ first: CheckedTable.Row, _ second: CheckedTable.Row,
    _ example: Example
  ) -> Diagnostic {
    Diagnostic(
      .error, .tableOverlap,
      "two rows of '\(table.name)' apply at once, as at \(example.words)", at: second.range,
      notes: [Diagnostic.Note("the other row", at: first.range)],
      help: example.help("let one end where the other begins"), counterExample: example.test)
  }
}

extension Example {
  fileprivate func help(_ advice: String) -> String {
    test == nil ? advice + "; no test can set these values, so none is shown" : advice
  }
}
