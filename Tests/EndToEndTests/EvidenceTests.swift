import Foundation
import Testing

/// Missing is not false, and a claim is not evidence.
@Suite struct MissingEvidence {
  @Test(arguments: [[String](), ["supplier.ndjson"]])
  func vermontIsUndecidedWithoutTheStatesRecords(_ kept: [String]) async throws {
    let folder = try TemporaryFolder()
    try folder.copy("Rules")
    try folder.copy("Contracts/vermont")
    let status = folder.path("Contracts/vermont/status")
    for name in try FileManager.default.contentsOfDirectory(atPath: status)
    where !kept.contains(name) {
      try folder.remove("Contracts/vermont/status/\(name)")
    }
    let run = try await Program.run(ReportedContracts.arguments, in: folder)
    #expect(run.status == 4, "\(run.errors)")
    let contract = try ReportJSON(run.output).contract("vermont")
    #expect(["hold-for-evidence", "undecided"].contains(contract.decision))
    #expect(contract.amounts["pay"] == "0.00")
    let launch = try contract.milestone("launch")
    #expect(["hold-for-evidence", "undecided"].contains(launch.text("decision")))
    let missing = contract.findings.filter { $0.text("verdict") == "unproven" }
    #expect(!missing.isEmpty)
    #expect(missing.allSatisfy { !($0["missing"] as? [Any] ?? []).isEmpty })
  }

  /// An act that is not on file was not done: so nothing is paid where the file may be somewhere else.
  @Test func withoutAnyRecordFileNothingIsPaid() async throws {
    var files = [
      "Rules/a.rules": """
      act stop-order asserted by buyer {
        about milestone
        dated date
      }

      clause stopped "Work is not stopped" {
        cites "1"
        rule goes-on for each milestone {
          require no stop-orders
          otherwise withhold amount until met
        }
      }

      """,
      "Contracts/a.contract": SmallWorld.contract(named: "a")
        .replacing("working-exchange", with: "stopped").replacing("status/*", with: "status/*.csv"),
      "Contracts/status/readme.txt": "none yet",
    ]
    func check() async throws -> Run {
      try await Program.run(ReportedContracts.arguments, in: try TemporaryFolder(files))
    }
    // Be it the folder, the file or its ending that is misspelt.
    for pattern in ["statos/*.csv", "status/stops.csv", "status/*.cvs"] {
      var misspelt = files
      misspelt["Contracts/a.contract"]?.replace("status/*.csv", with: pattern)
      misspelt["Contracts/status/stop-orders.csv"] = "about,by,dated\nlaunch,buyer,2013-11-20\n"
      let run = try await Program.run(
        ReportedContracts.arguments, in: try TemporaryFolder(misspelt))
      #expect(run.status == 2 && run.errors.contains("error[no-record-files]"), "\(run.errors)")
    }
    let doubtful = try await check()
    #expect(
      doubtful.status == 2 && doubtful.errors.contains("error[no-record-files]: contract 'a'"))
    #expect(try ReportJSON(doubtful.output).contracts.isEmpty)
    files["Contracts/status/stop-orders.csv"] = "about,by,dated\n"
    let paid = try await check()
    #expect(paid.status == 0, "\(paid.errors)")
    #expect(try ReportJSON(paid.output).contract("a").amounts["pay"] == "5000000.00")
    files["Contracts/status/stop-orders.csv"]? += "launch,buyer,2013-11-20\n"
    #expect(try await check().status == 1)
    // A header alone may be a record whose header was left out.
    for (name, text, id) in [
      ("stop-orders", "launch,buyer,2013-11-20\n", "unknown-record-field"),
      ("stop-orders", "about;by;dated\n", "unknown-record-field"),
      ("stop-orders", "", "csv-no-header"), ("log", "about,by,dated\n", "record-without-kind"),
      ("log", "record,about,by,on\n", "unknown-record-field"),
    ] {
      files["Contracts/status/stop-orders.csv"] = nil
      files["Contracts/status/log.csv"] = nil
      files["Contracts/status/\(name).csv"] = text
      let run = try await check()
      #expect(run.status == 2 && run.errors.contains("error[\(id)]"), "\(text): \(run.errors)")
    }
    files["Contracts/status/log.csv"] = "record,about,by,dated\n"
    #expect(try await check().status == 0)
    // A misspelt role would set every record of a kind aside, and none of them would hold anything back.
    files["Rules/a.rules"]?.replace("asserted by buyer", with: "asserted by byuer")
    for record in ["stop-order,launch,buyer,2013-11-20", "stop-order,launch,supplier,2013-11"] {
      files["Contracts/status/log.csv"] = "record,about,by,dated\n\(record)\n"
      let run = try await check()
      #expect(run.status == 2 && run.errors.contains("error[record-nobody-may-assert]"))
      #expect(run.errors.contains("'byuer' is no party of the contract; is it 'buyer'?"))
    }
  }

  @Test func theSuppliersOwnWordPaysNothing() async throws {
    var files = SmallWorld.files
    files["Contracts/a/status/state.ndjson"] = SmallWorld.records
      .replacing("verifier", with: "supplier")
    let folder = try TemporaryFolder(files)
    let run = try await Program.run(ReportedContracts.arguments, in: folder)
    #expect(run.status == 4)
    #expect(run.errors.contains("warning[asserter-not-authorised]"))
    #expect(try ReportJSON(run.output).contract("a").amounts["pay"] == "0.00")
    #expect(try ReportJSON(run.output).contract("b").amounts["pay"] == "5000000.00")
  }
}
