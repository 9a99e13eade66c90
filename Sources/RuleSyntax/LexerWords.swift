import SourceText

extension Lexer {
  /// Reads a word, or three capitals; a misspelt word is reported and stays a word.
  mutating func readWord() {
    let start = offset
    let word = plainWord(from: start)
    offset = word.end
    guard offset > start, !isInWord else { return readOddWord(from: start) }
    add(.word, from: start, keyword: Keyword.Table.all[word.spelling])
  }

  /// Returns where the small letters, the digits, and the hyphens before one of them end, and how
  /// they spell.
  @inline(__always)
  private func plainWord(from start: Int) -> (end: Int, spelling: Keyword.Spelling) {
    let span = bytes.span
    var spelling = Keyword.Spelling()
    var end = start
    while end < span.count {
      let byte = span[end]
      let isPlain =
        byte.isPlainWordByte
        || byte == UInt8(ascii: "-") && end + 1 < span.count && span[end + 1].isPlainWordByte
      guard isPlain else { break }
      spelling.append(byte)
      end += 1
    }
    return (end, spelling)
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
    hasOddWords = true
    add(.word, from: start)
  }

  private func hasDoubleHyphen(_ start: Int) -> Bool {
    zip(bytes[start..<offset], bytes[(start + 1)..<max(start + 1, offset)])
      .contains { $0 == UInt8(ascii: "-") && $1 == UInt8(ascii: "-") }
  }

  /// Whether the word goes on at the offset.
  private var isInWord: Bool {
    guard let byte = peek(0) else { return false }
    return byte.isWordByte || byte >= 0x80 && lengthOfWordPart() != nil
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
    String(
      decoding: utf8.map { byte in
        if byte.isCapital { byte + 0x20 } else { byte == UInt8(ascii: "_") ? 0x2D : byte }
      }, as: UTF8.self)
  }
}
