internal import SourceText

/// What is decided about numbers and the three words: their grammar, never their value.
enum JSONNumbers {
  /// Tells whether a number, or what was meant as one, begins with a byte.
  static func canStart(with byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || byte == ASCII.minus || byte == ASCII.plus || byte == ASCII.point
  }

  /// Tells whether a byte right after a number or a word would be taken as part of it.
  static func continues(_ byte: UInt8) -> Bool {
    canStart(with: byte) || ASCII.isLetter(byte) || byte == UInt8(ascii: "_")
  }
}

extension JSONReader {
  /// Reads the number that begins at the current position; false where a mistake was reported.
  mutating func readNumber() -> Bool {
    let start = position
    if position < end, bytes[position] == ASCII.minus { position += 1 }
    guard readInteger(), readFraction(), readExponent(), isTokenComplete else {
      let written = start..<tokenEnd(from: start)
      report(.jsonBadNumber(bytes[written], at: range(written)))
      return false
    }
    return append(.number, start..<position)
  }

  /// Reads `true`, `false` or `null`; false where a mistake was reported.
  mutating func readWord() -> Bool {
    let written = position..<tokenEnd(from: position)
    guard let kind = wordKind(written) else {
      report(.jsonBadWord(bytes[written], at: range(written)))
      return false
    }
    position = written.upperBound
    return append(kind, written)
  }

  private func wordKind(_ written: Range<Int>) -> JSONNode.Kind? {
    if bytes[written].elementsEqual("true".utf8) { return .yes }
    if bytes[written].elementsEqual("false".utf8) { return .no }
    return bytes[written].elementsEqual("null".utf8) ? .null : nil
  }

  /// Returns where the number or word that begins at an index ends, well formed or not.
  private func tokenEnd(from start: Int) -> Int {
    var index = start
    while index < end, JSONNumbers.continues(bytes[index]) { index += 1 }
    return index
  }

  private var isTokenComplete: Bool {
    position == end || !JSONNumbers.continues(bytes[position])
  }

  private mutating func readInteger() -> Bool {
    guard position < end, bytes[position] == ASCII.zero else { return readDigits() }
    position += 1
    return true
  }

  private mutating func readFraction() -> Bool {
    guard position < end, bytes[position] == ASCII.point else { return true }
    position += 1
    return readDigits()
  }

  private mutating func readExponent() -> Bool {
    guard position < end, bytes[position] | 0x20 == UInt8(ascii: "e") else { return true }
    position += 1
    if position < end, bytes[position] == ASCII.plus || bytes[position] == ASCII.minus {
      position += 1
    }
    return readDigits()
  }

  /// Reads one digit or more.
  private mutating func readDigits() -> Bool {
    let start = position
    while position < end, ASCII.isDigit(bytes[position]) { position += 1 }
    return position > start
  }
}
