import ContractModel
import Records
import RuleChecking
import SourceText
import Testing

@testable import RuleEvaluation

/// What an engine measures, written as rows and read back, decides as the records do.
@Suite struct MeasureLaw {
  @Test(arguments: 0..<4)
  func comesToWhatTheRecordsComeTo(part: UInt64) {
    let seeds = (part * 300 + 1)...(part * 300 + 300)
    print("measuring records on seeds \(seeds)")
    var compared = 0
    for seed in seeds {
      var generator = CheckedGenerator(seed: seed)
      let made = generator.generated()
      let plan = EvaluationPlan(made.rules)
      let measured = MeasurePlan(
        plan, for: made.contract, asOf: made.asOf, keeping: made.inexactKinds(under: plan),
        digest: "")
      // Two generated clauses have one name, which no rule book has.
      let names = measured.measures.map(\.name)
      guard !names.isEmpty, Set(names).count == names.count,
        let drawn = MeasuredCase(made, by: measured)
      else { continue }
      compared += 1
      let rows = FoldedEvidence(drawn.state).rows(of: measured)
      let read = measured.evidence(from: rows.shuffled(by: seed))
      #expect(read.mistakes == [], "seed \(seed)")
      guard let evidence = read.evidence else { continue }
      let kept = PlannedEvaluator(
        plan: plan, contract: made.contract, records: made.records, asOf: made.asOf)
      let answered = PlannedEvaluator(
        plan: plan, contract: made.contract, records: drawn.rest, evidence: evidence,
        asOf: made.asOf)
      for phase in DecisionPhase.allCases {
        let expected = kept.outcomes(in: phase, given: made.supplied).map(\.withoutRecords)
        let actual = answered.outcomes(in: phase, given: made.supplied).map(\.withoutRecords)
        let isSame = expected == actual
        #expect(isSame, "seed \(seed), phase \(phase)")
      }
      refusesAnyOther(rows, measured, seed)
    }
    #expect(compared > 10, "only \(compared) cases had records that can be measured")
  }

  /// A row less, one twice, or one of something else.
  private func refusesAnyOther(_ rows: [MeasuredRow], _ plan: MeasurePlan, _ seed: UInt64) {
    let row = rows[Int(seed % UInt64(rows.count))]
    var fewer = rows
    fewer.remove(at: Int(seed % UInt64(rows.count)))
    #expect(
      plan.evidence(from: fewer).mistakes == [.missing(measure: row.measure, about: row.about)],
      "seed \(seed)")
    #expect(plan.evidence(from: rows + [row]).evidence == nil, "seed \(seed)")
    let faulty = rows.map { $0.changed(faults: 1) }
    #expect(plan.evidence(from: faulty).evidence == nil, "seed \(seed)")
    let fewerMembers = rows.map { $0.changed(members: -1) }
    #expect(plan.evidence(from: fewerMembers).evidence == nil, "seed \(seed)")
  }
}

extension GeneratedCase {
  /// The kinds that have a record which is not as measures need it.
  fileprivate func inexactKinds(under plan: EvaluationPlan) -> Set<String> {
    let fold = plan.fold(for: contract, asOf: asOf)
    let inexact = rules.kinds.indices.filter { place in
      guard let folded = fold.kinds[place] else { return true }
      return FoldedCase.batch(of: records.tables[place], folded, self, fold) == nil
    }
    return Set(inexact.map { rules.kinds[$0].name })
  }
}

/// A generated case: the records that can be measured as they were drawn from, and the others.
private struct MeasuredCase {
  let rest: RecordSet
  let state: FoldState

