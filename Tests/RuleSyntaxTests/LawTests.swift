import RuleSyntax
import SourceText
import TestSupport
import Testing

@Suite struct Laws {
  static let sample = Array(GrammarSample.text.utf8)
  static let parts = [GrammarSample.records, GrammarSample.clauses, GrammarSample.contract]
    .map { Array($0.utf8) }

  @Test func losesNoByte() {
    checkCoverage(of: Self.sample)
    var random = SplitMix64(seed: 7)
    for _ in 0..<60 { checkCoverage(of: mutated(Self.sample, using: &random)) }
  }

  /// Tokens are in order, and between them are only spaces, comments, and what is reported.
  private func checkCoverage(of bytes: [UInt8]) {
    let result = parsed(bytes)
    var position = 0
    for token in result.value.tokens {
      #expect(position <= token.lower && token.lower <= token.upper)
      let gap = bytes[position..<token.lower]
      for line in gap.split(separator: 0x0A) {
        let text = line.drop { $0 <= 0x20 || $0 == 0x7F }
        let isReported = result.diagnostics.contains {
          $0.range.lower < token.lower && $0.range.upper > position
        }
        #expect(
          text.isEmpty || text.starts(with: "//".utf8) || isReported,
          "\(String(decoding: line, as: UTF8.self))")
      }
      position = token.upper
    }
    #expect(position == bytes.count)
    #expect(result.value.tokens.last?.kind == .endOfFile)
  }

  @Test(arguments: parts) func readsEveryPrefix(_ bytes: [UInt8]) {
    for length in 0..<bytes.count {
      let diagnostics = parsed(Array(bytes[..<length])).diagnostics
      #expect(diagnostics.count <= 3, "prefix of \(length) bytes")
    }
  }

  @Test(arguments: [20_261_121, 4_711]) func readsEveryMutation(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for round in 0..<2_500 {
      let bytes = mutated(Self.parts[round % Self.parts.count], using: &random)
      let result = parsed(bytes)
      let isInside = result.diagnostics.allSatisfy {
        0 <= $0.range.lower && $0.range.lower <= $0.range.upper && $0.range.upper <= bytes.count
      }
      #expect(isInside, "seed \(seed), round \(round)")
    }
  }

  @Test func isDeterministic() {
    var random = SplitMix64(seed: 99)
    for _ in 0..<10 {
      let bytes = mutated(Self.sample, using: &random)
      let first = parsed(bytes)
      let second = parsed(bytes)
      #expect(first.diagnostics == second.diagnostics)
      #expect(first.value.tokens == second.value.tokens)
      #expect("\(first.value.declarations)" == "\(second.value.declarations)")
    }
  }

  @Test func refusesDeepTexts() {
    let brackets = "clause a {\n x means " + String(repeating: "(", count: 100_000)
    #expect(parsed(brackets).diagnostics.map(\.id) == [.tooDeep])
    let blocks = String(repeating: "a {\n", count: 50_000)
    #expect(parsed(blocks).diagnostics.map(\.id) == [.tooDeep])
    let alternatives = String(repeating: "any of {\n", count: 20_000)
    let rule = "clause a {\nrule b {\nrequire "
    #expect(parsed(rule + alternatives).diagnostics.map(\.id) == [.tooDeep])
    #expect(
      parsed(String(repeating: "(", count: 1_000_001)).diagnostics.map(\.id) == [.tooManyTokens])
  }

  @Test(arguments: ["and a", "+ a", "less a", "* a", "or a", "or a to b"])
  func refusesLongChains(_ link: String) {
    let chain = String(repeating: " \(link)", count: link == "and a" ? 200_000 : 10_000)
    let start = link.hasPrefix("or") ? " is a" : link.hasPrefix("and") ? "" : " + a"
    let diagnostics = parsed("clause a {\n x means a\(start)\(chain)\n term 5 date\n}").diagnostics
    #expect(diagnostics.map(\.id) == [.chainTooLong, .expectedName])
  }

  @Test func refusesLargeFiles() {
    let spaces = [UInt8](repeating: 0x20, count: SyntaxLimits.fileBytes + 1)
    let result = parsed(spaces)
    #expect(result.diagnostics.map(\.id) == [.fileTooLarge])
    #expect(result.value.tokens.map(\.kind) == [.unknown, .endOfFile])
  }

  @Test func acceptsAByteOrderMarkAndCarriageReturnsAtLineEnds() {
    let text = "\u{FEFF}" + GrammarSample.text.replacing("\n", with: "\r\n")
    #expect(rendered(text) == "")
    #expect(parsed(text).value.declarations.count == 7)
  }

  /// Returns the bytes with a few of them removed, doubled, moved or changed.
  private func mutated(_ bytes: [UInt8], using random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    let pieces = [
      "{", "}", "(", ")", "|", "\n", "\"", "'s", " or ", " is ", " where ", "\u{202E}", "0",
    ]
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let position = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, position + Int.random(in: 1...12, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(position..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[position..<end]), at: position)
      case 2: bytes[position] = UInt8.random(in: 0...255, using: &random)
      default:
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
        bytes.insert(contentsOf: Array(piece.utf8), at: position)
      }
    }
    return bytes
  }
}
