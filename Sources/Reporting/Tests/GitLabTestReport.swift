internal import SourceText

/// The results of tests as GitLab's Code Quality shows them in a merge request.
package enum GitLabTestReport {
  package static func rendering(_ report: TestReport) -> String {
    var open = report.cases.filter(\.outcome.isOpen).map { test in
      JSONValue.issue(
        "\(test.name): \(test.sentence)", check: test.type, fingerprint: test.fingerprint,
        severity: CaseGravity.broken.severity, at: test.place)
    }
    // An empty list would say that all is well.
    if open.isEmpty, report.results.isEmpty {
      open.append(
        .issue(
          "no test was run", check: "nothing-tested",
          fingerprint: SHA256.hexadecimal(of: ["nothing-tested"]),
          severity: CaseGravity.broken.severity, at: nil))
    }
    var issues = JSONListText(level: 1)
    return "[" + open.map { issues.element($0) }.joined() + issues.end + "\n"
  }
}
