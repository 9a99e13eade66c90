import RuleAnalysis
import SourceText
import TestSupport
import Testing

/// What is found about two conditions on one number is what all its values say, and nothing else.
@Suite struct ConditionLaws {
  /// A test of `tried`, as text and as what it lets pass of values in halves: that a count is whole
  /// is more than the analysis knows.
  private struct Test {
    let text: String
    let holds: (Int) -> Bool

    init(using random: inout SplitMix64) {
      let low = Int.random(in: 0...6, using: &random)
      let high = low + Int.random(in: 1...3, using: &random)
      let (from, to) = (2 * low, 2 * high)
      let forms: [(String, (Int) -> Bool)] = [
        ("is at least \(low) capabilities", { $0 >= from }),
        ("is more than \(low) capabilities", { $0 > from }),
        ("is at most \(low) capabilities", { $0 <= from }),
        ("is less than \(low) capabilities", { $0 < from }),
        ("is \(low) capabilities", { $0 == from }),
        ("is \(low) capabilities to \(high) capabilities", { $0 >= from && $0 <= to }),
        ("is not \(low) capabilities", { $0 != from }),
        ("is not at least \(low) capabilities", { $0 < from }),
        ("is not \(low) capabilities to \(high) capabilities", { $0 < from || $0 > to }),
        ("is \(low) capabilities or \(high) capabilities", { $0 == from || $0 == to }),
      ]
      let form = forms[Int.random(in: forms.indices, using: &random)]
      text = "tried \(form.0)"
      holds = form.1
    }
  }

  private static let values = Array(0...48)

  /// A rule for each list of tests, all in one clause.
  private static func rules(_ lists: [[Test]]) -> String {
    AnalysisSample.clause(
      lists.enumerated().map { number, tests in
        "  rule r\(number) for each milestone {\n"
          + tests.map { "    when \($0.text)\n" }.joined() + "    then report x\n  }"
      }.joined(separator: "\n"))
  }

  /// The text of each rule.
  private static func pieces(_ text: String) -> [Substring] {
    text.split(separator: "\n  rule r").filter { $0.first?.isNumber == true }
  }

  @Test(arguments: [2013, 2014, 2015, 2016]) func findingsAreTrue(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pairs = (0..<60).map { _ in [Test(using: &random), Test(using: &random)] }
    let text = Self.rules(pairs)
    let found = Analysed(rules: text).outcome.diagnostics
    let pieces = Self.pieces(text)
    for (tests, piece) in zip(pairs, pieces) {
      let start = piece.startIndex.utf16Offset(in: text)
      let place = start..<start + piece.utf8.count
      for finding in found where place.contains(finding.range.lower) {
        #expect(Self.isTrue(finding.id.rawValue, of: tests), "\(finding.id) \(piece), seed \(seed)")
      }
      let isImpossible = Self.values.allSatisfy { !tests[0].holds($0) || !tests[1].holds($0) }
      let isFound = found.contains {
        $0.id.rawValue == "rule-never-applies" && place.contains($0.range.lower)
      }
      #expect(isFound == isImpossible, "\(piece), seed \(seed)")
    }
  }

  private static func isTrue(_ id: String, of tests: [Test]) -> Bool {
    let (first, second) = (tests[0], tests[1])
    switch id {
    case "rule-never-applies": return values.allSatisfy { !first.holds($0) || !second.holds($0) }
    case "condition-always-holds": return tests.contains { values.allSatisfy($0.holds) }
    case "condition-repeated": return values.allSatisfy { first.holds($0) == second.holds($0) }
    case "condition-implied":
      return [(first, second), (second, first)].contains { one, other in
        values.allSatisfy { !one.holds($0) || other.holds($0) }
      }
    case "said-twice": return true
    default: return false
    }
  }

  /// What is mended lets the same values pass, and is no mistake.
  @Test(arguments: [1, 2, 3, 4]) func whatIsMendedSaysTheSame(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let lists = (0..<60).map { _ in (0..<3).map { _ in Test(using: &random) } }
    let text = Self.rules(lists)
    let mended = Analysed(rules: text).fixedText
    #expect(mended.utf8.count < text.utf8.count, "seed \(seed)")
    #expect(Analysed(rules: mended).outcome.diagnostics.allSatisfy { !$0.isError })
    for (tests, piece) in zip(lists, Self.pieces(mended)) {
      let left = tests.filter { piece.contains("when \($0.text)\n") }
      for value in Self.values {
        let was = tests.allSatisfy { $0.holds(value) }
        #expect(was == left.allSatisfy { $0.holds(value) }, "\(piece), seed \(seed)")
      }
    }
  }
}
