import ContractModel
import Reporting
import SourceText
import Testing

@Suite struct Attestation {
  @Test func isAStatementToBeSigned() throws {
    try expectGolden(FormatCase.attestation.text(.sample(known: [1])), "statement.json")
  }

  @Test(arguments: [
    (Report.passing([.met]), "PASSED"), (.passing([.met, .excused, .notApplicable]), "PASSED"),
    (.passing([.met, .waived]), "WARNED"), (.passing([.failed], known: [0]), "WARNED"),
    (.passing([.failed]), "FAILED"), (.passing([.unproven]), "FAILED"),
    (.passing([.contested]), "FAILED"), (.passing([.errored]), "FAILED"),
    (.passing([.met], hasInputs: false), "FAILED"),
    (.passing([.met], known: [0]), "PASSED"),
    (.sample(known: Set(0...10), isKnown: true), "FAILED"), (.sample(), "FAILED"),
    (.empty(), "FAILED"),
  ])
  func passesOnlyWhatIsCertain(_ report: Report, result: String) throws {
    #expect(try predicate(of: report)["result"] as? String == result)
  }

  @Test func failsWhereSomethingWasUnusable() throws {
    var report = Report.passing([.met])
    report.add(ReportedDiagnostic(error: DiagnosticID("unreadable-file"), "gone"))
    let predicate = try predicate(of: report)
    #expect(predicate["result"] as? String == "FAILED")
    #expect(predicate["failedTests"] as? [String] == ["unreadable-file"])
  }

  @Test func namesEveryTest() throws {
    let report = Report.sample(known: [1], errors: ["gone", "gone"])
    let predicate = try predicate(of: report)
    func names(_ key: String) throws -> [String] { try #require(predicate[key] as? [String]) }
    #expect(try names("passedTests").count == report.count(.passed))
    #expect(try names("failedTests").count == report.count(.failed, .undecided))
    let warned = [
      "vermont launch.accounts exchange/account-creation", "vermont contract exchange/staffing",
    ]
    #expect(try names("warnedTests") == warned)
  }

  @Test func isAboutContractsAndRecords() throws {
    let statement = try json(FormatCase.attestation.text(.sample()))
    let subjects = try #require(statement["subject"] as? [JSONObject])
    let names = subjects.compactMap { $0["name"] as? String }
    #expect(names == ["Contracts/vermont/vermont.contract", "status/capability.json"])
    let annotations = try #require(subjects[0]["annotations"] as? JSONObject)
    #expect((annotations["holdback_waivers"] as? [JSONObject])?.count == 1)
    let predicate = try predicate(of: .sample())
    let configuration = try #require(predicate["configuration"] as? [JSONObject])
    for file in subjects + configuration {
      let digest = try #require((file["digest"] as? [String: String])?["sha256"])
      #expect(digest.wholeMatch(of: /[0-9a-f]{64}/) != nil)
    }
    #expect(configuration.map { $0["name"] as? String } == ["Rules/exchange.rules"])
  }

  @Test func addsNoFieldToThePredicate() throws {
    let fields = ["result", "configuration", "passedTests", "warnedTests", "failedTests"]
    #expect(try Set(predicate(of: .sample()).keys) == Set(fields))
  }

  @Test func isRefusedWhereNothingWasRead() throws {
    let statement = try json(FormatCase.attestation.text(.passing([.met], hasInputs: false)))
    #expect((statement["subject"] as? [Any])?.isEmpty == true)
  }

  private func predicate(of report: Report) throws -> JSONObject {
    let statement = try json(FormatCase.attestation.text(report))
    return try #require(statement["predicate"] as? JSONObject)
  }
}
