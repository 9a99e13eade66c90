import Reporting
import Testing

@Suite struct CTRF {
  @Test func isWhatTestReportersRead() throws {
    try expectGolden(FormatCase.ctrf.text(.sample(errors: ["gone"])), "report.ctrf.json")
  }

  @Test(arguments: [[], ["gone"], ["gone", "gone too"]])
  func countsAsAllFormatsDo(_ errors: [String]) throws {
    let report = Report.sample(known: [0, 1], errors: errors)
    let results = try results(of: report)
    let tests = try #require(results["tests"] as? [JSONObject])
    let summary = try #require(results["summary"] as? JSONObject)
    let expected = [
      "passed": report.count(.passed), "failed": report.count(.failed, .undecided),
      "skipped": report.count(.skipped), "pending": 0, "other": 0,
    ]
    for (status, count) in expected {
      #expect(summary[status] as? Int == count, "\(status)")
      #expect(tests.count { $0["status"] as? String == status } == count, "\(status)")
    }
    #expect(summary["tests"] as? Int == tests.count)
    #expect(tests.count == report.caseCount)
  }

  @Test func neverLetsTheUndecidedPass() throws {
    let tests = try tests(of: .sample(errors: ["gone"]))
    let raw = ["unproven", "contested", "errored", "error"]
    let undecided = tests.filter { raw.contains($0["rawStatus"] as? String ?? "") }
    #expect(undecided.count == 4)
    #expect(undecided.allSatisfy { $0["status"] as? String == "failed" })
  }

  @Test func saysWhySomethingIsSkipped() throws {
    let tests = try tests(of: .sample(known: [0]))
    let skipped = tests.filter { $0["status"] as? String == "skipped" }
    let messages = skipped.compactMap { $0["message"] as? String }
    #expect(messages.count == skipped.count && messages.allSatisfy { !$0.isEmpty })
    #expect(messages.contains { $0.hasPrefix("known: failed: late") })
    #expect(
      messages.contains { $0.contains("by waiver 'staff' of 'staffing' from 2013-12-01 through") })
  }

  @Test func namesEachTestOnce() throws {
    let tests = try tests(of: .sample(errors: ["gone", "gone"]))
    #expect(Set(tests.compactMap { $0["name"] as? String }).count == tests.count)
    #expect(Set(tests.compactMap { $0["testId"] as? String }).count == tests.count)
  }

  @Test func addsNoFieldOfItsOwn() throws {
    let file = try json(FormatCase.ctrf.text(.sample(errors: ["gone"])))
    #expect(Set(file.keys) == ["reportFormat", "specVersion", "generatedBy", "results"])
    let results = try #require(file["results"] as? JSONObject)
    #expect(Set(results.keys) == ["tool", "summary", "tests", "extra"])
    let fields: Set = [
      "testId", "name", "status", "duration", "suite", "message", "line", "rawStatus", "filePath",
      "extra",
    ]
    for test in try tests(of: .sample(errors: ["gone"])) {
      #expect(fields.isSuperset(of: test.keys))
    }
  }

  @Test func listsTheWaiversOnFile() throws {
    let decision = try #require(tests(of: .sample()).first)
    let waivers = (decision["extra"] as? JSONObject)?["waivers"] as? [JSONObject]
    #expect(waivers?.compactMap { $0["through"] as? String } == ["2014-01-31"])
  }

  private func results(of report: Report) throws -> JSONObject {
    try #require(json(FormatCase.ctrf.text(report))["results"] as? JSONObject)
  }

  private func tests(of report: Report) throws -> [JSONObject] {
    try #require(results(of: report)["tests"] as? [JSONObject])
  }
}
