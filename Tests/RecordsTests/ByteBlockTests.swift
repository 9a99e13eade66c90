internal import TestSupport
internal import Testing

@testable internal import Records

/// Sixteen bytes looked at together come to what they come to one by one.
@Suite struct LookingAtBlocks {
  @Test func agreesByteByByte() {
    let seed: UInt64 = 0x424C_4F43_4B
    print("blocks by seed \(seed)")
    var random = SplitMix64(seed: seed)
    // Neighbours of what ends a text, among them.
    let signs: [UInt8] = [0x22, 0x5C, 0x1F, 0x20, 0x7F, 0x80, 0xFF, 0x00, 0x21, 0x23, 0x5B, 0x2C]
    for _ in 0..<5_000 {
      let isCrowded = Bool.random(using: &random)
      let text = (0..<Int.random(in: 16...40, using: &random)).map { _ in
        isCrowded || Int.random(in: 0..<12, using: &random) == 0
          ? signs[Int.random(in: 0..<signs.count, using: &random)] : UInt8(ascii: "a")
      }
      let start = Int.random(in: 0...text.count - 16, using: &random)
      guard let block = text.span.block(at: start) else {
        Issue.record("no block at \(start) of \(text.count)")
        return
      }
      let bytes = Array(text[start..<start + 16])
      let special = bytes.indices.filter {
        bytes[$0] < 0x20 || bytes[$0] >= 0x80 || bytes[$0] == 0x22 || bytes[$0] == 0x5C
      }
      expect(block.special, at: special, of: bytes)
      expect(block.equal(to: 0x2C), at: bytes.indices.filter { bytes[$0] == 0x2C }, of: bytes)
      let length = Int.random(in: -16...32, using: &random)
      let kept = bytes.indices.map { $0 < length ? bytes[$0] : 0 }
      let expected = SIMD2(kept.span.word(at: 0), kept.span.word(at: 8))
      let words = block.prefix(length)
      #expect(words == expected, "\(length) of \(bytes)")
    }
  }

  private func expect(_ lanes: ByteBlock.Lanes, at places: [Int], of bytes: [UInt8]) {
    #expect(ByteBlock.first(lanes) == places.first, "\(bytes)")
    #expect(ByteBlock.bits(lanes) == places.reduce(0) { $0 | 1 << UInt64($1) }, "\(bytes)")
  }

  @Test func endsWithTheBytes() {
    let text = [UInt8](repeating: 0, count: 20)
    let isThere = [4, 5, -1].map { text.span.block(at: $0) != nil }
    #expect(isThere == [true, false, false])
  }
}
