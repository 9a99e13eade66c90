import ContractModel
import RuleSyntax
import SourceText

/// Mistakes in what is asked.
extension MutantFinder {
  mutating func mutate(_ condition: ConditionSyntax) {
    switch condition {
    case .all(let parts):
      dropEach(of: parts.map(\.range), as: .condition)
      for part in parts { mutate(part) }
    case .any(let parts, _):
      for part in parts where parts.count > 1 { add(.alternative, part.range, "") }
      for part in parts { mutate(part) }
    case .some(let collection, let range), .no(let collection, let range):
      swap(.negation, firstWordOf: range, ["some": "no", "no": "some"])
      mutate(collection)
    case .every(let collection, let predicate, let range):
      if collection.filter == nil {
        let one = "some \(text(of: collection.range)) where \(text(of: predicate.range))"
        add(.negation, range, one)
      }
      mutate(collection)
      mutate(predicate)
    case .test(let value, let isNegated, let range):
      mutate(value)
      if range.form.isNegatedByWord { negate(range, isNegated: isNegated) }
      mutate(range, isCell: false)
    case .name: break
    }
  }

  /// Mutates what follows `where`, and leaves it out.
  mutating func mutate(filter: ConditionSyntax) {
    if case .all = filter {} else { dropStatement(filter.range, as: .condition) }
    mutate(filter)
  }

  mutating func mutate(_ collection: CollectionSyntax) {
    if collection.isEver { add(.fallback, range(of: token(after: collection.name.range)), "") }
    if let filter = collection.filter { mutate(filter: filter) }
  }

  /// Leaves out each of several parts with the word that joins it to the others.
  mutating func dropEach(of parts: [SourceRange], as change: Mutant.Change) {
    for (place, part) in parts.enumerated() where parts.count > 1 {
      if place == 0 {
        drop(change, from: part.lower, through: token(after: part).upper)
      } else {
        drop(change, from: token(before: part).lower, through: part.upper)
      }
    }
  }

  private mutating func negate(_ test: RangeSyntax, isNegated: Bool) {
    if isNegated {
      add(.negation, range(from: token(before: test.range).lower, to: test.range.lower), "")
    } else {
      add(.negation, range(from: test.range.lower, to: test.range.lower), "not ")
    }
  }

  // MARK: Ranges

  /// Mutates a range; in a cell of a table the rows beside it already look the other way.
  mutating func mutate(_ range: RangeSyntax, isCell: Bool) {
    switch range.form {
    case .any, .given, .none, .approximately: break
    case .atLeast(let limit):
      mutate(limit, of: range, other: "more than", reversed: isCell ? nil : "at most", isUp: false)
    case .atMost(let limit):
      mutate(limit, of: range, other: "less than", reversed: isCell ? nil : "at least", isUp: true)
    case .moreThan(let limit):
      mutate(limit, of: range, other: "at least", reversed: isCell ? nil : "less than", isUp: true)
    case .lessThan(let limit):
      mutate(limit, of: range, other: "at most", reversed: isCell ? nil : "more than", isUp: false)
    case .before(let limit):
      mutate(limit, of: range, other: "on or before", reversed: "after", isUp: false)
    case .after(let limit):
      mutate(limit, of: range, other: "on or after", reversed: "before", isUp: true)
    case .onOrBefore(let limit):
      mutate(limit, of: range, other: "before", reversed: "on or after", isUp: true)
    case .onOrAfter(let limit):
      mutate(limit, of: range, other: "after", reversed: "on or before", isUp: false)
    case .between(let lower, let isLowerIncluded, let upper, let isUpperIncluded):
      mutateLower(lower, of: range, isIncluded: isLowerIncluded)
      mutateUpper(upper, isIncluded: isUpperIncluded)
    case .within(let length, _, let date):
      move(length, isUp: true)
      move(length, isUp: false)
      swap(.comparison, token(after: length.range), ["before": "after", "after": "before"])
      mutate(date)
    case .exactly(let value):
      move(value, isUp: true)
      move(value, isUp: false)
      mutateParts(of: value)
    case .either(let parts):
      dropEach(of: parts.map(\.range), as: .alternative)
      for part in parts { mutate(part, isCell: isCell) }
    }
  }

  /// Moves a bound by its smallest step, but to the side only where the other word does not: a
  /// test that notices the word also notices such a step.
  private mutating func mutate(
    _ limit: ExpressionSyntax, of range: RangeSyntax, other: String, reversed: String?, isUp: Bool
  ) {
    let words = self.range(from: range.range.lower, to: limit.range.lower)
    add(.bound, words, other + " ")
    if let reversed { add(.comparison, words, reversed + " ") }
    let isDate = range.form.isOfDates
    if case .literal = limit { move(limit, isUp: isUp) } else if isDate { shift(limit, isUp: isUp) }
    mutateParts(of: limit)
  }

  private mutating func mutateLower(
    _ lower: ExpressionSyntax, of range: RangeSyntax, isIncluded: Bool
  ) {
    let words = self.range(from: range.range.lower, to: lower.range.lower)
    add(.bound, words, isIncluded ? "above " : "")
    move(lower, isUp: !isIncluded)
    mutateParts(of: lower)
  }

  private mutating func mutateUpper(_ upper: ExpressionSyntax, isIncluded: Bool) {
    let joined = token(before: upper.range, isIncluded ? 1 : 2)
    let words = self.range(from: joined.lower, to: upper.range.lower)
    add(.bound, words, isIncluded ? "to below " : "to ")
    move(upper, isUp: isIncluded)
    mutateParts(of: upper)
  }

  /// Moves a day that is worked out.
  mutating func shift(_ date: ExpressionSyntax, isUp: Bool) {
    let isSimple = if case .binary = date { false } else { true }
    let words = text(of: date.range)
    let day = "1 calendar days \(isUp ? "after" : "before")"
    add(.figure, date.range, isSimple ? "\(day) \(words)" : "\(day) (\(words))")
  }
}

extension RangeSyntax.Form {
  /// Whether `not` is the way to say the opposite; a bound has a word of its own for it.
  fileprivate var isNegatedByWord: Bool {
    switch self {
    case .given, .none, .exactly, .either: true
    case .any, .atLeast, .atMost, .moreThan, .lessThan, .before, .after, .onOrBefore, .onOrAfter,
      .approximately, .between, .within:
      false
    }
  }

  fileprivate var isOfDates: Bool {
    switch self {
    case .before, .after, .onOrBefore, .onOrAfter: true
    case .any, .given, .none, .atLeast, .atMost, .moreThan, .lessThan, .approximately, .between,
      .within, .exactly, .either:
      false
    }
  }
}
