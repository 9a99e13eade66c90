import SourceText

extension Lexer {
  /// Reads a word, or three capitals; a misspelt word is reported and stays a word.
  mutating func readWord() {
    let start = offset
    while offset < bytes.count, isPlain(offset) { offset += 1 }
    guard offset > start, lengthOfWordPart() == nil else { return readOddWord(from: start) }
    add(.word, from: start)
  }

  /// Whether a small letter, a digit, or a hyphen before one of them stands at the position.
  private func isPlain(_ position: Int) -> Bool {
    if bytes[position].isPlainWordByte { return true }
    guard bytes[position] == UInt8(ascii: "-"), position + 1 < bytes.count else { return false }
    return bytes[position + 1].isPlainWordByte
  }

  /// Reads a word that is more than small letters, digits and single hyphens.
  private mutating func readOddWord(from start: Int) {
    while let length = lengthOfWordPart() { offset += length }
    let spelling = text(start, offset)
    let place = range(start, offset)
    let isPlain = bytes[start..<offset].allSatisfy { $0 < 0x80 }
    let isHiddenOnly = spelling.unicodeScalars.allSatisfy {
      $0.value < 0x80 || VisibleText.isHidden($0) || VisibleText.isControl($0) || $0 == "\u{FFFD}"
    }
    if offset - start == 3, bytes[start..<offset].allSatisfy(\.isCapital) {
      return add(.currency, from: start)
    }
    if !isPlain, !isHiddenOnly {
      report(.foreignLetter(spelling, at: place))
    } else if bytes[start..<offset].contains(UInt8(ascii: "_")) {
      report(.underscore(spelling, at: place))
    } else if bytes[start..<offset].contains(where: \.isCapital) {
      report(.capitalLetters(spelling, at: place))
    } else if bytes[offset - 1] == UInt8(ascii: "-") || hasDoubleHyphen(start) {
      report(.badName(spelling, at: place))
    }
    add(.word, from: start)
  }

  private func hasDoubleHyphen(_ start: Int) -> Bool {
    zip(bytes[start..<offset], bytes[(start + 1)..<max(start + 1, offset)])
      .contains { $0 == UInt8(ascii: "-") && $1 == UInt8(ascii: "-") }
  }

  /// Returns how many bytes of the word stand at the offset, or nil where it has ended.
  private func lengthOfWordPart() -> Int? {
    guard let byte = peek(0) else { return nil }
    if byte.isWordByte { return 1 }
    guard byte >= 0x80 else { return nil }
    guard let (scalar, length) = Unicode.Scalar.decoding(bytes, at: offset) else { return 1 }
    return scalar.isPartOfWord || VisibleText.isHidden(scalar) ? length : nil
  }
}

extension UInt8 {
  /// Whether the byte is a small letter or a digit.
  fileprivate var isPlainWordByte: Bool {
    (self >= 0x61 && self <= 0x7A) || (self >= 0x30 && self <= 0x39)
  }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isCapital: Bool { self >= 0x41 && self <= 0x5A }
  var isLetter: Bool { isCapital || (self >= 0x61 && self <= 0x7A) }
  var isWordByte: Bool {
    isLetter || isDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
  }
}

extension String {
  /// The name that was probably meant: small letters, with a hyphen for each underscore.
  var asName: String {
    guard utf8.contains(where: { $0.isCapital || $0 == UInt8(ascii: "_") }) else { return self }
    return String(
      decoding: utf8.map { byte in
        if byte.isCapital { byte + 0x20 } else { byte == UInt8(ascii: "_") ? 0x2D : byte }
      }, as: UTF8.self)
  }
}
