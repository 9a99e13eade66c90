import ContractModel
import RuleEvaluation

/// The clauses of a decided contract to be asked how they came to their outcomes, each evaluated once for
/// all of its rules.
struct OutcomeInspections {
  private let evaluator: PlannedEvaluator
  private let supplied: SuppliedAmounts
  /// By the places of the clauses among those incorporated.
  private var inspections: [Int: ClauseInspection] = [:]

  init(of decided: DecidedContract, under plan: EvaluationPlan) {
    evaluator = PlannedEvaluator(
      plan: plan, contract: decided.bound.contract, records: decided.bound.records,
      evidence: decided.bound.evidence, asOf: decided.asOf)
    supplied = decided.supplied
  }

  /// Returns the conditions that an outcome came from, with all that they read.
  mutating func derivation(of outcome: RuleOutcome) -> Derivation {
    // Taken out, so that what it has worked out so far is not copied.
    var inspection =
      inspections.removeValue(forKey: outcome.incorporation)
      ?? evaluator.inspecting(outcome.incorporation, given: supplied)
    defer { inspections[outcome.incorporation] = inspection }
    return inspection.derivation(of: outcome)
  }
}
