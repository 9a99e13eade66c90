import ContractModel
import RuleChecking

/// Tells whether two expressions of one clause are the same, however often they are written.
///
/// A text in which every part has its place, so that different expressions never look alike.
extension CheckedExpression {
  var signature: String {
    switch self {
    case .quantity(let interval): interval.signature
    case .money(let interval, let currency): "\(currency.code) \(interval.signature)"
    case .word(let place): "word \(place)"
    case .text(let text): "text \(text.utf8.count) \(text)"
    case .term(let place): "term \(place)"
    case .meaning(let place): "meaning \(place)"
    case .field(let field, let kind): "field \(kind.rawValue) \(field.rawValue)"
    case .asOf: "as-of"
    case .binary(let sign, let left, let right):
      "(\(left.signature) \(sign.signature) \(right.signature))"
    case .lesser(let parts): "(lesser \(parts.map(\.signature).joined(separator: ", ")))"
    case .greater(let parts): "(greater \(parts.map(\.signature).joined(separator: ", ")))"
    case .span(let day, let isStartIncluded, let start, let end):
      "(\(day.plural) \(isStartIncluded) \(start.signature), \(end.signature))"
    case .lateness(let day, let end): "(late \(day.plural) \(end.signature))"
    case .wholeMonths(let start, let end): "(months \(start.signature), \(end.signature))"
    case .shift(let length, let unit, let isBefore, let date):
      "(shift \(length.signature) \(unit.signature) \(isBefore) \(date.signature))"
    case .businessDay(let choice, let date): "(business \(choice.signature) \(date.signature))"
    case .monthDay(let isFirst, let from, let date):
      "(month day \(isFirst) \(from) \(date.signature))"
    case .weeks(let isStarted, let length): "(weeks \(isStarted) \(length.signature))"
    case .forEachDay(let term, let length): "(each day \(term) \(length.signature))"
    case .periods(let isStarted, let size, let length):
      "(periods \(isStarted) \(size.signature), \(length.signature))"
    case .interest(let sum, let rate, let days, let period):
      "(interest \([sum, rate, days, period].map { $0?.signature ?? "" }.joined(separator: ", ")))"
    case .rounded(let value, let rule, let unit):
      "(rounded \(value.signature) \(rule.signature) \(unit.signature))"
    case .invalid: "invalid"
    }
  }
}

extension Rational {
  fileprivate var signature: String { "\(numerator)/\(denominator)" }
}

extension Interval {
  fileprivate var signature: String {
    func end(_ end: Endpoint?) -> String {
      end.map { "\($0.isIncluded) \($0.value.signature)" } ?? ""
    }
    return "[\(end(lower)), \(end(upper)), \(approximately?.signature ?? "")]"
  }
}

extension CheckedExpression.Operator {
  fileprivate var signature: String {
    switch self {
    case .plus: "+"
    case .less: "-"
    case .times: "*"
    case .dividedBy: "/"
    }
  }
}

extension CheckedExpression.LengthUnit {
  fileprivate var signature: String {
    switch self {
    case .days(let day): day.plural
    case .weeks: "weeks"
    case .months: "months"
    }
  }
}

extension BusinessDayChoice {
  fileprivate var signature: String {
    switch self {
    case .following: "following"
    case .preceding: "preceding"
    case .followingWithinMonth: "within month"
    }
  }
}

extension RoundingRule {
  fileprivate var signature: String {
    switch self {
    case .halfUp: "half up"
    case .halfEven: "half even"
    case .up: "up"
    case .down: "down"
    }
  }
}

extension CheckedCollection {
  /// The same for collections that hold the same records.
  var signature: String { "\(kind) \(scope.rawValue) \(isEver) \(filter.signature)" }
}

extension RowTest {
  var signature: String {
    switch self {
    case .all(let parts): "all(\(parts.map(\.signature).joined(separator: ", ")))"
    case .any(let parts): "any(\(parts.map(\.signature).joined(separator: ", ")))"
    case .field(let field, _, let isNegated, let range):
      "\(field.signature) \(isNegated) \(range.signature)"
    case .invalid: "invalid"
    }
  }
}

extension RowField {
  fileprivate var signature: String {
    switch self {
    case .declared(let place): "field \(place)"
    case .dated: "dated"
    case .by: "by"
    }
  }
}

extension CheckedRange {
  var signature: String {
    switch self {
    case .any: "any"
    case .given: "given"
    case .none: "none"
    case .bounds(let lower, let upper): "[\(lower?.signature ?? ""), \(upper?.signature ?? "")]"
    case .words(let mask): "words \(mask)"
    case .texts(let texts): "texts \(texts.map { "\($0.utf8.count) \($0)" })"
    case .parties(let roles): "parties \(roles)"
    case .either(let parts): "(\(parts.map(\.signature).joined(separator: " or ")))"
    }
  }
}

extension CheckedBound {
  fileprivate var signature: String { "\(isIncluded) \(value.signature)" }
}
