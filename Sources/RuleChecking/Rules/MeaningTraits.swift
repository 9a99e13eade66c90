import ContractModel
import RuleSyntax
import SourceText

/// What a meaning can come out as, worked out once when it is checked.
struct MeaningTraits {
  /// Whether it may come out with a fraction of its smallest unit.
  let hasFractions: Bool
  /// Whether it changes as days pass.
  let followsAsOf: Bool
  /// Whether it tells the first time of something, which later records do not move back.
  let isFirstTime: Bool
  /// Whether it is a condition that fails for good once the day has passed.
  let isSettledByTime: Bool
}

extension ClauseChecker {
  func traits(of meaning: CheckedMeaning) -> MeaningTraits {
    let fallback = meaning.fallback
    let fallbackHasFractions = fallback.map { hasFractions($0) } ?? false
    let fallbackFollows = fallback.map { followsAsOf($0) } ?? false
    switch meaning.form {
    case .quantity(let value):
      return MeaningTraits(
        hasFractions: hasFractions(value) || fallbackHasFractions,
        followsAsOf: followsAsOf(value) || fallbackFollows, isFirstTime: isFirstTime(value),
        isSettledByTime: false)
    case .table(let table):
      return MeaningTraits(
        hasFractions: table.rows.contains { hasFractions($0.result) } || fallbackHasFractions,
        followsAsOf: table.inputs.contains { followsAsOf($0.value) } || fallbackFollows,
        isFirstTime: false, isSettledByTime: false)
    case .aggregate(let aggregate):
      return MeaningTraits(
        hasFractions: aggregate.measure.hasFractions || fallbackHasFractions,
        followsAsOf: fallbackFollows, isFirstTime: aggregate.measure.isFirstTime,
        isSettledByTime: false)
    case .parts(let aggregate):
      let value = aggregate.measure.value
      return MeaningTraits(
        hasFractions: value.map { hasFractions($0) } ?? aggregate.measure.isShare
          || fallbackHasFractions,
        followsAsOf: value.map { followsAsOf($0) } ?? false || fallbackFollows,
        isFirstTime: aggregate.filter == nil && value.map { isFirstTime($0) } ?? false,
        isSettledByTime: false)
    case .condition(let condition):
      return MeaningTraits(
        hasFractions: false, followsAsOf: false, isFirstTime: false,
        isSettledByTime: isSettledByTime(condition))
    case .invalid:
      return MeaningTraits(
        hasFractions: false, followsAsOf: false, isFirstTime: false, isSettledByTime: false)
    }
  }
}

extension CheckedAggregate.Measure {
  fileprivate var hasFractions: Bool {
    switch self {
    case .share, .worstDay: true
    default: false
    }
  }

  fileprivate var isFirstTime: Bool {
    if case .earliest = self { true } else { false }
  }
}

extension CheckedPartAggregate.Measure {
  fileprivate var isShare: Bool {
    if case .share = self { true } else { false }
  }
}

extension ClauseChecker {
  /// Whether a quantity may come out with a fraction of its smallest unit.
  func hasFractions(_ expression: CheckedExpression) -> Bool {
    switch expression {
    case .quantity(let interval): interval.exact.map { !$0.isInteger } ?? true
    case .term(let place): terms[place].type.isScale
    case .meaning(let place): traits[place].hasFractions || meanings[place].type.isScale
    case .binary(.dividedBy, _, _): true
    case .binary(_, let left, let right): hasFractions(left) || hasFractions(right)
    case .lesser(let parts), .greater(let parts): parts.contains { hasFractions($0) }
    case .forEachDay(_, let count): hasFractions(count)
    case .interest: true
    case .rounded(_, _, let unit): !unit.isInteger
    case .money, .word, .text, .field, .asOf, .span, .lateness, .wholeMonths, .shift, .businessDay,
      .monthDay, .weeks, .periods, .invalid:
      false
    }
  }

  /// Whether a quantity changes as days pass.
  func followsAsOf(_ expression: CheckedExpression) -> Bool {
    switch expression {
    case .asOf: true
    case .meaning(let place): traits[place].followsAsOf
    case .binary(_, let left, let right), .shift(let left, _, _, let right),
      .span(_, _, let left, let right), .wholeMonths(let left, let right):
      followsAsOf(left) || followsAsOf(right)
    case .lesser(let parts), .greater(let parts): parts.contains { followsAsOf($0) }
    case .periods(_, let size, let length): followsAsOf(size) || followsAsOf(length)
    case .interest(let sum, let rate, let length, let period):
      [sum, rate, length].contains { followsAsOf($0) } || period.map(followsAsOf) ?? false
    case .lateness(_, let inner), .businessDay(_, let inner), .monthDay(_, _, let inner),
      .weeks(_, let inner), .forEachDay(_, let inner), .rounded(let inner, _, _):
      followsAsOf(inner)
    case .quantity, .money, .word, .text, .term, .field, .invalid: false
    }
  }

  /// Whether a date or a length grows with the first time of something, and with nothing else that
  /// could bring it down again.
  func isFirstTime(_ expression: CheckedExpression) -> Bool {
    switch expression {
    case .meaning(let place): traits[place].isFirstTime
    case .shift(_, _, _, let date), .businessDay(_, let date), .monthDay(_, _, let date):
      isFirstTime(date)
    case .span(_, _, let start, let end), .wholeMonths(let start, let end):
      isFirstTime(end) && !followsAsOf(start)
    case .lateness(_, let end): isFirstTime(end)
    case .weeks(_, let length), .rounded(let length, _, _), .periods(_, _, let length):
      isFirstTime(length)
    case .greater(let parts): parts.contains { isFirstTime($0) }
    case .lesser(let parts): parts.allSatisfy { isFirstTime($0) }
    case .binary(.plus, let left, let right): isFirstTime(left) || isFirstTime(right)
    case .quantity, .money, .word, .text, .term, .field, .asOf, .binary, .forEachDay, .interest,
      .invalid:
      false
    }
  }

  /// Whether a condition is about the first time something happened: later records cannot mend it.
  func isSettledByTime(_ condition: CheckedCondition) -> Bool {
    switch condition {
    case .all(let parts): return parts.contains { isSettledByTime($0) }
    case .any(let parts): return !parts.isEmpty && parts.allSatisfy { isSettledByTime($0) }
    case .meaning(let place): return traits[place].isSettledByTime
    case .test(let value, _, let isNegated, let range):
      guard case .bounds(let lower, let upper) = range, isFirstTime(value) else { return false }
      let limit = isNegated ? (upper == nil ? lower : nil) : upper
      return limit.map { !followsAsOf($0.value) } ?? false
    case .some, .no, .everyPart, .somePart, .noPart, .everyRecord, .invalid: return false
    }
  }
}
