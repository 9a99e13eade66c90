/// The results of tests in the Common Test Report Format 1.0.
package enum CTRFTestReport {
  package static func rendering(_ report: TestReport) -> String {
    let cases = report.cases
    var tests = JSONListText(level: 3)
    let opening = CTRFText.opening(tests, toolVersion: report.toolVersion)
    let elements = cases.map { test in
      tests.element(
        CTRFTest(
          id: test.fingerprint, name: test.name, test.outcome, suite: test.suite,
          message: test.sentence, place: test.place, rawStatus: test.type
        ).json)
    }
    let counts = Dictionary(grouping: cases, by: \.outcome).mapValues(\.count)
    return opening + elements.joined()
      + CTRFText.closing(
        tests, toolVersion: report.toolVersion,
        summary: CTRFText.summary(
          counts, suites: Set(cases.map(\.suite)).count, extra: .object([])),
        extra: .object([("warnings", CTRFText.warnings(report.diagnostics))]))
  }
}
