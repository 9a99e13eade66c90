package import ContractModel
import RuleChecking

extension FindingWriter {
  /// The name that stands for a rule in the finding that there is none.
  package static let unguardedRule = "no-rule-applies"

  /// Returns a finding for each invoice line of which no rule decided whether it is due, or that bills
  /// what is no part of the contract in force.
  ///
  /// Nothing ran is not a pass: the line is held until a clause says when it is paid. A rule counts
  /// that could have taken the line's money and applied to what it bills, or to the contract; of a
  /// line that bills no part of the contract, a rule about the line. That an invoice is in order, or
  /// a figure in bounds, says nothing of the work.
  package func unguardedLines(under outcomes: [RuleOutcome]) -> [Finding] {
    let guarded = Set(outcomes.filter(decidesPayment).map(\.subject))
    return contract.subjects(of: .line).compactMap { line in
      if let outOfScope = outOfScope(line) { return outOfScope }
      return guarded.isDisjoint(with: parts(decidingOn: line)) ? unguarded(line) : nil
    }
  }

  private func decidesPayment(_ outcome: RuleOutcome) -> Bool {
    let clause = rules.clauses[incorporations[outcome.incorporation].clause]
    let rule = clause.rules[outcome.rule]
    return outcome.verdict != .notApplicable && rule.phase == .first
      && (rule.remedies + rule.consequences).contains { effect in
        effect.verb.takesMoney && effect.verb.stage < EffectVerb.retain.stage
      }
  }

  private func parts(decidingOn line: SubjectID) -> Set<SubjectID> {
    guard let billed = contract[line].billed else { return [.contract, line] }
    var parts: Set<SubjectID> = [.contract, billed]
    if let milestone = contract.ancestor(of: billed, kind: .milestone) { parts.insert(milestone) }
    parts.formUnion(contract.subjects(of: .deliverable).filter { contract.isWithin($0, billed) })
    return parts
  }

  private func unguarded(_ line: SubjectID) -> Finding {
    Finding(
      rule: Citation(
        clause: contract.id, rule: Self.unguardedRule, section: nil, range: contract[line].range),
      subject: line, verdict: .unproven, code: .noRuleApplies,
      message: "no rule says when this is paid", documentation: nil, records: [], missing: [],
      values: [],
      effects: [
        Effect(
          verb: .withhold,
          releasedBy: ["a clause that says when line \(contract[line].name) is paid"],
          isProvisional: true)
      ], defeatedBy: nil)
  }
}
