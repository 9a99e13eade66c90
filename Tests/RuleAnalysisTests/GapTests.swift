import Foundation
import TestSupport
import Testing

@Suite struct Gaps {
  @Test(arguments: GapTableSamples.percents + GapTableSamples.numbers + GapTableSamples.dates)
  func areFoundInTablesOfOneInput(_ sample: GapCase) { sample.check() }

  @Test(
    arguments: GapInputSamples.words + GapInputSamples.several + GapInputSamples.missing
      + GapInputSamples.terms + GapInputSamples.opaque)
  func areFoundByWhatStandsInATable(_ sample: GapCase) { sample.check() }

  @Test(arguments: GapRuleSamples.cases)
  func areFoundBetweenRules(_ sample: GapCase) { sample.check() }

  @Test(arguments: GapRuleSamples.defeats)
  func areFoundBetweenExceptions(_ sample: GapCase) { sample.check() }

  /// The rules of this repository.
  static let library: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rules")
    let files = try? FileManager.default.contentsOfDirectory(
      at: root, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "rules" }.map {
      $0.path(percentEncoded: false)
    }
    .sorted()
  }()

  @Test func areNotInTheLibrary() throws {
    let bytes = try Self.library.flatMap { path in
      Array(try Data(contentsOf: URL(filePath: path))) + Array("\n".utf8)
    }
    let reading = GapReading(bytes)
    #expect(reading.mistakes.isEmpty)
    #expect(reading.findings.isEmpty, "\(reading.report)")
  }
}
