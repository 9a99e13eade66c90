import TestSupport

/// Makes other texts of a text.
struct TextMutation {
  private var random: SplitMix64

  init(seed: Int) { random = SplitMix64(seed: UInt64(seed)) }

  /// Returns a text that says the same with other spaces: indents, gaps, blank lines, line ends.
  mutating func spaced(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isBlank = true
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.isEmpty {
        isBlank = true
        result += spaces() + [0x0A]
        continue
      }
      if isBlank { for _ in 0..<Int.random(in: 0...2, using: &random) { result += [0x0A] } }
      isBlank = false
      result += spaces() + respaced(line.drop { $0 == 0x20 })
      result += spaces() + (Bool.random(using: &random) ? [0x0D, 0x0A] : [0x0A])
    }
    return result
  }

  /// Returns the line with other gaps between its words; texts and comments stay.
  private mutating func respaced(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var isText = false
    var rest = line
    while let byte = rest.first {
      if !isText, rest.starts(with: "//".utf8) { return result + rest }
      if byte == UInt8(ascii: "\""), result.last != UInt8(ascii: "\\") { isText.toggle() }
      if byte == 0x20, !isText {
        rest = rest.drop { $0 == 0x20 }
        result += [0x20] + spaces()
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private mutating func spaces() -> [UInt8] {
    let count = Int.random(in: 0...3, using: &random)
    return (0..<count).map { _ in Bool.random(using: &random) ? 0x20 : 0x09 }
  }

  /// Returns the text with comments above and behind its lines.
  mutating func commented(_ bytes: [UInt8]) -> [UInt8] {
    let comments = ["// a  b", "//", "///c", "/// \"d\" {", "//// } é", "//\t|"]
    var result: [UInt8] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if Int.random(in: 0..<4, using: &random) == 0 {
        result += spaces() + Array((comments.randomElement(using: &random) ?? "").utf8) + [0x0A]
      }
      result += line
      if Int.random(in: 0..<4, using: &random) == 0, !line.isEmpty {
        result += spaces() + Array((comments.randomElement(using: &random) ?? "").utf8)
      }
      result.append(0x0A)
    }
    return result
  }

  /// Returns the text with a few bytes removed, doubled, moved or changed.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let pieces = [
      "{", "}", "(", ")", "|", "\n", "\"", "'s", " or ", " is ", "//", "/*", "\u{202E}", "= ",
      "\u{FEFF}", "\r", "}\n}\n", " {\n",
    ]
    for _ in 0..<Int.random(in: 1...5, using: &random) where !bytes.isEmpty {
      let position = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, position + Int.random(in: 1...12, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(position..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[position..<end]), at: position)
      case 2: bytes[position] = UInt8.random(in: 0...255, using: &random)
      default:
        bytes.insert(
          contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: position)
      }
    }
    return bytes
  }
}
