import Foundation
import Testing

@Suite struct ExitStatusesOfTheProgram {
  static let check = ["check", "Contracts", "--as-of", "2013-12-26"]

  private func status(of files: [String: String], _ options: String...) async throws -> Int32? {
    let folder = try TemporaryFolder(files)
    return try await Program.run(Self.check + options, in: folder).status
  }

  @Test func zeroWhereEverythingIsPayable() async throws {
    #expect(try await status(of: SmallWorld.files) == 0)
  }

  @Test func oneWhereMoneyIsWithheld() async throws {
    var files = SmallWorld.files
    files["Contracts/a/status/state.ndjson"] = SmallWorld.records.replacing("works", with: "fails")
    #expect(try await status(of: files) == 1)
    #expect(try await status(of: files, "--fail-on", "never") == 0)
  }

  @Test func twoWhereSomethingIsUnusable() async throws {
    var files = SmallWorld.files
    files["Contracts/a/status/state.ndjson"] = "{"
    #expect(try await status(of: files) == 2)
  }

  @Test func threeWhereThereIsNothingToCheck() async throws {
    let files = SmallWorld.files.filter { $0.key.hasPrefix("Rules") }
      .merging(["Contracts/a/a.txt": ""]) { $1 }
    #expect(try await status(of: files) == 3)
    #expect(try await status(of: files, "--allow-empty") == 0)
  }

  /// With nothing billed there is nothing to decide; what is billed is held, as no rule pays it.
  @Test func threeWhereNoRuleAppliesAndFourWhereMoneyWaitsForOne() async throws {
    var files = SmallWorld.files
    for name in ["a", "b"] {
      files["Contracts/\(name)/\(name).contract"] = SmallWorld.contract(named: name)
        .replacing("  incorporates working-exchange\n", with: "")
    }
    #expect(try await status(of: files) == 4)
    for path in files.keys where path.hasSuffix(".contract") {
      files[path]?.replace(/\x20 invoice one \{[\s\S]*?\n  \}\n/, with: "")
    }
    #expect(try await status(of: files) == 3)
  }

  @Test func fourWhereEvidenceIsMissing() async throws {
    var files = SmallWorld.files
    files["Contracts/a/status/state.ndjson"] = ""
    #expect(try await status(of: files) == 4)
    #expect(try await status(of: files, "--allow-undecided") == 0)
  }

  @Test func fourWhereEvidenceIsContested() async throws {
    var files = SmallWorld.files
    files["Contracts/a/status/state.ndjson"] =
      SmallWorld.records + SmallWorld.records.replacing("works", with: "fails")
    #expect(try await status(of: files) == 4)
  }

  @Test func seventyFourWhereTheReportCannotBeWritten() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    let full = try await Program.run(Self.check, in: folder, output: .file("/dev/full"))
    #expect(full.status == 74)
    #expect(full.errors.contains("cannot write to standard output"))
    let missing = try await Program.run(
      Self.check + ["--output", "missing/report.txt"], in: folder)
    #expect(missing.status == 74)
    #expect(missing.errors.contains("cannot write 'missing/report.txt'"))
    #expect(missing.output.isEmpty)
    let extra = try await Program.run(
      Self.check + ["--report", "json=missing/report.json"], in: folder)
    #expect(extra.status == 74)
    #expect(!extra.output.isEmpty)
  }

  @Test func aWrongInputIsGraverThanAFailedContract() async throws {
    var files = SmallWorld.files
    files["Contracts/a/status/state.ndjson"] = "{"
    files["Contracts/b/status/state.ndjson"] = SmallWorld.records.replacing("works", with: "fails")
    #expect(try await status(of: files) == 2)
  }

  @Test func aReportIsWrittenWholeOrNotAtAll() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    let file = try await Program.run(Self.check + ["--output", "report.txt"], in: folder)
    #expect(file.status == 0 && file.output.isEmpty)
    let direct = try await Program.run(Self.check, in: folder)
    #expect(try folder.text("report.txt") == direct.text)
    let entries = try FileManager.default.contentsOfDirectory(atPath: folder.path("."))
    #expect(Set(entries) == ["Rules", "Contracts", "report.txt"])
  }

  @Test(arguments: [["--help"], ["help"], ["--version"], ["check", "--help"]])
  func helpAndVersionArePrinted(_ arguments: [String]) async throws {
    let run = try await Program.run(arguments)
    #expect(run.status == 0 && !run.output.isEmpty && run.errors.isEmpty)
  }
}
