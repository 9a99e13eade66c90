import ContractModel
import RuleChecking

/// Effects with their amounts, and what kept one from being worked out.
struct WorkedEffects {
  /// What an effect says, wherever it says it.
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

  var outcomes: [EffectOutcome] = []
  var summary: [Summary] = []
  private(set) var missing: Gathered<MissingEvidence> = []
  private(set) var isErrored = false

  /// Notes why a value cannot be worked out, if it cannot.
  mutating func note(_ known: Known) {
    guard known.interval == nil else { return }
    missing.formUnion(known.missing)
    if case .errored = known.value { isErrored = true }
  }
}

extension ClauseRun {
  /// Returns what follows, in whole minor units: to excuse is to take nothing, a hold whose release
  /// has come does not act, and an amount that is not known holds all it could be.
  mutating func effects(
    _ list: [CheckedEffect], _ source: EffectOutcome.Source, _ releases: [[PlannedCondition]],
    isProvisional: Bool, for subject: SubjectID
  ) -> WorkedEffects {
    var worked = WorkedEffects()
    for (place, effect) in list.enumerated() where effect.verb != .excuse {
      if releases[place].contains(where: { judge($0, for: subject).truth == .yes }) { continue }
      let amount = effect.amount.map { whole($0, effect.rounding, for: subject) }
      let caps = effect.caps.map { whole($0, effect.rounding, for: subject) }
      let deadline = effect.deadline.map { value(of: $0, for: subject).worked { $0 } }
      if let amount { worked.note(amount) }
      if let deadline { worked.note(deadline) }
      for cap in caps { worked.note(cap) }
      let isOpen =
        amount.map { $0.interval == nil } ?? false || caps.contains { $0.interval == nil }
      let isHold = isProvisional || isOpen
      let limits = caps.compactMap(\.interval)
      let cap = limits.isEmpty ? nil : limits.picking { $0.lesser(of: $1) }
      worked.outcomes.append(
        EffectOutcome(
          effect: place, from: source,
          amount: isHold ? amount?.interval?.greatest : amount?.interval,
          cap: isHold ? cap?.greatest : cap, deadline: deadline?.interval, isProvisional: isHold))
      worked.summary.append(
        WorkedEffects.Summary(
          verb: effect.verb, ground: effect.ground, object: effect.object,
          amount: amount?.interval, cap: cap, deadline: deadline?.interval,
          release: effect.release?.words))
    }
    return worked
  }

  /// Returns holds of the greatest amounts that an undecided rule could take.
  mutating func provisional(
    _ list: [CheckedEffect], _ source: EffectOutcome.Source, _ releases: [[PlannedCondition]],
    for subject: SubjectID
  ) -> [EffectOutcome] {
    effects(list, source, releases, isProvisional: true, for: subject).outcomes
      .filter { list[$0.effect].verb.takesMoney }
  }

  private mutating func whole(
    _ expression: CheckedExpression, _ rule: RoundingRule, for subject: SubjectID
  ) -> Known {
    value(of: expression, for: subject).worked {
      try $0.bothEnds(rounded: rule, toMultipleOf: .one)
    }
  }
}

extension Interval {
  /// The greatest value that is possible; nil where there is none.
  fileprivate var greatest: Interval? { upper.map { Interval(exactly: $0.value) } }
}

extension CheckedEffect.Release {
  /// All that it says, in the order of the text.
  var words: [String] { (isMetEnough ? ["met"] : []) + conditions.map(\.text) }
}
