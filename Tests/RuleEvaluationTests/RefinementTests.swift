import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import Testing

/// What is decided stays decided when what was not known becomes known.
@Suite struct RefinementTests {
  @Test(arguments: [true, false])
  func neverTurnsAVerdictRound(_ takesLower: Bool) {
    var decided = 0
    for seed in UInt64(1)...150 {
      var generator = CheckedGenerator(seed: seed)
      let made = generator.generated()
      let refined = GeneratedCase(
        seed: seed, rules: made.rules, contract: made.contract,
        records: refined(made.records, made.rules.kinds, takesLower), asOf: made.asOf,
        supplied: made.supplied)
      for (before, after) in zip(decidedOutcomes(of: made), outcomes(of: refined)) {
        guard let before else { continue }
        decided += 1
        #expect(
          allowed(after: before.verdict).contains(after?.verdict),
          "seed \(seed), incorporation \(before.incorporation), rule \(before.rule), \(before.subject)"
        )
      }
    }
    #expect(decided > 500)
  }

  /// What a verdict may become: a word that was not stated may yet contradict another, and what did
  /// not apply may turn out not to be about the subject at all.
  private func allowed(after verdict: Verdict) -> [Verdict?] {
    switch verdict {
    case .failed: [.failed, .contested, .errored, .excused, .notDue]
    case .notApplicable: [.notApplicable, nil, .contested, .errored]
    default: [verdict, .contested, .errored]
    }
  }

  private struct Key: Hashable {
    let incorporation: Int
    let rule: Int
    let subject: SubjectID
  }

  private func decidedOutcomes(of made: GeneratedCase) -> [RuleOutcome?] {
    outcomes(of: made).map { outcome in
      switch outcome?.verdict {
      case .met, .failed, .notApplicable: outcome
      default: nil
      }
    }
  }

  /// The outcomes of every rule for every subject, nil where there is none.
  private func outcomes(of made: GeneratedCase) -> [RuleOutcome?] {
    let found = Dictionary(
      uniqueKeysWithValues: Differential.outcomes(of: made).map {
        (Key(incorporation: $0.incorporation, rule: $0.rule, subject: $0.subject), $0)
      })
    var all: [RuleOutcome?] = []
    for incorporation in made.contract.incorporations.indices {
      for rule in 0..<5 {
        for subject in made.contract.contract.subjects.indices {
          all.append(
            found[Key(incorporation: incorporation, rule: rule, subject: SubjectID(subject))])
        }
      }
    }
    return all
  }

  /// Returns the records with every bounded value made exact, and every value stated that is not
  /// part of a key and that a record must state.
  private func refined(
    _ records: RecordSet, _ kinds: [RecordKind], _ takesLower: Bool
  ) -> RecordSet {
    var result = RecordSet(kinds: kinds)
    for (place, table) in records.tables.enumerated() {
      for row in 0..<table.count {
        let cells = table.columns.indices.map { field in
          let cell = cell(field, row, table, records, &result)
          let isSettled =
            kinds[place].keyFields.contains(field)
            || kinds[place].fields[field].isOptional && cell.isMissing
          return isSettled
            ? cell : value(of: exact(cell, table.columns[field], &result), takesLower)
        }
        let dated = table.dated[row] ?? .exactly(0)
        result.tables[place].append(
          origin: table.origins[row], subject: table.subjects[row],
          asserter: result.place(ofRole: records.roles[table.asserters[row]]),
          dated: (takesLower ? dated.lower : dated.upper).map { Interval(exactly: $0.value) }
            ?? dated, recorded: table.recorded[row], cells: cells)
      }
    }
    return result
  }

  private func cell(
    _ field: Int, _ row: Int, _ table: RecordTable, _ records: RecordSet, _ set: inout RecordSet
  ) -> RecordTable.Cell {
    switch table.columns[field] {
    case .quantity(let column): column[row].map { .quantity($0) } ?? .missing
    case .words(let masks): masks[row] == 0 ? .missing : .words(masks[row])
    case .text(let places):
      places[row] < 0 ? .missing : .text(set.place(of: records.texts[Int(places[row])]))
    }
  }

  private func exact(
    _ cell: RecordTable.Cell, _ column: RecordTable.Column, _ set: inout RecordSet
  ) -> RecordTable.Cell {
    guard case .missing = cell else { return cell }
    return switch column {
    case .quantity: .quantity(.exactly(1))
    case .words: .words(1)
    case .text: .text(set.place(of: "a"))
    }
  }

  private func value(of cell: RecordTable.Cell, _ takesLower: Bool) -> RecordTable.Cell {
    switch cell {
    case .quantity(let interval):
      let middle = [interval.lower, interval.upper].compactMap(\.self)
      guard interval.exact == nil, let end = takesLower ? middle.first : middle.last else {
        return cell
      }
      let isLower = end == interval.lower
      let inside = end.isIncluded ? 0 : isLower ? 1 : -1
      return (try? end.value.adding(Rational(inside))).map { .quantity(Interval(exactly: $0)) }
        ?? cell
    case .words(let mask): return .words(mask & (~mask + 1))
    case .whole, .text, .missing: return cell
    }
  }
}

extension RecordTable.Cell {
  fileprivate var isMissing: Bool {
    if case .missing = self { return true }
    return false
  }
}
