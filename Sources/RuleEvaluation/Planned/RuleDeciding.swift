import ContractModel
import RuleChecking

extension ClauseRun {
  /// Decides every rule of the clause that belongs to this phase, for every subject it is about.
  mutating func outcomes() -> [RuleOutcome] {
    var outcomes: [RuleOutcome] = []
    for rule in clause.rules.indices where clause.rules[rule].readsEarned == (earned != nil) {
      for subject in subjects(of: clause.rules[rule]) {
        if let outcome = outcome(ofRule: rule, for: subject) { outcomes.append(outcome) }
      }
    }
    return outcomes
  }

  private func subjects(of rule: CheckedRule) -> [SubjectID] {
    if let role = rule.subject.role { return incorporation.roles[role].map { [$0] } ?? [] }
    let all = contract.subjects(of: rule.subject.kind)
    guard !incorporation.scope.isEmpty else { return all }
    return all.filter { subject in
      incorporation.scope.contains { part in
        contract.isWithin(subject, part)
          || contract.ancestor(of: subject, kind: contract[part].kind) == part
      }
    }
  }

  private mutating func outcome(ofRule rule: Int, for subject: SubjectID) -> RuleOutcome? {
    let checked = clause.rules[rule]
    let planned = plan.rules[rule]
    var scope = Judged.yes
    if let filter = planned.filter {
      scope = judge(filter, for: subject)
      if scope.truth == .no { return nil }
    }
    let applies = Judged.all([scope] + planned.conditions.map { judge($0, for: subject) })
    let values = checked.shown.map {
      NamedOutcome(meaning: $0, value: value(ofMeaning: $0, for: subject).value)
    }
    if applies.truth == .no {
      return RuleOutcome(
        incorporation: place, rule: rule, subject: subject, verdict: .notApplicable,
        records: applies.records.sorted(), values: values)
    }
    let requirements = planned.requirements.map { judge($0, for: subject) }
    let failed = requirements.indices.filter { requirements[$0].truth == .no }
    // A rule that may not apply at all has neither failed nor been met.
    let judged = applies.truth == .unknown ? applies : Judged.all(requirements)
    var decision = RuleDecision(
      verdict: judged.verdict, missing: judged.missing,
      records: judged.truth == .unknown ? judged.records : judged.records.union(applies.records))
    if decision.verdict == .failed { decision.failed = failed }
    conclude(rule, &decision, for: subject)
    return RuleOutcome(
      incorporation: place, rule: rule, subject: subject, verdict: decision.verdict,
      missing: decision.missing.sorted(), records: decision.records.sorted(),
      effects: decision.effects, failedRequirements: decision.failed,
      defeatedBy: decision.defeat, values: values)
  }

  /// A waiver goes before an exception, an exception before the rule itself.
  private mutating func conclude(
    _ rule: Int, _ decision: inout RuleDecision, for subject: SubjectID
  ) {
    if decision.verdict == .failed,
      let waiver = waiver(for: clause.rules[rule].citation.rule, subject)
    {
      decision.verdict = .waived
      decision.defeat = Defeat(.waiver(waiver), isUndecided: false)
      return
    }
    if [.failed, .unproven, .contested, .errored].contains(decision.verdict) {
      for isToClause in [false, true] {
        let level = clause.exceptions.indices.filter {
          clause.exceptions[$0].isToClause == isToClause
            && clause.exceptions[$0].targets.contains(rule)
        }
        if apply(level, to: rule, &decision, for: subject) { return }
      }
    }
    applyEffects(of: rule, to: &decision, for: subject)
  }

  private mutating func applyEffects(
    of rule: Int, to decision: inout RuleDecision, for subject: SubjectID
  ) {
    let checked = clause.rules[rule]
    let planned = plan.rules[rule]
    switch decision.verdict {
    case .met:
      act(
        checked.consequences, .consequences, planned.consequenceReleases, &decision, for: subject)
    case .failed: act(checked.remedies, .remedies, planned.remedyReleases, &decision, for: subject)
    default:
      let isGrant = checked.requirements.isEmpty
      decision.effects = provisional(
        isGrant ? checked.consequences : checked.remedies, isGrant ? .consequences : .remedies,
        isGrant ? planned.consequenceReleases : planned.remedyReleases, for: subject)
    }
  }

  /// Applies effects; an amount that cannot be worked out at all leaves the rule in error.
  private mutating func act(
    _ list: [CheckedEffect], _ source: EffectOutcome.Source, _ releases: [[PlannedCondition]],
    _ decision: inout RuleDecision, for subject: SubjectID
  ) {
    let worked = effects(list, source, releases, isProvisional: false, for: subject)
    decision.missing.formUnion(worked.missing)
    decision.effects = worked.outcomes
    guard worked.isErrored else { return }
    decision.verdict = .errored
    decision.effects = provisional(list, source, releases, for: subject)
  }

  /// Applies the exceptions of one level; true where one decided.
  ///
  /// One that cannot be decided changes nothing and is cited. Two that hold and say different things
  /// contradict each other.
  private mutating func apply(
    _ level: [Int], to rule: Int, _ decision: inout RuleDecision, for subject: SubjectID
  ) -> Bool {
    let kind = clause.rules[rule].subject.kind
    var holding: [(place: Int, worked: WorkedEffects)] = []
    for exception in level {
      guard let conditions = plan.exceptions[exception].bodies[kind],
        let body = clause.exceptions[exception].bodies[kind]
      else { continue }
      let judged = Judged.all(conditions.map { judge($0, for: subject) })
      if judged.truth == .unknown { decision.cite(exception, because: judged) }
      guard judged.truth == .yes else { continue }
      decision.records.formUnion(judged.records)
      holding.append(
        (
          exception,
          effects(
            body.consequences, .exception(exception), plan.exceptions[exception].releases(kind),
            isProvisional: false, for: subject)
        ))
    }
    guard let first = holding.first else { return false }
    let consequences = clause.exceptions[first.place].bodies[kind]?.consequences ?? []
    guard holding.allSatisfy({ $0.worked.summary == first.worked.summary }) else {
      decision.verdict = .contested
      decision.defeat = Defeat(.exception(first.place), isUndecided: true)
      applyEffects(of: rule, to: &decision, for: subject)
      return true
    }
    decision.defeat = Defeat(.exception(first.place), isUndecided: false)
    decision.verdict = consequences.contains { $0.verb == .defer } ? .notDue : .excused
    decision.missing = first.worked.missing
    decision.effects = first.worked.outcomes
    if first.worked.isErrored {
      decision.verdict = .errored
      decision.effects = provisional(
        consequences, .exception(first.place), plan.exceptions[first.place].releases(kind),
        for: subject)
    }
    return true
  }

  private func waiver(for rule: String, _ subject: SubjectID) -> Int? {
    contract.waivers.firstIndex { waiver in
      waiver.rule == rule && waiver.from <= asOf && asOf <= waiver.through
        && contract.isWithin(subject, waiver.subject)
    }
  }
}

/// A verdict on its way: exceptions and waivers may still change it.
struct RuleDecision {
  var verdict: Verdict
  var missing: Set<MissingEvidence>
  var records: Set<RecordReference>
  var failed: [Int] = []
  var effects: [EffectOutcome] = []
  var defeat: Defeat?

  init(verdict: Verdict, missing: Set<MissingEvidence>, records: Set<RecordReference>) {
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
