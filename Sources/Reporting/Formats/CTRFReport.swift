internal import ContractModel
internal import SourceText

/// The report in the Common Test Report Format 1.0: every case as a test.
///
/// There are no times in it, as a report has none; what the format has no name for is in `extra`.
package struct CTRFReport: ReportWriter {
  private var tests = JSONListText(level: 3)

  package init() {}

  package var opensWithTotals: Bool { false }

  package func opening(_ totals: ReportTotals) -> String {
    let file = JSONListText(level: 2)
    let members: [(name: String, value: JSONValue)] = [
      ("reportFormat", .string("CTRF")), ("specVersion", .string("1.0.0")),
      ("generatedBy", .string("holdback \(totals.head.toolVersion)")),
    ]
    return "{" + file.members(members) + file.line(1) + "\"results\": {" + tests.start("tests")
  }

  package mutating func contract(_ contract: ReportedContract) -> String {
    let wording = CaseWording(contract)
    return contract.cases.map { tests.element(CTRFTest(wording: wording, reported: $0).json) }
      .joined()
  }

  package func closing(_ totals: ReportTotals) -> String {
    var tests = tests
    let errors = totals.errorCases.map { tests.element($0.ctrf) }.joined()
    let members: [(name: String, value: JSONValue)] = [
      ("tool", .tool(totals.head)), ("summary", totals.ctrf), ("extra", extra(totals)),
    ]
    return errors + tests.end + tests.furtherMembers(members) + tests.line(1) + "}\n}\n"
  }

  private func extra(_ totals: ReportTotals) -> JSONValue {
    let warnings = totals.diagnostics.filter { !$0.isError }
    return .object([
      ("asOf", .string(totals.head.asOf.text)),
      ("complete", .bool(totals.isComplete)),
      ("waiversHonoured", .bool(totals.head.honoursWaivers)),
      ("baseline", .text(totals.head.baseline)),
      (
        "warnings",
        .texts(warnings.map { VisibleText.escaping($0.lines.joined(separator: "; ")) })
      ),
    ])
  }
}

extension ReportTotals {
  /// What is undecided is failed: the format has no word for it that does not look like a pass.
  fileprivate var ctrf: JSONValue {
    func count(_ outcome: ReportCase.Outcome) -> Int { cases[outcome] ?? 0 }
    let failed = count(.failed) + count(.undecided)
    return .object([
      ("tests", .number(count(.passed) + failed + count(.skipped))),
      ("passed", .number(count(.passed))),
      ("failed", .number(failed)),
      ("skipped", .number(count(.skipped))),
      ("pending", .number(0)),
      ("other", .number(0)),
      ("suites", .number(contractCount)),
      ("start", .number(0)),
      ("stop", .number(0)),
      ("extra", json),
    ])
  }
}

extension ReportCase.Outcome {
  fileprivate var ctrf: String {
    switch self {
    case .passed: "passed"
    case .failed, .undecided: "failed"
    case .skipped: "skipped"
    }
  }
}

extension ErrorCase {
  fileprivate var ctrf: JSONValue {
    let place: [(name: String, value: JSONValue)] =
      diagnostic.place.map {
        [("line", .number($0.line)), ("filePath", .string($0.path))]
      } ?? []
    return .object(
      [
        ("testId", .string(fingerprint)),
        ("name", .string(VisibleText.escaping(name))),
        ("status", .string(ReportCase.Outcome.undecided.ctrf)),
        ("duration", .number(0)),
        ("message", .string(VisibleText.escaping(diagnostic.sentence))),
      ] + place + [("rawStatus", .string("error"))])
  }
}

/// Writes one case of a contract as a test.
private struct CTRFTest {
  let wording: CaseWording
  let reported: ReportCase

  private var decision: ContractDecision { wording.reported.decision }
  private var contract: Contract { wording.reported.contract }
  private var finding: Finding? { reported.finding.map { decision.findings[$0] } }

  var json: JSONValue {
    let suite = VisibleText.escaping(contract.id)
    let status = finding?.verdict.rawValue ?? decision.settled.decision.rawValue
    return .object([
      ("testId", .string(reported.fingerprint(in: contract))),
      ("name", .string(VisibleText.escaping(wording.name(of: reported)))),
      ("status", .string(reported.outcome.ctrf)),
      ("duration", .number(0)),
      ("suite", .texts([suite])),
      ("message", .string(VisibleText.escaping(wording.details(of: reported).sentence))),
      ("line", .number(reported.place.line)),
      ("rawStatus", .string(status)),
      ("filePath", .string(reported.place.path)),
      ("extra", .object(extra)),
    ])
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
