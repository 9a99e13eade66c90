internal import SourceText

/// The report as GitLab's Code Quality shows it in a merge request: what stands against paying, and
/// what kept the run from deciding.
///
/// It has no place for what is passed or waived.
package struct GitLabReport: ReportWriter {
  private var issues = JSONListText(level: 1)

  package init() {}

  package var opensWithTotals: Bool { false }

  package func opening(_ totals: ReportTotals) -> String { "[" }

  package mutating func contract(_ contract: ReportedContract) -> String {
    let wording = CaseWording(contract)
    return contract.cases.map { reported in
      guard let gravity = contract.gravity(of: reported) else { return "" }
      return issues.element(
        .issue(
          wording.sentence(of: reported), check: reported.qualifiedRule,
          fingerprint: reported.fingerprint(in: contract.contract),
          severity: reported.isKnown && gravity != .broken ? "info" : gravity.severity,
          at: reported.place))
    }.joined()
  }

  package func closing(_ totals: ReportTotals) -> String {
    var issues = issues
    var errors = totals.diagnostics.errorCases.map {
      JSONValue.issue(
        $0.diagnostic.sentence, check: $0.diagnostic.id, fingerprint: $0.fingerprint,
        severity: CaseGravity.broken.severity, at: $0.diagnostic.place)
    }
    // An empty list would say that all is well.
    if errors.isEmpty, totals.contractCount == 0 {
      errors.append(
        .issue(
          totals.countText, check: "nothing-decided",
          fingerprint: SHA256.hexadecimal(of: ["nothing-decided"]),
          severity: CaseGravity.broken.severity, at: nil))
    }
    return errors.map { issues.element($0) }.joined() + issues.end + "\n"
  }
}

extension CaseGravity {
  var severity: String {
    switch self {
    case .undecided, .failed: "major"
    case .costly: "critical"
    case .broken: "blocker"
    }
  }
}

extension JSONValue {
  /// An issue about no file stands at the first line of one named after the program: each needs one.
  static func issue(
    _ description: String, check: String, fingerprint: String, severity: String,
    at place: ReportedPlace?
  ) -> JSONValue {
    .object([
      ("description", .string(VisibleText.escaping(description))),
      ("check_name", .string(check)),
      ("fingerprint", .string(fingerprint)),
      ("severity", .string(severity)),
      (
        "location",
        .object([
          ("path", .string(place?.path.relativePath ?? "holdback")),
          ("lines", .object([("begin", .number(place?.line ?? 1))])),
        ])
      ),
    ])
  }
}

extension String {
  /// The path from the root of a repository, as well as it can be told without knowing where the run
  /// began: without a leading `/`, `./` or `../`.
  fileprivate var relativePath: String {
    let path = pathSegments.drop { $0 == ".." }.joined(separator: "/")
    return path.isEmpty ? "holdback" : path
  }
}
