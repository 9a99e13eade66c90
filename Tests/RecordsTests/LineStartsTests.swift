internal import SourceText
internal import TestSupport
internal import Testing

@testable internal import Records

/// Lines begin where they do byte by byte.
@Suite struct FindingLines {
  @Test func agreesByteByByte() {
    let seed: UInt64 = 0x4C_494E_4553
    print("lines by seed \(seed)")
    var random = SplitMix64(seed: seed)
    // What differs from a line feed in one bit, or is one with the highest bit set, among them.
    let signs: [UInt8] = [0x0A, 0x0A, 0x0B, 0x8A, 0x09, 0x00, 0xFF, 0x61]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...120, using: &random)).map { _ in
        signs[Int.random(in: 0..<signs.count, using: &random)]
      }
      let expected = [0] + text.indices.filter { text[$0] == 0x0A }.map { $0 + 1 }
      if LineStarts.of(text) != expected { Issue.record("\(text)") }
      let start = Int.random(in: 0...text.count, using: &random)
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      if LineStarts.end(text.span, from: start) != end { Issue.record("\(text) from \(start)") }
    }
  }
}
