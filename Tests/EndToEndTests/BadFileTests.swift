import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What is no regular, readable file of a sensible size ends with 2, at once, and is named.
@Suite struct BadFiles {
  static let contract = "Contracts/a/a.contract"
  static let records = "Contracts/a/status/state.ndjson"
  static let rules = "Rules/exchange.rules"

  private func check(
    _ folder: TemporaryFolder, _ options: [String] = []
  ) async throws -> (run: Run, decided: [String]) {
    let run = try await Program.run(ReportedContracts.arguments + options, in: folder)
    return (run, try ReportJSON(run.output).contracts.map(\.id))
  }

  private func expect(
    _ words: String, of path: String, in folder: TemporaryFolder,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let (run, decided) = try await check(folder)
    #expect(run.status == 2, sourceLocation: sourceLocation)
    #expect(
      run.errors == "holdback: '\(path)': \(words)\n", "\(run.errors)",
      sourceLocation: sourceLocation)
    // Without all the rules nothing is decided; without a contract or its records the others are.
    #expect(decided == (path == Self.rules ? [] : ["b"]), sourceLocation: sourceLocation)
  }

  @Test(arguments: [contract, records, rules])
  func aPipeIsNotWaitedFor(_ path: String) async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    try folder.remove(path)
    try #require(unsafe mkfifo(folder.path(path), 0o600) == 0)
    try await expect("is not a regular file", of: path, in: folder)
  }

  /// A report of a shard, and a document that lies in a folder, are waited for as little.
  @Test(arguments: [["merge", "pipe.json"], ["check", "docs", "--source", "office"]])
  func aPipeOfOthersIsNotWaitedFor(_ arguments: [String]) async throws {
    let folder = try DocumentWorld.folder(["docs/a.ndjson": DocumentWorld.document + "\n"])
    for path in ["pipe.json", "docs/b.ndjson"] {
      try #require(unsafe mkfifo(folder.path(path), 0o600) == 0)
    }
    let run = try await Program.run(arguments, in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("is not a regular file"), "\(run.errors)")
  }

  @Test(arguments: [contract, records, rules])
  func whatMayNotBeReadIsSaid(_ path: String) async throws {
    if getuid() == 0 {
      print("skipped: to the superuser every file is readable")
      return
    }
    let folder = try TemporaryFolder(SmallWorld.files)
    try #require(unsafe chmod(folder.path(path), 0) == 0)
    try await expect("permission denied", of: path, in: folder)
  }

  @Test(arguments: [contract, rules])
  func aHugeTextIsNotRead(_ path: String) async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    let text = try folder.text(path) + String(repeating: " ", count: 16 << 20)
    try folder.write(text, to: path)
    try await expect("is larger than 16 MiB", of: path, in: folder)
  }

  @Test func aFolderIsNoRecordFile() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    var text = try folder.text(Self.contract)
    text.replace("status/*", with: "status")
    try folder.write(text, to: Self.contract)
    let (run, _) = try await check(folder)
    #expect(run.status != 0 && run.status != nil)
    #expect(!run.text.contains("\"decision\": \"pay\",\n      \"id\": \"a\""))
  }

  @Test func aFolderNamedLikeAContractIsSearched() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    try folder.write(SmallWorld.contract(named: "c"), to: "Contracts/c.contract/c.contract")
    try folder.write(SmallWorld.records, to: "Contracts/c.contract/status/state.ndjson")
    let (run, decided) = try await check(folder)
    #expect(run.status == 0)
    #expect(decided == ["a", "b", "c"])
  }

  @Test func aMissingRulesFolderIsNamed() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    let (run, decided) = try await check(folder, ["--rules", "Ruls"])
    #expect(run.status == 2)
    #expect(run.errors.contains("holdback: 'Ruls': no such file or folder"))
    #expect(decided == [])
  }

  @Test func aRecordBehindALinkIsNotMissed() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    try folder.remove(Self.records)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(Self.records),
      withDestinationPath: folder.path("Contracts/b/status/state.ndjson"))
    try await expect(
      "is a symbolic link, and records are not read through one", of: Self.records, in: folder)
  }

  @Test func bytesThatAreNoTextAreSaid() async throws {
    for (path, id) in [
      (Self.contract, "invalid-utf-8"), (Self.records, "json-invalid-utf8"),
      (Self.rules, "invalid-utf-8"),
    ] {
      let folder = try TemporaryFolder(SmallWorld.files)
      var bytes = Data(try folder.text(path).utf8)
      bytes[bytes.count / 2] = 0xFF
      try folder.write(bytes, to: path)
      let (run, _) = try await check(folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("error[\(id)]"), "\(run.errors)")
    }
  }
}
