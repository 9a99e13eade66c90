package import ContractModel
package import RuleChecking

/// What one rule of one incorporated clause comes to for one subject.
package struct RuleOutcome: Hashable, Sendable {
  /// The incorporation, by its place in the contract.
  package let incorporation: Int
  /// The rule, by its place in the clause.
  package let rule: Int
  package let subject: SubjectID
  package let verdict: Verdict
  /// Whether it is not known if the rule applies at all.
  package let mayNotApply: Bool
  /// What would help to settle the matter, in order, each once.
  package let missing: [MissingEvidence]
  /// The records whose values decided the verdict, in order, each once.
  package let records: [RecordReference]
  package let effects: [EffectOutcome]
  /// Requirements that certainly do not hold, by their places in the rule.
  package let failedRequirements: [Int]
  package let defeatedBy: Defeat?
  /// The values of the meanings that the rule shows, in its order; those of parts last.
  package let values: [NamedOutcome]

  package init(
    incorporation: Int, rule: Int, subject: SubjectID, verdict: Verdict,
    mayNotApply: Bool = false, missing: [MissingEvidence] = [], records: [RecordReference] = [],
    effects: [EffectOutcome] = [], failedRequirements: [Int] = [], defeatedBy: Defeat? = nil,
    values: [NamedOutcome] = []
  ) {
    self.incorporation = incorporation
    self.rule = rule
    self.subject = subject
    self.verdict = verdict
    self.mayNotApply = mayNotApply
    self.missing = missing
    self.records = records
    self.effects = effects
    self.failedRequirements = failedRequirements
    self.defeatedBy = defeatedBy
    self.values = values
  }
}

extension RuleOutcome {
  /// Whether the rule has certainly failed, and what is contested is which of its exceptions counts.
  var hasRivalExceptions: Bool { verdict == .contested && !failedRequirements.isEmpty }
}

/// What stands against a rule for a subject.
package struct Defeat: Hashable, Sendable {
  package enum Cause: Hashable, Sendable {
    /// An exception, by its place in the clause.
    case exception(Int)
    /// A waiver, by its place in the contract.
    case waiver(Int)
  }

  package let cause: Cause
  /// Whether it could not be decided, and so leaves the verdict as it is.
  package let isUndecided: Bool

  package init(_ cause: Cause, isUndecided: Bool) {
    self.cause = cause
    self.isUndecided = isUndecided
  }
}

/// One effect of a rule with its amounts worked out.
package struct EffectOutcome: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    case remedies
    case consequences
    /// The consequences of an exception, by its place in the clause.
    case exception(Int)
  }

  /// The effect, by its place in the list it comes from.
  package let effect: Int
  package let from: Source
  /// In whole minor units; nil where the verb takes no amount, or all there is.
  package let amount: Interval?
  /// The least cap, in whole minor units.
  package let cap: Interval?
  /// A day number.
  package let deadline: Interval?
  /// Whether it only holds what an undecided rule could take.
  package let isProvisional: Bool

  package init(
    effect: Int, from: Source, amount: Interval?, cap: Interval?, deadline: Interval?,
    isProvisional: Bool
  ) {
    self.effect = effect
    self.from = from
    self.amount = amount
    self.cap = cap
    self.deadline = deadline
    self.isProvisional = isProvisional
  }
}

/// The value of a meaning for a subject, by the place of the meaning in its clause.
package struct NamedOutcome: Hashable, Sendable {
  package let meaning: Int
  /// The subject that the rule is decided for, or a part of it.
  package let subject: SubjectID
  package let value: Evaluated

  package init(meaning: Int, subject: SubjectID, value: Evaluated) {
    self.meaning = meaning
    self.subject = subject
    self.value = value
  }
}

/// What is known of a value after evaluation.
package enum Evaluated: Hashable, Sendable {
  /// In the unit of its type: minor units, a ratio, a day number.
  case quantity(Interval)
  /// Words of an enumeration that it may be: bit n stands for the n-th.
  case words(UInt64)
  case text(String)
  case truth(Truth)
  /// There is certainly none.
  case none
  case missing
  case contested
  case errored
}

extension Evaluated {
  /// Whether two values are the same; texts byte for byte.
  package func isSame(as other: Evaluated) -> Bool {
    guard case .text(let text) = self, case .text(let otherText) = other else {
      return self == other
    }
    return text.utf8.elementsEqual(otherText.utf8)
  }
}

extension CheckedClause {
  /// The effects among which an outcome names one by its place.
  package func effects(
    from source: EffectOutcome.Source, of rule: CheckedRule
  ) -> [CheckedEffect] {
    switch source {
    case .remedies: rule.remedies
    case .consequences: rule.consequences
    case .exception(let place): exceptions[place].bodies[rule.subject.kind]?.consequences ?? []
    }
  }
}
