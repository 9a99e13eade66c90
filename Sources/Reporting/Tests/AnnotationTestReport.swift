/// The results of tests as commands to a service that builds code, each at the line that asks for
/// what did not come out; then what they come to.
package enum AnnotationTestReport {
  package static func rendering(
    _ report: TestReport, for service: AnnotationReport.Service
  ) -> String {
    let failed = report.cases.filter { $0.outcome == .failed }.map { test in
      Annotation(.error, code: test.type, title: test.name, lines: test.lines, place: test.place)
    }
    return (failed + report.diagnostics.map(\.annotation)).map(service.line).joined()
      + "holdback test: \(report.sentence)\n"
  }
}
