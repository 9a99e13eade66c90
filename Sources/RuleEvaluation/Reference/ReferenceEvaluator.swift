package import ContractModel
package import Records
package import RuleChecking

/// The plain semantics of the language, to be read as its specification.
///
/// It walks the checked rules for every subject and looks at every record for every question; it
/// plans nothing and remembers nothing. Any other evaluator must come to the same outcomes.
///
/// The version of the contract counts that is in force as of the date; a record put on file later is
/// not seen, and one asserted by a role that its kind does not name is set aside.
package struct ReferenceEvaluator {
  private let rules: RuleBook
  private let contract: CheckedContract
  private let records: RecordSet
  private let asOf: CivilDate

  package init(
    rules: RuleBook, contract: CheckedContract, records: RecordSet, asOf: CivilDate
  ) {
    self.rules = rules
    self.contract = contract
    self.records = records
    self.asOf = asOf
  }

  /// Returns what the rules of one phase come to, by incorporation, rule and subject, given what
  /// settlement supplies up to it.
  package func outcomes(
    in phase: DecisionPhase, given supplied: SuppliedAmounts
  ) -> [RuleOutcome] {
    let world = ReferenceWorld(
      rules: rules, contract: contract.contract.inForce(asOf: asOf), records: records, asOf: asOf,
      supplied: supplied)
    var outcomes: [RuleOutcome] = []
    for (place, incorporation) in contract.incorporations.enumerated() {
      let clause = rules.clauses[incorporation.clause]
      for (rulePlace, rule) in clause.rules.enumerated()
      where rule.phase == phase {
        for subject in subjects(of: rule, incorporation, in: world.contract) {
          let situation = Situation(
            world: world, incorporation: incorporation, clause: clause, subject: subject)
          let ruling = ReferenceRuling(
            situation: situation, incorporation: place, rule: rule, place: rulePlace)
          if let outcome = ruling.outcome() { outcomes.append(outcome) }
        }
      }
    }
    return outcomes
  }

  /// The part that fills the rule's role; else each part of the kind that lies within the scope of
  /// the incorporation or bills what does.
  private func subjects(
    of rule: CheckedRule, _ incorporation: Incorporation, in contract: Contract
  ) -> [SubjectID] {
    if let role = rule.subject.role {
      guard let part = incorporation.roles[role], contract[part].isOnFile else { return [] }
      return [part]
    }
    return contract.subjects(of: rule.subject.kind).filter { subject in
      incorporation.scope.isEmpty
        || incorporation.scope.contains { container in
          contract.isWithin(subject, container)
            || contract.ancestor(of: subject, kind: contract[container].kind) == container
        }
    }
  }
}
