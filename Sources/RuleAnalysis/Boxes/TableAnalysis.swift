import ContractModel
import RuleChecking
import SourceText

/// Finds in one table what no row or more than one covers, and rows that say nothing.
struct TableAnalysis {
  /// The most findings of one sort that are shown of one table.
  static let shownLimit = 5

  private let table: AnalysedTable
  private let cases: CaseSet
  private let symbols: [Symbol]
  private let placements: [Placement]
  private var isComplete: Bool
  private(set) var findings: [Diagnostic] = []
  /// Whether something may be wrong that could not be brought about.
  private var isUndecided = false
  /// How many more boxes are tried.
  private var trials = Self.trialLimit
  private static let trialLimit = 40

  init(_ table: AnalysedTable) {
    self.table = table
    cases = table.cases
    symbols = cases.symbols()
    (placements, isComplete) = cases.placements(of: symbols)
  }

  mutating func run() {
    let covers = placements.map { cases.cover($0) }
    let silent = reportSilentRows(covers)
    reportOverlaps(covers, leavingOut: silent)
    reportGaps(covers)
    guard !isComplete || (isUndecided && findings.isEmpty) else { return }
    findings.append(.tableNotAnalysed(table, isTooLarge: !isComplete))
  }

  // MARK: Rows

  /// Reports rows that never apply; whatever the symbols stand for.
  private mutating func reportSilentRows(_ covers: [BoxCover]) -> Set<Int> {
    guard isComplete else { return [] }
    let silent = table.table.rows.indices.filter { row in
      covers.allSatisfy { $0.neverApplies(row) }
    }
    for row in silent.prefix(Self.shownLimit) {
      findings.append(.rowNeverApplies(table, row: table.table.rows[row]))
    }
    return Set(silent)
  }

  private mutating func reportOverlaps(_ covers: [BoxCover], leavingOut silent: Set<Int>) {
    struct Pair: Hashable {
      let first: Int
      let second: Int
    }
    var seen: Set<Pair> = []
    var shown = 0
    for (placement, cover) in zip(placements, covers) {
      for (first, second, box) in cover.overlappingPairs(limit: 200) {
        guard shown < Self.shownLimit, !seen.contains(Pair(first: first, second: second)),
          !silent.contains(first), !silent.contains(second)
        else { continue }
        switch attainment(of: box, in: cover, placement) {
        case .undecided: isUndecided = true
        case .witnessed(let witness):
          seen.insert(Pair(first: first, second: second))
          shown += 1
          findings.append(overlap(first, second, witness, covers))
        }
      }
    }
  }

  private func overlap(
    _ first: Int, _ second: Int, _ witness: Witness, _ covers: [BoxCover]
  ) -> Diagnostic {
    let rows = table.table.rows
    let example = Example(table, witness, cases, symbols, expecting: rows[first].result)
    if isComplete, covers.allSatisfy({ $0.isWithin(second, first) }) {
      return .rowSubsumed(table, rows[second], by: rows[first], example)
    }
    if isComplete, covers.allSatisfy({ $0.isWithin(first, second) }) {
      return .rowSubsumed(table, rows[first], by: rows[second], example)
    }
    return .tableOverlap(table, rows[first], rows[second], example)
  }

  /// Looks for values in a box that can come about, as long as there was not too much to try.
  private mutating func attainment(
    of box: Box, in cover: BoxCover, _ placement: Placement
  ) -> Attainment {
    guard trials > 0 else { return .undecided }
    let attainment = cases.attainment(of: box, in: cover, placement, symbols: symbols)
    if case .undecided = attainment { trials -= 1 }
    return attainment
  }

  // MARK: Gaps

  /// Reports the gaps of the first placement that has one.
  private mutating func reportGaps(_ covers: [BoxCover]) {
    var stepsLeft = BoxCover.stepLimit
    for (placement, cover) in zip(placements, covers) {
      var cover = cover
      let (boxes, isComplete) = cover.gaps(in: &stepsLeft)
      self.isComplete = self.isComplete && isComplete
      var shown = 0
      for box in boxes.prefix(4 * Self.shownLimit) where shown < Self.shownLimit {
        switch attainment(of: box, in: cover, placement) {
        case .undecided: isUndecided = true
        case .witnessed(let witness):
          shown += 1
          let example = Example(
            table, witness, cases, symbols, expecting: table.table.rows[0].result)
          let region = cases.words(of: box, in: cover, placement, symbols: symbols)
          findings.append(.tableGap(table, where: region, example))
        }
      }
      if shown > 0 { return }
    }
  }
}

/// A counter-example to a table: its values in words, and as a test where one can be written.
struct Example {
  let words: String
  let test: String?

  init(
    _ table: AnalysedTable, _ witness: Witness, _ cases: CaseSet, _ symbols: [Symbol],
    expecting result: CheckedExpression
  ) {
    words = cases.words(of: witness, symbols: symbols)
    test = Self.test(table, witness, expecting: result)
  }

  private static func test(
    _ table: AnalysedTable, _ witness: Witness, expecting result: CheckedExpression
  ) -> String? {
    guard var scenario = witness.scenario else { return nil }
    let expected = scenario.settle(result)
    guard let observed = scenario.observation(of: table, expecting: expected) else { return nil }
    var tables: [Int: String] = [:]
    if case .term(let place) = table.place, let text = table.text { tables[place] = text }
    return observed.scenario.test(
      "\(table.name) has one row for these values", of: observed.subject,
      expecting: observed.expectation, tables: tables)
  }
}
