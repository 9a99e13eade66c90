import ContractModel
import RuleSyntax
import SourceText

extension ClauseChecker {
  mutating func check(_ effect: EffectSyntax, for subject: SubjectKind) -> CheckedEffect? {
    // The parser knows the verbs, and what each needs.
    guard let verb = EffectVerb(rawValue: effect.verb.text) else { return nil }
    let amount = effect.amount.map { checkMoney($0, for: subject) }
    let caps = effect.caps.map { checkMoney($0, for: subject) }
    let deadline = effect.deadline.map { check($0, as: .date, for: subject) ?? .invalid }
    let release = effect.release.map { check($0, for: subject) }
    let shown = effect.shown.compactMap { checkShown($0, for: subject) }
    return CheckedEffect(
      verb: verb, amount: amount, caps: caps,
      rounding: syntax.rounding?.mode.rule ?? .halfUp, ground: effect.ground?.text,
      object: effect.object?.text, release: release, deadline: deadline, shown: shown,
      range: effect.range)
  }

  private mutating func checkShown(_ name: NameSyntax, for subject: SubjectKind) -> Int? {
    guard let declared = names[name.text], let meaning = declared.meaning else {
      reportMissing(
        .unknownName(name, what: .meaning, among: syntax.meanings.map(\.name.text)))
      return nil
    }
    if collection(of: syntax.meanings[meaning]) != nil {
      namesRead[declared.number] = true
      diagnostics.append(
        .collectionIsNoValue(name, declared: syntax.meanings[meaning].name.range))
      return nil
    }
    guard let place = place(of: name, declared, for: subject) else { return nil }
    // An absent field is shown as absent: nobody need ask for it first.
    let outer = guarded
    guarded += readings[place].optionals.map(\.field)
    note(place, at: name.range)
    guarded = outer
    return place
  }

  private mutating func checkMoney(
    _ expression: ExpressionSyntax, for subject: SubjectKind
  ) -> CheckedExpression {
    guard let value = check(expression, as: .money, for: subject) else { return .invalid }
    if syntax.rounding == nil, hasFractions(value) {
      reportMissing(.roundingUnsaid(expression.range, clause: syntax.name))
    }
    return value
  }

  private mutating func check(
    _ release: ReleaseSyntax, for subject: SubjectKind
  ) -> CheckedEffect.Release {
    CheckedEffect.Release(
      isMetEnough: release.isMetEnough,
      conditions: release.conditions.map { state($0, for: subject) })
  }
}
