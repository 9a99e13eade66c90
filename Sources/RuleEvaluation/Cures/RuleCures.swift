import ContractModel
import RuleChecking

/// A way to end what a rule holds.
package struct RuleCure: Hashable, Sendable {
  /// Why the hold would end.
  package enum Ground: Hashable, Sendable {
    /// The rule would be met, or not apply.
    case met
    /// What the effect names after `until` would be so.
    case released
    /// An exception would hold, by its place in the clause.
    case exception(Int)
    /// An exception that puts the money off would no longer hold.
    case noException(Int)
  }

  package let ground: Ground
  package let proposal: Proposal
}

extension ClauseInspection {
  /// Returns ways to end what a rule holds for the subject of its outcome, without repetition.
  package mutating func cures(of outcome: RuleOutcome) -> [RuleCure] {
    let rule = run.clause.rules[outcome.rule]
    let planned = run.plan.rules[outcome.rule]
    let subject = outcome.subject
    var cures: [RuleCure] = []
    func add(_ proposals: [Proposal], _ ground: RuleCure.Ground) {
      for proposal in proposals where !proposal.steps.isEmpty {
        if cures.contains(where: { $0.proposal == proposal }) { continue }
        cures.append(RuleCure(ground: ground, proposal: proposal))
      }
    }
    if case .exception(let place)? = outcome.defeatedBy?.cause, outcome.verdict == .notDue {
      let body = run.plan.exceptions[place].bodies[rule.subject.kind]
      let ways = (body?.conditions ?? []).map {
        run.proposals(making: $0, false, for: subject)
      }
      add(ClauseRun.oneOf(ways), .noException(place))
      return cures
    }
    for releases in planned.remedyReleases + planned.consequenceReleases {
      for release in releases {
        add(run.proposals(making: release, true, for: subject), .released)
      }
    }
    // A rule without requirements takes where it applies: it is met by doing so.
    if !planned.requirements.isEmpty, rule.consequences.allSatisfy({ !$0.verb.takesMoney }) {
      let ways = planned.requirements.map { run.proposals(making: $0, true, for: subject) }
      add(ClauseRun.together(ways), .met)
    }
    let applies = planned.conditions + (planned.filter.map { [$0] } ?? [])
    add(
      ClauseRun.oneOf(applies.map { run.proposals(making: $0, false, for: subject) }), .met)
    for (place, exception) in run.clause.exceptions.enumerated()
    where exception.targets.contains(outcome.rule) {
      guard let body = exception.bodies[rule.subject.kind],
        let planned = run.plan.exceptions[place].bodies[rule.subject.kind],
        body.consequences.allSatisfy({ !$0.verb.takesMoney })
      else { continue }
      let ways = planned.conditions.map { run.proposals(making: $0, true, for: subject) }
      add(ClauseRun.together(ways), .exception(place))
    }
    return cures
  }
}
