internal import ContractModel

/// The report as one page for people: it needs no network, runs no script, and prints.
package struct HTMLReport: ReportWriter {
  /// A row for each contract, as the table before them all has it.
  private var rows: [Markup] = []
  private let head: ReportHead

  package init(_ head: ReportHead) { self.head = head }

  package var opensWithTotals: Bool { true }

  package func opening(_ totals: ReportTotals) -> String {
    HTMLOpening(totals: totals, rows: rows).markup.text
  }

  package mutating func contract(_ contract: ReportedContract) -> String {
    let writer = HTMLContract(
      contract, asOf: contract.decision.statedAsOf ?? head.asOf, number: rows.count + 1)
    rows.append(writer.row)
    return writer.markup.text
  }

  package func closing(_ totals: ReportTotals) -> String { HTMLClosing(totals: totals).markup.text }
}
