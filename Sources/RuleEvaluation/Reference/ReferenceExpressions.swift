import ContractModel
import RuleChecking

// What an expression is for the subject at hand.
extension Situation {
  func value(of expression: CheckedExpression) -> Reading {
    switch expression {
    case .quantity(let interval): Reading(value: .quantity(interval))
    case .money(let interval, let currency): money(interval, currency)
    case .word(let place): Reading(value: .words(1 << UInt64(place)))
    case .text(let text): Reading(value: .text(text))
    case .term(let place): term(place)
    case .meaning(let place): meaning(place)
    case .field(let field, let kind): value(of: field, ofThe: kind)
    case .asOf: Reading(value: .quantity(Interval(exactly: Rational(Int(world.asOf.dayNumber)))))
    case .binary(let sign, let left, let right): value(of: sign, left, right)
    case .lesser(let parts):
      .combining(parts.map { value(of: $0) }) { $0.extreme { $0.lesser(of: $1) } }
    case .greater(let parts):
      .combining(parts.map { value(of: $0) }) { $0.extreme { $0.greater(of: $1) } }
    case .span(let day, let isStartIncluded, let start, let end):
      .combining([value(of: start), value(of: end)]) {
        try span(day, isStartIncluded: isStartIncluded, from: $0[0], through: $0[1])
      }
    case .lateness(let day, let end): lateness(day, through: end)
    case .wholeMonths(let start, let end):
      .combining([value(of: start), value(of: end)]) {
        try wholeMonths(after: $0[0], through: $0[1])
      }
    case .shift(let amount, let unit, let isBefore, let date):
      .combining([value(of: amount), value(of: date)]) {
        try shifted($0[1], by: isBefore ? $0[0].negated : $0[0], unit)
      }
    case .businessDay(let choice, let date):
      .combining([value(of: date)]) { try businessDay(choice, for: $0[0]) }
    case .monthDay(let isFirst, let anchor, let date):
      .combining([value(of: date)]) { try monthDay(isFirst: isFirst, from: anchor, with: $0[0]) }
    case .weeks(let isStarted, let days):
      .combining([value(of: days)]) { try weeks(isStarted: isStarted, in: $0[0]) }
    case .forEachDay(let term, let days): forEachDay(of: days, term: term)
    case .periods(let isStarted, let size, let days):
      .combining([value(of: size), value(of: days)]) {
        try $0[1].periods(of: $0[0], isStarted: isStarted)
      }
    case .interest(let sum, let rate, let days, let period):
      .combining([sum, rate, days, period].compactMap { $0 }.map { value(of: $0) }) {
        try Interest.on($0[0], at: $0[1], for: $0[2], every: $0.dropFirst(3).first)
      }
    case .rounded(let part, let rule, let unit):
      .combining([value(of: part)]) { try $0[0].rounded(rule, toMultipleOf: unit) }
    case .invalid: .errored
    }
  }

  private func value(
    of sign: CheckedExpression.Operator, _ left: CheckedExpression, _ right: CheckedExpression
  ) -> Reading {
    .combining([value(of: left), value(of: right)]) { operands in
      switch sign {
      case .plus: try operands[0].adding(operands[1])
      case .less: try operands[0].subtracting(operands[1])
      case .times: try operands[0].multiplied(by: operands[1])
      case .dividedBy: try operands[0].divided(by: operands[1])
      }
    }
  }

  /// A field that the contract leaves out is missing, and is named as a kind of record would be.
  private func value(of field: SubjectField, ofThe kind: SubjectKind) -> Reading {
    guard let owner = ancestor(kind) else {
      return .missing(MissingEvidence(kind: field.rawValue, subject: subject))
    }
    let absent = MissingEvidence(kind: field.rawValue, subject: owner)
    if field.suppliedIn != nil {
      guard let amount = world.supplied[field, owner] else { return .missing(absent) }
      return Reading(value: .quantity(amount), missing: amount.exact == nil ? [absent] : [])
    }
    switch contract[owner].fields[field] {
    case .quantity(let interval)?:
      return Reading(value: .quantity(interval), missing: interval.exact == nil ? [absent] : [])
    case .word(let word)?:
      guard case .words(let words) = field.type, let place = words.firstIndex(of: word) else {
        return .errored
      }
      return Reading(value: .words(1 << UInt64(place)))
    case .text(let text)?: return Reading(value: .text(text))
    // The contract or the invoice is at hand: what it may leave out and does not say is not there.
    case nil:
      return Reading(value: field.isOptional(of: kind) ? .none : .missing, missing: [absent])
    }
  }
}

extension [Interval] {
  /// Returns the lesser or greater of all, whatever their order; there is at least one.
  ///
  /// Nominal values are compared only where all others are exact.
  func extreme(_ choose: (Interval, Interval) -> Interval) -> Interval {
    let isApproximate = contains { $0.approximately != nil }
    if isApproximate, contains(where: { $0.approximately == nil && $0.exact == nil }) {
      return .unbounded
    }
    return dropFirst().reduce(self[0], choose)
  }
}

extension Interval {
  /// Returns the multiples of a unit that the values become; each end is rounded for itself.
  func rounded(
    _ rule: RoundingRule, toMultipleOf unit: Rational
  ) throws(ArithmeticFailure) -> Interval {
    if let approximately {
      return Interval(approximately: try approximately.rounded(rule, toMultipleOf: unit))
    }
    return Interval(
      lower: try lower.map { end throws(ArithmeticFailure) in
        try end.rounded(rule, toMultipleOf: unit, from: .one)
      },
      upper: try upper.map { end throws(ArithmeticFailure) in
        try end.rounded(rule, toMultipleOf: unit, from: Rational(-1))
      })
  }
}

extension Interval.Endpoint {
  /// An end becomes possible where a value within becomes it: one that is less than the unit away from
  /// it, in the direction of a sign.
  fileprivate func rounded(
    _ rule: RoundingRule, toMultipleOf unit: Rational, from inwards: Rational
  ) throws(ArithmeticFailure) -> Self {
    let multiple = try value.rounded(rule, toMultipleOf: unit)
    let step = try unit.magnitude.multiplied(by: inwards).divided(by: Rational(4))
    let beside = try value.adding(step).rounded(rule, toMultipleOf: unit)
    return Self(multiple, isIncluded: isIncluded || multiple != value || beside == value)
  }
}
