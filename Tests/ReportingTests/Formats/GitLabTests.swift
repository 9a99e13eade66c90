import ContractModel
import Reporting
import Testing

@Suite struct GitLabCodeQuality {
  @Test func isWhatMergeRequestsShow() throws {
    try expectGolden(FormatCase.gitlab.text(.sample(errors: ["gone"])), "codequality.json")
  }

  @Test func hasAnIssueForWhateverIsNotPassed() throws {
    let report = Report.sample(errors: ["gone", "gone"])
    let issues = try issues(of: report)
    #expect(issues.count == report.count(.failed, .undecided))
    #expect(Set(fingerprints(issues)).count == issues.count)
  }

  @Test func tellsHowMuchEachMatters() throws {
    let severities = try issues(of: .sample(errors: ["gone"])).map { $0["severity"] as? String }
    #expect(severities == ["critical", "critical", "major", "major", "blocker", "blocker"])
  }

  @Test func showsWhatIsKnownAsKnown() throws {
    let issues = try issues(of: .sample(known: [0], isKnown: true))
    #expect(issues.map { $0["severity"] as? String }.prefix(3) == ["info", "info", "major"])
    let words = try #require(issues[1]["description"] as? String)
    #expect(words.contains(": known: failed"))
  }

  @Test func neverMakesLittleOfWhatCouldNotBeEvaluated() throws {
    let issues = try issues(of: .sample(known: Set(0...10), isKnown: true))
    #expect(
      issues.compactMap { $0["severity"] as? String } == [
        "info", "info", "info", "info", "blocker",
      ])
  }

  @Test func knowsAnIssueAgainWhereverItMoves() throws {
    let moved = SampleContract(
      title: "Another title", message: "in other words", path: "elsewhere.json",
      contractPath: "elsewhere.contract")
    let fingerprints = fingerprints(try issues(of: .sample()))
    #expect(try fingerprints == self.fingerprints(issues(of: .sample(moved))))
  }

  @Test(arguments: [
    ("./Contracts/a.contract", "Contracts/a.contract"), ("/srv/a.contract", "srv/a.contract"),
    ("../../a.contract", "a.contract"), ("a b/c#.contract", "a b/c#.contract"), ("/", "holdback"),
  ])
  func hasPathsWithinTheRepository(_ path: String, shown: String) throws {
    for issue in try issues(of: .sample(SampleContract(contractPath: path))) {
      let location = try #require(issue["location"] as? JSONObject)
      #expect(location["path"] as? String == shown)
      #expect((location["lines"] as? [String: Int])?["begin"] ?? 0 >= 1)
    }
  }

  @Test func isNotEmptyWhereNothingWasDecided() throws {
    let issues = try issues(of: .empty())
    #expect(issues.map { $0["severity"] as? String } == ["blocker"])
    #expect(try self.issues(of: .passing([.met, .waived])).isEmpty)
  }

  private func issues(of report: Report) throws -> [JSONObject] {
    try json(FormatCase.gitlab.text(report), as: [JSONObject].self)
  }

  private func fingerprints(_ issues: [JSONObject]) -> [String] {
    issues.compactMap { $0["fingerprint"] as? String }
  }
}
