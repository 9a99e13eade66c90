import RuleAnalysis
import SourceText
import TestSupport
import Testing

/// Random tables over days and words, of which it is also counted which rows apply at each point.
struct RandomTable {
  /// One row: days from and through, and the words by their places.
  struct Row {
    let days: ClosedRange<Int>?
    let isOpenAbove: Bool
    let words: Set<Int>
  }

  static let words = ["gold", "silver", "bronze"]
  /// Days beyond all that any row names.
  static let mostDays = 12

  let rows: [Row]

  init(_ random: inout SplitMix64) {
    rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      let first = Int.random(in: 0...8, using: &random)
      let words = Set(0..<3).filter { _ in Bool.random(using: &random) }
      return Row(
        days: Int.random(in: 0..<4, using: &random) == 0
          ? nil : first...Int.random(in: first...10, using: &random),
        isOpenAbove: Int.random(in: 0..<3, using: &random) == 0, words: words)
    }
  }

  var text: String {
    let lines = rows.map { "| \(days(of: $0)) | \(words(of: $0)) | 1 |" }
    return GapInputSamples.table(
      "wait means \(GapTableSamples.days)\n" + GapInputSamples.grade,
      "answer means\n| wait | grade | answer |\n" + lines.joined(separator: "\n"))
  }

  private func days(of row: Row) -> String {
    guard let days = row.days else { return "any" }
    return row.isOpenAbove
      ? "at least \(days.lowerBound) calendar days"
      : "\(days.lowerBound) calendar days to \(days.upperBound) calendar days"
  }

  private func words(of row: Row) -> String {
    row.words.isEmpty ? "any" : row.words.sorted().map { Self.words[$0] }.joined(separator: " or ")
  }

  private func applies(_ row: Row, _ day: Int, _ word: Int) -> Bool {
    let isOnDay = row.days.map { row.isOpenAbove ? day >= $0.lowerBound : $0.contains(day) } ?? true
    return isOnDay && (row.words.isEmpty || row.words.contains(word))
  }

  /// For each point how many rows apply.
  private var counts: [Int] {
    (0...Self.mostDays).flatMap { day in
      (0..<3).map { word in rows.count { applies($0, day, word) } }
    }
  }

  var hasGap: Bool { counts.contains(0) }
  var hasOverlap: Bool { counts.contains { $0 > 1 } }
}

@Suite struct GapLaws {
  /// A gap is reported where a point lies in no row, an overlap where one lies in two, and every
  /// counter-example fails when it is run.
  @Test(arguments: [UInt64](1...8))
  func areThoseThatCountingFinds(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<5 {
      let table = RandomTable(&random)
      let reading = GapReading(Array(table.text.utf8))
      let ids = Set(reading.findings.map(\.id))
      let report: Comment = "seed \(seed)\n\(table.text)\n\(reading.report)"
      #expect(reading.mistakes.isEmpty, report)
      #expect(ids.contains(.tableGap) == table.hasGap, report)
      let overlaps: Set<DiagnosticID> = [.tableOverlap, .tableRowSubsumed]
      #expect(ids.isDisjoint(with: overlaps) == !table.hasOverlap, report)
      #expect(!ids.contains(.notAnalysedExactly), report)
      let written = reading.findings.compactMap(\.counterExample)
      #expect(written.count == reading.findings.count, report)
      reading.expectFailingTests(isEach: false)
    }
  }

  /// A long table is looked at in full.
  @Test func longTablesAreLookedAt() {
    func rows(_ count: Int, without gap: Int?) -> String {
      (0..<count).filter { $0 != gap }.map { "| \($0) calendar days | \($0) |" }
        .joined(separator: "\n") + "\n| at least \(count) calendar days | 0 |"
    }
    let whole = GapReading(
      Array(
        GapTableSamples.table(GapTableSamples.days, rows(1_000, without: nil), name: "answer").utf8)
    )
    #expect(whole.findings.isEmpty, "\(whole.report)")
    let broken = GapReading(
      Array(
        GapTableSamples.table(GapTableSamples.days, rows(1_000, without: 777), name: "answer").utf8)
    )
    #expect(broken.findings.map(\.id) == [.tableGap])
    #expect(broken.findings.first?.message.contains("777 calendar days") == true)
    broken.expectFailingTests()
  }

  /// Of a table that is too large it is said that not all of it was looked at.
  @Test func whatIsTooLargeIsReported() {
    let names = (0..<6).map { "d\($0)" }
    let meanings = names.map { "\($0) means number of defects where number is \"\($0)\"" }
      .joined(separator: "\n")
    var random = SplitMix64(seed: 7)
    let rows = (0..<60).map { row in
      "| "
        + names.map { _ in
          let first = Int.random(in: 0...40, using: &random)
          return "\(first) defects to \(first + 55) defects"
        }.joined(separator: " | ") + " | \(row) |"
    }
    let reading = GapReading(
      Array(
        GapInputSamples.table(
          meanings,
          "answer means\n| \(names.joined(separator: " | ")) | answer |\n"
            + rows.joined(separator: "\n")
        ).utf8))
    #expect(reading.mistakes.isEmpty, "\(reading.report)")
    #expect(reading.findings.map(\.id).contains(.notAnalysedExactly))
  }

  /// Two readings of one text are the same to the byte.
  @Test func areAlwaysTheSame() {
    for sample in GapInputSamples.terms + GapRuleSamples.defeats {
      let bytes = MarkedSource(sample.text).bytes
      #expect(GapReading(bytes).report == GapReading(bytes).report)
    }
  }

  /// Meanings that double one another take no longer for it.
  @Test func meaningsThatDoubleAreQuick() {
    let doubles = (1...40).map { "m\($0) means m\($0 - 1) + m\($0 - 1)" }.joined(separator: "\n")
    let conditions = (1...40).map { "c\($0) means any of {\nc\($0 - 1)\nc\($0 - 1)\n}" }
      .joined(separator: "\n")
    let reading = GapReading(
      Array(
        (GapTableSamples.records + """
          clause sample "Sample" {
            cites "1"
            m0 means calendar days after due through as-of
            \(doubles)
            c0 means m40 is at least 5 calendar days
            \(conditions)
            answer means
              | m40                       | answer |
              | at most 5 calendar days   | 1      |
              | at least 7 calendar days  | 2      |
            rule one for each milestone {
              when c40
              require answer is at least 1
              otherwise report answer
            }
          }
          """).utf8))
    #expect(reading.mistakes.isEmpty, "\(reading.report)")
    #expect(reading.findings.count == 1, "\(reading.report)")
  }
}
