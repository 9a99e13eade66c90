/// What lint found as commands to a service that builds code, each at its place; then how much it is.
package enum AnnotationLintReport {
  package static func rendering(
    _ report: LintReport, for service: AnnotationReport.Service
  ) -> String {
    report.reported.map { service.line($0.annotation) }.joined()
      + "holdback lint: \(report.sentence)\n"
  }
}
