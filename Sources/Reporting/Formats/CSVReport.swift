internal import ContractModel
internal import SourceText

/// The report as one table for spreadsheets, a row for each decision, waiver, finding, movement of
/// money and diagnostic; the last row says whether the run was complete.
package struct CSVReport: ReportWriter {
  private let asOf: String

  package init(_ head: ReportHead) { asOf = head.asOf.text }

  package var opensWithTotals: Bool { false }

  package func opening(_ totals: ReportTotals) -> String { CSVRow.header }

  package func contract(_ contract: ReportedContract) -> String {
    CSVContract(contract, asOf: asOf).rows.map(\.text).joined()
  }

  package func closing(_ totals: ReportTotals) -> String {
    var last = CSVRow("run", asOf: asOf)
    last.write(totals.isComplete ? "complete" : "incomplete", in: .verdictOrDecision)
    last.write(totals.sentence, in: .message)
    return (totals.diagnostics.map(row) + [last]).map(\.text).joined()
  }

  private func row(of diagnostic: ReportedDiagnostic) -> CSVRow {
    var row = CSVRow("diagnostic", asOf: asOf)
    row.write(diagnostic.level.rawValue, in: .verdictOrDecision)
    row.write(diagnostic.id, in: .code)
    row.write(diagnostic.sentence, in: .message)
    row.write(diagnostic.place)
    return row
  }
}

/// Makes the rows of one contract.
private struct CSVContract {
  let reported: ReportedContract
  let asOf: String
  let cases: [ReportCase]
  let illustrative: IllustrativeFigures

  init(_ reported: ReportedContract, asOf: String) {
    self.reported = reported
    self.asOf = reported.decision.statedAsOf?.text ?? asOf
    cases = reported.cases
    illustrative = IllustrativeFigures(reported.decision)
  }

  var decision: ContractDecision { reported.decision }
  var contract: Contract { reported.contract }

  var rows: [CSVRow] {
    cases.map(row) + decision.settled.movements.map(row) + decision.reportedWaivers.map(row)
  }

  private func row(_ kind: String) -> CSVRow {
    var row = CSVRow(kind, asOf: asOf)
    row.write(contract.id, in: .contract)
    return row
  }

  private func row(of reportedCase: ReportCase) -> CSVRow {
    let index = reportedCase.finding
    var row = row(index == nil ? "decision" : "finding")
    row.write(reportedCase.subject, in: .subject)
    row.write(reportedCase.message, in: .message)
    row.write(reportedCase.place)
    if reported.comparison != nil {
      row.write(reportedCase.isKnown ? "yes" : "no", in: .known)
    }
    if let index {
      write(decision.findings[index], to: &row)
    } else {
      writeDecision(to: &row)
    }
    return row
  }

  private func writeDecision(to row: inout CSVRow) {
    row.write(decision.settled.decision.rawValue, in: .verdictOrDecision)
    let holds = CaseWording(reported).details(of: cases[0]).phrases
    row.write(holds.joined(separator: "; "), in: .releasedBy)
    guard let pay = decision.total?.pay else { return }
    row.write(Bucket.pay.rawValue, in: .bucket)
    row.write(pay.amount, in: contract.currency)
    row.write(pay.isIllustrative ? "yes" : "no", in: .illustrative)
  }

  private func write(_ finding: Finding, to row: inout CSVRow) {
    writeRule(of: finding, to: &row)
    row.write(finding.verdict.rawValue, in: .verdictOrDecision)
    row.write(finding.releases.releasedByAll, in: .releasedBy)
    row.write(contract.waiver(of: finding)?.name, in: .waiver)
  }

  private func writeRule(of finding: Finding, to row: inout CSVRow) {
    row.write(finding.rule.rule, in: .rule)
    row.write(finding.rule.clause, in: .clause)
    row.write(finding.rule.section, in: .section)
    row.write(finding.code.rawValue, in: .code)
    row.write(reported.recordTexts(of: finding).joined(separator: "; "), in: .records)
  }

  private func row(of movement: Movement) -> CSVRow {
    var row = row("movement")
    row.write(contract.path(of: movement.line), in: .subject)
    row.write(reported.place(of: movement.line))
    row.write(movement.bucket.rawValue, in: .bucket)
    row.write(movement.amount, in: contract.currency)
    row.write(illustrative.contains(movement.line) ? "yes" : "no", in: .illustrative)
    guard let index = movement.finding else {
      row.write(movement.reason?.rawValue, in: .code)
      return row
    }
    let findings = ([index] + movement.alsoCited).map { decision.findings[$0] }
    writeRule(of: findings[0], to: &row)
    row.write(findings[0].message, in: .message)
    row.write(decision.conditions(releasing: movement).releasedByAll, in: .releasedBy)
    return row
  }

  private func row(of reportedWaiver: (waiver: Waiver, isUsed: Bool)) -> CSVRow {
    let (waiver, isUsed) = reportedWaiver
    var row = row("waiver")
    row.write(contract.path(of: waiver.subject), in: .subject)
    row.write(waiver.rule, in: .rule)
    row.write(isUsed ? "used" : "unused", in: .verdictOrDecision)
    row.write(waiver.sentence, in: .message)
    row.write(reported.files.placeOfFirstLine(of: waiver.range))
    row.write(waiver.name, in: .waiver)
    return row
  }
}
