import Foundation
import Testing

/// Record files of somebody else, which the contract names with their source.
@Suite struct SourceRecords {
  private static let header = "function,at,ok,ms\n"
  private static let passed = header + "accounts,2013-11-01T09:00:00Z,y,5\n"

  private func folder(
    _ table: String, named name: String = "ci/a.csv",
    lines: String = "records \"ci/*\" from build-server", rules: String = ""
  ) throws -> TemporaryFolder {
    try TemporaryFolder([
      "Rules/a.rules": DocumentWorld.rules + DocumentWorld.runs + rules,
      "Contracts/a.contract": """
      contract a "A" {
        party buyer    "State"
        party supplier "Supplier"
        party verifier "Verifier"
        \(lines)
        incorporates works
        milestone launch {
          due    2013-10-01
          amount USD 500
          deliverable accounts
        }
        invoice one {
          received 2013-11-15
          line launch {
            for    milestone launch
            amount USD 500
          }
        }
      }
      """,
      "Contracts/\(name)": table,
    ])
  }

  private func check(_ folder: TemporaryFolder) async throws -> Run {
    try await Program.run(
      ["check", "Contracts", "--as-of", "2013-12-26", "--format", "csv"], in: folder)
  }

  @Test func areBoundAsOurOwn() async throws {
    let folder = try folder(Self.passed)
    let run = try await check(folder)
    #expect(run.status == 0, "\(run.errors)")
    let report = try await Program.run(
      ["check", "Contracts", "--as-of", "2013-12-26", "--format", "json"], in: folder)
    let contract = try #require(try ReportJSON(report.output).contracts.first)
    #expect(contract.amounts["pay"] == "500.00")
    #expect(report.text.contains("\"path\": \"Contracts/ci/a.csv\""))
    let failed = try await check(try self.folder(Self.passed + "accounts,2013-11-02,n,\n"))
    #expect(failed.status == 1)
  }

  @Test(arguments: [
    (Self.header + "accounts,2013-11-01,maybe,5\n", "a.csv:2:21", "unmapped-text"),
    (Self.header + "acounts,2013-11-01,y,5\n", "a.csv:2:1", "unknown-subject"),
    (Self.header + "accounts,soon,y,5\n", "a.csv:2:10", "not-a-day"),
    (Self.header + "accounts,2013-11-01,y\n", "a.csv:2:1", "csv-ragged-row"),
    ("function,at,okay,ms\naccounts,2013-11-01,y,5\n", "a.csv:1:1", "unknown-column"),
    ("", "a.csv:1:1", "csv-no-header"),
  ])
  func aMistakeLeavesTheContract(_ table: String, _ place: String, _ id: String) async throws {
    let run = try await check(try folder(table))
    #expect(run.status == 2)
    #expect(run.errors.contains("error[\(id)]"), "\(run.errors)")
    #expect(run.errors.contains(place), "\(run.errors)")
    #expect(run.errors.contains("error[contract-undecided]"), "\(run.errors)")
  }

  @Test func areOfTheFormatOfTheirSource() async throws {
    let run = try await check(try folder(Self.passed, named: "ci/a.ndjson"))
    #expect(run.status == 2 && run.errors.contains("error[other-format]"), "\(run.errors)")
    #expect(run.errors.contains("source 'build-server' reads csv"))
    #expect(run.errors.contains("error[contract-undecided]"))
  }

  @Test func areReadInOneWayOnly() async throws {
    let run = try await check(
      try folder(
        Self.passed, lines: "records \"ci/*.csv\"\n  records \"ci/*\" from build-server"))
    #expect(run.status == 2)
    #expect(run.errors.contains("two 'records' lines that do not read it alike"), "\(run.errors)")
  }

  @Test(arguments: ["build-servr", "office"])
  func wantASourceOfRecords(_ name: String) async throws {
    let run = try await check(
      try folder(
        Self.passed, lines: "records \"ci/*\" from \(name)", rules: DocumentWorld.office))
    let id = name == "office" ? "source-of-contracts" : "unknown-source"
    #expect(run.status == 2 && run.errors.contains("error[\(id)]"), "\(run.errors)")
    #expect(run.errors.contains("error[contract-undecided]"), "\(run.errors)")
  }

  /// What a version of the records changes is told record by record, as with our own.
  @Test func areCompared() async throws {
    let folder = try folder(Self.passed + "accounts,2013-11-02,n,\n")
    try folder.write(Self.passed, to: "new/ci/a.csv")
    let run = try await Program.run(
      ["diff", "Contracts/ci", "new/ci", "--as-of", "2013-12-26"], in: folder)
    #expect(run.status == 1, "\(run.text) \(run.errors)")
    #expect(run.text.contains("record run about accounts"), "\(run.text) \(run.errors)")
  }
}
