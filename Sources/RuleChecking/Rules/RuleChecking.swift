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
    reportUnreachableRelease(of: rule, requirements, remedies)
    let effects = remedies + consequences
    if reading.readsEarned { reportEarlyEffects(effects) }
    return CheckedRule(
      citation: citation(rule.name, rule.citation), subject: subject, conditions: conditions,
      requirements: requirements, consequences: consequences, remedies: remedies,
      shown: shown, shownOfParts: shownOfParts, readsEarned: reading.readsEarned,
      documentation: rule.documentation)
  }

  func citation(_ name: NameSyntax, _ section: TextSyntax?) -> Citation {
    Citation(
      clause: syntax.name.text, rule: name.text,
      section: section?.value ?? syntax.citation?.value, range: name.range)
  }

  private mutating func checkSubject(of rule: RuleSyntax) -> CheckedSubject {
    guard let subject = rule.subject else {
      diagnostics.append(.ruleAboutNothing(rule.name))
      return CheckedSubject(kind: .contract, role: nil, filter: nil)
    }
    guard let kind = SubjectKind(rawValue: subject.kind.text) else {
      diagnostics.append(
        .unknownName(
          subject.kind, what: "subject", among: SubjectKind.allCases.map(\.rawValue)))
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
    if rule.requirements.isEmpty, !rule.remedies.isEmpty {
      diagnostics.append(.otherwiseWithoutRequire(rule.name))
    }
    if !rule.requirements.isEmpty, rule.remedies.isEmpty {
      diagnostics.append(.requireWithoutOtherwise(rule.name))
    }
    if rule.requirements.isEmpty, rule.consequences.isEmpty, rule.remedies.isEmpty {
      diagnostics.append(.emptyRule(rule.name))
    }
  }

  private mutating func reportClaims(of rule: RuleSyntax) {
    for name in rule.admitted where !kinds.contains(where: { $0.plural == name.text }) {
      diagnostics.append(
        .unknownName(
          name, what: "claim", among: kinds.filter { $0.nature == .claim }.map(\.plural)))
    }
    let admitted = Set(rule.admitted.map(\.text))
    for kind in reading.claims.sorted() where !admitted.contains(kinds[kind].plural) {
      diagnostics.append(
        .claimNotAdmitted(kinds[kind].plural, rule: rule.name, declared: kinds[kind].range))
    }
  }

  /// Money is held for good where a date that has passed is the only thing that releases it.
  private mutating func reportUnreachableRelease(
    of rule: RuleSyntax, _ requirements: [StatedCondition], _ remedies: [CheckedEffect]
  ) {
    let isFixed = requirements.contains { isSettledByTime($0.condition) }
    guard isFixed else { return }
    for (effect, syntax) in zip(remedies, rule.remedies) {
      guard let release = effect.release, release.conditions.isEmpty else { continue }
      diagnostics.append(.releaseOutOfReach(syntax.release?.range ?? syntax.range))
    }
  }

  /// Whether a condition is about the first time something happened: later records cannot mend it.
  private func isSettledByTime(_ condition: CheckedCondition) -> Bool {
    guard case .test(.meaning(let place), .date, false, .bounds(_, let upper?)) = condition,
      case .aggregate(let aggregate) = meanings[place].form,
      case .earliest = aggregate.measure
    else { return false }
    if case .asOf = upper.value { return false }
    return true
  }

  private mutating func reportEarlyEffects(_ effects: [CheckedEffect]) {
    for effect in effects where effect.verb.stage < EffectVerb.retain.stage {
      diagnostics.append(.earnedTooEarly(effect.verb, at: effect.range))
    }
  }

  mutating func check(_ exception: ExceptionSyntax, rules: [CheckedRule]) -> CheckedException? {
    let isToClause = exception.target.text == syntax.name.text
    let targets = rules.indices.filter {
      isToClause || rules[$0].citation.rule == exception.target.text
    }
    if targets.isEmpty {
      diagnostics.append(
        .unknownName(
          exception.target, what: "rule or clause",
          among: rules.map(\.citation.rule) + [syntax.name.text]))
      return nil
    }
    if exception.conditions.isEmpty {
      diagnostics.append(.exceptionWithoutCondition(exception.name))
    }
    if exception.consequences.isEmpty {
      diagnostics.append(.exceptionWithoutConsequence(exception.name))
    }
    var bodies: [SubjectKind: CheckedException.Body] = [:]
    for target in targets where bodies[rules[target].subject.kind] == nil {
      let kind = rules[target].subject.kind
      reading = Reading()
      guarded = []
      bodies[kind] = CheckedException.Body(
        conditions: exception.conditions.map { state($0, for: kind) },
        consequences: exception.consequences.compactMap { check($0, for: kind) })
    }
    return CheckedException(
      citation: citation(exception.name, exception.citation), targets: targets,
      isToClause: isToClause, bodies: bodies, documentation: exception.documentation)
  }
}
