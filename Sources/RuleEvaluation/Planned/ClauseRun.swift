import ContractModel
import RuleChecking
import Records

/// One clause, as one contract incorporates it, evaluated for every subject.
struct ClauseRun {
  let rules: RuleBook
  let clause: CheckedClause
  let plan: ClausePlan
  let place: Int
  let incorporation: Incorporation
  let contract: Contract
  let records: RecordSet
  /// By record kind.
  let standing: [StandingRecords]
  let asOf: CivilDate
  let earned: [SubjectID: Interval]?
  /// What each slot found for each subject.
  var members: [[SubjectID: SlotMembers]]
  /// Values of meanings that were asked for, by place and subject.
  private var values: [Int: [SubjectID: Known]] = [:]

  init(
    rules: RuleBook, plan: ClausePlan, place: Int, incorporation: Incorporation,
    contract: Contract, records: RecordSet, standing: [StandingRecords], asOf: CivilDate,
    earned: [SubjectID: Interval]?
  ) {
    self.rules = rules
    self.clause = rules.clauses[incorporation.clause]
    self.plan = plan
    self.place = place
    self.incorporation = incorporation
    self.contract = contract
    self.records = records
    self.standing = standing
    self.asOf = asOf
    self.earned = earned
    members = [[SubjectID: SlotMembers]](repeating: [:], count: plan.slots.count)
    fillSlots()
  }

  /// Returns the value of a meaning for a subject, working it out on first use.
  mutating func value(ofMeaning place: Int, for subject: SubjectID) -> Known {
    if let known = values[place]?[subject] { return known }
    let known = evaluated(clause.meanings[place], at: place, for: subject)
    values[place, default: [:]][subject] = known
    return known
  }

  private mutating func evaluated(
    _ meaning: CheckedMeaning, at place: Int, for subject: SubjectID
  ) -> Known {
    var known: Known
    switch meaning.form {
    case .aggregate(let aggregate):
      known = measured(aggregate, slot: plan.meaningSlots[place] ?? 0, for: subject)
    case .quantity(let expression): known = value(of: expression, for: subject)
    case .table(let table): known = lookup(table, for: subject)
    case .condition:
      guard let condition = plan.meaningConditions[place] else { return Known(.errored) }
      let judged = judge(condition, for: subject)
      known = Known(.truth(judged.truth), missing: judged.missing, records: judged.records)
      if judged.truth == .unknown {
        known.value = judged.isErrored ? .errored : judged.isContested ? .contested : .truth(.unknown)
      }
    case .invalid: known = Known(.errored)
    }
    if known.value == .none, let fallback = meaning.fallback {
      var standIn = value(of: fallback, for: subject)
      standIn.records.formUnion(known.records)
      return standIn
    }
    return known
  }

  /// Returns the result of the one row of a table that applies to a subject.
  mutating func lookup(_ table: CheckedTable, for subject: SubjectID) -> Known {
    let inputs = table.inputs.map { value(of: $0.value, for: subject) }
    return lookup(table, inputs: inputs, for: subject)
  }

  mutating func lookup(
    _ table: CheckedTable, inputs: [Known], for subject: SubjectID
  ) -> Known {
    var judged: [Judged] = []
    for row in table.rows {
      var cells: [Judged] = []
      for (cell, input) in zip(table.inputs.indices, inputs) {
        cells.append(
          judge(input, table.inputs[cell].type, isNegated: false, row.cells[cell], for: subject))
      }
      judged.append(.all(cells))
    }
    let applying = judged.indices.filter { judged[$0].truth == .yes }
    let open = judged.filter { $0.truth == .unknown }
    var result: Known
    if applying.count == 1 {
      result = value(of: table.rows[applying[0]].result, for: subject)
    } else if applying.isEmpty, !open.isEmpty {
      result = Known((open.map(\.trouble).max() ?? .none).evaluated)
      for part in open { result.missing.formUnion(part.missing) }
    } else {
      // No row, or two, for one value: money is not moved on a guess which was meant.
      result = Known(.errored)
    }
    for input in inputs { result.records.formUnion(input.records) }
    return result
  }
}
