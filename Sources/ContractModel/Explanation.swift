package import SourceText

/// Why a contract was decided as it was, and what would change it.
package struct Explanation: Sendable {
  package let decision: ContractDecision
  /// How each finding that a rule made came about, by its place in the decision.
  package let findings: [Int: ExplainedFinding]
  package let cures: [CureList]
  /// The texts that all of it refers to.
  package let files: SourceFiles

  package init(
    decision: ContractDecision, findings: [Int: ExplainedFinding], cures: [CureList],
    files: SourceFiles
  ) {
    self.decision = decision
    self.findings = findings
    self.cures = cures
    self.files = files
  }
}

/// The text that a finding follows from, and what its conditions came to.
package struct ExplainedFinding: Sendable {
  /// The title of the clause; its name where it has none.
  package let clause: String
  /// What the rule, or the exception that defeats it, says follows; as written.
  package let effects: [ExplainedEffect]
  package let conditions: [ExplainedCondition]

  package init(clause: String, effects: [ExplainedEffect], conditions: [ExplainedCondition]) {
    self.clause = clause
    self.effects = effects
    self.conditions = conditions
  }
}

/// What follows from a rule, and the values that its amount rests on.
package struct ExplainedEffect: Sendable {
  /// As written.
  package let text: String
  /// In minor units before any cap; nil where it takes no amount, or all there is.
  package let amount: Interval?
  /// The least that caps it, in minor units.
  package let cap: Interval?
  package let values: [ExplainedValue]

  package init(text: String, amount: Interval?, cap: Interval?, values: [ExplainedValue]) {
    self.text = text
    self.amount = amount
    self.cap = cap
    self.values = values
  }
}

/// One condition of a rule, and the values that decided it.
package struct ExplainedCondition: Sendable {
  package enum Role: Hashable, Sendable {
    case when
    case require
    case release(EffectVerb)
    /// Whether the exception of this name holds.
    case exception(String)
  }

  package let role: Role
  /// As written.
  package let text: String
  package let range: SourceRange
  /// As the condition alone would decide a rule.
  package let verdict: Verdict
  package let values: [ExplainedValue]
  package let records: [RecordReference]

  package init(
    role: Role, text: String, range: SourceRange, verdict: Verdict, values: [ExplainedValue],
    records: [RecordReference]
  ) {
    self.role = role
    self.text = text
    self.range = range
    self.verdict = verdict
    self.values = values
    self.records = records
  }
}

/// A value by its name, and where it comes from.
package struct ExplainedValue: Sendable {
  /// `extended-due`, `launch's due`, `settlements about launch`.
  package let name: String
  package let text: String
  /// What a meaning means, as written; nil for what is stated.
  package let definition: String?
  /// Where it is defined or stated.
  package let range: SourceRange?
  package let records: [RecordReference]
  /// What is not on file, in words.
  package let missing: [String]
  /// The values that it was worked out from.
  package let values: [ExplainedValue]

  package init(
    name: String, text: String, definition: String?, range: SourceRange?,
    records: [RecordReference], missing: [String], values: [ExplainedValue]
  ) {
    self.name = name
    self.text = text
    self.definition = definition
    self.range = range
    self.records = records
    self.missing = missing
    self.values = values
  }
}
