package import ContractModel
package import Records
package import RuleChecking
package import RuleEvaluation
package import RuleSyntax
package import Settlement
import SourceText

/// A contract understood, with its records: ready to be decided on any day.
package struct BoundContract: Sendable {
  package let contract: CheckedContract
  package let records: RecordSet
  /// What was drawn from further records, which were not kept.
  let evidence: FoldedEvidence?

  package init(
    contract: CheckedContract, records: RecordSet, evidence: FoldedEvidence? = nil
  ) {
    self.contract = contract
    self.records = records
    self.evidence = evidence
  }

  /// Decides the contract: rules and settlement take turns, phase by phase.
  package func decided(
    under plan: EvaluationPlan, asOf: CivilDate
  ) throws(SettlementFailure) -> DecidedContract {
    var nothing: Set<SourceRange>?
    return try decided(under: plan, asOf: asOf, noting: &nothing)
  }

  /// Decides it, and adds the rows of tables that applied, unless there is no set to add them to.
  func decided(
    under plan: EvaluationPlan, asOf: CivilDate, isStated: Bool = false,
    noting appliedRows: inout Set<SourceRange>?
  ) throws(SettlementFailure) -> DecidedContract {
    let rules = plan.rules
    let evaluator = PlannedEvaluator(
      plan: plan, contract: contract, records: records, evidence: evidence, asOf: asOf)
    let inForce = evaluator.contract
    let writer = FindingWriter(
      rules: rules, incorporations: contract.incorporations, contract: inForce)
    var supplied = SuppliedAmounts()
    var outcomes = evaluator.outcomes(in: .first, given: supplied, noting: &appliedRows)
    let unguarded = writer.unguardedLines(under: outcomes)
    var findings = outcomes.map(writer.finding)
    for phase in DecisionPhase.allCases.dropFirst() where contract.has(rulesOf: phase, in: rules) {
      try supplied.supply(phase, of: inForce, under: findings + unguarded)
      let decided = evaluator.outcomes(in: phase, given: supplied, noting: &appliedRows)
      outcomes += decided
      findings += decided.map(writer.finding)
    }
    findings += unguarded
    let settled = try inForce.settled(under: findings)
    return DecidedContract(
      bound: self, asOf: asOf, outcomes: outcomes, supplied: supplied,
      decision: ContractDecision(
        contract: inForce, findings: findings,
        settled: findings.isEmpty ? settled.withNothingChecked : settled,
        statedAsOf: isStated ? asOf : nil))
  }
}

/// A contract as its text or document states it, with the rules that it is decided by.
package struct UnderstoodContract: Sendable {
  package let line: LineSyntax
  package let bound: BoundContract
  package let plan: EvaluationPlan
  /// The day as of which its document would have it decided, where that says so.
  package let statedAsOf: CivilDate?

  package var contract: Contract { bound.contract.contract }

  /// Decides the contract as of a day.
  package func decided(asOf day: CivilDate) throws(SettlementFailure) -> DecidedContract {
    try bound.decided(under: plan, asOf: day)
  }
}

/// A decision, and what it was made from.
package struct DecidedContract: Sendable {
  package let bound: BoundContract
  package let asOf: CivilDate
  /// What each rule came to; the findings of the decision begin with one for each, in this order.
  package let outcomes: [RuleOutcome]
  package let supplied: SuppliedAmounts
  package let decision: ContractDecision
}

extension CheckedContract {
  /// Whether a clause that it incorporates has a rule that is decided in a phase.
  fileprivate func has(rulesOf phase: DecisionPhase, in rules: RuleBook) -> Bool {
    incorporations.contains { rules.clauses[$0.clause].rules.contains { $0.phase == phase } }
  }
}
