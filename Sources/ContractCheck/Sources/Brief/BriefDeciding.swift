import ContractModel
import RuleEvaluation
import Settlement

/// Decides plain documents in brief, one after the other.
struct BriefDeciding: Sendable {
  private var reading: BriefReading
  private var run: BriefRun
  private var ledger: BriefLedger

  init(_ source: BriefSource) {
    reading = BriefReading(source)
    run = BriefRun(source.plan)
    ledger = BriefLedger(groundOrder: source.plan.groundOrder)
  }

  /// Where the id of the contract stands that was decided last.
  var id: Range<Int> { reading.id }

  /// Whether the line that was read last is JSON without anything unusual.
  var isPlainText: Bool { reading.isPlainText }

  /// Decides the contract that a line states, as of a day, unless the document's own counts; nil where
  /// that takes a closer look.
  mutating func decision(
    of bytes: Span<UInt8>, within line: Range<Int>, asOf: CivilDate, takesStated: Bool
  ) -> BriefDecision? {
    guard reading.read(bytes, within: line, asOf: asOf, takesStated: takesStated),
      run.decide(reading.contract),
      let settled = ledger.settle(
        reading.contract, under: run.effects, findings: run.findingCount)
    else { return nil }
    let source = reading.source
    return BriefDecision(
      title: reading.text(at: source.title, bytes) ?? reading.text(at: source.id, bytes) ?? "",
      supplierName: source.supplierName ?? reading.text(at: source.supplier, bytes),
      currency: source.currency, decision: settled.decision,
      decisionsOfParts: settled.decisionsOfParts, amounts: settled.amounts,
      blocked: settled.blocked, verdicts: run.verdicts, statedAsOf: reading.statedAsOf)
  }
}
