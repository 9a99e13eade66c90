package import ContractModel
import RuleChecking

extension FindingWriter {
  /// The name that stands for a rule in the finding that there is none.
  package static let unguardedRule = "no-rule-applies"

  /// Returns a finding for each invoice line of which no rule decided whether it is due, or that bills
  /// what is no part of the contract in force.
  ///
  /// Nothing ran is not a pass: the line is held until a clause says when it is paid. A rule counts
  /// that could have taken the line's money and certainly applied to what it bills, or to the
  /// contract; of a line that bills no part of the contract, a rule about the line. That an invoice
  /// is in order, or a figure in bounds, says nothing of the work.
  package func unguardedLines(under outcomes: [RuleOutcome]) -> [Finding] {
    let decidesPayment = incorporations.map { incorporation in
      rules.clauses[incorporation.clause].rules.map(\.decidesPayment)
    }
    var guarded: Set<SubjectID> = []
    for place in outcomes.indices
    where outcomes[place].verdict != .notApplicable && !outcomes[place].mayNotApply
      && decidesPayment[outcomes[place].incorporation][outcomes[place].rule]
    {
      guarded.insert(outcomes[place].subject)
    }
    let holders = holders(ofDeliverablesAmong: guarded)
    return contract.subjects(of: .line).compactMap { line in
      if let outOfScope = outOfScope(line) { return outOfScope }
      let isGuarded =
        contract[line].billed.map { billed in
          let milestone = contract.ancestor(of: billed, kind: .milestone) ?? billed
          return guarded.contains(billed) || guarded.contains(milestone)
            || holders.contains(billed)
        } ?? guarded.contains(line)
      return isGuarded || guarded.contains(.contract) ? nil : unguarded(line)
    }
  }

  private func holders(ofDeliverablesAmong parts: Set<SubjectID>) -> Set<SubjectID> {
    var holders: Set<SubjectID> = []
    for part in parts where contract.subjects[part.index].kind == .deliverable {
      var holder: SubjectID? = part
      while let id = holder, holders.insert(id).inserted {
        holder = contract.subjects[id.index].parent
      }
    }
    return holders
  }

  private func unguarded(_ line: SubjectID) -> Finding {
    Finding(
      rule: Citation(
        clause: contract.id, rule: Self.unguardedRule, section: nil, range: contract[line].range),
      subject: line, verdict: .unproven, code: .noRuleApplies,
      message: "no rule that certainly applies says when this is paid", documentation: nil,
      records: [], missing: [], values: [],
      effects: [
        Effect(
          verb: .withhold,
          releasedBy: ["a clause that says when line \(contract[line].name) is paid"],
          isProvisional: true)
      ], defeatedBy: nil)
  }
}

extension CheckedRule {
  /// Whether it could have taken money before what is left of it is earned.
  var decidesPayment: Bool {
    func takes(_ effect: CheckedEffect) -> Bool {
      effect.verb.takesMoney && effect.verb.stage < EffectVerb.retain.stage
    }
    return phase == .first
      && (remedies.contains(where: takes) || consequences.contains(where: takes))
  }
}
