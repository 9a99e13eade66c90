import ContractModel
import Reporting
import SourceText
import Testing

/// What holds of the results of tests in every format, whatever the tests are called.
@Suite struct TestFormats {
  /// The formats, each by its name.
  enum Format: String, CaseIterable {
    case text, json, junit, tap, ctrf, github, gitlab, azure

    func text(_ report: TestReport) -> String {
      switch self {
      case .text:
        TextTestReport.rendering(
          report, style: TextStyle(colour: false, width: 80, verbosity: .verbose))
      case .json: JSONTestReport.rendering(report)
      case .junit: JUnitTestReport.rendering(report)
      case .tap: TAPTestReport.rendering(report)
      case .ctrf: CTRFTestReport.rendering(report)
      case .github: AnnotationTestReport.rendering(report, for: .gitHub)
      case .gitlab: GitLabTestReport.rendering(report)
      case .azure: AnnotationTestReport.rendering(report, for: .azure)
      }
    }
  }

  /// Two files of tests: one that fails on both of its lines, two of one title that pass, one that could
  /// not be run; too little shown, and a file that could not be read.
  static func report(_ title: String = "held", problem: String = "no such file") -> TestReport {
    var files = SourceFiles()
    for (path, text) in [("Rules/a.tests", "first\n  second\n"), ("Rules/b.tests", "third\n")] {
      _ = files.add(SourceFile(path: path, bytes: Array(text.utf8)))
    }
    func range(_ file: Int, _ places: Range<Int>) -> SourceRange {
      SourceRange(file: FileID(file), lower: places.lowerBound, upper: places.upperBound)
    }
    func failure(_ what: String, _ places: Range<Int>) -> TestFailure {
      TestFailure(
        subject: title, what: what, expected: "USD 5", found: title, range: range(0, places))
    }
    func result(
      _ status: TestResult.Status, row: String? = nil, file: Int = 0,
      _ failures: [TestFailure] = []
    ) -> TestResult {
      TestResult(
        title: title, row: row, range: range(file, 0..<5), status: status, failures: failures)
    }
    return TestReport(
      results: [
        result(
          .failed, row: "paid \(title)", [failure("withheld", 8..<14), failure("pay", 0..<5)]),
        result(.passed), result(.passed), result(.invalid, file: 1),
      ],
      diagnostics: [
        ReportedDiagnostic(
          isError: false, id: "unused-table", message: title, place: nil, notes: [], help: nil),
        ReportedDiagnostic(error: DiagnosticID("unreadable"), problem),
      ],
      files: files, toolVersion: "0.0.0",
      demands: [
        TestDemand("coverage-at-least", least: 90, shares: [(Share(1, of: 3), "outcomes")]),
        TestDemand("mutate-at-least", least: 0, shares: [(Share(0, of: 3), "mutants")]),
      ])
  }

  private static let nothing = TestReport(
    results: [], diagnostics: [], files: SourceFiles(), toolVersion: "0.0.0")

  @Test(arguments: [
    (Format.junit, "tests.xml"), (.tap, "tests.tap"), (.ctrf, "tests.ctrf.json"),
    (.github, "tests-github.txt"), (.gitlab, "tests-codequality.json"),
    (.azure, "tests-azure.txt"),
  ])
  func isWritten(_ format: Format, to file: String) throws {
    try expectGolden(format.text(Self.report()), file)
  }

  @Test func everyFormatCountsAlike() throws {
    let report = Self.report()
    let elements = try XMLElements.reading(Format.junit.text(report)).elements
    let counts = ["testcase", "failure", "error"].map { name in
      elements.count { $0.name == name }
    }
    #expect(counts == [7, 2, 2])
    let root = try #require(elements.first { $0.name == "testsuites" }).attributes
    #expect(["tests", "failures", "errors"].map { root[$0] } == ["7", "2", "2"])
    let lines = Format.tap.text(report).lines
    #expect(lines.contains("1..7"))
    #expect(lines.count { $0.hasPrefix("ok ") } == 3)
    #expect(lines.count { $0.hasPrefix("not ok ") } == 4)
    let results = try #require(try json(Format.ctrf.text(report))["results"] as? JSONObject)
    let summary = try #require(results["summary"] as? JSONObject)
    #expect(["tests", "passed", "failed"].map { summary[$0] as? Int } == [7, 3, 4])
    #expect(try json(Format.gitlab.text(report), as: [JSONObject].self).count == 4)
    for format in [Format.github, .azure] {
      let lines = format.text(report).lines
      // What could not be run is told by the mistake in it.
      #expect(lines.count { $0.contains("error") } == 3, "\(format)")
      #expect(lines.count { $0.contains("warning") } == 1, "\(format)")
    }
  }

  @Test func noTwoCasesAreTakenForOne() throws {
    let cases = try XMLElements.reading(Format.junit.text(Self.report())).elements
      .filter { $0.name == "testcase" }
    #expect(
      Set(cases.map { [$0.attributes["classname"], $0.attributes["name"]] }).count == cases.count)
    let issues = try json(Format.gitlab.text(Self.report()), as: [JSONObject].self)
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == issues.count)
  }

  /// A report on nothing must not look like one on tests that passed.
  @Test func nothingRunIsNoPass() throws {
    #expect(try json(Format.gitlab.text(Self.nothing), as: [JSONObject].self).count == 1)
    #expect(Format.tap.text(Self.nothing) == "TAP version 13\n1..1\n")
    for format in [Format.github, .azure] {
      #expect(format.text(Self.nothing) == "holdback test: 0 tests, 0 passed\n")
    }
  }

  @Test(arguments: FormatLaws.texts, Format.allCases)
  func nothingIsObeyed(_ hostile: String, _ format: Format) {
    let text = format.text(Self.report(hostile, problem: hostile))
    for line in text.lines {
      let command = format == .azure && line.hasPrefix("##vso[task.logissue type=")
      let rest = command ? line.dropFirst(9) : line
      #expect(!rest.contains("##[") && !rest.contains("##vso["), "\(line)")
      let isRemark = ["::error ", "::warning "].contains(where: line.hasPrefix)
      #expect(
        !line.drop { $0.isWhitespace }.hasPrefix("::") || format == .github && isRemark, "\(line)")
      #expect(
        line.unicodeScalars.allSatisfy {
          !VisibleText.isControl($0) && !VisibleText.isHidden($0)
        }, "\(line)")
    }
    guard format != .text else { return }
    #expect(text.lines.count == format.text(Self.report("plain", problem: "plain")).lines.count)
  }
}
