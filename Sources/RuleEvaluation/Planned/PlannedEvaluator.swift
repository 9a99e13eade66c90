package import ContractModel
package import Records
package import RuleChecking
package import SourceText

/// Decides the rules of a contract from a plan that was made once for all contracts.
///
/// The tree-walking `ReferenceEvaluator` says what the answer is; this one must give the same.
package struct PlannedEvaluator {
  private let plan: EvaluationPlan
  private let incorporations: [Incorporation]
  /// The version in force on the day.
  package let contract: Contract
  private let tree: SubjectTree
  private let parts: PartIndex
  private let kinds: [KindRecords]
  private let evidence: FoldedEvidence?
  private let asOf: CivilDate

  package init(
    plan: EvaluationPlan, contract: CheckedContract, records: RecordSet,
    evidence: FoldedEvidence? = nil, asOf: CivilDate
  ) {
    self.evidence = evidence
    self.plan = plan
    incorporations = contract.incorporations
    let inForce = contract.contract.inForce(asOf: asOf)
    self.contract = inForce
    let tree = SubjectTree(inForce)
    self.tree = tree
    let words = contract.incorporations.map { plan.clauses[$0.clause].partWords }
    parts = PartIndex(inForce, words.reduce(into: []) { $0.formUnion($1) })
    self.asOf = asOf
    kinds = records.tables.map { table in
      KindRecords(
        plan.rules.kinds[table.kind], table, in: records, contract: inForce, tree: tree,
        asOf: asOf)
    }
  }

  /// Returns the outcome of every rule of one phase, given what settlement supplies up to it, and adds
  /// the rows of tables that applied, unless there is no set to add them to.
  package func outcomes(
    in phase: DecisionPhase, given supplied: SuppliedAmounts,
    noting appliedRows: inout Set<SourceRange>?
  ) -> [RuleOutcome] {
    incorporations.indices.flatMap { place -> [RuleOutcome] in
      let clause = plan.rules.clauses[incorporations[place].clause]
      guard clause.rules.contains(where: { $0.phase == phase }) else { return [] }
      var run = clauseRun(place, given: supplied)
      run.appliedRows = appliedRows
      let outcomes = run.outcomes(in: phase)
      appliedRows = run.appliedRows
      return outcomes
    }
  }

  /// Returns the outcome of every rule of one phase, given what settlement supplies up to it.
  package func outcomes(
    in phase: DecisionPhase, given supplied: SuppliedAmounts
  ) -> [RuleOutcome] {
    var nothing: Set<SourceRange>?
    return outcomes(in: phase, given: supplied, noting: &nothing)
  }

  func clauseRun(_ place: Int, given supplied: SuppliedAmounts) -> ClauseRun {
    ClauseRun(
      plan: plan, place: place, incorporation: incorporations[place], contract: contract,
      tree: tree, parts: parts, kinds: kinds, evidence: evidence, asOf: asOf, supplied: supplied)
  }
}
