internal import ContractModel

/// The report in the Common Test Report Format 1.0: every case as a test.
///
/// There are no times in it, as a report has none; what the format has no name for is in `extra`.
package struct CTRFReport: ReportWriter {
  private var tests = JSONListText(level: 3)

  package init() {}

  package var opensWithTotals: Bool { false }

  package func opening(_ totals: ReportTotals) -> String {
    CTRFText.opening(tests, toolVersion: totals.head.toolVersion)
  }

  package mutating func contract(_ contract: ReportedContract) -> String {
    let wording = CaseWording(contract)
    return contract.cases.map { tests.element(CTRFCase(wording: wording, reported: $0).test.json) }
      .joined()
  }

  package func closing(_ totals: ReportTotals) -> String {
    var tests = tests
    let errors = totals.diagnostics.errorCases.map { tests.element(CTRFTest($0).json) }.joined()
    return errors
      + CTRFText.closing(
        tests, toolVersion: totals.head.toolVersion,
        summary: CTRFText.summary(
          totals.cases, suites: totals.contractCount, extra: totals.json),
        extra: extra(totals))
  }

  private func extra(_ totals: ReportTotals) -> JSONValue {
    .object([
      ("asOf", .string(totals.head.asOf.text)),
      ("complete", .bool(totals.isComplete)),
      ("waiversHonoured", .bool(totals.head.honoursWaivers)),
      ("baseline", .text(totals.head.baseline)),
      ("warnings", CTRFText.warnings(totals.diagnostics)),
    ])
  }
}

/// One case of a contract as a test.
private struct CTRFCase {
  let wording: CaseWording
  let reported: ReportCase

  private var decision: ContractDecision { wording.reported.decision }
  private var contract: Contract { wording.reported.contract }
  private var finding: Finding? { reported.finding.map { decision.findings[$0] } }

  var test: CTRFTest {
    CTRFTest(
      id: reported.fingerprint(in: contract), name: wording.name(of: reported), reported.outcome,
      suite: contract.id, message: wording.details(of: reported).sentence, place: reported.place,
      rawStatus: finding?.verdict.rawValue ?? decision.settled.decision.rawValue, extra: extra)
  }

  private var extra: [(name: String, value: JSONValue)] {
    let common: [(name: String, value: JSONValue)] = [
      ("known", .bool(reported.isKnown)), ("rule", .string(reported.qualifiedRule)),
      ("subject", .string(reported.subject)),
    ]
    return common
      + (reported.finding.map { extra(of: $0) } ?? [
        ("waivers", decision.waiversJSON)
      ])
  }

  private func extra(of index: Int) -> [(name: String, value: JSONValue)] {
    let finding = decision.findings[index]
    return [
      ("code", .string(finding.code.rawValue)),
      ("section", .text(finding.rule.section)),
      ("defeatedBy", .text(finding.defeatedBy?.rule)),
      ("records", finding.sortedRecords.json(in: wording.reported.files)),
      ("amounts", wording.amountsJSON(of: index)),
    ]
  }
}
