/// How a number that lies between two multiples of a unit becomes one of them.
package enum RoundingRule: Hashable, Sendable, CaseIterable {
  /// To the nearer multiple; a tie goes away from zero: 2.5 → 3, −2.5 → −3.
  case halfUp
  /// To the nearer multiple; a tie goes to the even one: 2.5 → 2, 3.5 → 4.
  case halfEven
  /// Away from zero: 2.1 → 3, −2.1 → −3.
  case up
  /// Towards zero: 2.9 → 2, −2.9 → −2.
  case down
}

extension Rational {
  /// Returns the multiple of `unit` that this number becomes under a rule.
  ///
  /// The sign of `unit` does not matter. Throws `divisionByZero` when it is zero, and `overflow`
  /// when the multiple, or the quotient by `unit` before rounding, does not fit.
  package func rounded(
    _ rule: RoundingRule, toMultipleOf unit: Rational
  ) throws(ArithmeticFailure) -> Rational {
    let size = unit.magnitude
    let count = try divided(by: size).roundedToInteger(rule)
    return try count.multiplied(by: size)
  }

  private func roundedToInteger(_ rule: RoundingRule) throws(ArithmeticFailure) -> Rational {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    guard remainder != 0 else { return self }
    // Rounding away from zero cannot overflow: a remainder means a denominator of at least 2.
    let further = quotient + (numerator < 0 ? -1 : 1)
    let chosen = rule.movesAway(
      remainder: remainder.magnitude, of: denominator.magnitude, isOdd: quotient & 1 != 0)
    return try Rational(chosen ? further : quotient, over: 1)
  }
}

extension RoundingRule {
  /// Whether a magnitude that exceeds an integer by `remainder / divisor`, strictly between 0 and 1,
  /// becomes the next integer.
  fileprivate func movesAway(remainder: UInt128, of divisor: UInt128, isOdd: Bool) -> Bool {
    let toNext = divisor - remainder
    return switch self {
    case .halfUp: remainder >= toNext
    case .halfEven: remainder > toNext || (remainder == toNext && isOdd)
    case .up: true
    case .down: false
    }
  }
}
