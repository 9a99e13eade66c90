/// Why a calculation with exact numbers has no result.
package enum ArithmeticFailure: Error, Hashable, Sendable {
  /// The result, or a step on the way to it, does not fit 128 bits.
  case overflow
  /// The divisor is zero, or may be zero.
  case divisionByZero
}
