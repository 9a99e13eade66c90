import ContractModel

/// A small generator of numbers that look random and are the same on every machine for one seed.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Makes a generator for a law and prints its seed, so that a failure can be repeated.
  static func forLaw(_ name: String, seed: UInt64) -> SplitMix64 {
    print("law '\(name)' runs with seed \(seed)")
    return SplitMix64(seed: seed)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
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
