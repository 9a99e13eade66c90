/// The results of tests as JUnit XML: a suite for each file of tests, and one for the rest.
package enum JUnitTestReport {
  package static func rendering(_ report: TestReport) -> String {
    let cases = report.cases
    let counts = JUnitCounts(
      tests: cases.count, failures: cases.count { $0.outcome == .failed },
      errors: cases.count { $0.outcome == .undecided })
    let warnings = report.diagnostics.filter { !$0.isError }.flatMap(\.lines)
    var suites = cases.chunked.map { suite in
      JUnitSuite(
        name: suite.name, cases: suite.cases.map(\.jUnit),
        output: suite.name == TestCase.program ? warnings : [])
    }
    if !warnings.isEmpty, suites.last?.name != TestCase.program {
      suites.append(JUnitSuite(name: TestCase.program, cases: [], output: warnings))
    }
    return JUnitText.opening(named: "holdback test", counts) + suites.map(\.text).joined()
      + JUnitText.closing
  }
}

extension [TestCase] {
  /// The cases suite by suite; those of one stand together.
  fileprivate var chunked: [(name: String, cases: [TestCase])] {
    var suites: [(name: String, cases: [TestCase])] = []
    for test in self {
      if suites.last?.name != test.suite { suites.append((test.suite, [])) }
      suites[suites.count - 1].cases.append(test)
    }
    return suites
  }
}

extension TestCase {
  fileprivate var jUnit: JUnitCase {
    JUnitCase(
      name: name, className: suite, outcome, type: type, message: lines.first ?? "", lines: lines)
  }
}
