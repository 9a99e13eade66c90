import Foundation
import Testing

@Suite struct SourceRules {
  static let longest = 400

  static func libraries() throws -> [SourceTree.File] {
    try Layer.all.flatMap { try SourceTree.files(below: "Sources/\($0.name)", ending: ".swift") }
  }

  static func everyText() throws -> [SourceTree.File] {
    try ["Sources", "Tests", "Rules", "Contracts"].flatMap {
      try SourceTree.files(
        below: $0, ending: ".swift", ".rules", ".contract", ".tests", ".md", ".csv", ".json",
        ".ndjson", ".txt")
    }
  }

  /// Output goes through `Host`, dates are counted in days, and amounts are never binary fractions.
  @Test func librariesDoNotPrintAskTheClockOrCountInBinaryFractions() throws {
    let found = try Self.libraries().flatMap {
      $0.places(of: /\b(?:print|debugPrint|dump|Date|NSLog)\(|\b(?:Double|Float|Float16|CGFloat)\b/)
    }
    #expect(found == [])
  }

  @Test func filesAreShort() throws {
    let files = try ["Sources", "Tests"].flatMap {
      try SourceTree.files(below: $0, ending: ".swift")
    }
    #expect(files.filter { $0.lines.count - 1 > Self.longest }.map(\.path) == [])
  }

  @Test func nothingIsLeftForLater() throws {
    // Written so that this line is not what it looks for.
    let pattern = try Regex<Substring>("\\b(?:TO" + "DO|FIX" + "ME)\\b")
    let found = try Self.everyText().filter { $0.text.contains(pattern) }
    #expect(found.map(\.path) == [])
  }

  @Test func noTextKnowsTheMachineItWasWrittenOn() throws {
    let pattern = try Regex<Substring>("(?:^|[^A-Za-z0-9_./])/(?:work|ro" + "ot|home|Users)/")
    let found = try Self.everyText().filter { $0.text.contains(pattern) }
    #expect(found.map(\.path) == [])
  }

  @Test func theTopLevelIsFixed() throws {
    let allowed: Set = [
      "Package.swift", "Sources", "Tests", "Rules", "Contracts", "README.md", "LICENSE",
    ]
    let entries = try FileManager.default.contentsOfDirectory(
      atPath: SourceTree.root.path(percentEncoded: false))
    #expect(entries.filter { !$0.hasPrefix(".") && !allowed.contains($0) } == [])
  }
}
