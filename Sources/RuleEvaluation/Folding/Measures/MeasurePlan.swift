package import ContractModel
import Records
package import RuleChecking

/// What an engine that holds the records of a contract is asked for: the measures of every collection
/// that can be drawn from without keeping records.
package struct MeasurePlan: Sendable {
  /// One collection of one clause, for each of its subjects.
  struct Measure: Sendable {
    /// `CLAUSE/MEANING`, or `CLAUSE/NUMBER` where the collection has no name.
    let name: String
    let kind: Int
    /// Its place among the slots of its kind.
    let place: Int
    let slot: FoldSlot
  }

  let fold: EvidenceFold
  let kinds: [RecordKind]
  let contract: Contract
  let asOf: CivilDate
  let measures: [Measure]
  /// How records spell each part of the contract.
  let spellings: [String]
  /// By which those who measure and those who decide know that they speak of the same.
  package let digest: String

  /// Makes the plan for a contract as of a date; the digest is that of all its texts. Records of some
  /// kinds, by name, are kept in any case, as are those that the contract states.
  package init(
    _ plan: EvaluationPlan, for contract: CheckedContract, asOf: CivilDate,
    keeping kept: Set<String> = [], digest: String
  ) {
    self.digest = digest
    self.asOf = asOf
    kinds = plan.rules.kinds
    let inForce = contract.contract.inForce(asOf: asOf)
    self.contract = inForce
    spellings = inForce.subjects.indices.map { inForce.fullSpelling(of: SubjectID($0)) }
    let inline = Set(inForce.inlineRecords.map(\.kind))
    let whole = plan.fold(for: contract, asOf: asOf, keeping: kept.union(inline))
    let canSpell = Set(spellings).count == spellings.count
    fold = EvidenceFold(
      kinds: zip(plan.rules.kinds, whole.kinds).map { kind, folded in
        folded.flatMap { folded in
          canSpell && folded.isAsked && folded.columns(of: kind, inForce.currency) != nil
            ? folded : nil
        }
      }, texts: whole.texts, roles: whole.roles)
    let names = MeasureNames(plan, contract)
    measures = fold.kinds.enumerated().flatMap { kind, folded in
      (folded?.slots ?? []).enumerated().filter { !$0.element.parts.isEmpty }
        .map { place, slot in
          Measure(
            name: names.name(of: slot), kind: kind, place: place, slot: slot)
        }
    }
  }

  package var isEmpty: Bool { measures.isEmpty }

  /// The places of the kinds whose records are measured.
  package var measuredKinds: [Int] { fold.kinds.indices.filter { fold.kinds[$0] != nil } }

  func spelling(of subject: SubjectID) -> String { spellings[subject.index] }
}

/// What measures are called.
private struct MeasureNames {
  let plan: EvaluationPlan
  let incorporations: [Incorporation]

  init(_ plan: EvaluationPlan, _ contract: CheckedContract) {
    self.plan = plan
    incorporations = contract.incorporations
  }

  func name(of slot: FoldSlot) -> String {
    let clause = incorporations[slot.place].clause
    let before = incorporations[..<slot.place].count { $0.clause == clause }
    let own = plan.rules.clauses[clause].name + (before == 0 ? "" : " \(before + 1)")
    let meaning = plan.clauses[clause].meaningSlots.firstIndex(of: slot.slot).map {
      plan.rules.clauses[clause].meanings[$0].name
    }
    return own + "/" + (meaning ?? String(slot.slot + 1))
  }
}

extension KindFold {
  /// Whether something is drawn for somebody.
  fileprivate var isAsked: Bool { slots.contains { !$0.parts.isEmpty } }

  /// Whether the order of records within a day counts.
  var needsOrder: Bool {
    slots.contains { if case .longestRun = $0.measure { true } else { false } }
  }

  /// Whether something is drawn from who asserts a record.
  var readsAsserter: Bool {
    slots.contains { slot in
      slot.measure.column == .by || slot.measure.test?.reads(.by) ?? false
        || slot.filter.reads(.by)
    }
  }

  /// Returns how an engine has the fields that something is drawn from, in their order; nil where it
  /// cannot have them exactly.
  func columns(of kind: RecordKind, _ currency: Currency?) -> [MeasuredColumn]? {
    // A field of this name would stand in the place of the order of records.
    if needsOrder, kind.fields.contains(where: { $0.name == MeasuredColumn.order }) { return nil }
    var found: [MeasuredColumn] = []
    for place in columns.sorted() {
      guard let column = MeasuredColumn(kind.fields[place], at: place, currency) else { return nil }
      found.append(column)
    }
    return found
  }
}

extension FoldTest {
  fileprivate func reads(_ wanted: FoldColumn) -> Bool {
    switch self {
    case .always: false
    case .all(let tests), .any(let tests): tests.contains { $0.reads(wanted) }
    case .not(let test): test.reads(wanted)
    case .within(let column, _), .words(let column, _), .places(let column, _): column == wanted
    }
  }
}

extension Contract {
  /// Returns how records spell a part with all that it lies in.
  fileprivate func fullSpelling(of id: SubjectID) -> String {
    if id == .contract { return SubjectKind.contract.rawValue }
    let own = "\(self[id].kind.rawValue) \(self[id].name)"
    guard let parent = self[id].parent, parent != .contract else { return own }
    return fullSpelling(of: parent) + " " + own
  }
}
