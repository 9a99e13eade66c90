import ContractModel
import RuleChecking

// A key is the same text for what is the same within one clause, for one subject. It is never read
// as anything else.

/// Stands in the key of what was not understood; no text of the user can hold it.
private let invalidKey = "\u{0}"

extension CheckedExpression {
  var key: String {
    switch self {
    case .quantity(let value): value.key
    case .money(let value, let currency): "\(currency.code) \(value.key)"
    case .word(let place): "word \(place)"
    case .text(let text): "text \(text.utf8.count) \(text)"
    case .term(let place): "term \(place)"
    case .meaning(let place): "meaning \(place)"
    case .field(let field, let kind): "field \(kind.rawValue) \(field.rawValue)"
    case .asOf: "as-of"
    case .binary(let sign, let left, let right): "(\(left.key) \(sign.key) \(right.key))"
    case .lesser(let parts): "lesser(\(parts.keys))"
    case .greater(let parts): "greater(\(parts.keys))"
    case .span(let days, let isStartIncluded, let start, let end):
      "span(\(days.singular) \(isStartIncluded) \(start.key) \(end.key))"
    case .lateness(let days, let end): "late(\(days.singular) \(end.key))"
    case .wholeMonths(let start, let end): "months(\(start.key) \(end.key))"
    case .shift(let length, let unit, let isBefore, let date):
      "shift(\(length.key) \(unit.key) \(isBefore) \(date.key))"
    case .businessDay(let choice, let date): "business(\(choice.key) \(date.key))"
    case .monthDay(let isFirst, let day, let date): "month(\(isFirst) \(day) \(date.key))"
    case .weeks(let isStarted, let length): "weeks(\(isStarted) \(length.key))"
    case .forEachDay(let term, let length): "daily(\(term) \(length.key))"
    case .periods(let isStarted, let size, let length):
      "periods(\(isStarted) \(size.key) \(length.key))"
    case .interest(let sum, let rate, let length, let period):
      "interest(\(sum.key) \(rate.key) \(length.key) \(period?.key ?? "-"))"
    case .rounded(let value, let rule, let unit):
      "rounded(\(value.key) \(rule.key) \(unit.key))"
    case .invalid: invalidKey
    }
  }
}

extension [CheckedExpression] {
  fileprivate var keys: String { map(\.key).joined(separator: " ") }
}

extension CheckedRange {
  var key: String {
    switch self {
    case .any: "any"
    case .given: "given"
    case .none: "none"
    case .bounds(let lower, let upper): "bounds(\(lower?.key ?? "-") \(upper?.key ?? "-"))"
    case .words(let mask): "words \(mask)"
    case .texts(let texts):
      "texts(\(texts.map { "\($0.utf8.count) \($0)" }.joined(separator: " ")))"
    case .parties(let roles): "parties(\(roles.joined(separator: " ")))"
    case .either(let parts): "either(\(parts.map(\.key).joined(separator: " ")))"
    }
  }
}

extension CheckedBound {
  fileprivate var key: String { "\(isIncluded ? "=" : "<")\(value.key)" }
}

extension CheckedCondition {
  var key: String {
    switch self {
    case .all(let parts): "all(\(parts.map(\.key).joined(separator: " ")))"
    case .any(let parts): "any(\(parts.map(\.key).joined(separator: " ")))"
    case .some(let records): "some(\(records.key))"
    case .no(let records): "no(\(records.key))"
    case .everyPart(let parts, let condition): "every(\(parts.key) \(condition.key))"
    case .somePart(let parts, let filter): "somePart(\(parts.key) \(filter?.key ?? "-"))"
    case .noPart(let parts, let filter): "noPart(\(parts.key) \(filter?.key ?? "-"))"
    case .everyRecord(let records, let test): "everyRecord(\(records.key) \(test.key))"
    case .test(let value, _, let isNegated, let range):
      "test(\(value.key) \(isNegated) \(range.key))"
    case .meaning(let place): "meaning \(place)"
    case .invalid: invalidKey
    }
  }
}

extension CheckedCollection {
  var key: String { "\(kind) \(scope.rawValue) \(isEver) \(filter.key)" }
}

extension CheckedParts {
  fileprivate var key: String { "\(word.rawValue) of \(scope.rawValue)" }
}

extension RowTest {
  var key: String {
    switch self {
    case .all(let parts): "all(\(parts.map(\.key).joined(separator: " ")))"
    case .any(let parts): "any(\(parts.map(\.key).joined(separator: " ")))"
    case .field(let field, _, let isNegated, let range):
      "row(\(field.key) \(isNegated) \(range.key))"
    case .invalid: invalidKey
    }
  }
}

extension RowField {
  var key: String {
    switch self {
    case .declared(let place): "declared \(place)"
    case .dated: "dated"
    case .by: "by"
    }
  }
}

extension Interval {
  fileprivate var key: String {
    let nominal = approximately.map { "~\($0.key)" } ?? ""
    return "[\(lower?.key ?? "-") \(upper?.key ?? "-")\(nominal)]"
  }
}

extension Interval.Endpoint {
  fileprivate var key: String { "\(isIncluded ? "=" : "<")\(value.key)" }
}

extension Rational {
  fileprivate var key: String { "\(numerator)/\(denominator)" }
}

extension CheckedExpression.Operator {
  fileprivate var key: String {
    switch self {
    case .plus: "+"
    case .less: "-"
    case .times: "*"
    case .dividedBy: "/"
    }
  }
}

extension CheckedExpression.LengthUnit {
  fileprivate var key: String {
    switch self {
    case .days(let kind): kind.plural
    case .weeks: "weeks"
    case .months: "months"
    }
  }
}

extension BusinessDayChoice {
  fileprivate var key: String {
    switch self {
    case .following: "following"
    case .preceding: "preceding"
    case .followingWithinMonth: "within month"
    }
  }
}

extension RoundingRule {
  fileprivate var key: String {
    switch self {
    case .halfUp: "half up"
    case .halfEven: "half even"
    case .up: "up"
    case .down: "down"
    }
  }
}
