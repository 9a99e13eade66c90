import ContractModel
import RuleChecking

/// Finds out whether what is read may be unknown although every record on file is whole and exact.
///
/// Evidence, claims and registers may be silent. An act that is not on file did not happen, so that
/// only a value drawn from acts may be lacking: the day of an acceptance that nobody made.
struct OpenReading {
  private let clause: CheckedClause
  private let kinds: [RecordKind]
  /// Acts that something is asked of only where there are some.
  private var kindsAtHand: Set<Int> = []
  /// Meanings that were found to be known, or are being looked at.
  private var read: Set<Int> = []

  init(clause: CheckedClause, kinds: [RecordKind], askedFor conditions: [CheckedCondition]) {
    self.clause = clause
    self.kinds = kinds
    for condition in conditions { noteKindsAtHand(condition) }
  }

  // MARK: What is there for certain

  /// Where one of several conditions asks for a record, the others are of no account without it.
  private mutating func noteKindsAtHand(_ condition: CheckedCondition) {
    switch condition {
    case .all(let parts): for part in parts { noteKindsAtHand(part) }
    case .some(let collection): kindsAtHand.insert(collection.kind)
    case .test(.meaning(let place), _, isNegated: false, .given),
      .test(.meaning(let place), _, isNegated: true, .none):
      if case .aggregate(let aggregate) = clause.meanings[place].form {
        kindsAtHand.insert(aggregate.collection.kind)
      }
    case .meaning(let place):
      if case .condition(let named) = clause.meanings[place].form { noteKindsAtHand(named) }
    case .any, .no, .everyPart, .somePart, .noPart, .everyRecord, .test, .invalid: break
    }
  }

  // MARK: Conditions

  mutating func isOpen(_ condition: CheckedCondition) -> Bool {
    switch condition {
    case .all(let parts), .any(let parts): parts.contains { isOpen($0) }
    case .some(let collection), .no(let collection): isOpen(collection)
    case .everyPart(_, let inner): isOpen(inner)
    case .somePart(_, let filter), .noPart(_, let filter): filter.map { isOpen($0) } ?? false
    case .everyRecord(let collection, let test): isOpen(collection) || isOpen(test)
    case .test(let value, _, _, let range): isOpen(value, in: range)
    case .meaning(let place): isOpen(meaning: place)
    case .invalid: false
    }
  }

  private mutating func isOpen(_ collection: CheckedCollection) -> Bool {
    kinds[collection.kind].nature != .act || isOpen(collection.filter)
  }

  private mutating func isOpen(_ test: RowTest) -> Bool {
    switch test {
    case .all(let parts), .any(let parts): parts.contains { isOpen($0) }
    case .field(_, _, _, let range): isOpen(range)
    case .invalid: false
    }
  }

  private mutating func isOpen(_ value: CheckedExpression, in range: CheckedRange) -> Bool {
    switch range {
    case .any: return false
    case .given, .none:
      // To ask whether there is one is answered where there is none.
      guard case .meaning(let place) = value,
        case .aggregate(let aggregate) = clause.meanings[place].form
      else { return isOpen(value) }
      return isOpen(aggregate.collection)
    case .bounds, .words, .texts, .parties, .either: return isOpen(value) || isOpen(range)
    }
  }

  private mutating func isOpen(_ range: CheckedRange) -> Bool {
    switch range {
    case .bounds(let lower, let upper):
      [lower, upper].compactMap { $0?.value }.contains { isOpen($0) }
    case .either(let parts): parts.contains { isOpen($0) }
    case .any, .given, .none, .words, .texts, .parties: false
    }
  }

  // MARK: Values

  private mutating func isOpen(_ value: CheckedExpression) -> Bool {
    switch value {
    case .meaning(let place): isOpen(meaning: place)
    case .term(let place): clause.terms[place].input.map { isOpen($0.value) } ?? false
    case .binary(_, let left, let right), .span(_, _, let left, let right),
      .wholeMonths(let left, let right), .shift(let left, _, _, let right),
      .periods(_, let left, let right):
      isOpen(left) || isOpen(right)
    case .lesser(let parts), .greater(let parts): parts.contains { isOpen($0) }
    case .lateness(_, let inner), .businessDay(_, let inner), .monthDay(_, _, let inner),
      .weeks(_, let inner), .rounded(let inner, _, _), .forEachDay(_, let inner):
      isOpen(inner)
    case .interest(let sum, let rate, let length, let period):
      [sum, rate, length, period].compactMap { $0 }.contains { isOpen($0) }
    case .quantity, .money, .word, .text, .field, .asOf, .invalid: false
    }
  }

  private mutating func isOpen(meaning place: Int) -> Bool {
    guard read.insert(place).inserted else { return false }
    let meaning = clause.meanings[place]
    let isFallbackOpen = meaning.fallback.map { isOpen($0) } ?? false
    switch meaning.form {
    case .aggregate(let aggregate):
      return isOpen(aggregate, isReplaced: meaning.fallback != nil) || isFallbackOpen
    case .parts(let aggregate): return isOpen(aggregate) || isFallbackOpen
    case .quantity(let value): return isOpen(value) || isFallbackOpen
    case .table(let table):
      return table.inputs.contains { isOpen($0.value) }
        || table.rows.contains { isOpen($0.result) } || isFallbackOpen
    case .condition(let condition): return isOpen(condition)
    case .invalid: return false
    }
  }

  private mutating func isOpen(_ aggregate: CheckedAggregate, isReplaced: Bool) -> Bool {
    if isOpen(aggregate.collection) { return true }
    let isDrawn = aggregate.measure.isDrawnFromRecord
    return isDrawn && !isReplaced && !kindsAtHand.contains(aggregate.collection.kind)
  }

  private mutating func isOpen(_ aggregate: CheckedPartAggregate) -> Bool {
    if let filter = aggregate.filter, isOpen(filter) { return true }
    if case .share(let condition) = aggregate.measure { return isOpen(condition) }
    return aggregate.measure.value.map { isOpen($0) } ?? false
  }
}

extension CheckedAggregate.Measure {
  /// Whether there is no value where there is no record.
  fileprivate var isDrawnFromRecord: Bool {
    switch self {
    case .earliest, .latest, .largest, .smallest, .percentile, .share, .worstDay: true
    case .number, .sum, .longestRun, .daysCovered: false
    }
  }
}
