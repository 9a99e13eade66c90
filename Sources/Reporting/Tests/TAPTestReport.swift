/// The results of tests in version 13 of the Test Anything Protocol.
package enum TAPTestReport {
  /// A plan of no tests passes, so that a run without a case plans for one that never comes.
  package static func rendering(_ report: TestReport) -> String {
    let cases = report.cases
    let lines = cases.enumerated().map { index, test in
      let place = test.place.map { [(key: "at", text: $0.text)] } ?? []
      return TAPLine(
        test.outcome, number: index + 1, names: [test.suite, test.name],
        block: [("message", test.sentence), ("code", test.type)] + place
      ).text
    }
    return "TAP version 13\n1..\(max(1, cases.count))\n" + lines.joined()
  }
}
