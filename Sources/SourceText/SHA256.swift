/// The digest that says whether two texts are the same bytes (FIPS 180-4), taken piece by piece.
package struct SHA256: Sendable {
  private var state = Self.initial
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
    var bytes: [UInt8] = []
    for text in texts {
      bytes += "\(text.utf8.count):".utf8
      bytes += text.utf8
    }
    return hexadecimal(of: bytes)
  }

  /// Adds the bytes that follow those before.
  package mutating func add(_ bytes: [UInt8]) {
    count += bytes.count
    let message = rest.isEmpty ? bytes : rest + bytes
    let whole = message.count / 64 * 64
    for start in stride(from: 0, to: whole, by: 64) {
      Self.compress(message.span, at: start, into: &state)
    }
    rest = Array(message[whole...])
  }

  /// The digest of all that was added, as 64 lower hexadecimal digits.
  package var hexadecimal: String {
    var last = self
    // A one, then zeros up to the last eight bytes of a block, which say how many bits there were.
    let zeros = (119 - rest.count) % 64
    var padding: [UInt8] = [0x80] + repeatElement(0, count: zeros)
    let bits = UInt64(count) * 8
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    last.add(padding)
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for word in last.state.indices {
      var shift: UInt32 = 32
      while shift > 0 {
        shift -= 4
        let digit = UInt8(truncatingIfNeeded: last.state[word] &>> shift & 0xF)
        digits.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func compress(
    _ message: Span<UInt8>, at start: Int, into state: inout InlineArray<8, UInt32>
  ) {
    let constants = Self.constants
    // The whole schedule first: no round then has to ask which words are at hand.
    var words = InlineArray<64, UInt32>(repeating: 0)
    var place = start
    for word in 0..<16 {
      words[word] =
        UInt32(message[place]) &<< 24 | UInt32(message[place &+ 1]) &<< 16
        | UInt32(message[place &+ 2]) &<< 8 | UInt32(message[place &+ 3])
      place &+= 4
    }
    for word in 16..<64 {
      let (early, late) = (words[word &- 15], words[word &- 2])
      let first = rotated(early, 7) ^ rotated(early, 18) ^ early &>> 3
      let second = rotated(late, 17) ^ rotated(late, 19) ^ late &>> 10
      words[word] = words[word &- 16] &+ first &+ words[word &- 7] &+ second
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 0..<64 {
      let sum = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let choice = g ^ (e & (f ^ g))
      let first = h &+ sum &+ choice &+ constants[round] &+ words[round]
      let majority = (a & b) | (c & (a | b))
      let second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    let turned: InlineArray<8, UInt32> = [a, b, c, d, e, f, g, h]
    for place in state.indices { state[place] &+= turned[place] }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  /// The fractional parts of the square roots of the first 8 primes.
  private static let initial: InlineArray<8, UInt32> = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
    0x5BE0_CD19,
  ]

  /// Those of the cube roots of the first 64; written down, as a run that works them out anew takes
  /// longer than for the digests that it writes.
  private static let constants: InlineArray<64, UInt32> = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4,
    0xAB1C_5ED5, 0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE,
    0x9BDC_06A7, 0xC19B_F174, 0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F,
    0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA, 0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7,
    0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967, 0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC,
    0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85, 0xA2BF_E8A1, 0xA81A_664B,
    0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070, 0x19A4_C116,
    0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7,
    0xC671_78F2,
  ]
}
