import ContractModel
import RuleChecking

/// One rule for one subject.
struct ReferenceRuling {
  let situation: Situation
  /// The incorporation, by its place in the contract.
  let incorporation: Int
  let rule: CheckedRule
  /// The rule, by its place in the clause.
  let place: Int

  /// Returns what the rule comes to; nil where the subject is none that it is about.
  ///
  /// First come the conditions: one that does not hold makes the rule not applicable, one that is
  /// open leaves the rule open, whatever it requires. Whether the subject is one of those that the
  /// rule is about counts as a condition, except that a subject that is not has no outcome. Then the
  /// requirements: a failed one decides; all held, the rule is met; else the worst of the open ones
  /// counts. A rule without requirements is met where it applies.
  func outcome() -> RuleOutcome? {
    var about: [Judgement] = []
    if let filter = rule.subject.filter {
      let judgement = situation.judge(filter)
      if judgement.standing == .no { return nil }
      about = [judgement]
    }
    let applies = Judgement.all(about + rule.conditions.map { situation.judge($0.condition) })
    guard applies.standing == .yes else { return outcome(ofInapplicable: applies) }
    let requirements = rule.requirements.map { situation.judge($0.condition) }
    let holds = Judgement.all(requirements)
    let failed = requirements.indices.filter { requirements[$0].standing == .no }
    var ruling = Conclusion(
      verdict: verdict(holds.standing, no: .failed), missing: holds.missing,
      records: holds.standing.isDecided ? holds.records.union(applies.records) : holds.records)
    ruling.failedRequirements = failed
    return concluded(ruling)
  }

  private func outcome(ofInapplicable applies: Judgement) -> RuleOutcome {
    var conclusion = Conclusion(
      verdict: verdict(applies.standing, no: .notApplicable), missing: applies.missing,
      records: applies.records)
    conclusion.mayNotApply = !applies.standing.isDecided
    return concluded(conclusion)
  }

  private func verdict(_ standing: Standing, no: Verdict) -> Verdict {
    switch standing {
    case .yes: .met
    case .no: no
    case .unknown: .unproven
    case .contested: .contested
    case .errored: .errored
    }
  }

  /// Lets waivers and exceptions speak, and works out what follows.
  private func concluded(_ conclusion: Conclusion) -> RuleOutcome {
    var conclusion = conclusion
    applyWaivers(to: &conclusion)
    applyExceptions(to: &conclusion)
    if !conclusion.hasEffects { applyEffects(to: &conclusion) }
    return RuleOutcome(
      incorporation: incorporation, rule: place, subject: situation.subject,
      verdict: conclusion.verdict, mayNotApply: conclusion.mayNotApply,
      missing: conclusion.missing.sorted(),
      records: conclusion.records.sorted(), effects: conclusion.effects + conclusion.possible,
      failedRequirements: conclusion.failedRequirements, defeatedBy: conclusion.defeat,
      values: rule.shown.map { situation.named($0) } + rule.shownOfParts.flatMap { shown($0) })
  }

  /// The meanings that the rule names of parts, for each part that falls short of what it asks.
  private func shown(_ shown: CheckedRule.ShownParts) -> [NamedOutcome] {
    let wanted = Standing(shown.wanted)
    return (situation.parts(shown.parts) ?? []).map { situation.at($0) }
      .filter { $0.judge(shown.condition).standing != wanted }
      .flatMap { part in shown.meanings.map { part.named($0) } }
  }

  /// A waiver counts only where the rule has failed: for the subject or a part it lies in, from its
  /// first day through its last. It goes before any exception, and nothing follows.
  private func applyWaivers(to conclusion: inout Conclusion) {
    guard conclusion.verdict == .failed else { return }
    let waivers = situation.contract.waivers
    let waiver = waivers.indices.first { index in
      waivers[index].rule == rule.citation.rule
        && situation.contract.isWithin(situation.subject, waivers[index].subject)
        && waivers[index].from <= situation.world.asOf
        && situation.world.asOf <= waivers[index].through
    }
    guard let waiver else { return }
    conclusion.verdict = .waived
    conclusion.defeat = Defeat(.waiver(waiver), isUndecided: false)
    conclusion.hasEffects = true
  }
}

/// What has been concluded so far.
struct Conclusion {
  var verdict: Verdict
  /// Whether it is open if the rule applies at all.
  var mayNotApply = false
  var missing: Set<MissingEvidence>
  var records: Set<RecordReference>
  var failedRequirements: [Int] = []
  var effects: [EffectOutcome] = []
  /// Holds of what nobody can rule out, beside what follows.
  var possible: [EffectOutcome] = []
  /// Whether `effects` is settled, even if there are none.
  var hasEffects = false
  var defeat: Defeat?

  init(verdict: Verdict, missing: Set<MissingEvidence>, records: Set<RecordReference>) {
    self.verdict = verdict
    self.missing = missing
    self.records = records
  }

  /// Whether the rule could take money that it may not take in the end.
  var isOpen: Bool {
    switch verdict {
    case .unproven, .contested, .errored: true
    case .met, .failed, .excused, .waived, .notDue, .notApplicable: false
    }
  }
}
