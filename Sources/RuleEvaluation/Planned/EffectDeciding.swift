import ContractModel
import RuleChecking

extension ClauseRun {
  /// Returns what follows, in whole minor units; a hold whose release has come does not act.
  mutating func effects(
    _ effects: [CheckedEffect], _ source: EffectOutcome.Source,
    _ releases: [[PlannedCondition]], _ decision: inout RuleDecision, for subject: SubjectID
  ) -> [EffectOutcome] {
    var outcomes: [EffectOutcome] = []
    for (place, effect) in effects.enumerated() {
      let released = releases[place].contains { judge($0, for: subject).truth == .yes }
      if released { continue }
      let amount = effect.amount.map { whole($0, effect.rounding, for: subject) }
      let caps = effect.caps.map { whole($0, effect.rounding, for: subject) }
      let deadline = effect.deadline.map { value(of: $0, for: subject) }
      let undecided = ([amount] + caps).compactMap { $0 }.filter { $0.interval == nil }
      if !undecided.isEmpty, effect.verb.takesMoney || effect.verb == .release {
        hold(effect, place, source, because: undecided, &decision, &outcomes, for: subject)
        continue
      }
      outcomes.append(
        EffectOutcome(
          effect: place, from: source, amount: amount?.interval,
          cap: least(caps.compactMap(\.interval)), deadline: deadline?.interval,
          isProvisional: false))
    }
    return outcomes
  }

  /// An amount that cannot be worked out holds all it could take, and leaves the rule undecided.
  private mutating func hold(
    _ effect: CheckedEffect, _ place: Int, _ source: EffectOutcome.Source,
    because undecided: [Known], _ decision: inout RuleDecision,
    _ outcomes: inout [EffectOutcome], for subject: SubjectID
  ) {
    let values = undecided.map(\.value)
    if values.contains(.errored) {
      decision.verdict = .errored
    } else if decision.verdict != .errored {
      decision.verdict = values.contains(.contested) ? .contested : .unproven
    }
    for known in undecided {
      decision.missing.formUnion(known.missing)
      decision.records.formUnion(known.records)
    }
    outcomes += provisional([effect], source, from: place, for: subject)
  }

  /// Returns holds of the greatest amounts that an undecided rule could take.
  mutating func provisional(
    _ effects: [CheckedEffect], _ source: EffectOutcome.Source, from first: Int = 0,
    for subject: SubjectID
  ) -> [EffectOutcome] {
    var outcomes: [EffectOutcome] = []
    for (place, effect) in effects.enumerated() where effect.verb.takesMoney {
      let amount = effect.amount.flatMap { whole($0, effect.rounding, for: subject).interval }
      let caps = effect.caps.compactMap { whole($0, effect.rounding, for: subject).interval }
      let bounds = ([amount] + caps).compactMap { $0?.upper?.value }
      outcomes.append(
        EffectOutcome(
          effect: first + place, from: source,
          amount: bounds.min().map { Interval(exactly: $0) }, cap: nil, deadline: nil,
          isProvisional: true))
    }
    return outcomes
  }

  private mutating func whole(
    _ expression: CheckedExpression, _ rule: RoundingRule, for subject: SubjectID
  ) -> Known {
    combined([expression], for: subject) { operands throws(EvaluationFailure) in
      .quantity(try operands[0].rounded(rule, toMultipleOf: .one))
    }
  }

  private func least(_ caps: [Interval]) -> Interval? {
    guard let first = caps.first else { return nil }
    return caps.dropFirst().reduce(first) { $0.lesser(of: $1) }
  }
}
