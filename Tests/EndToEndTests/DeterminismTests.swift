import Foundation
import Testing

/// The same inputs give the same bytes, wherever and however often they are read.
@Suite struct Determinism {
  static let formats = ["text", "json"]

  private func check(
    _ format: String, of paths: [String] = ["Contracts"], in folder: TemporaryFolder? = nil,
    environment: [String: String] = [:]
  ) async throws -> Run {
    try await Program.run(
      ["check"] + paths + ["--as-of", "2013-12-26", "--format", format], in: folder,
      environment: environment)
  }

  @Test(arguments: formats)
  func holdsOverTenRuns(_ format: String) async throws {
    let first = try await check(format)
    #expect(first.output.count > 1000)
    for _ in 1..<10 {
      let again = try await check(format)
      #expect(again.output == first.output && again.errors == first.errors)
      #expect(again.status == first.status)
    }
  }

  @Test(
    arguments: ["Pacific/Kiritimati", "America/Adak"], ["de_DE.UTF-8", "tr_TR.UTF-8", "C"])
  func holdsInEveryPlaceAndTongue(_ zone: String, _ locale: String) async throws {
    for format in Self.formats {
      let plain = try await check(format)
      let there = try await check(
        format,
        environment: ["TZ": zone, "LANG": locale, "LC_ALL": locale, "LANGUAGE": locale])
      #expect(there.output == plain.output && there.errors == plain.errors)
    }
  }

  @Test(arguments: formats)
  func holdsInEveryOrderOfThePaths(_ format: String) async throws {
    let folder = Program.repository.appending(path: "Contracts")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    let paths = names.map { "Contracts/\($0)/\($0).contract" }
      .filter { FileManager.default.fileExists(atPath: "\(Program.repository.path())/\($0)") }
      .sorted()
    #expect(paths.count == 10)
    let whole = try await check(format)
    for order in [paths, paths.reversed(), Array(paths[4...] + paths[..<4]), paths + ["Contracts"]]
    {
      let run = try await check(format, of: order)
      #expect(run.output == whole.output && run.errors == whole.errors)
    }
  }

  /// The names of folders decide in which order files are read, and must decide nothing else.
  @Test func holdsWhenTheFoldersAreReadInAnotherOrder() async throws {
    let (plain, renamed) = (try TemporaryFolder(), try TemporaryFolder())
    let names = ["kentucky", "massachusetts", "oregon", "vermont"]
    for folder in [plain, renamed] { try folder.copy("Rules") }
    for (place, name) in names.enumerated() {
      try plain.copy("Contracts/\(name)", as: "Contracts/\(place)")
      try renamed.copy("Contracts/\(name)", as: "Contracts/\(names.count - 1 - place)")
    }
    let run = try await check("json", in: plain)
    let other = try await check("json", in: renamed)
    #expect(other.status == run.status)
    let expected = names.enumerated().reduce(run.text) { text, entry in
      text.replacing("Contracts/\(entry.offset)/", with: "\(entry.element)/")
    }
    let found = names.enumerated().reduce(other.text) { text, entry in
      text.replacing(
        "Contracts/\(names.count - 1 - entry.offset)/", with: "\(entry.element)/")
    }
    #expect(try ReportJSON(Data(expected.utf8)).decided == ReportJSON(Data(found.utf8)).decided)
  }

  @Test func holdsWhateverWasReadBefore() async throws {
    let alone = try await check("json", of: ["Contracts/vermont"])
    let among = try await check("json")
    #expect(
      try ReportJSON(alone.output).contract("vermont").bytes
        == ReportJSON(among.output).contract("vermont").bytes)
  }
}
