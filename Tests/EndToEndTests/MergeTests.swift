import Foundation
import TestSupport
import Testing

/// The program, cut into shards and put together again.
@Suite struct Merges {
  private static let check = ["check", "Contracts", "--as-of", "2013-12-26"]

  /// A folder in which the reports of all shards of the samples are, and their names.
  private static func shards(
    of count: Int, in folder: TemporaryFolder, _ options: [String] = []
  ) async throws -> [String] {
    var names: [String] = []
    for index in 1...count {
      let name = folder.path("\(index).json")
      let run = try await Program.run(
        check + ["--shard", "\(index)/\(count)", "--report", "json=\(name)"] + options)
      #expect([0, 1].contains(run.status), "\(run.errors)")
      names.append(name)
    }
    return names
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7])
  func theSamplesComeOutAsInOneRun(_ count: Int) async throws {
    let folder = try TemporaryFolder()
    let names = try await Self.shards(of: count, in: folder)
    let whole = try await Program.run(Self.check + ["--format", "json"])
    let merged = try await Program.run(["merge"] + names.shuffled() + ["--format", "json"])
    #expect(merged.output == whole.output && merged.status == whole.status)
    #expect(merged.errors.isEmpty)
    let text = try await Program.run(Self.check).text
    let summary = try await Program.run(["merge"] + names).text
    #expect(summary.hasPrefix("10 contracts: ") && text.hasSuffix(summary))
  }

  @Test func theSchemaTakesTheReportOfAShard() async throws {
    let folder = try TemporaryFolder()
    let names = try await Self.shards(of: 2, in: folder)
    let schema = try await Program.run(["schema", "report"])
    let validator = try JSONSchemaValidator(schema.output)
    for name in names {
      let report = try JSONTree(try Data(contentsOf: URL(filePath: name)))
      #expect(report["shard"]?["of"] != nil)
      #expect(try validator.problems(of: report) == [])
    }
  }

  /// A shard that is not complete makes the whole so, and what others decided is there.
  @Test func anErrorOfOneShardIsOneOfTheWhole() async throws {
    var files = SmallWorld.files
    files["Contracts/a/status/state.ndjson"] = "{"
    let folder = try TemporaryFolder(files)
    var statuses: [Int32?] = []
    for index in 1...2 {
      statuses.append(
        try await Program.run(
          Self.check + ["--shard", "\(index)/2", "--report", "json=\(index).json"], in: folder
        ).status)
    }
    #expect(statuses.contains(2) && statuses.contains(0))
    let merged = try await Program.run(
      ["merge", "1.json", "2.json", "--format", "json"], in: folder)
    let whole = try await Program.run(Self.check + ["--format", "json"], in: folder)
    #expect(merged.status == 2 && merged.output == whole.output)
    #expect(try ReportJSON(merged.output).top["complete"] as? Bool == false)
    #expect(try ReportJSON(merged.output).contracts.map(\.id) == ["b"])
  }

  /// Whatever goes wrong does so in the whole, and nothing that it lacks reads as a pass.
  @Test(arguments: FailClosed.Trouble.allCases)
  func troubleIsTheSameAsInOneRun(_ trouble: FailClosed.Trouble) async throws {
    let folder = try TemporaryFolder(trouble.files)
    for index in 1...3 {
      let run = try await Program.run(
        Self.check + trouble.options
          + ["--shard", "\(index)/3", "--report", "json=\(index).json"], in: folder)
      #expect(run.status == trouble.status || run.status == 0, "\(run.errors)")
    }
    let merged = try await Program.run(
      ["merge", "1.json", "2.json", "3.json", "--format", "json"], in: folder)
    let whole = try await Program.run(
      Self.check + trouble.options + ["--format", "json"], in: folder)
    #expect(merged.status == trouble.status, "\(merged.errors)")
    #expect(merged.output == whole.output)
  }

  @Test func aFullDiskEndsWith74AndAClosedPipeAsEver() async throws {
    let folder = try TemporaryFolder()
    let names = try await Self.shards(of: 2, in: folder)
    let full = try await Program.run(
      ["merge"] + names + ["--format", "json"], output: .file("/dev/full"))
    #expect(full.status == 74 && full.errors.contains("cannot write to standard output"))
    let closed = try await Program.run(
      ["merge"] + names + ["--format", "json"], output: .closedPipe)
    #expect(closed.status == 1 && closed.errors.isEmpty)
  }

  @Test(arguments: [("1.json", "/dev/null"), ("1.json", "."), (".", "1.json")])
  func whatIsNoFileIsRefused(_ first: String, _ second: String) async throws {
    let folder = try TemporaryFolder(["1.json": "{}\n"])
    let run = try await Program.run(["merge", first, second], in: folder)
    #expect(run.status == 2 && run.output.isEmpty)
  }

  /// Formats other than JSON are the shard's own; each says that it is one, or leaves no doubt.
  @Test func whatPeopleReadSaysThatItIsAShard() async throws {
    let folder = try TemporaryFolder()
    let run = try await Program.run(
      Self.check + [
        "--shard", "1/2", "--report", "markdown=\(folder.path("m"))", "--report",
        "html=\(folder.path("h"))",
      ])
    #expect(run.text.contains("\nshard 1/2: "))
    #expect(try folder.text("m").contains("shard 1/2"))
    #expect(try folder.text("h").contains("shard 1/2"))
  }
}
