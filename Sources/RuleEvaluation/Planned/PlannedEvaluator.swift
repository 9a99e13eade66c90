package import ContractModel
package import RuleChecking
package import Records

/// Decides the rules of a contract from a plan that was made once.
///
/// The tree-walking `ReferenceEvaluator` says what the answer is; this one must give the same.
package struct PlannedEvaluator {
  private let rules: RuleBook
  private let plan: EvaluationPlan
  private let checked: CheckedContract
  private let contract: Contract
  private let records: RecordSet
  private let standing: [StandingRecords]
  private let asOf: CivilDate

  package init(
    rules: RuleBook, contract: CheckedContract, records: RecordSet, asOf: CivilDate
  ) {
    self.rules = rules
    plan = EvaluationPlan(rules)
    checked = contract
    let inForce = contract.contract.inForce(asOf: asOf)
    self.contract = inForce
    self.records = records
    self.asOf = asOf
    standing = records.tables.map { table in
      StandingRecords(
        table, of: rules.kinds[table.kind], in: records, contract: inForce, asOf: asOf)
    }
  }

  /// Returns the outcome of every rule of one phase: without `earned` those that do not read it,
  /// with it the others.
  package func outcomes(earned: [SubjectID: Interval]?) -> [RuleOutcome] {
    checked.incorporations.enumerated().flatMap { place, incorporation in
      var run = ClauseRun(
        rules: rules, plan: plan.clauses[incorporation.clause], place: place,
        incorporation: incorporation, contract: contract, records: records, standing: standing,
        asOf: asOf, earned: earned)
      return run.outcomes()
    }
  }
}
