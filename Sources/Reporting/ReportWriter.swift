package import ContractModel

/// Writes a report in one format, contract by contract, as they are decided.
///
/// The text is the opening, what each contract adds, and the closing, in this order.
package protocol ReportWriter {
  /// Whether the opening tells what the contracts come to, and so is not known before the last.
  var opensWithTotals: Bool { get }

  /// Returns what stands before the contracts; where it does not open with totals, these are empty.
  func opening(_ totals: ReportTotals) -> String

  /// Returns what a contract adds; called once for each, in the order of the report.
  mutating func contract(_ contract: ReportedContract) -> String

  /// Returns what a contract adds of which only a JSON report is at hand.
  mutating func contract(_ told: ToldContract) -> String

  /// Whether it tells what contracts come to, and nothing of why.
  var isBrief: Bool { get }

  /// Writes what a contract adds that was decided in brief behind what was written before; called only
  /// where the report is brief.
  mutating func write(_ contract: BriefDecision, to text: inout [UInt8])

  /// Returns what stands after the contracts.
  func closing(_ totals: ReportTotals) -> String
}

extension ReportWriter {
  package var isBrief: Bool { false }

  /// Most reports tell why.
  package mutating func write(_ contract: BriefDecision, to text: inout [UInt8]) {}

  /// What most formats tell of a contract is not in its report.
  package mutating func contract(_ told: ToldContract) -> String { "" }

  /// Returns the whole text of a report whose contracts are all at hand.
  package func rendering(_ report: Report) -> String {
    var writer = self
    let contracts = report.contracts.map { writer.contract($0) }.joined()
    return writer.opening(report.totals) + contracts + writer.closing(report.totals)
  }
}
