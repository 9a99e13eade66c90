// Each operation returns the smallest interval with every result that is possible for a value of
// the one operand with a value of the other. An empty operand gives an empty result. An approximate
// operand gives an approximate result: nominal values are calculated with, an exact operand standing
// for itself; with an operand that has no nominal value the result is unbounded.
extension Interval {
  /// Returns the possible sums; throws `overflow`.
  package func adding(_ other: Interval) throws(ArithmeticFailure) -> Interval {
    if let exact, let otherExact = other.exact {
      return Interval(exactly: try exact.adding(otherExact))
    }
    if let empty = emptyOperand(or: other) { return empty }
    if isApproximate(or: other) {
      guard let (first, second) = nominals(with: other) else { return .unbounded }
      return Interval(approximately: try first.adding(second))
    }
    return Interval(
      lower: try Endpoint.sum(lower, other.lower), upper: try Endpoint.sum(upper, other.upper))
  }

  /// Returns the possible differences; throws `overflow`.
  package func subtracting(_ other: Interval) throws(ArithmeticFailure) -> Interval {
    try adding(other.negated)
  }

  /// The values on the other side of zero.
  package var negated: Interval {
    if let exact { return Interval(exactly: exact.negated) }
    if let approximately { return Interval(approximately: approximately.negated) }
    return Interval(lower: upper?.negated, upper: lower?.negated)
  }

  /// Returns the possible products; throws `overflow`.
  package func multiplied(by other: Interval) throws(ArithmeticFailure) -> Interval {
    if let exact, let otherExact = other.exact {
      return Interval(exactly: try exact.multiplied(by: otherExact))
    }
    if let empty = emptyOperand(or: other) { return empty }
    if isApproximate(or: other) {
      guard let (first, second) = nominals(with: other) else { return .unbounded }
      return Interval(approximately: try first.multiplied(by: second))
    }
    var corners: [Corner] = []
    for first in [Corner(lower: lower), Corner(upper: upper)] {
      for second in [Corner(lower: other.lower), Corner(upper: other.upper)] {
        corners.append(try first.multiplied(by: second))
      }
    }
    return Corner.span(of: corners)
  }

  /// Returns the possible quotients.
  ///
  /// Throws `divisionByZero` when zero is among the possible divisors, or is the nominal one;
  /// otherwise `overflow`.
  package func divided(by other: Interval) throws(ArithmeticFailure) -> Interval {
    if let empty = emptyOperand(or: other) { return empty }
    let mayBeZero = other.approximately.map { $0 == .zero } ?? other.contains(.zero)
    guard !mayBeZero else { throw .divisionByZero }
    if isApproximate(or: other) {
      guard let (first, second) = nominals(with: other) else { return .unbounded }
      return Interval(approximately: try first.divided(by: second))
    }
    return try multiplied(
      by: Interval(
        lower: Endpoint.reciprocal(of: other.upper), upper: Endpoint.reciprocal(of: other.lower)))
  }

  /// Returns the possible values of the lesser of the two quantities.
  package func lesser(of other: Interval) -> Interval {
    if let exact, let otherExact = other.exact {
      return Interval(exactly: min(exact, otherExact))
    }
    if let empty = emptyOperand(or: other) { return empty }
    if isApproximate(or: other) {
      return nominals(with: other).map { Interval(approximately: min($0, $1)) } ?? .unbounded
    }
    return Interval(
      lower: Endpoint.lowest(lower, other.lower, isInBoth: false),
      upper: Endpoint.lowestUpper(upper, other.upper))
  }

  /// Returns the possible values of the greater of the two quantities.
  package func greater(of other: Interval) -> Interval {
    if let exact, let otherExact = other.exact {
      return Interval(exactly: max(exact, otherExact))
    }
    if let empty = emptyOperand(or: other) { return empty }
    if isApproximate(or: other) {
      return nominals(with: other).map { Interval(approximately: max($0, $1)) } ?? .unbounded
    }
    return Interval(
      lower: Endpoint.highestLower(lower, other.lower),
      upper: Endpoint.highest(upper, other.upper, isInBoth: false))
  }

  private func emptyOperand(or other: Interval) -> Interval? {
    isEmpty ? self : other.isEmpty ? other : nil
  }

  private func isApproximate(or other: Interval) -> Bool {
    approximately != nil || other.approximately != nil
  }

  private func nominals(with other: Interval) -> (Rational, Rational)? {
    guard let first = approximately ?? exact, let second = other.approximately ?? other.exact
    else { return nil }
    return (first, second)
  }
}

extension Interval.Endpoint {
  fileprivate var negated: Self { Self(value.negated, isIncluded: isIncluded) }

  fileprivate static func sum(_ first: Self?, _ second: Self?) throws(ArithmeticFailure) -> Self? {
    guard let first, let second else { return nil }
    return Self(
      try first.value.adding(second.value), isIncluded: first.isIncluded && second.isIncluded)
  }

  /// Returns the end that one divided by values near an end approaches; `nil` is endless.
  ///
  /// It is meant for intervals without zero: far out their quotients near zero without reaching it,
  /// and towards an end at zero they grow without bound.
  fileprivate static func reciprocal(of end: Self?) throws(ArithmeticFailure) -> Self? {
    guard let end else { return .excluded(.zero) }
    guard end.value != .zero else { return nil }
    return Self(try Rational.one.divided(by: end.value), isIncluded: end.isIncluded)
  }
}

/// One end of an interval as a factor, endless ends among them.
private enum Corner {
  case finite(Interval.Endpoint)
  /// Endless; `sign` is −1 or 1.
  case infinite(sign: Int)

  init(lower: Interval.Endpoint?) { self = lower.map { .finite($0) } ?? .infinite(sign: -1) }
  init(upper: Interval.Endpoint?) { self = upper.map { .finite($0) } ?? .infinite(sign: 1) }

  /// Returns the product that values near both ends approach.
  ///
  /// With an included zero the product zero occurs whatever the other factor is, an endless or
  /// excluded end too; nothing beyond zero follows from such a corner.
  func multiplied(by other: Corner) throws(ArithmeticFailure) -> Corner {
    if isZero || other.isZero {
      return .finite(.init(.zero, isIncluded: isIncludedZero || other.isIncludedZero))
    }
    guard case .finite(let first) = self, case .finite(let second) = other else {
      return .infinite(sign: sign * other.sign)
    }
    return .finite(
      .init(
        try first.value.multiplied(by: second.value),
        isIncluded: first.isIncluded && second.isIncluded))
  }

  /// Returns the interval between the least and the greatest corner; there is at least one.
  static func span(of corners: [Corner]) -> Interval {
    var ends: [Interval.Endpoint] = []
    var isEndlessBelow = false
    var isEndlessAbove = false
    for corner in corners {
      switch corner {
      case .finite(let end): ends.append(end)
      case .infinite(let sign):
        isEndlessBelow = isEndlessBelow || sign < 0
        isEndlessAbove = isEndlessAbove || sign > 0
      }
    }
    let lowest = ends.reduce(ends.first) { .lowest($0, $1, isInBoth: false) }
    let highest = ends.reduce(ends.first) { .highest($0, $1, isInBoth: false) }
    return Interval(
      lower: isEndlessBelow ? nil : lowest, upper: isEndlessAbove ? nil : highest)
  }

  private var isZero: Bool { sign == 0 }

  private var isIncludedZero: Bool {
    guard case .finite(let end) = self else { return false }
    return end.isIncluded && end.value == .zero
  }

  private var sign: Int {
    switch self {
    case .finite(let end): end.value.sign
    case .infinite(let sign): sign
    }
  }
}
