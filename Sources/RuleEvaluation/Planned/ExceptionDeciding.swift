import ContractModel
import RuleChecking

/// An exception that is about a rule and a subject, and how it stands.
private struct JudgedException {
  let place: Int
  let judged: Judged
  let consequences: [CheckedEffect]
  let releases: [[PlannedCondition]]
}

extension ClauseRun {
  /// Applies what defeats a rule, exceptions to the rule itself before those to the whole clause, or its
  /// own effects where none holds.
  ///
  /// One that cannot be decided is cited, if none holds, and what it could take is held beside what
  /// the rule takes.
  mutating func applyExceptions(
    to rule: Int, _ decision: inout RuleDecision, for subject: SubjectID
  ) {
    var open: [JudgedException] = []
    for isToClause in [false, true] {
      let level = exceptions(to: rule, isToClause: isToClause, for: subject)
      let holding = level.filter { $0.judged.truth == .yes }
      if let first = holding.first {
        let rivals = level.filter { exception in
          exception.judged.truth == .unknown
            && worked(exception, for: subject).summary != worked(first, for: subject).summary
        }
        settle(first, among: holding, of: rule, &decision, for: subject)
        hold(rivals, beside: rule, &decision, for: subject)
        return
      }
      open += level.filter { $0.judged.truth == .unknown }
    }
    for exception in open { decision.cite(exception.place, because: exception.judged) }
    applyEffects(of: rule, to: &decision, for: subject)
    for exception in open { decision.effects += possible(exception, for: subject) }
  }

  /// Of one that may contradict the one that holds nobody knows that it does not: what either would take
  /// then is held too, and what the rule would.
  private mutating func hold(
    _ rivals: [JudgedException], beside rule: Int, _ decision: inout RuleDecision,
    for subject: SubjectID
  ) {
    guard !rivals.isEmpty else { return }
    if decision.verdict != .contested {
      decision.effects += possibleIfFailed(rule, for: subject)
    }
    for rival in rivals {
      decision.effects += possible(rival, for: subject)
      decision.missing.formUnion(rival.judged.missing)
    }
  }

  /// What follows where an exception holds.
  private mutating func worked(
    _ exception: JudgedException, for subject: SubjectID
  ) -> WorkedEffects {
    effects(
      exception.consequences, .exception(exception.place), exception.releases,
      isProvisional: false, for: subject)
  }

  /// What an exception could take that may not hold.
  private mutating func possible(
    _ exception: JudgedException, for subject: SubjectID
  ) -> [EffectOutcome] {
    provisional(
      exception.consequences, .exception(exception.place), exception.releases, for: subject)
  }

  private mutating func exceptions(
    to rule: Int, isToClause: Bool, for subject: SubjectID
  ) -> [JudgedException] {
    let kind = clause.rules[rule].subject.kind
    var found: [JudgedException] = []
    for (place, exception) in clause.exceptions.enumerated()
    where exception.isToClause == isToClause && exception.targets.contains(rule) {
      guard let body = exception.bodies[kind], let planned = plan.exceptions[place].bodies[kind]
      else { continue }
      found.append(
        JudgedException(
          place: place, judged: .all(planned.conditions.map { judge($0, for: subject) }),
          consequences: body.consequences, releases: planned.releases))
    }
    return found
  }

  /// Two that hold and say different things contradict each other: what the rule or either of them
  /// could take is held. A rule that may be met could take then what it says of that.
  private mutating func settle(
    _ first: JudgedException, among holding: [JudgedException], of rule: Int,
    _ decision: inout RuleDecision, for subject: SubjectID
  ) {
    let worked = holding.map { self.worked($0, for: subject) }
    for exception in holding { decision.records.formUnion(exception.judged.records) }
    let isOneVoice = worked.allSatisfy { $0.summary == worked[0].summary }
    decision.defeat = Defeat(.exception(first.place), isUndecided: !isOneVoice)
    guard isOneVoice else {
      decision.verdict = .contested
      applyEffects(of: rule, to: &decision, for: subject)
      for exception in holding { decision.effects += possible(exception, for: subject) }
      return
    }
    let ifMet = decision.verdict == .failed ? [] : possibleIfMet(rule, for: subject)
    decision.verdict = first.consequences.contains { $0.verb == .defer } ? .notDue : .excused
    decision.missing = ifMet.isEmpty ? worked[0].missing : decision.missing.union(worked[0].missing)
    decision.effects = worked[0].outcomes + ifMet
    guard worked[0].isErrored else { return }
    decision.verdict = .errored
    decision.effects = possible(first, for: subject) + ifMet
  }
}

/// A verdict on its way: exceptions and waivers may still change it.
struct RuleDecision {
  var verdict: Verdict
  var missing: Gathered<MissingEvidence>
  var records: Gathered<RecordReference>
  var failed: [Int] = []
  var effects: [EffectOutcome] = []
  var defeat: Defeat?

  init(verdict: Verdict, missing: Gathered<MissingEvidence>, records: Gathered<RecordReference>) {
    self.verdict = verdict
    self.missing = missing
    self.records = records
  }

  /// Names an exception that cannot be decided; the nearest one stands.
  mutating func cite(_ exception: Int, because judged: Judged) {
    if defeat == nil { defeat = Defeat(.exception(exception), isUndecided: true) }
    missing.formUnion(judged.missing)
  }
}
