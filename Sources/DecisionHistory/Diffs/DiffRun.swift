package import ContractCheck
package import ContractModel

/// What came of deciding two versions.
package struct DiffOutcome: Sendable {
  package let diff: DecisionDiff
  package let old: CheckOutcome
  package let new: CheckOutcome
  /// What the program got wrong about itself, in words; nothing it decided counts then.
  package let brokenInvariant: String?
}

extension DecisionDiff {
  /// Decides two versions as of their dates, and finds which edits move what is decided otherwise.
  package static func comparing(_ old: CheckInput, to new: CheckInput) -> DiffOutcome {
    let before = ContractCheck.run(old)
    let after = ContractCheck.run(new)
    let pairs = before.pairs(with: after)
    let plan = EditPlan(from: old, to: new)
    let moved = pairs.filter { !$0.movedMeasures.isEmpty }
    var trials = EditTrials(plan, of: moved.map(\.id), in: before)
    let contracts = pairs.map { $0.diff(by: &trials) }
    return DiffOutcome(
      diff: DecisionDiff(
        contracts: contracts, edits: plan.edits.map(\.text),
        areEditsTried: plan.edits.count <= EditTrials.limit),
      old: before, new: after,
      brokenInvariant: before.brokenInvariant ?? after.brokenInvariant ?? trials.brokenInvariant)
  }
}

/// One contract as two versions decide it.
struct DecidedPair {
  let id: String
  let old: ContractDecision?
  let new: ContractDecision?

  private var presence: ContractDiff.Presence {
    old == nil ? .onlyNew : new == nil ? .onlyOld : .both
  }

  /// What comes to something else, in the order of reports; of a contract that one version only
  /// decides, what it comes to as a whole.
  var movedMeasures: [Measure] {
    let (oldValues, newValues) = (values(old), values(new))
    var seen: Set<Measure> = []
    let all = ((new?.measures ?? []) + (old?.measures ?? [])).map(\.measure)
      .filter { seen.insert($0).inserted }
    let moved = all.filter { oldValues[$0] != newValues[$0] }
    let recommendations = moved.filter(\.isRecommendation)
    guard presence == .both else { return recommendations.filter { $0.part.kind == .contract } }
    return recommendations + moved.filter { !$0.isRecommendation }
  }

  private func values(_ decision: ContractDecision?) -> [Measure: MeasuredValue] {
    decision?.comparedMeasures.values ?? [:]
  }

  func diff(by trials: inout EditTrials) -> ContractDiff {
    let (oldValues, newValues) = (values(old), values(new))
    let contract = (new ?? old)?.contract
    return ContractDiff(
      id: id, title: contract?.title ?? id, supplier: contract?.supplierName,
      statedAsOf: (new ?? old)?.statedAsOf, presence: presence,
      changes: movedMeasures.map { measure in
        let (old, new) = (oldValues[measure], newValues[measure])
        return DecisionChange(
          measure: measure, old: old, new: new,
          cause: presence == .both
            ? trials.cause(of: measure, in: id, from: old, to: new) : .unknown)
      })
  }
}

extension CheckOutcome {
  /// The contracts of both outcomes in the order of their ids, by bytes.
  fileprivate func pairs(with new: CheckOutcome) -> [DecidedPair] {
    func byID(_ outcome: CheckOutcome) -> [String: ContractDecision] {
      Dictionary(
        outcome.contracts.map { ($0.contract.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (before, after) = (byID(self), byID(new))
    return Set(before.keys).union(after.keys)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { DecidedPair(id: $0, old: before[$0], new: after[$0]) }
  }
}

extension ContractDecision {
  /// What two decisions are compared by: an amount of zero is none.
  var comparedMeasures: [(measure: Measure, value: MeasuredValue)] {
    measures.filter { measure, value in
      switch value {
      case .amount(let amount, _): !amount.isZero
      case .decision, .finding: true
      }
    }
  }
}

extension [(measure: Measure, value: MeasuredValue)] {
  var values: [Measure: MeasuredValue] {
    Dictionary(map { ($0.measure, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
