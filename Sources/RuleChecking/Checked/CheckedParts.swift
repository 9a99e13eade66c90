package import ContractModel

/// Parts of the contract that a subject has: a closed list, unlike records.
package struct CheckedParts: Hashable, Sendable {
  package let word: PartWord
  /// Whose parts they are: those of the subject at hand, or of the wider part of this kind.
  package let scope: SubjectKind

  package init(_ word: PartWord, of scope: SubjectKind) {
    self.word = word
    self.scope = scope
  }
}

/// One number, amount or date drawn from parts; what is asked of each is about the part, so that the
/// result is the same for every subject that lies in one scope.
package struct CheckedPartAggregate: Sendable {
  package enum Measure: Sendable {
    case number
    /// The share of the parts for which a condition holds.
    case share(CheckedCondition)
    case sum(CheckedExpression)
    /// The largest amount or the latest date.
    case greatest(CheckedExpression)
    /// The smallest amount or the earliest date.
    case least(CheckedExpression)

    /// What is drawn from each part.
    package var value: CheckedExpression? {
      switch self {
      case .number, .share: nil
      case .sum(let value), .greatest(let value), .least(let value): value
      }
    }
  }

  package let parts: CheckedParts
  /// Which of them; nil is every one.
  package let filter: CheckedCondition?
  package let measure: Measure

  package init(parts: CheckedParts, filter: CheckedCondition?, measure: Measure) {
    self.parts = parts
    self.filter = filter
    self.measure = measure
  }
}
