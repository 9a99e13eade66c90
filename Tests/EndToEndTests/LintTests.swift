import Foundation
import Testing

@Suite struct Linting {
  /// What this repository holds is meant, or says why.
  @Test func nothingIsFoundInThisRepository() async throws {
    let run = try await Program.run(["lint", "Rules", "Contracts"])
    #expect(run.status == 0, "\(run.text)")
    #expect(run.text.hasPrefix("nothing found · ") && run.errors == "")
  }

  private static let broken = """
    clause sound "Sound" {
      cites "1"
      finding means latest state of capabilities
      rule works for each deliverable {
        require finding is works and finding is works
        otherwise report x
      }
    }

    clause broken "Broken" {
      cites "2"
      rule r for each deliverable {
        require finding is
    """

  /// A text that does not parse is looked at as far as it does.
  @Test func aBrokenFileIsLookedAtAsFarAsItGoes() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    try folder.write(Self.broken, to: "Rules/broken.rules")
    let run = try await Program.run(["lint", "Rules"], in: folder)
    #expect(run.status == 2)
    #expect(run.text.contains("error[unclosed-brace]"), "\(run.text)")
    #expect(run.text.contains("warning[condition-repeated]"), "\(run.text)")
  }

  /// Nothing is mended that stands beside a mistake, and what is mended decides the same.
  @Test func whatIsMendedDecidesTheSame() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    let rules = try folder.text("Rules/exchange.rules")
    let odd = rules.replacing(
      "require finding is works", with: "require finding is works and finding is works or degraded")
    try folder.write(odd, to: "Rules/exchange.rules")
    let before = try await Program.run(ReportedContracts.arguments, in: folder)
    let run = try await Program.run(["lint", "Rules", "--fix"], in: folder)
    #expect(run.text.contains("1 was mended"), "\(run.text)")
    #expect(try folder.text("Rules/exchange.rules") == rules)
    let after = try await Program.run(ReportedContracts.arguments, in: folder)
    #expect(before.status == after.status)
    #expect(
      try ReportJSON(before.output).contracts.map(\.id)
        == ReportJSON(after.output).contracts.map(\.id))
  }

  /// Every prefix of a text is looked at without a fault, and none is taken for clean.
  @Test func noPrefixIsAFault() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    let text = Array(try folder.text("Rules/exchange.rules").utf8)
    for length in stride(from: 1, to: text.count, by: 37) {
      try folder.write(Data(text[..<length]), to: "Rules/exchange.rules")
      let run = try await Program.run(["lint", "Rules", "--quiet"], in: folder)
      #expect([0, 1, 2].contains(run.status), "\(length) bytes: \(run.text) \(run.errors)")
    }
  }
}
