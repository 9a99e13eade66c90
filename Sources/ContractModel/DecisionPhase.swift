/// When a rule is decided: by the latest stage of settlement that it reads.
///
/// A rule reads only what earlier stages left, and takes only at stages that come after: so the
/// order of the text cannot matter, and no rule waits for itself.
package enum DecisionPhase: Int, CaseIterable, Hashable, Comparable, Sendable {
  /// It reads nothing of the settlement.
  case first
  /// It reads `entitled`: what is left after stages 2 to 4, and without what is disputed.
  case entitled
  /// It reads `earned` or `earned-before`: what is left after stage 5.
  case earned
  /// It reads `payable`: what is left after all stages that take money.
  case payable

  package static func < (left: DecisionPhase, right: DecisionPhase) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Whether a rule of this phase may use a verb: whether the verb acts after what the rule reads.
  package func allows(_ verb: EffectVerb) -> Bool {
    if verb == .excuse { return true }
    return switch self {
    case .first: true
    case .entitled: verb == .withhold || verb == .defer || verb.stage >= EffectVerb.retain.stage
    case .earned: verb == .withhold || verb.stage >= EffectVerb.retain.stage
    case .payable: verb.stage >= EffectVerb.pay.stage
    }
  }
}

extension SubjectField {
  /// The phase in which settlement supplies the field; nil where the contract states it.
  package var suppliedIn: DecisionPhase? {
    switch self {
    case .entitled: .entitled
    case .earned, .earnedBefore: .earned
    case .payable: .payable
    default: nil
    }
  }
}

/// What settlement supplies to the rules of later phases, in minor units.
package struct SuppliedAmounts: Sendable {
  private var amounts: [SubjectField: [SubjectID: Interval]] = [:]

  package init() {}

  /// Nil where it is not known, or not yet.
  package subscript(field: SubjectField, subject: SubjectID) -> Interval? {
    get { amounts[field]?[subject] }
    set { amounts[field, default: [:]][subject] = newValue }
  }
}
