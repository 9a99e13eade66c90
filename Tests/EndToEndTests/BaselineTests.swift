import Foundation
import Testing

/// A run held against the report of an earlier one: only what is new fails.
@Suite struct Baselines {
  private static let check = ["check", "Contracts", "--as-of", "2013-12-26"]

  /// Contract `a` fails, `b` does not.
  private static var failing: [String: String] {
    var files = SmallWorld.files
    files["Contracts/a/status/state.ndjson"] = SmallWorld.records.replacing("works", with: "fails")
    return files
  }

  /// A folder with the report of its own state in `before.json`.
  private func folder(_ files: [String: String]) async throws -> TemporaryFolder {
    let folder = try TemporaryFolder(files)
    _ = try await Program.run(Self.check + ["--report", "json=before.json"], in: folder)
    return folder
  }

  private func run(_ folder: TemporaryFolder, _ options: String...) async throws -> Run {
    try await Program.run(
      Self.check + ["--baseline", "before.json", "--format", "json"] + options, in: folder)
  }

  @Test func whatWasKnownDoesNotFailAgain() async throws {
    let folder = try await folder(Self.failing)
    let run = try await run(folder)
    #expect(run.status == 0, "\(run.errors)")
    let report = try ReportJSON(run.output)
    #expect(report.top.text("baseline") == "before.json")
    let contract = try report.contract("a")
    #expect(contract.decision == "withhold")
    #expect(contract.findings.map { $0.text("baseline") } == ["known"])
    #expect(try report.contract("b").findings.map { $0.text("baseline") } == ["new"])
    // It is withheld as before, so that a reader must be told why the status is 0.
    let text = try await Program.run(Self.check + ["--baseline", "before.json"], in: folder)
    #expect(
      text.text.contains(
        "\nheld against before.json · what it had already does not fail again\n"))
  }

  /// The lines move, and nothing is new.
  @Test func whatMovedInItsFileIsKnown() async throws {
    let folder = try await folder(Self.failing)
    try folder.write(
      "// A comment.\n\n" + SmallWorld.contract(named: "a"), to: "Contracts/a/a.contract")
    #expect(try await run(folder).status == 0)
  }

  @Test func anotherContractThatFailsIsNew() async throws {
    let folder = try await folder(Self.failing)
    try folder.write(
      SmallWorld.records.replacing("works", with: "fails"), to: "Contracts/b/status/state.ndjson")
    let run = try await run(folder)
    #expect(run.status == 1)
    #expect(
      try ReportJSON(run.output).contract("b").findings.map { $0.text("baseline") } == ["new"])
  }

  /// To the cent: the same finding that holds one cent more is not what was known.
  @Test(arguments: [("USD 5,000,000", 0), ("USD 4,999,999.99", 0), ("USD 5,000,000.01", 1)])
  func moreMoneyHeldIsNew(_ amount: String, status: Int32) async throws {
    let folder = try await folder(Self.failing)
    try folder.write(
      SmallWorld.contract(named: "a").replacing("USD 5,000,000", with: amount),
      to: "Contracts/a/a.contract")
    #expect(try await run(folder).status == status)
  }

  /// What was paid and is not payable may not grow unseen either, though no bucket has it.
  @Test(arguments: [("1,000,000", 0), ("999,999.99", 0), ("1,000,000.01", 1)])
  func moreMoneyOverpaidIsNew(_ amount: String, status: Int32) async throws {
    func contract(_ paid: String) -> String {
      SmallWorld.contract(named: "a").replacing(
        "\n  milestone launch",
        with: """

            payment first {
              for    invoice one
              made   2013-12-01
              amount USD \(paid)
            }
            milestone launch
          """)
    }
    var files = Self.failing
    files["Contracts/a/a.contract"] = contract("1,000,000")
    let folder = try await folder(files)
    try folder.write(contract(amount), to: "Contracts/a/a.contract")
    let run = try await run(folder)
    #expect(run.status == status, "\(run.errors)")
    #expect(try ReportJSON(run.output).contract("a").decision == "recover-overpayment")
  }

  /// The same sum, but another invoice pays for it.
  @Test func moneyHeldOfAnotherInvoiceIsNew() async throws {
    func contract(_ first: String, _ second: String) -> String {
      SmallWorld.contract(named: "a").replacing(
        "amount USD 5,000,000\n    }\n  }\n}",
        with: """
          amount USD \(first)
              }
            }
            invoice two {
              received 2013-11-16
              line launch {
                for    milestone launch
                amount USD \(second)
              }
            }
          }
          """)
    }
    var files = Self.failing
    files["Contracts/a/a.contract"] = contract("3,000,000", "2,000,000")
    let folder = try await folder(files)
    #expect(try await run(folder).status == 0)
    try folder.write(contract("2,999,999", "2,000,001"), to: "Contracts/a/a.contract")
    #expect(try await run(folder).status == 1)
  }

  @Test func aReportMayNotTakeItsPlace() async throws {
    let folder = try await folder(Self.failing)
    let run = try await run(folder, "--report", "json=./before.json")
    #expect(run.status == 2 && run.errors.contains("which is the baseline"), "\(run.errors)")
  }

  @Test func aGraverVerdictIsNew() async throws {
    var files = SmallWorld.files
    files["Contracts/a/status/state.ndjson"] = ""
    let folder = try await folder(files)
    #expect(try await run(folder).status == 0)
    try folder.write(
      SmallWorld.records.replacing("works", with: "fails"), to: "Contracts/a/status/state.ndjson")
    #expect(try await run(folder).status == 1)
  }

  /// An input that cannot be used is never known.
  @Test func aBrokenRecordIsNew() async throws {
    let folder = try await folder(Self.failing)
    try folder.write("{", to: "Contracts/a/status/state.ndjson")
    #expect(try await run(folder).status == 2)
  }

  @Test(arguments: [
    (nil, "no such file or folder"), ("{", "is no JSON text"), ("[]", "is no report of 'check'"),
    (#"{"version": 1, "contracts": [{"id": "a"}]}"#, "is no report of 'check'"),
    (#"{"version": 2, "contracts": []}"#, "is no report of 'check'"),
  ])
  func aBaselineThatIsNoneIsNeverAPass(_ text: String?, _ words: String) async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    if let text { try folder.write(text, to: "before.json") }
    let run = try await run(folder)
    #expect(run.status == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(try ReportJSON(run.output).contracts.count == 2)
    #expect(try ReportJSON(run.output).top["complete"] as? Bool == false)
  }

  @Test func aRunMayCountNoWaivers() async throws {
    var files = Self.failing
    files["Contracts/a/a.contract"] = SmallWorld.contract(named: "a").replacing(
      "\n  milestone launch",
      with: """

          waiver patience of deliverable-works for deliverable accounts {
            from     2013-12-01
            through  2013-12-31
            approved "Commissioner"
            because  "the state was late itself"
          }
          milestone launch
        """)
    let folder = try TemporaryFolder(files)
    let honoured = try await Program.run(Self.check + ["--format", "json"], in: folder)
    #expect(honoured.status == 0, "\(honoured.errors)")
    let waivers = try ReportJSON(honoured.output).contract("a").object.objects("waivers")
    #expect(waivers.map { $0.text("reason") } == ["the state was late itself"])
    #expect(waivers.map { $0["used"] as? Bool } == [true])
    let strict = try await Program.run(
      Self.check + ["--format", "json", "--no-waivers"], in: folder)
    #expect(strict.status == 1)
    #expect(try ReportJSON(strict.output).top["waiversHonoured"] as? Bool == false)
  }
}