  /// Returns nil where a record of a kind is not as measures need it.
  init?(_ made: GeneratedCase, by plan: MeasurePlan) {
    var rest = made.records
    var state = FoldState(plan.fold)
    var drawn = 0
    for place in plan.measuredKinds {
      guard let folded = plan.fold.kinds[place],
        let batch = FoldedCase.batch(of: made.records.tables[place], folded, made, plan.fold)
      else { return nil }
      rest.tables[place] = RecordTable(kind: place, fields: plan.kinds[place].fields)
      state.add(batch, of: place)
      drawn += batch.count
    }
    guard drawn > 0 else { return nil }
    self.rest = rest
    self.state = state
  }
}

extension RuleOutcome {
  /// The same, whatever it was read from.
  fileprivate var withoutRecords: RuleOutcome {
    RuleOutcome(
      incorporation: incorporation, rule: rule, subject: subject, verdict: verdict,
      mayNotApply: mayNotApply, missing: missing, effects: effects,
      failedRequirements: failedRequirements,
      defeatedBy: defeatedBy, values: values)
  }
}

extension [MeasuredRow] {
  fileprivate func shuffled(by seed: UInt64) -> [MeasuredRow] {
    let middle = Int(seed % UInt64(count))
    return Array(self[middle...].reversed() + self[..<middle])
  }
}

extension MeasuredRow {
  fileprivate func changed(members: Int? = nil, faults: Int? = nil) -> MeasuredRow {
    MeasuredRow(
      measure: measure, about: about, members: members ?? self.members, passed: passed,
      total: total, value: value, faults: faults ?? self.faults, reference: reference)
  }
}

extension FoldedEvidence {
  /// What the query answers of the same records.
  fileprivate func rows(of plan: MeasurePlan) -> [MeasuredRow] {
    plan.measures.flatMap { measure -> [MeasuredRow] in
      guard let found = self[measure.slot.place, measure.slot.slot, measure.kind] else { return [] }
      let kind = plan.kinds[measure.kind]
      return measure.slot.parts.enumerated().map { place, subject in
        let members = found.state.counts[place]
        var answer: (passed: Int?, total: Int?, value: String?) = (nil, nil, nil)
        if members > 0 {
          answer = found.state.answer(
            place, of: measure.slot.measure, kind, roles: plan.fold.roles)
        }
        return MeasuredRow(
          measure: measure.name, about: plan.spelling(of: subject), members: members,
          passed: answer.passed, total: answer.total, value: answer.value, faults: 0,
          reference: RecordReference(file: FileID(9), line: 1))
      }
    }
  }
}

extension SlotState {
  fileprivate func answer(
    _ place: Int, of measure: FoldSlot.Measure, _ kind: RecordKind, roles: [String]
  ) -> (passed: Int?, total: Int?, value: String?) {
    func text(_ number: Int64) -> String {
      switch measure.column {
      case .by: return roles[Int(number)]
      case .declared(let column):
        if case .words(let words) = kind.fields[column].type {
          return words[number.trailingZeroBitCount]
        }
        return String(number)
      case .dated, nil: return String(number)
      }
    }
    let count = counts[place]
    switch drawn {
    case .nothing: return (nil, nil, nil)
    case .passes(let states): return (states[place].passed, nil, nil)
    case .sum(let states):
      return (states[place].isNeverNegative ? count : 0, nil, String(states[place].total))
    case .first(let states, _):
      let found = states[place]
      return (found.agrees ? 1 : 0, 1, text(found.value ?? 0))
    case .magnitude(let states, _): return (nil, nil, text(states[place]))
    case .percentile(let states):
      guard case .percentile(_, let share, _) = measure else { return (nil, nil, nil) }
      let rank = (1...count).first {
        Int128($0) * share.denominator >= Int128(count) * share.numerator
      }
      return (nil, nil, states.value(of: place, atRank: rank ?? count).map(text))
    case .run(let states): return (nil, nil, String(states[place].longest))
    case .days(let states):
      guard let worst = states[place].worst else { return (nil, nil, nil) }
      // A share in lowest terms comes to the same as the one of the day.
      return (Int(worst.numerator), Int(worst.denominator), nil)
    }
  }
}
