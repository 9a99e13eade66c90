import Reporting
import Testing

@Suite struct JUnit {
  @Test(arguments: FormatLaws.texts)
  func comesBackAsItWasButForWhatIsUnseen(_ hostile: String) throws {
    let document = try read(SampleContract(title: hostile).report)
    let title = try #require(document.elements.first { $0.attributes["name"] == "title" })
    #expect(title.attributes["value"] == Self.visible(hostile))
  }

  @Test func countsAsTheTotalsDo() throws {
    let report = Report.mixed
    let elements = try read(report).elements
    #expect(elements.count { $0.name == "failure" } == report.count(.failed))
    #expect(elements.count { $0.name == "error" } == report.count(.undecided))
    #expect(elements.count { $0.name == "skipped" } == report.count(.skipped))
    let root = try #require(elements.first { $0.name == "testsuites" })
    #expect(root.attributes["failures"] == "2" && root.attributes["errors"] == "4")
    for (name, element) in [("tests", "testcase"), ("failures", "failure"), ("errors", "error")] {
      let suites = elements.filter { $0.name == "testsuite" }
      let sum = suites.compactMap { $0.attributes[name] }.compactMap(Int.init).reduce(0, +)
      #expect(sum == elements.count { $0.name == element }, "\(name)")
    }
  }

  @Test func noTwoCasesHaveOneName() throws {
    let cases = try read(.mixed).elements.filter { $0.name == "testcase" }
    let names = cases.map { [$0.attributes["classname"], $0.attributes["name"]] }
    #expect(Set(names).count == names.count)
    #expect(cases.allSatisfy { Set($0.attributes.keys) == ["classname", "name"] })
  }

  /// Returns the text with what is unseen written out.
  private static func visible(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.isSeen ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }.joined()
  }

  private func read(_ report: Report) throws -> XMLElements {
    try XMLElements.reading(JUnitReport().rendering(report))
  }
}

extension Unicode.Scalar {
  fileprivate var isSeen: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: value != 0xFFFE
    }
  }
}
