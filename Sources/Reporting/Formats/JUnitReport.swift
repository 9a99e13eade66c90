internal import ContractModel

/// The cases in the dialect of JUnit XML that the strictest reader takes: a suite for each contract,
/// and one for what could not be used.
package struct JUnitReport: ReportWriter {
  /// How many contracts had the id; readers keep only the first of two cases of one name.
  private var ids: [String: Int] = [:]

  package init() {}

  package var opensWithTotals: Bool { true }

  package func opening(_ totals: ReportTotals) -> String {
    JUnitText.opening(
      named: "holdback as of \(totals.head.asOf.text)",
      JUnitCounts(
        tests: totals.caseCount, failures: totals.cases[.failed] ?? 0,
        errors: totals.cases[.undecided] ?? 0))
  }

  package mutating func contract(_ contract: ReportedContract) -> String {
    let id = contract.contract.id
    ids[id, default: 0] += 1
    let number = ids[id] ?? 1
    return JUnitSuite(contract, name: number > 1 ? "\(id) (\(number))" : id).text
  }

  package func closing(_ totals: ReportTotals) -> String {
    let suite = totals.diagnostics.isEmpty ? "" : JUnitSuite(totals.diagnostics).text
    return suite + JUnitText.closing
  }
}

extension JUnitSuite {
  /// The cases of one contract, under a name unlike that of any before.
  fileprivate init(_ reported: ReportedContract, name: String) {
    let wording = CaseWording(reported)
    let decision = reported.decision
    let head: [(String, String?)] = [
      ("title", decision.contract.title), ("supplier", decision.contract.supplierName),
      ("decision", decision.settled.decision.rawValue), ("amounts", reported.sentence),
    ]
    let waivers = decision.reportedWaivers.map { waiver, isUsed in
      (isUsed ? "waiver" : "unused-waiver", waiver.sentence)
    }
    self.init(
      name: name,
      properties: (head + waivers).compactMap { name, value in value.map { (name, $0) } },
      cases: reported.cases.map { reportedCase in
        let clause = reportedCase.finding.map { decision.findings[$0].rule.clause }
        return JUnitCase(
          name: reportedCase.name, className: "\(name).\(clause ?? reportedCase.rule)",
          reportedCase.outcome,
          reportedCase.outcome == .passed ? nil : wording.details(of: reportedCase))
      })
  }

  /// What the run could not use: an error is a case, a warning a line of output.
  fileprivate init(_ diagnostics: [ReportedDiagnostic]) {
    self.init(
      name: "holdback",
      cases: diagnostics.errorCases.map { error in
        JUnitCase(
          name: error.name, className: "holdback.diagnostics", .undecided,
          type: error.diagnostic.id, message: error.diagnostic.message,
          lines: error.diagnostic.lines)
      },
      output: diagnostics.filter { !$0.isError }.flatMap(\.lines))
  }
}

extension JUnitCase {
  fileprivate init(
    name: String, className: String, _ outcome: ReportCase.Outcome, _ details: CaseDetails?
  ) {
    self.init(
      name: name, className: className, outcome, type: details?.type ?? "",
      message: details?.headline ?? "",
      lines: details.map { [$0.headline] + $0.lines } ?? [])
  }
}
