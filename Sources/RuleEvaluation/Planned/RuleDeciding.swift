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
    var scope = Judgement.yes
    if let filter = planned.filter {
      scope = judge(filter, for: subject)
      if scope.truth == .no { return nil }
    }
    let applies = Judgement.all([scope] + planned.conditions.map { judge($0, for: subject) })
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
    var judged = Judgement.all(requirements)
    // A rule that may not apply at all has not failed.
    if applies.truth == .unknown, judged.truth != .yes || requirements.isEmpty { judged = applies }
    if applies.truth == .unknown, !requirements.isEmpty, judged.truth == .yes { judged = .yes }
    var decision = RuleDecision(
      verdict: judged.verdict, effects: [], defeat: nil, missing: judged.missing,
      records: judged.records)
    if decision.verdict == .met { decision.records.formUnion(applies.records) }
    applyEffects(of: rule, to: &decision, for: subject)
    defeat(rule, &decision, for: subject)
    return RuleOutcome(
      incorporation: place, rule: rule, subject: subject, verdict: decision.verdict,
      missing: decision.missing.sorted(), records: decision.records.sorted(),
      effects: decision.effects, failedRequirements: decision.verdict == .failed ? failed : [],
      defeatedBy: decision.defeat, values: values)
  }

  private mutating func applyEffects(
    of rule: Int, to decision: inout RuleDecision, for subject: SubjectID
  ) {
    let checked = clause.rules[rule]
    switch decision.verdict {
    case .met:
      decision.effects = effects(
        checked.consequences, .consequences, plan.rules[rule].consequenceReleases, &decision,
        for: subject)
    case .failed:
      decision.effects = effects(
        checked.remedies, .remedies, plan.rules[rule].remedyReleases, &decision, for: subject)
    default:
      let isGrant = checked.requirements.isEmpty
      decision.effects = provisional(
        isGrant ? checked.consequences : checked.remedies, isGrant ? .consequences : .remedies,
        for: subject)
    }
  }

  /// The nearest exception that holds replaces what the rule would do; one that cannot be decided
  /// leaves it as it is and is cited; then a waiver may lift a failure.
  private mutating func defeat(
    _ rule: Int, _ decision: inout RuleDecision, for subject: SubjectID
  ) {
    guard [.failed, .unproven, .contested, .errored].contains(decision.verdict) else { return }
    for isToClause in [false, true] {
      let level = clause.exceptions.indices.filter {
        clause.exceptions[$0].isToClause == isToClause
          && clause.exceptions[$0].targets.contains(rule)
      }
      if apply(level, to: rule, &decision, for: subject) { return }
    }
    guard decision.verdict == .failed else { return }
    if let waiver = waiver(for: clause.rules[rule].citation.rule, subject) {
      decision.verdict = .waived
      decision.effects = []
      decision.defeat = Defeat(.waiver(waiver), isUndecided: false)
    }
  }

  /// Applies the exceptions of one level; true where one decided.
  private mutating func apply(
    _ level: [Int], to rule: Int, _ decision: inout RuleDecision, for subject: SubjectID
  ) -> Bool {
    let kind = clause.rules[rule].subject.kind
    var holding: [Int] = []
    for exception in level {
      guard let conditions = plan.exceptions[exception].bodies[kind] else { continue }
      let judged = Judgement.all(conditions.map { judge($0, for: subject) })
      if judged.truth == .yes {
        holding.append(exception)
        decision.records.formUnion(judged.records)
      }
      if judged.truth == .unknown, decision.defeat == nil {
        decision.defeat = Defeat(.exception(exception), isUndecided: true)
        decision.missing.formUnion(judged.missing)
      }
    }
    guard let first = holding.first else { return false }
    let verbs = holding.map { clause.exceptions[$0].bodies[kind]?.consequences.map(\.verb) ?? [] }
    decision.defeat = Defeat(.exception(first), isUndecided: false)
    if Set(verbs).count > 1 {
      decision.verdict = .contested
      decision.effects = provisional(clause.rules[rule].remedies, .remedies, for: subject)
      return true
    }
    let consequences = clause.exceptions[first].bodies[kind]?.consequences ?? []
    decision.verdict = consequences.contains { $0.verb == .defer } ? .notDue : .excused
    decision.effects = effects(
      consequences, .exception(first), consequences.map { _ in [] }, &decision, for: subject)
    decision.missing = []
    return true
  }

  private func waiver(for rule: String, _ subject: SubjectID) -> Int? {
    contract.waivers.firstIndex { waiver in
      waiver.rule == rule && waiver.from <= asOf && asOf <= waiver.through
        && (contract.isWithin(subject, waiver.subject)
          || contract.ancestor(of: subject, kind: contract[waiver.subject].kind) == waiver.subject)
    }
  }
}

/// A verdict on its way: exceptions and waivers may still change it.
struct RuleDecision {
  var verdict: Verdict
  var effects: [EffectOutcome]
  var defeat: Defeat?
  var missing: Set<MissingEvidence>
  var records: Set<RecordReference>
}
