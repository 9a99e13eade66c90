/// What lint found as GitLab's Code Quality shows it in a merge request.
package enum GitLabLintReport {
  package static func rendering(_ report: LintReport) -> String {
    var issues = JSONListText(level: 1)
    let found = report.reported.cases.map { found in
      JSONValue.issue(
        found.diagnostic.sentence, check: found.diagnostic.id, fingerprint: found.fingerprint,
        severity: (found.diagnostic.isError ? CaseGravity.broken : .failed).severity,
        at: found.diagnostic.place)
    }
    return "[" + found.map { issues.element($0) }.joined() + issues.end + "\n"
  }
}
