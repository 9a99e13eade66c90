/// An exact ratio of two whole numbers, in lowest terms.
///
/// Both parts stay within ±(2¹²⁷ − 1), so that every value has its negative; an operation whose
/// result would not fit throws, and none traps.
package struct Rational: Hashable, Sendable {
  /// The part above the line; it carries the sign.
  package let numerator: Int128
  /// The part below the line; greater than zero, and without a divisor in common with the other.
  package let denominator: Int128

  /// Makes the whole number `integer`.
  package init(_ integer: Int) {
    numerator = Int128(integer)
    denominator = 1
  }

  /// Makes the ratio of two whole numbers.
  ///
  /// Throws `divisionByZero` when `divisor` is zero, and `overflow` when a part in lowest terms is
  /// beyond ±(2¹²⁷ − 1).
  package init(_ dividend: Int128, over divisor: Int128) throws(ArithmeticFailure) {
    guard divisor != 0 else { throw .divisionByZero }
    let common = Self.commonDivisor(dividend.magnitude, divisor.magnitude)
    if common == 1, divisor > 0, dividend != .min {
      self.init(reduced: dividend, over: divisor)
      return
    }
    guard
      let above = Int128(exactly: dividend.magnitude / common),
      let below = Int128(exactly: divisor.magnitude / common)
    else { throw .overflow }
    self.init(reduced: (dividend < 0) == (divisor < 0) ? above : -above, over: below)
  }

  private init(reduced numerator: Int128, over denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The number 0.
  package static let zero = Rational(0)
  /// The number 1.
  package static let one = Rational(1)

  /// The same distance from zero on the other side.
  package var negated: Rational { Rational(reduced: -numerator, over: denominator) }

  /// The distance from zero.
  package var magnitude: Rational { numerator < 0 ? negated : self }

  /// −1, 0 or 1, as this number is below, at or above zero.
  package var sign: Int { Int(numerator.signum()) }

  /// Whether there is nothing after the decimal point.
  package var isInteger: Bool { denominator == 1 }

  /// The greatest whole number that is not above this one: 2 for 2.9, −3 for −2.1.
  package var floor: Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// Returns the greatest number that divides both, or 1 when both are zero.
  private static func commonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    if second == 1 { return 1 }
    var (larger, smaller) = (first, second)
    while smaller != 0 {
      if let short = UInt64(exactly: larger), let shorter = UInt64(exactly: smaller) {
        return UInt128(commonDivisor(short, shorter))
      }
      (larger, smaller) = (smaller, larger % smaller)
    }
    return max(larger, 1)
  }

  /// Returns the same for numbers of one machine word, where division is fast.
  private static func commonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return max(larger, 1)
  }
}

extension Rational: Comparable {
  /// Compares by value; never fails, as products are formed in 256 bits where they need to be.
  package static func < (left: Rational, right: Rational) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    let (first, firstOverflows) =
      left.numerator.multipliedReportingOverflow(by: right.denominator)
    let (second, secondOverflows) =
      right.numerator.multipliedReportingOverflow(by: left.denominator)
    if !firstOverflows, !secondOverflows { return first < second }
    let wideFirst = left.numerator.multipliedFullWidth(by: right.denominator)
    let wideSecond = right.numerator.multipliedFullWidth(by: left.denominator)
    return (wideFirst.high, wideFirst.low) < (wideSecond.high, wideSecond.low)
  }
}

extension Rational {
  /// Returns the sum; throws `overflow` when it, or a step on the way, does not fit.
  package func adding(_ other: Rational) throws(ArithmeticFailure) -> Rational {
    if isInteger, other.isInteger {
      let (sum, overflows) = numerator.addingReportingOverflow(other.numerator)
      return try Self.integer(sum, overflows)
    }
    let common = Self.commonDivisor(denominator.magnitude, other.denominator.magnitude)
    let divisor = Int128(common)
    let scale = other.denominator / divisor
    let first = try Self.product(numerator, scale)
    let second = try Self.product(other.numerator, denominator / divisor)
    let (sum, overflows) = first.addingReportingOverflow(second)
    guard !overflows else { throw .overflow }
    return try Rational(sum, over: Self.product(denominator, scale))
  }

  /// Returns the difference; throws `overflow` when it, or a step on the way, does not fit.
  package func subtracting(_ other: Rational) throws(ArithmeticFailure) -> Rational {
    try adding(other.negated)
  }

  /// Returns the product; throws `overflow` when it does not fit.
  package func multiplied(by other: Rational) throws(ArithmeticFailure) -> Rational {
    if isInteger, other.isInteger {
      let (product, overflows) = numerator.multipliedReportingOverflow(by: other.numerator)
      return try Self.integer(product, overflows)
    }
    // Cancelling crosswise first leaves lowest terms, so only a result too large overflows.
    let first = Int128(Self.commonDivisor(numerator.magnitude, other.denominator.magnitude))
    let second = Int128(Self.commonDivisor(other.numerator.magnitude, denominator.magnitude))
    return try Rational(
      Self.product(numerator / first, other.numerator / second),
      over: Self.product(denominator / second, other.denominator / first))
  }

  /// Returns the quotient; throws `divisionByZero`, or `overflow` when it does not fit.
  package func divided(by other: Rational) throws(ArithmeticFailure) -> Rational {
    try multiplied(by: Rational(other.denominator, over: other.numerator))
  }

  /// Returns a whole number; throws `overflow` where it has no negative, or did not fit itself.
  private static func integer(
    _ number: Int128, _ overflows: Bool
  ) throws(ArithmeticFailure) -> Rational {
    guard !overflows, number != .min else { throw .overflow }
    return Rational(reduced: number, over: 1)
  }

  private static func product(
    _ first: Int128, _ second: Int128
  ) throws(ArithmeticFailure) -> Int128 {
    let (product, overflows) = first.multipliedReportingOverflow(by: second)
    guard !overflows else { throw .overflow }
    return product
  }
}
