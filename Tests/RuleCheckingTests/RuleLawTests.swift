import RuleChecking
import SourceText
import TestSupport
import Testing

@Suite struct RuleLaws {
  private static func shipped(_ name: String) throws -> [UInt8] {
    try RuleReading.file("Rules/\(name).rules")
  }

  /// No error means that nothing of what was understood stands in for a mistake.
  private func checkLaws(
    of reading: RuleReading, _ comment: @autoclosure () -> String,
    at place: SourceLocation = #_sourceLocation
  ) {
    let found = reading.syntaxMistakes + reading.mistakes
    let isInside = found.allSatisfy { mistake in
      let size = reading.files[mistake.range.file].bytes.count
      return 0 <= mistake.range.lower && mistake.range.lower <= mistake.range.upper
        && mistake.range.upper <= size
    }
    #expect(isInside, "\(comment())", sourceLocation: place)
    if found.contains(where: \.isError) { return }
    let isWhole = reading.book.clauses.allSatisfy { clause in
      clause.isSound && !"\(clause.rules)\(clause.exceptions)".contains(".invalid")
        && !"\(clause.meanings)\(clause.terms)".contains(".invalid")
    }
    #expect(isWhole, "\(comment()) is wrong, and nothing says so", sourceLocation: place)
  }

  @Test func checksTheRulesOfThisRepository() throws {
    let names = [
      "damages", "exchange", "payment", "records", "calendars/us-federal",
      "calendars/ukraine-procurement",
    ]
    let texts = try names.map(Self.shipped)
    let reading = RuleReading(texts)
    #expect(reading.report == "")
    #expect(reading.book.clauses.count > 10)
    #expect(reading.book.clauses.allSatisfy { $0.isSound })
    checkLaws(of: reading, "the rules")
  }

  @Test func checksEveryPrefix() throws {
    let records = try Self.shipped("records")
    let exchange = try Self.shipped("exchange")
    let known = RuleReading([records])
    for length in stride(from: 0, through: exchange.count, by: 97) {
      checkLaws(of: known.adding(Array(exchange[..<length])), "a prefix of \(length) bytes")
    }
  }

  @Test(arguments: [1, 2, 3])
  func checksEveryMutation(_ seed: Int) throws {
    let records = try Self.shipped("records")
    let known = RuleReading([records])
    let exchange = try Self.shipped("exchange")
    var random = SplitMix64(seed: UInt64(seed))
    for round in 0..<1_000 {
      let mutated = Self.mutated(exchange, using: &random)
      checkLaws(of: known.adding(mutated), "seed \(seed), round \(round)")
    }
  }

  @Test func isDeterministic() throws {
    let records = try Self.shipped("records")
    let exchange = try Self.shipped("exchange")
    var random = SplitMix64(seed: 4)
    for _ in 0..<20 {
      let texts = [records, Self.mutated(exchange, using: &random)]
      #expect(RuleReading(texts).report == RuleReading(texts).report)
    }
  }

  /// A clause may have lost a requirement to a line that did not parse: it decides nothing.
  @Test func trustsNoClauseOfAFileThatDoesNotParse() {
    let rule = "require some acceptances\n require % is\n otherwise withhold amount until met"
    let reading = RuleReading(RuleSample.rule(rule))
    #expect(!reading.syntaxMistakes.isEmpty)
    #expect(reading.mistakes.isEmpty, "\(reading.report)")
    #expect(reading.book.clauses.map(\.isSound) == [false])
    let kind = "act a asserted by buyer {\n about contract\n dated date\n x % y\n}\n"
    let other = RuleReading([
      Array(kind.utf8), Array(RuleSample.rule("then report x").utf8),
    ])
    #expect(other.book.clauses.map(\.isSound) == [false])
  }

  @Test func trustsNoClauseWhereAKindIsWrongOrANameIsRepeated() {
    let wrong = "act «a» {\n about contract\n dated date\n}\n" + RuleSample.rule("then report x")
    let reading = RuleReading(MarkedSource(wrong).text)
    #expect(reading.mistakes.map(\.id) == [.recordWithoutAuthority])
    #expect(reading.book.clauses.map(\.isSound) == [false])
    let clause = "clause c {\n cites \"1\"\n}\n"
    #expect(RuleReading(clause + clause).book.clauses.map(\.isSound) == [false, false])
  }

  @Test func doesNotHangOnMeaningsThatFanOut() {
    let links = (1..<90).map { "m\($0) means m\($0 - 1) + m\($0 - 1)" }
    let text = "m0 means 5% of amount\n\(links.joined(separator: "\n"))\n x means m89"
    let rule = RuleSample.rule(
      "require x is at most USD 5\n otherwise withhold «x» until met", with: text, rounds: false)
    RuleReading.expect(.roundingUnsaid, rule)
  }

  @Test func survivesMeaningsOfManyBrackets() {
    let open = String(repeating: "(", count: 90)
    let close = String(repeating: ")", count: 90)
    let chain = String(repeating: " + 5%", count: 150)
    let links = (0..<40).map { "m\($0) means \(open)m\($0 + 1)\(chain)\(close)" }
    let text = RuleSample.meaning(
      "x means m0\n\(links.joined(separator: "\n"))\n m40 means 5%")
    #expect(RuleReading(text).mistakes.filter(\.isError).map(\.id) == [.definitionTooDeep])
  }

  private static func mutated(
    _ bytes: [UInt8], using random: inout SplitMix64
  ) -> [UInt8] {
    var bytes = bytes
    let pieces = [
      "{", "}", "(", ")", "|", "\n", "\"", "'s", " or ", " is ", " where ", "0", " amount ",
      " means ", " 5% ", " USD 5 ", " due ", " capabilities ", " finding ",
    ]
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let position = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, position + Int.random(in: 1...30, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(position..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[position..<end]), at: position)
      case 2: bytes[position] = UInt8.random(in: 0...255, using: &random)
      case 3:
        let target = Int.random(in: 0..<bytes.count, using: &random)
        bytes.insert(contentsOf: Array(bytes[position..<end]), at: target)
      default:
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
        bytes.insert(contentsOf: Array(piece.utf8), at: position)
      }
    }
    return bytes
  }
}
