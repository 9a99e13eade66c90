/// The digest that says whether two texts are the same bytes (FIPS 180-4), taken piece by piece.
package struct SHA256: Sendable {
  private var state = Self.initial
  private var schedule = [UInt32](repeating: 0, count: 64)
  /// The bytes after the last whole block.
  private var rest: [UInt8] = []
  private var count = 0

  package init() {}

  /// Returns the digest of bytes as 64 lower hexadecimal digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.add(bytes)
    return digest.hexadecimal
  }

  /// Returns the digest of texts with their lengths, so that other texts that read the same when put
  /// together have another one.
  package static func hexadecimal(of texts: [String]) -> String {
    hexadecimal(of: texts.flatMap { Array("\($0.utf8.count):".utf8) + Array($0.utf8) })
  }

  /// Adds the bytes that follow those before.
  package mutating func add(_ bytes: [UInt8]) {
    count += bytes.count
    let message = rest.isEmpty ? bytes : rest + bytes
    let whole = message.count / 64 * 64
    for start in stride(from: 0, to: whole, by: 64) {
      Self.compress(message, at: start, into: &state, &schedule)
    }
    rest = Array(message[whole...])
  }

  /// The digest of all that was added, as 64 lower hexadecimal digits.
  package var hexadecimal: String {
    var last = self
    var padding: [UInt8] = [0x80]
    while (rest.count + padding.count) % 64 != 56 { padding.append(0) }
    let bits = UInt64(count) * 8
    padding += (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) }
    last.add(padding)
    return last.state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }.joined()
  }

  private static func compress(
    _ bytes: [UInt8], at start: Int, into state: inout [UInt32], _ schedule: inout [UInt32]
  ) {
    for word in 0..<16 {
      let place = start + 4 * word
      schedule[word] =
        UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16
        | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
    }
    for word in 16..<64 {
      let (early, late) = (schedule[word - 15], schedule[word - 2])
      let first = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
      let second = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
      schedule[word] = schedule[word - 16] &+ first &+ schedule[word - 7] &+ second
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 0..<64 {
      let sum = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ sum &+ choice &+ constants[round] &+ schedule[round]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    for (place, word) in [a, b, c, d, e, f, g, h].enumerated() { state[place] &+= word }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The fractional parts of the square roots of the first 8 primes.
  private static let initial: [UInt32] = primes.prefix(8).map { fraction(of: $0, root: 2) }
  /// Those of the cube roots of the first 64.
  private static let constants: [UInt32] = primes.map { fraction(of: $0, root: 3) }

  private static let primes: [UInt32] = {
    var primes: [UInt32] = []
    var next: UInt32 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ next % $0 != 0 }) { primes.append(next) }
      next += 1
    }
    return primes
  }()

  /// Returns the first 32 binary places of a root of a number, by bisection in whole numbers.
  private static func fraction(of number: UInt32, root: Int) -> UInt32 {
    // The largest `low` with low^root ≤ number · 2^(32·root) is the root with 32 places.
    var (low, high): (UInt128, UInt128) = (0, 1 << 37)
    let target = UInt128(number) << UInt128(32 * root)
    while high - low > 1 {
      let middle = (low + high) / 2
      let power = root == 2 ? middle * middle : middle * middle * middle
      if power <= target { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }
}
