import ContractModel
import Foundation
import Reporting
import Testing

@Suite struct SARIF {
  @Test func isWhatCodeScanningReads() throws {
    try expectGolden(FormatCase.sarif.text(.sample(errors: ["gone"])), "report.sarif")
  }

  @Test func leavesOutWhatGitHubWouldShowAsOpen() throws {
    let report = Report.sample()
    let results = try results(of: report)
    #expect(results.count == report.count(.failed, .undecided))
    #expect(results.allSatisfy { $0["kind"] as? String == "fail" })
  }

  @Test func hasEveryCaseWhenAsked() throws {
    let report = Report.sample()
    let results = try results(of: report, .wholeSARIF)
    #expect(results.count == report.caseCount)
    let passed = results.filter { $0["kind"] as? String != "fail" }
    #expect(passed.count == report.count(.passed, .skipped))
    #expect(passed.allSatisfy { $0["level"] as? String == "none" })
    let suppressions = results.compactMap { $0["suppressions"] as? [JSONObject] }.flatMap(\.self)
    let words =
      "waiver 'staff' of 'staffing' from 2013-12-01 through 2014-01-31,"
      + " approved by Commissioner: the plan for staff came late"
    #expect(suppressions.map { $0["justification"] as? String } == [words])
  }

  @Test func tellsTheGravestAsErrors() throws {
    let levels = try results(of: .sample()).map { $0["level"] as? String }
    // The decision, what takes money, what is unproven, what is contested, what is not evaluated.
    #expect(levels == ["error", "error", "warning", "warning", "error"])
  }

  @Test func namesEachResultAndItsRule() throws {
    let run = try run(of: .sample(), .wholeSARIF)
    let results = try #require(run["results"] as? [JSONObject])
    let rules = try rules(of: run)
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == rules.count)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
    }
    let fingerprints = results.compactMap { $0["partialFingerprints"] as? [String: String] }
    #expect(Set(fingerprints.compactMap { $0["primaryLocationLineHash"] }).count == results.count)
  }

  @Test func cutsWhatIsTooLongForADescription() throws {
    let long = String(repeating: "{a}[b]", count: 400)
    var report = Report.empty()
    for contract in SampleContract(rule: long).report.contracts { report.add(contract) }
    for rule in try rules(of: run(of: report)) {
      for key in ["shortDescription", "fullDescription"] {
        let text = try #require((rule[key] as? [String: String])?["text"])
        #expect(text.unicodeScalars.count <= 1024)
        #expect(reading(text) != nil, "\(text)")
      }
      #expect(try #require(rule["name"] as? String).unicodeScalars.count <= 255)
      let properties = try #require(rule["properties"] as? [String: [String]])
      #expect(try #require(properties["tags"]).count <= 10)
    }
  }

  @Test(arguments: [
    "pay {0} now", "[pay](1)", "\\[pay](https://a.example)", "[a\\](1)", "[[a]](1)", "{{0}}",
    "a\\\\[b\\\\](2)", "}{", "][", "[x](file:///etc/passwd) {1}",
  ])
  func takesTextLiterally(_ hostile: String) throws {
    let results = try results(of: .sample(SampleContract(message: hostile)))
    let message = try #require(results[1]["message"] as? [String: String])
    let text = try #require(message["text"])
    #expect(try #require(reading(text)).contains("failed: \(hostile); "), "\(text)")
  }

  @Test func neverHasMoreResultsThanGitHubTakes() throws {
    let report = Report.sample()
    let text = SARIFReport(report.totals.head, limit: 2).rendering(report)
    let run = try run(text)
    #expect((run["results"] as? [Any])?.count == 2)
    let words = "3 more results are not in this file, which has 2 of 5"
    #expect(try notifications(of: run).contains { $0.level == "warning" && $0.text == words })
  }

  @Test func saysThatARunIsNotWhole() throws {
    let run = try run(of: .sample(errors: ["gone"]))
    #expect(try isSuccessful(run) == false)
    #expect(try notifications(of: run).first?.text == "gone")
    #expect(try notifications(of: run).map(\.level) == ["error", "warning", "note"])
  }

  @Test func doesNotSucceedAtNothing() throws {
    let run = try run(of: .empty())
    #expect(try isSuccessful(run) == false)
    #expect(try notifications(of: run).map(\.text) == ["no contract was decided"])
  }

  @Test func succeedsWhereNothingIsBroken() throws {
    let run = try run(of: .passing([.met]))
    #expect(try isSuccessful(run))
    #expect((run["results"] as? [Any])?.isEmpty == true)
  }

  @Test func tellsWhatIsKnownFromWhatIsNew() throws {
    let results = try results(of: .sample(known: [0], isKnown: true))
    let states = results.map { $0["baselineState"] as? String }
    #expect(states == ["unchanged", "unchanged", "new", "new", "new"])
    #expect(try self.results(of: .sample()).allSatisfy { $0["baselineState"] == nil })
  }

  @Test func countsColumnsInCodePoints() throws {
    let run = try run(of: .sample(SampleContract(name: "é😀x")))
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let results = try #require(run["results"] as? [JSONObject])
    let location = (results[1]["locations"] as? [JSONObject])?.first
    let place = location?["physicalLocation"] as? JSONObject
    let region = try #require(place?["region"] as? [String: Int])
    // Two spaces, `deliverable`, another and the name.
    #expect(region == ["startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 18])
  }

  @Test func hasTheDigestsOfWhatWasRead() throws {
    let artifacts = try #require(run(of: .sample())["artifacts"] as? [JSONObject])
    let digests = artifacts.compactMap { ($0["hashes"] as? [String: String])?["sha-256"] }
    #expect(Set(digests.map { $0.prefix(2) }) == ["a9", "6c", "cc"])
  }

  private func run(of report: Report, _ format: FormatCase = .sarif) throws -> JSONObject {
    try run(format.text(report))
  }

  private func run(_ text: String) throws -> JSONObject {
    let runs = try #require(json(text)["runs"] as? [JSONObject])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  private func results(
    of report: Report, _ format: FormatCase = .sarif
  ) throws -> [JSONObject] {
    try #require(run(of: report, format)["results"] as? [JSONObject])
  }

  private func rules(of run: JSONObject) throws -> [JSONObject] {
    let driver = (run["tool"] as? JSONObject)?["driver"] as? JSONObject
    return try #require(driver?["rules"] as? [JSONObject])
  }

  private func invocation(_ run: JSONObject) throws -> JSONObject {
    try #require((run["invocations"] as? [JSONObject])?.first)
  }

  private func isSuccessful(_ run: JSONObject) throws -> Bool {
    try #require(invocation(run)["executionSuccessful"] as? Bool)
  }

  private func notifications(of run: JSONObject) throws -> [(level: String?, text: String?)] {
    let all = try #require(invocation(run)["toolExecutionNotifications"] as? [JSONObject])
    return all.map { ($0["level"] as? String, ($0["message"] as? [String: String])?["text"]) }
  }

  /// Reads a message as the specification has it; `nil` where anything in it is no literal text.
  private func reading(_ text: String) -> String? {
    var result = ""
    var rest = Substring(text)
    while let first = rest.popFirst() {
      switch first {
      case "{", "}":
        guard rest.popFirst() == first else { return nil }
        result.append(first)
      case "[", "]": return nil
      case "\\":
        guard let next = rest.popFirst(), "[]\\".contains(next) else { return nil }
        result.append(next)
      default: result.append(first)
      }
    }
    return result
  }
}
