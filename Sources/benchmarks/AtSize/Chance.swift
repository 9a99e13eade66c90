/// Numbers that look like chance, and are the same on every machine for the same seed.
struct Chance {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0xD134_2543_DE82_EF95 &+ 0x2545_F491
    for _ in 0..<3 { _ = next() }
  }

  /// A linear congruence, of which the upper half is mixed into the lower one that it leaves poor.
  mutating func next() -> UInt64 {
    state = state &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
    let mixed = (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ (mixed >> 32)
  }

  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }

  mutating func one(in count: Int) -> Bool { below(count) == 0 }
}
