package import ContractModel
package import SourceText

/// How a rule came to its verdict for one subject, and its effects to their amounts: its conditions
/// and effects, each with what it read.
package struct Derivation: Sendable {
  /// What a condition decides.
  package enum Role: Hashable, Sendable {
    /// Whether the rule applies.
    case when
    case require
    /// Whether what an effect holds is released; the verb of the effect.
    case release(EffectVerb)
    /// Whether an exception holds, by its place in the clause.
    case exception(Int)
  }

  package struct Step: Sendable {
    package let role: Role
    /// The words of the condition.
    package let text: String
    package let range: SourceRange
    /// As the condition alone would decide a rule: met, failed, unproven, contested or errored.
    package let verdict: Verdict
    package let records: [RecordReference]
    package let reads: [DerivedValue]
  }

  /// What follows, and the values that its amount, its caps and its day rest on.
  package struct Consequence: Sendable {
    package let range: SourceRange
    package let outcome: EffectOutcome
    package let reads: [DerivedValue]
  }

  package let steps: [Step]
  package let consequences: [Consequence]
}

/// A value that a condition read, and the values that it was worked out from.
package struct DerivedValue: Sendable {
  package enum Source: Hashable, Sendable {
    /// By its place in the clause.
    case meaning(Int)
    case term(Int)
    case field(SubjectField)
    case asOf
    /// The records of a kind, by its place in the rule book, that a condition asked for.
    case records(kind: Int)
  }

  package let source: Source
  /// What the value is about.
  package let subject: SubjectID
  package let value: Evaluated
  package let type: ValueType
  package let records: [RecordReference]
  package let missing: [MissingEvidence]
  package let reads: [DerivedValue]
}
