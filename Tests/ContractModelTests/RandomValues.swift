import ContractModel
import TestSupport

extension SplitMix64 {
  /// Makes a generator for a law and prints its seed, so that a failure can be repeated.
  static func forLaw(_ name: String, seed: UInt64) -> SplitMix64 {
    print("law '\(name)' runs with seed \(seed)")
    return SplitMix64(seed: seed)
  }

  /// Returns a ratio of numbers of up to `magnitude`.
  mutating func rational(upTo magnitude: Int128) -> Rational {
    ratio(
      Int128.random(in: -magnitude...magnitude, using: &self),
      Int128.random(in: 1...magnitude, using: &self))
  }

  /// Returns a date within 400 years.
  mutating func date() -> CivilDate {
    CivilDate(dayNumber: Int32.random(in: -73_000...73_000, using: &self))
  }
}
