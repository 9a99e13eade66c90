internal import ContractModel

/// The cases in the dialect of JUnit XML that the strictest reader takes: a suite for each contract,
/// and one for what could not be used.
package struct JUnitReport: ReportWriter {
  /// How many contracts had the id; readers keep only the first of two cases of one name.
  private var ids: [String: Int] = [:]

  package init() {}

  package var opensWithTotals: Bool { true }

  package func opening(_ totals: ReportTotals) -> String {
    let counts = JUnitCounts(
      tests: totals.caseCount, failures: totals.cases[.failed] ?? 0,
      errors: totals.cases[.undecided] ?? 0)
    let name = "holdback as of \(totals.head.asOf.text)"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      \(XMLTag("testsuites", [("name", name)] + counts.attributes).open)

      """
  }

  package mutating func contract(_ contract: ReportedContract) -> String {
    let id = contract.contract.id
    ids[id, default: 0] += 1
    let number = ids[id] ?? 1
    return JUnitSuite(contract, name: number > 1 ? "\(id) (\(number))" : id).text
  }

  package func closing(_ totals: ReportTotals) -> String {
    (totals.diagnostics.isEmpty ? "" : JUnitDiagnostics(totals).text) + "</testsuites>\n"
  }
}

/// What a suite counts.
struct JUnitCounts {
  let tests: Int
  let failures: Int
  let errors: Int

  var attributes: [(name: String, value: String)] {
    [("tests", String(tests)), ("failures", String(failures)), ("errors", String(errors))]
  }
}

/// Writes the cases of one contract.
private struct JUnitSuite {
  let reported: ReportedContract
  /// The id of the contract, unlike that of any before.
  let name: String
  let wording: CaseWording
  let cases: [ReportCase]

  init(_ reported: ReportedContract, name: String) {
    self.reported = reported
    self.name = name
    wording = CaseWording(reported)
    cases = reported.cases
  }

  var text: String {
    let tag = XMLTag("testsuite", [("name", name)] + counts.attributes + [("skipped", skipped)])
    let lines =
      ["<properties>"] + properties.map { "  " + $0 } + ["</properties>"] + cases.map(text)
    return "  \(tag.open)\n" + lines.map { "    \($0)\n" }.joined() + "  \(tag.close)\n"
  }

  private var counts: JUnitCounts {
    JUnitCounts(tests: cases.count, failures: count(of: .failed), errors: count(of: .undecided))
  }

  private var skipped: String { String(count(of: .skipped)) }

  private func count(of outcome: ReportCase.Outcome) -> Int {
    cases.count { $0.outcome == outcome }
  }

  private var properties: [String] {
    let decision = reported.decision
    let head: [(String, String?)] = [
      ("title", decision.contract.title), ("supplier", decision.contract.supplierName),
      ("decision", decision.settled.decision.rawValue), ("amounts", reported.sentence),
    ]
    let waivers = decision.reportedWaivers.map { waiver, isUsed in
      (isUsed ? "waiver" : "unused-waiver", waiver.sentence)
    }
    return (head + waivers).compactMap { name, value in
      value.map { XMLTag("property", [("name", name), ("value", $0)]).empty }
    }
  }

  private func text(of reportedCase: ReportCase) -> String {
    let clause = reportedCase.finding.map { reported.decision.findings[$0].rule.clause }
    let tag = XMLTag(
      "testcase",
      [("name", reportedCase.name), ("classname", "\(name).\(clause ?? reportedCase.rule)")])
    guard let element = element(of: reportedCase) else { return tag.empty }
    let details = wording.details(of: reportedCase)
    let outcome = XMLTag(element, [("message", details.headline), ("type", details.type)])
    return tag.open + outcome.containing([details.headline] + details.lines) + tag.close
  }

  /// What says that a case did not pass.
  private func element(of reportedCase: ReportCase) -> String? {
    switch reportedCase.outcome {
    case .passed: nil
    case .failed: "failure"
    case .undecided: "error"
    case .skipped: "skipped"
    }
  }
}

/// Writes what the run could not use: an error is a case, a warning a line of output.
private struct JUnitDiagnostics {
  let totals: ReportTotals

  init(_ totals: ReportTotals) { self.totals = totals }

  var text: String {
    let errors = totals.errorCases
    let counts = JUnitCounts(tests: errors.count, failures: 0, errors: errors.count)
    let tag = XMLTag("testsuite", [("name", "holdback")] + counts.attributes + [("skipped", "0")])
    let warnings = totals.diagnostics.filter { !$0.isError }.flatMap(\.lines)
    let output = warnings.isEmpty ? [] : [XMLTag("system-out").containing(warnings)]
    let lines = errors.map(text) + output
    return "  \(tag.open)\n" + lines.map { "    \($0)\n" }.joined() + "  \(tag.close)\n"
  }

  private func text(of error: ErrorCase) -> String {
    let diagnostic = error.diagnostic
    let tag = XMLTag("testcase", [("name", error.name), ("classname", "holdback.diagnostics")])
    let outcome = XMLTag("error", [("message", diagnostic.message), ("type", diagnostic.id)])
    return tag.open + outcome.containing(diagnostic.lines) + tag.close
  }
}
