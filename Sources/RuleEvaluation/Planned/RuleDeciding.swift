import ContractModel
import RuleChecking

extension ClauseRun {
  /// Decides every rule of the clause that belongs to this phase, for every subject it is about.
  mutating func outcomes(in phase: DecisionPhase) -> [RuleOutcome] {
    var outcomes: [RuleOutcome] = []
    for rule in clause.rules.indices where clause.rules[rule].phase == phase {
      for subject in subjects(of: clause.rules[rule]) {
        if let outcome = outcome(ofRule: rule, for: subject) { outcomes.append(outcome) }
      }
    }
    return outcomes
  }

  private func subjects(of rule: CheckedRule) -> [SubjectID] {
    if let role = rule.subject.role {
      return incorporation.roles[role].map { tree.isOnFile($0) ? [$0] : [] } ?? []
    }
    let all = tree.subjects(of: rule.subject.kind)
    guard !incorporation.scope.isEmpty else { return all }
    return all.filter { subject in
      incorporation.scope.contains { part in
        contract.isWithin(subject, part)
          || tree.ancestor(of: subject, kind: contract[part].kind) == part
      }
    }
  }

  private mutating func outcome(ofRule rule: Int, for subject: SubjectID) -> RuleOutcome? {
    var applying: [Judged] = []
    if let filter = plan.rules[rule].filter {
      let passes = judge(filter, for: subject)
      if passes.truth == .no { return nil }
      applying.append(passes)
    }
    for condition in plan.rules[rule].conditions { applying.append(judge(condition, for: subject)) }
    let applies = Judged.all(applying)
    let values = shownValues(ofRule: rule, for: subject)
    if applies.truth == .no {
      return RuleOutcome(
        incorporation: place, rule: rule, subject: subject, verdict: .notApplicable,
        records: applies.records.elements, values: values)
    }
    let requirements = plan.rules[rule].requirements.map { judge($0, for: subject) }
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
      mayNotApply: applies.truth == .unknown, missing: decision.missing.elements,
      records: decision.records.elements, effects: decision.effects,
      failedRequirements: decision.failed, defeatedBy: decision.defeat, values: values)
  }

  /// The meanings that a rule names, and for each part that it asks about and that falls short those
  /// that it names there.
  private mutating func shownValues(ofRule rule: Int, for subject: SubjectID) -> [NamedOutcome] {
    var shown = clause.rules[rule].shown.map { named($0, for: subject) }
    for (asked, condition) in zip(clause.rules[rule].shownOfParts, plan.rules[rule].shownOfParts) {
      for part in parts(asked.parts, of: subject)
      where judge(condition, for: part).truth != asked.wanted {
        shown += asked.meanings.map { named($0, for: part) }
      }
    }
    return shown
  }

  private mutating func named(_ meaning: Int, for subject: SubjectID) -> NamedOutcome {
    NamedOutcome(
      meaning: meaning, subject: subject, value: value(ofMeaning: meaning, for: subject).value)
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
      applyExceptions(to: rule, &decision, for: subject)
    } else {
      applyEffects(of: rule, to: &decision, for: subject)
    }
  }

  mutating func applyEffects(
    of rule: Int, to decision: inout RuleDecision, for subject: SubjectID
  ) {
    let (remedies, consequences) = (clause.rules[rule].remedies, clause.rules[rule].consequences)
    let remedyReleases = plan.rules[rule].remedyReleases
    let consequenceReleases = plan.rules[rule].consequenceReleases
    switch decision.verdict {
    case .met:
      act(consequences, .consequences, consequenceReleases, &decision, for: subject)
    case .failed: act(remedies, .remedies, remedyReleases, &decision, for: subject)
    default:
      // It may yet fail or be met: what either would take is held.
      decision.effects =
        possibleIfFailed(rule, for: subject) + possibleIfMet(rule, for: subject)
    }
  }

  /// What a rule could take that may have failed.
  mutating func possibleIfFailed(_ rule: Int, for subject: SubjectID) -> [EffectOutcome] {
    provisional(
      clause.rules[rule].remedies, .remedies, plan.rules[rule].remedyReleases, for: subject)
  }

  /// What a rule could take that may be met.
  mutating func possibleIfMet(_ rule: Int, for subject: SubjectID) -> [EffectOutcome] {
    provisional(
      clause.rules[rule].consequences, .consequences, plan.rules[rule].consequenceReleases,
      for: subject)
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

  private func waiver(for rule: String, _ subject: SubjectID) -> Int? {
    contract.waivers.firstIndex { waiver in
      waiver.rule == rule && waiver.from <= asOf && asOf <= waiver.through
        && contract.isWithin(subject, waiver.subject)
    }
  }
}
