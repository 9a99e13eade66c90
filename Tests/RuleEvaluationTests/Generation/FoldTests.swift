import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import SourceText
import Testing

/// What is drawn from records as they are read is what is drawn from records that are kept: the same
/// outcomes, with the same records cited and the same things missing.
@Suite struct FoldTests {
  @Test(arguments: 0..<4)
  func comesToWhatKeptRecordsComeTo(part: UInt64) {
    let seeds = (part * 300 + 1)...(part * 300 + 300)
    print("drawing from records on seeds \(seeds)")
    var compared = 0
    for seed in seeds {
      var generator = CheckedGenerator(seed: seed)
      let made = generator.generated()
      let plan = EvaluationPlan(made.rules)
      guard let folded = FoldedCase(made, under: plan) else { continue }
      compared += 1
      let kept = PlannedEvaluator(
        plan: plan, contract: made.contract, records: made.records, asOf: made.asOf)
      let drawn = PlannedEvaluator(
        plan: plan, contract: made.contract, records: folded.rest, evidence: folded.evidence,
        asOf: made.asOf)
      for phase in DecisionPhase.allCases {
        let expected = kept.outcomes(in: phase, given: made.supplied)
        let actual = drawn.outcomes(in: phase, given: made.supplied)
        let isSame = expected == actual
        #expect(isSame, "seed \(seed), phase \(phase)")
      }
    }
    #expect(compared > 20, "only \(compared) cases had records that need not be kept")
  }
}

/// A generated case, those of its records drawn from that can be, the others kept.
struct FoldedCase {
  let rest: RecordSet
  let evidence: FoldedEvidence

  /// Returns nil where there is no kind that can be drawn from.
  init?(_ made: GeneratedCase, under plan: EvaluationPlan) {
    let kinds = made.rules.kinds
    let whole = plan.fold(for: made.contract, asOf: made.asOf)
    let kept = kinds.indices.filter { place in
      guard let folded = whole.kinds[place] else { return true }
      return Self.batch(of: made.records.tables[place], folded, made, whole) == nil
    }
    guard kept.count < kinds.count else { return nil }
    let fold = plan.fold(
      for: made.contract, asOf: made.asOf, keeping: Set(kept.map { kinds[$0].name }))
    var rest = made.records
    var state = FoldState(fold)
    var drawn = 0
    for (place, kind) in kinds.enumerated() {
      guard let folded = fold.kinds[place],
        let batch = Self.batch(of: made.records.tables[place], folded, made, fold)
      else { continue }
      rest.tables[place] = RecordTable(kind: place, fields: kind.fields)
      drawn += batch.count
      Self.draw(from: batch, of: place, into: &state)
    }
    guard drawn > 0 else { return nil }
    self.rest = rest
    evidence = FoldedEvidence(state)
  }

  /// Draws in pieces, as if two others had read them in turns, and had known no lines above theirs.
  private static func draw(from batch: RecordBatch, of place: Int, into state: inout FoldState) {
    var others = [state.emptied, state.emptied]
    let size = max(1, batch.count / 5)
    for (piece, start) in stride(from: 0, to: batch.count, by: size).enumerated() {
      let rows = start..<min(start + size, batch.count)
      others[piece % 2].add(batch.part(rows, under: unknownLines), of: place)
      state.append(others[piece % 2].takeRuns())
    }
    for var other in others {
      other.renumber { $0 - unknownLines }
      state.merge(other)
    }
  }

  private static let unknownLines = 1 << 32

  /// Returns the records of a table as a batch; nil where one is not exact, or nobody has the role.
  static func batch(
    of table: RecordTable, _ folded: KindFold, _ made: GeneratedCase, _ fold: EvidenceFold
  ) -> RecordBatch? {
    let fields = made.rules.kinds[table.kind].fields
    var batch = RecordBatch(file: FileID(1), fields: fields.count)
    for row in 0..<table.count {
      guard let day = table.dated[row]?.exact,
        let role = fold.roles.firstIndex(of: made.records.roles[table.asserters[row]])
      else { return nil }
      // Whose records do not count is set aside before.
      if folded.entitled?[role] == false { continue }
      for column in fields.indices {
        let cell = number(table.columns[column], row, fields[column].type, made, fold)
        guard cell != nil || !folded.columns.contains(column) else { return nil }
        batch.cells[column].append(cell ?? 0)
      }
      batch.lines.append(table.origins[row].line)
      batch.subjects.append(Int32(table.subjects[row].index))
      batch.asserters.append(Int32(role))
      batch.days.append(Int64(day.numerator))
      batch.recorded.append(Int64(table.recorded[row].dayNumber))
    }
    return batch
  }

  private static func number(
    _ column: RecordTable.Column, _ row: Int, _ type: ValueType, _ made: GeneratedCase,
    _ fold: EvidenceFold
  ) -> Int64? {
    switch column {
    case .words(let masks): return masks[row].nonzeroBitCount == 1 ? Int64(masks[row]) : nil
    case .text(let places):
      guard places[row] >= 0 else { return nil }
      let text = made.records.texts[Int(places[row])]
      let known = fold.texts.firstIndex { $0.utf8.elementsEqual(text.utf8) }
      return known.map(Int64.init) ?? -2
    case .quantity(let quantities):
      let scale = Rational(Int(RecordBatch.scale(of: type)))
      guard let exact = quantities[row]?.exact, let scaled = try? exact.multiplied(by: scale),
        scaled.isInteger
      else { return nil }
      return Int64(exactly: scaled.numerator)
    }
  }
}

extension RecordBatch {
  fileprivate func part(_ rows: Range<Int>, under lines: Int) -> RecordBatch {
    var part = RecordBatch(file: file, fields: cells.count)
    part.lines = self.lines[rows].map { $0 + lines }
    part.subjects = Array(subjects[rows])
    part.asserters = Array(asserters[rows])
    part.days = Array(days[rows])
    part.recorded = Array(recorded[rows])
    part.cells = cells.map { Array($0[rows]) }
    return part
  }
}
