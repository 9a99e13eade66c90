import ContractModel
import RuleChecking

extension ClauseInspection {
  /// Returns ways to end what a rule holds for the subject of its outcome, without repetition.
  ///
  /// The rule is met or no longer applies, what its effect names after `until` is so, an exception
  /// excuses it, or one that puts the money off no longer holds.
  package mutating func cures(
    of outcome: RuleOutcome
  ) -> (proposals: [Proposal], isComplete: Bool) {
    run.beginProposals()
    let rule = run.clause.rules[outcome.rule]
    let planned = run.plan.rules[outcome.rule]
    let subject = outcome.subject
    var cures: [Proposal] = []
    func add(_ proposals: [Proposal]) {
      for proposal in proposals where !proposal.steps.isEmpty && !cures.contains(proposal) {
        cures.append(proposal)
      }
    }
    if case .exception(let place)? = outcome.defeatedBy?.cause, outcome.verdict == .notDue {
      let body = run.plan.exceptions[place].bodies[rule.subject.kind]
      let ways = (body?.conditions ?? []).map {
        run.proposals(making: $0, false, for: subject)
      }
      add(ClauseRun.oneOf(ways))
      return (cures, !run.isProposalCutShort)
    }
    for releases in planned.remedyReleases + planned.consequenceReleases {
      for release in releases {
        add(run.proposals(making: release, true, for: subject))
      }
    }
    // A rule without requirements takes where it applies: it is met by doing so.
    if !planned.requirements.isEmpty, rule.consequences.allSatisfy({ !$0.verb.takesMoney }) {
      let ways = planned.requirements.map { run.proposals(making: $0, true, for: subject) }
      add(ClauseRun.together(ways))
    }
    let applies = planned.conditions + (planned.filter.map { [$0] } ?? [])
    add(ClauseRun.oneOf(applies.map { run.proposals(making: $0, false, for: subject) }))
    for (place, exception) in run.clause.exceptions.enumerated()
    where exception.targets.contains(outcome.rule) {
      guard let body = exception.bodies[rule.subject.kind],
        let planned = run.plan.exceptions[place].bodies[rule.subject.kind],
        body.consequences.allSatisfy({ !$0.verb.takesMoney })
      else { continue }
      let ways = planned.conditions.map { run.proposals(making: $0, true, for: subject) }
      add(ClauseRun.together(ways))
    }
    return (cures, !run.isProposalCutShort)
  }
}
