import Foundation
import Testing

/// The reports of the sample contracts, byte for byte as they are kept beside them.
///
/// `RECORD_GOLDENS=1` writes them anew and fails the run: look at the difference before it is kept.
@Suite struct SampleReports {
  static let names = [
    "california", "colorado", "federal", "hawaii", "illustrative", "kentucky", "massachusetts",
    "new-mexico", "oregon", "vermont",
  ]

  static func expect(_ data: Data, at path: String) throws {
    let file = Program.repository.appending(path: path)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try data.write(to: file)
      Issue.record("recorded \(path): look at the difference")
      return
    }
    let kept = try Data(contentsOf: file)
    let text = String(decoding: data, as: UTF8.self)
    #expect(data == kept, "\(path) is not what the program writes now:\n\(text)")
  }

  @Test(arguments: names)
  func areTheTextsBesideThem(_ name: String) async throws {
    let run = try await Program.run(
      ["check", "Contracts/\(name)", "--as-of", "2013-12-26", "--color", "never"])
    #expect(run.status == 0 || run.status == 1, "\(run.errors)")
    try Self.expect(run.output, at: "Contracts/\(name)/expected.txt")
  }

  /// Why they are decided so: the sample that the README shows, and the one with every bucket.
  @Test(arguments: ["illustrative", "vermont"])
  func areExplainedBesideThem(_ name: String) async throws {
    let run = try await Program.run(
      ["explain", "Contracts/\(name)", "--as-of", "2013-12-26", "--color", "never"])
    #expect(run.status == 0, "\(run.errors)")
    try Self.expect(run.output, at: "Contracts/\(name)/explained.txt")
  }

  @Test func areTheJSONOfThemAll() async throws {
    let run = try await Program.run(ReportedContracts.arguments)
    try Self.expect(run.output, at: "Contracts/expected.json")
  }

  @Test func areOfEverySample() throws {
    let contracts = Program.repository.appending(path: "Contracts")
    let folders = try FileManager.default.contentsOfDirectory(
      at: contracts, includingPropertiesForKeys: [.isDirectoryKey]
    ).filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
    #expect(folders.map(\.lastPathComponent).sorted() == Self.names)
  }
}
