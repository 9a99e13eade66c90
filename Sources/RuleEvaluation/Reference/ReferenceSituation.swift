import ContractModel
import Records
import RuleChecking

/// All that a run of the reference evaluator knows.
struct ReferenceWorld {
  let rules: RuleBook
  /// The version of the contract in force as of the date.
  let contract: Contract
  let records: RecordSet
  let asOf: CivilDate
  let supplied: SuppliedAmounts
}

/// One clause as one contract incorporates it, looked at for one subject.
///
/// Everything is worked out anew wherever it is needed: nothing is remembered, so that nothing can
/// be remembered wrongly.
struct Situation {
  let world: ReferenceWorld
  let incorporation: Incorporation
  let clause: CheckedClause
  let subject: SubjectID

  var contract: Contract { world.contract }

  /// The same clause, looked at for another subject.
  func at(_ other: SubjectID) -> Situation {
    Situation(world: world, incorporation: incorporation, clause: clause, subject: other)
  }

  /// The subject at hand, or the wider part of a kind that it lies in.
  func ancestor(_ kind: SubjectKind) -> SubjectID? { contract.ancestor(of: subject, kind: kind) }

  /// Returns the value of a meaning for the subject at hand.
  ///
  /// What stands in after `or … while none` is used only where there certainly is none: what is
  /// missing stays missing.
  func meaning(_ place: Int) -> Reading {
    let meaning = clause.meanings[place]
    guard let about = ancestor(meaning.subject) else {
      return .missing(MissingEvidence(kind: meaning.subject.rawValue, subject: subject))
    }
    let there = at(about)
    let reading = there.value(of: meaning.form)
    guard reading.value == .none, let fallback = meaning.fallback else { return reading }
    var standIn = there.value(of: fallback)
    standIn.records.formUnion(reading.records)
    return standIn
  }

  /// The value of a meaning, with what it is the value of.
  func named(_ place: Int) -> NamedOutcome {
    NamedOutcome(meaning: place, subject: subject, value: meaning(place).value)
  }

  private func value(of form: CheckedMeaning.Form) -> Reading {
    switch form {
    case .aggregate(let aggregate): value(of: aggregate)
    case .parts(let aggregate): value(of: aggregate)
    case .table(let table): value(of: table)
    case .quantity(let expression): value(of: expression)
    case .condition(let condition): value(of: condition)
    case .invalid: .errored
    }
  }

  private func value(of condition: CheckedCondition) -> Reading {
    let judgement = judge(condition)
    return Reading(
      value: judgement.standing.evaluated, missing: judgement.missing, records: judgement.records)
  }

  /// Returns the value of a term, as the contract gave it.
  func term(_ place: Int) -> Reading {
    switch incorporation.terms[place] {
    case .quantity(let interval): Reading(value: .quantity(interval))
    case .money(let interval, let currency): money(interval, currency)
    case .word(let word): Reading(value: .words(1 << UInt64(word)))
    case .text(let text): Reading(value: .text(text))
    case .table(let table):
      clause.terms[place].input.map { value(of: table, inputs: [value(of: $0.value)]) } ?? .errored
    }
  }

  /// An amount in another currency than the contract's is no amount at all.
  func money(_ interval: Interval, _ currency: Currency) -> Reading {
    guard let own = contract.currency, own != currency else {
      return Reading(value: .quantity(interval))
    }
    return .errored
  }

  /// Returns the result of the row that applies.
  ///
  /// One row that certainly applies decides. Where none does, the worst of the rows that are not
  /// excluded counts; no row at all, or two, is an error.
  func value(of table: CheckedTable) -> Reading {
    value(of: table, inputs: table.inputs.map { value(of: $0.value) })
  }

  func value(of table: CheckedTable, inputs: [Reading]) -> Reading {
    let judged = table.rows.map { row in
      Judgement.all(zip(row.cells, inputs).map { judge($1, is: $0) })
    }
    let applying = judged.indices.filter { judged[$0].standing == .yes }
    let undecided = judged.filter { !$0.standing.isDecided }
    var reading: Reading
    if applying.count == 1 {
      reading = value(of: table.rows[applying[0]].result)
    } else if applying.isEmpty, let worst = undecided.map(\.standing).max() {
      reading = Reading(value: worst == .unknown ? .missing : worst.evaluated)
      for part in undecided { reading.missing.formUnion(part.missing) }
    } else {
      reading = .errored
    }
    for input in inputs { reading.records.formUnion(input.records) }
    return reading
  }
}
