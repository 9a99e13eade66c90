import ContractModel
import RuleChecking

/// Effects worked out, and what went wrong.
struct EffectList {
  /// What an effect says, without the place where it says it.
  struct Summary: Equatable {
    let verb: EffectVerb
    let ground: String?
    let object: String?
    let amount: Interval?
    let cap: Interval?
    let deadline: Interval?
    /// What ends a hold, in the words of the text; nil where nothing does.
    let release: [String]?
  }

  var effects: [EffectOutcome] = []
  var summary: [Summary] = []
  var missing: Set<MissingEvidence> = []
  var isErrored = false
}

// What follows from a verdict.
extension ReferenceRuling {
  /// A rule that is met has its consequences, one that failed its remedies. One that is open holds
  /// what it could take, failed or met: its remedies and its consequences, as far as they take
  /// money, each at the greatest it can be.
  ///
  /// An amount that cannot be worked out makes the rule errored.
  func applyEffects(to conclusion: inout Conclusion) {
    conclusion.hasEffects = true
    switch conclusion.verdict {
    case .met: apply(rule.consequences, from: .consequences, to: &conclusion)
    case .failed: apply(rule.remedies, from: .remedies, to: &conclusion)
    case .unproven, .contested, .errored:
      conclusion.effects =
        provisional(rule.remedies, from: .remedies)
        + provisional(rule.consequences, from: .consequences)
    case .excused, .waived, .notDue, .notApplicable: break
    }
  }

  private func apply(
    _ list: [CheckedEffect], from source: EffectOutcome.Source, to conclusion: inout Conclusion
  ) {
    let result = effects(list, from: source, isProvisional: false)
    conclusion.missing.formUnion(result.missing)
    conclusion.effects = result.effects
    guard result.isErrored else { return }
    conclusion.verdict = .errored
    conclusion.effects = provisional(list, from: source)
  }

  func provisional(
    _ list: [CheckedEffect], from source: EffectOutcome.Source
  ) -> [EffectOutcome] {
    effects(list, from: source, isProvisional: true).effects
      .filter { list[$0.effect].verb.takesMoney }
  }

  /// Returns the effects of a list that apply.
  ///
  /// To excuse is no effect. A hold of which another release than `met` holds does not apply. An
  /// effect whose amount or cap is not known takes nothing for good: it only holds, with what would
  /// settle it.
  func effects(
    _ list: [CheckedEffect], from source: EffectOutcome.Source, isProvisional: Bool
  ) -> EffectList {
    var result = EffectList()
    for (place, effect) in list.enumerated() where effect.verb != .excuse && !isReleased(effect) {
      var figures = Figures()
      let amount = effect.amount.map { figure($0, effect.rounding, &figures) } ?? nil
      let caps = effect.caps.map { figure($0, effect.rounding, &figures) }
      let known = caps.compactMap(\.self)
      let cap = known.isEmpty ? nil : known.extreme { $0.lesser(of: $1) }
      let isOpen = figures.isOpen
      let deadline = effect.deadline.flatMap { day($0, &figures) }
      let isHold = isProvisional || isOpen
      result.isErrored = result.isErrored || figures.isErrored
      result.missing.formUnion(figures.missing)
      result.effects.append(
        EffectOutcome(
          effect: place, from: source, amount: isHold ? amount?.greatest : amount,
          cap: isHold ? cap?.greatest : cap, deadline: deadline, isProvisional: isHold))
      result.summary.append(
        .init(
          verb: effect.verb, ground: effect.ground, object: effect.object, amount: amount,
          cap: cap, deadline: deadline, release: effect.release?.words))
    }
    return result
  }

  private func isReleased(_ effect: CheckedEffect) -> Bool {
    effect.release?.conditions.contains { situation.judge($0.condition).standing == .yes } ?? false
  }

  /// Returns an amount or a cap in whole minor units; each end is rounded for itself.
  private func figure(
    _ expression: CheckedExpression, _ rounding: RoundingRule, _ figures: inout Figures
  ) -> Interval? {
    let reading = Reading.combining([situation.value(of: expression)]) {
      try $0[0].rounded(rounding, toMultipleOf: .one)
    }
    if case .quantity(let interval) = reading.value { return interval }
    figures.note(reading)
    figures.isOpen = true
    return nil
  }

  /// Returns a day; one that is not known is left out, and what would settle it is named.
  private func day(
    _ expression: CheckedExpression, _ figures: inout Figures
  ) -> Interval? {
    let reading = Reading.combining([situation.value(of: expression)]) { $0[0] }
    if case .quantity(let interval) = reading.value { return interval }
    figures.note(reading)
    return nil
  }
}

/// What is not known of the amounts of one effect.
private struct Figures {
  var isOpen = false
  private(set) var isErrored = false
  private(set) var missing: Set<MissingEvidence> = []

  mutating func note(_ reading: Reading) {
    missing.formUnion(reading.missing)
    isErrored = isErrored || reading.value == .errored
  }
}

extension Interval {
  /// The greatest value that is possible; nil where there is none.
  fileprivate var greatest: Interval? { upper.map { Interval(exactly: $0.value) } }
}
