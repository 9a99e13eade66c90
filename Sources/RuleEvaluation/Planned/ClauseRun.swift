import ContractModel
import RuleChecking
import SourceText

/// One clause, as one contract incorporates it, evaluated for every subject.
struct ClauseRun {
  let clause: CheckedClause
  let plan: ClausePlan
  let place: Int
  let incorporation: Incorporation
  let contract: Contract
  let tree: SubjectTree
  let parts: PartIndex
  let kinds: [KindRecords]
  let asOf: CivilDate
  let supplied: SuppliedAmounts
  /// What was drawn from records that were not kept.
  let evidence: FoldedEvidence?
  /// The tests of slots that were looked into, made ready for many records.
  var slotTests: [SlotTests?]
  /// What slots found that were looked into, by what they look for it in.
  var members: [BySubject<SlotMembers>]
  /// Values of meanings that were asked for, by place and subject.
  private var values: [BySubject<Known>]
  /// Values of meanings that are drawn from parts, by place and by what they are parts of.
  var partValues: [BySubject<Known>]
  /// What was found of each slot of parts, by what they are parts of.
  var partJudgements: [BySubject<Judged>]
  /// How far proposals were looked for, and whether that was broken off.
  var proposalSteps = 0
  var isProposalCutShort = false
  /// The rows of tables that applied, by their places in the text; nil where nobody asks.
  var appliedRows: Set<SourceRange>?

  init(
    plan: EvaluationPlan, place: Int, incorporation: Incorporation, contract: Contract,
    tree: SubjectTree, parts: PartIndex, kinds: [KindRecords], evidence: FoldedEvidence?,
    asOf: CivilDate,
    supplied: SuppliedAmounts
  ) {
    self.evidence = evidence
    clause = plan.rules.clauses[incorporation.clause]
    self.plan = plan.clauses[incorporation.clause]
    self.place = place
    self.incorporation = incorporation
    self.contract = contract
    self.tree = tree
    self.parts = parts
    self.kinds = kinds
    self.asOf = asOf
    self.supplied = supplied
    let count = tree.count
    slotTests = .init(repeating: nil, count: self.plan.slots.count)
    members = .init(repeating: BySubject(count: count), count: self.plan.slots.count)
    values = .init(repeating: BySubject(count: count), count: clause.meanings.count)
    partValues = values
    partJudgements = .init(repeating: BySubject(count: count), count: self.plan.partSlots.count)
  }

  /// Returns the value of a meaning for a subject or the wider part that it is about, working it out
  /// on first use.
  mutating func value(ofMeaning place: Int, for subject: SubjectID) -> Known {
    let kind = clause.meanings[place].subject
    guard let about = tree.ancestor(of: subject, kind: kind) else {
      return .lacking(MissingEvidence(kind: kind.rawValue, subject: subject))
    }
    if let known = values[place][about] { return known }
    let known = evaluated(clause.meanings[place], at: place, for: about)
    values[place].note(known, for: about)
    return known
  }

  private mutating func evaluated(
    _ meaning: CheckedMeaning, at place: Int, for subject: SubjectID
  ) -> Known {
    var known: Known
    switch meaning.form {
    case .aggregate(let aggregate):
      known = measured(aggregate, slot: plan.meaningSlots[place] ?? 0, for: subject)
    case .parts(let aggregate): known = measured(aggregate, at: place, for: subject)
    case .quantity(let expression): known = value(of: expression, for: subject)
    case .table(let table): known = lookup(table, for: subject)
    case .condition:
      guard let condition = plan.meaningConditions[place] else { return Known(.errored) }
      let judged = judge(condition, for: subject)
      known = Known(.truth(judged.truth), missing: judged.missing, records: judged.records)
      if judged.trouble != .none { known.value = judged.trouble.evaluated }
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
      for (cell, input) in zip(row.cells, inputs) {
        cells.append(judge(input, cell, for: subject))
      }
      judged.append(.all(cells))
    }
    let applying = judged.indices.filter { judged[$0].truth == .yes }
    let open = judged.filter { $0.truth == .unknown }
    var result: Known
    if applying.count == 1 {
      let row = table.rows[applying[0]]
      result = value(of: row.result, for: subject)
      appliedRows?.insert(row.range)
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
