import ContractModel
import RuleSyntax
import SourceText

extension ClauseChecker {
  mutating func check(_ rule: RuleSyntax) -> CheckedRule {
    reading = Reading()
    guarded = []
    let subject = checkSubject(of: rule)
    let kind = subject.kind
    let conditions = rule.conditions.map { state($0, for: kind) }
    let requirements = rule.requirements.map { state($0, for: kind) }
    let (shown, shownOfParts) = (reading.meanings, reading.parts)
    let remedies = rule.remedies.compactMap { check($0, for: kind) }
    let consequences = rule.consequences.compactMap { check($0, for: kind) }
    reportShape(of: rule)
    reportClaims(of: rule)
    reportUnreachableRelease(of: rule, requirements)
    reportReleaseByBeingMet(in: rule.consequences)
    let effects = remedies + consequences
    let told = effects.flatMap(\.shown).filter { !shown.contains($0) }
    reportEarlyEffects(effects, reading: reading.phase)
    reportReleases(in: remedies)
    return CheckedRule(
      citation: citation(rule.name, rule.citation, text: rule.range), subject: subject,
      conditions: conditions,
      requirements: requirements, consequences: consequences, remedies: remedies,
      shown: shown + told, shownOfParts: shownOfParts, phase: reading.phase,
      reason: rule.reason.flatMap { checkReason($0) },
      documentation: rule.documentation)
  }

  func citation(_ name: NameSyntax, _ section: TextSyntax?, text: SourceRange) -> Citation {
    Citation(
      clause: syntax.name.text, rule: name.text,
      section: section?.value ?? syntax.citation?.value, range: name.range, text: text)
  }

  private mutating func checkSubject(of rule: RuleSyntax) -> CheckedSubject {
    guard let subject = rule.subject else {
      reportMissing(.ruleAboutNothing(rule.name))
      return CheckedSubject(kind: .contract, role: nil, filter: nil)
    }
    guard let kind = SubjectKind(rawValue: subject.kind.text) else {
      diagnostics.append(
        .unknownName(
          subject.kind, what: .subjectWord, among: SubjectKind.allCases.map(\.rawValue)))
      return CheckedSubject(kind: .contract, role: nil, filter: nil)
    }
    let filter = subject.filter.map { check($0, for: kind) }
    return CheckedSubject(kind: kind, role: subject.role?.text, filter: filter)
  }

  mutating func state(_ condition: ConditionSyntax, for kind: SubjectKind) -> StatedCondition {
    StatedCondition(
      condition: check(condition, for: kind), text: text(at: condition.range),
      range: condition.range)
  }

  /// A rule requires something and says what otherwise follows, or grants something by `then`.
  private mutating func reportShape(of rule: RuleSyntax) {
    switch (rule.requirements.isEmpty, rule.remedies.isEmpty) {
    case (true, false): reportMissing(.otherwiseWithoutRequire(rule.name))
    case (false, true): reportMissing(.requireWithoutOtherwise(rule.name))
    case (true, true) where rule.consequences.isEmpty: reportMissing(.emptyRule(rule.name))
    case (true, true), (false, false): break
    }
    for effect in rule.remedies + rule.consequences where effect.verb.text == "excuse" {
      diagnostics.append(.excuseOutsideException(at: effect.range))
    }
  }

  private mutating func reportClaims(of rule: RuleSyntax) {
    for name in rule.admitted {
      if let kind = kinds.first(where: { $0.plural == name.text }) {
        if kind.nature != .claim { diagnostics.append(.notAClaim(name, kind: kind)) }
      } else if let kind = kinds.first(where: { $0.name == name.text }) {
        diagnostics.append(.singularCollection(name, plural: kind.plural, declared: kind.range))
      } else {
        let claims = kinds.filter { $0.nature == .claim }.map(\.plural)
        reportMissing(.unknownName(name, what: .claim, among: claims))
      }
    }
    reportClaims(by: rule.name, admitted: Set(rule.admitted.map(\.text)), isException: false)
  }

  mutating func reportClaims(
    by name: NameSyntax, admitted: Set<String>, isException: Bool
  ) {
    for kind in reading.claims.sorted()
    where !admitted.contains(kinds[kind].plural) && !admitted.contains(kinds[kind].name) {
      reportMissing(
        .claimNotAdmitted(
          kinds[kind].plural, by: name, isException: isException, declared: kinds[kind].range))
    }
  }

  /// Money is held for good where a date that has passed is the only thing that releases it.
  private mutating func reportUnreachableRelease(
    of rule: RuleSyntax, _ requirements: [StatedCondition]
  ) {
    guard let fixed = requirements.first(where: { isSettledByTime($0.condition) }) else { return }
    for effect in rule.remedies {
      guard let release = effect.release, release.conditions.isEmpty else { continue }
      reportMissing(.releaseOutOfReach(release.range, requirement: fixed.range))
    }
  }

  /// What a met rule does is not ended by that the rule is met.
  private mutating func reportReleaseByBeingMet(in consequences: [EffectSyntax]) {
    for effect in consequences {
      guard let release = effect.release, release.isMetEnough else { continue }
      diagnostics.append(.releaseAlreadyMet(effect.verb, at: release.range))
    }
  }

  mutating func reportEarlyEffects(_ effects: [CheckedEffect], reading phase: DecisionPhase) {
    for effect in effects where !phase.allows(effect.verb) {
      diagnostics.append(.effectTooEarly(effect.verb, reading: phase, at: effect.range))
    }
  }

  /// What is retained is released by what is met: a failure never raises what is paid.
  private mutating func reportReleases(in remedies: [CheckedEffect]) {
    for effect in remedies where effect.verb == .release {
      diagnostics.append(.releaseOnFailure(at: effect.range))
    }
  }
}
