import ContractModel
import RuleSyntax
import SourceText

extension ClauseChecker {
  mutating func check(_ effect: EffectSyntax, for subject: SubjectKind) -> CheckedEffect? {
    guard let verb = EffectVerb(rawValue: effect.verb.text) else {
      diagnostics.append(
        .unknownName(effect.verb, what: "effect", among: EffectVerb.allCases.map(\.rawValue)))
      return nil
    }
    reportShape(of: effect, verb)
    let amount = effect.amount.flatMap { checkMoney($0, for: subject) }
    let caps = effect.caps.compactMap { checkMoney($0, for: subject) }
    let deadline = effect.deadline.flatMap { checkDeadline($0, for: subject) }
    let release = effect.release.map { check($0, for: subject) }
    let shown = effect.shown.compactMap { place(of: $0, for: subject) ?? reportUnshown($0) }
    return CheckedEffect(
      verb: verb, amount: amount, caps: caps,
      rounding: syntax.rounding?.mode.rule ?? .halfUp, ground: effect.ground?.text,
      object: effect.object?.text, release: release, deadline: deadline, shown: shown,
      range: effect.range)
  }

  private mutating func reportUnshown(_ name: NameSyntax) -> Int? {
    diagnostics.append(
      .unknownName(name, what: "meaning", among: syntax.meanings.map(\.name.text)))
    return nil
  }

  /// Silence is never a default: a hold says what releases it, a deduction where it ends.
  private mutating func reportShape(of effect: EffectSyntax, _ verb: EffectVerb) {
    switch verb {
    case .withhold, .retain, .suspend, .dispute:
      if effect.release == nil { diagnostics.append(.releaseUnsaid(effect.verb)) }
    case .deduct:
      if effect.caps.isEmpty, !effect.isWithoutLimit { diagnostics.append(.capUnsaid(effect.verb)) }
    default: break
    }
  }

  private mutating func checkMoney(
    _ expression: ExpressionSyntax, for subject: SubjectKind
  ) -> CheckedExpression? {
    let value = check(expression, for: subject, expecting: .money)
    if value.isInvalid { return .invalid }
    guard value.type == .money else {
      diagnostics.append(.typeMismatch(value.type, wanted: .money, at: expression.range))
      return .invalid
    }
    if syntax.rounding == nil, canHaveFractions(value.expression) {
      diagnostics.append(.roundingUnsaid(expression.range, clause: syntax.name))
    }
    return value.expression
  }

  /// Whether an amount may come out with a fraction of a cent.
  private func canHaveFractions(_ expression: CheckedExpression) -> Bool {
    switch expression {
    case .binary(.dividedBy, _, _): true
    case .binary(.times, let left, let right): !isWhole(left) || !isWhole(right)
    case .binary(_, let left, let right): canHaveFractions(left) || canHaveFractions(right)
    case .lesser(let parts), .greater(let parts): parts.contains { canHaveFractions($0) }
    case .meaning(let place):
      switch meanings[place].form {
      case .quantity(let inner): canHaveFractions(inner)
      case .table(let table): table.rows.contains { canHaveFractions($0.result) }
      case .aggregate, .condition, .invalid: false
      }
    default: false
    }
  }

  /// Whether a factor is certainly a whole number.
  private func isWhole(_ expression: CheckedExpression) -> Bool {
    switch expression {
    case .money, .field, .span, .weeks, .forEachDay: true
    case .term(let place): terms[place].type != .percent && terms[place].type != .number
    case .meaning(let place):
      meanings[place].type != .percent && meanings[place].type != .number
        && !canHaveFractions(expression)
    case .quantity(let interval): interval.exact?.denominator == 1
    default: false
    }
  }

  private mutating func checkDeadline(
    _ expression: ExpressionSyntax, for subject: SubjectKind
  ) -> CheckedExpression? {
    let value = check(expression, for: subject, expecting: .date)
    if value.isInvalid { return .invalid }
    guard value.type == .date else {
      diagnostics.append(.typeMismatch(value.type, wanted: .date, at: expression.range))
      return .invalid
    }
    return value.expression
  }

  private mutating func check(
    _ release: ReleaseSyntax, for subject: SubjectKind
  ) -> CheckedEffect.Release {
    CheckedEffect.Release(
      isMetEnough: release.isMetEnough,
      conditions: release.conditions.map { state($0, for: subject) })
  }
}
