import RuleFormatting
import SourceText
import TestSupport
import Testing

/// The laws of every layout, over every file of the repository and over many that are made from them.
@Suite struct LayoutLaws {
  static let samples = (RepositoryFile.all + RepositoryFile.blocks).filter {
    $0.bytes.count < 4_500
  }

  @Test func filesAreFound() {
    #expect(RepositoryFile.all.count > 40)
    #expect(RepositoryFile.blocks.count > 10)
    #expect(Self.samples.count > 20)
  }

  /// Formatting twice changes nothing, and what the text says is what it said before.
  private func check(
    _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let once = formatted(bytes)
    let isStable = formatted(once.bytes).bytes == once.bytes
    let isSame = TextContent(once.bytes) == TextContent(bytes)
    #expect(
      once.brokenInvariant == nil && isStable && isSame,
      "\(name)\n\(String(decoding: bytes, as: UTF8.self))", sourceLocation: sourceLocation)
  }

  @Test(arguments: RepositoryFile.all + RepositoryFile.blocks)
  func holdForTheRepository(_ file: RepositoryFile) { check(file.bytes, file.path) }

  @Test(arguments: samples) func theTreeIsTheSame(_ file: RepositoryFile) {
    let bytes = formatted(file.bytes).bytes
    #expect(TextContent.declarations(bytes) == TextContent.declarations(file.bytes))
  }

  @Test(arguments: RepositoryFile.all + RepositoryFile.blocks)
  func theRepositoryHasTheLayout(_ file: RepositoryFile) {
    let isLaidOut = formatted(file.bytes).bytes == file.bytes
    #expect(isLaidOut, "holdback format --diff Rules Contracts")
  }

  /// The layout is one: it does not depend on the spaces that stood there.
  @Test(arguments: samples) func otherSpacesComeToTheSame(_ file: RepositoryFile) {
    let expected = formatted(file.bytes).bytes
    for seed in 1...4 {
      var mutation = TextMutation(seed: seed)
      let isSame = formatted(mutation.spaced(file.bytes)).bytes == expected
      #expect(isSame, "seed \(seed)")
    }
  }

  @Test(arguments: samples) func holdWithCommentsAnywhere(_ file: RepositoryFile) {
    for seed in 1...3 {
      var mutation = TextMutation(seed: seed)
      let bytes = mutation.spaced(mutation.commented(file.bytes))
      check(bytes, "\(file.path), seed \(seed)")
    }
  }

  @Test(arguments: samples) func holdForDamagedTexts(_ file: RepositoryFile) {
    for seed in 1...5 {
      var mutation = TextMutation(seed: seed)
      check(mutation.damaged(file.bytes), "\(file.path), seed \(seed)")
    }
  }

  @Test(arguments: samples) func holdForTextsThatAreCutOff(_ file: RepositoryFile) {
    var random = SplitMix64(seed: 20_261_126)
    for _ in 0..<4 {
      let length = Int.random(in: 0...file.bytes.count, using: &random)
      check(Array(file.bytes[..<length]), "\(file.path), \(length) bytes")
    }
  }
}
