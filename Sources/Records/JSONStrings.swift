internal import SourceText

/// What is decided about strings: which bytes and escapes they may hold, and what they say.
enum JSONStrings {
  /// Returns the bytes between the quotes of a string.
  static func content(of node: JSONNode) -> Range<Int> {
    node.range.lowerBound + 1..<node.range.upperBound - 1
  }

  /// Returns the first index from which a string is not plain: no quote, no escape, ASCII only.
  static func endOfPlainText(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int {
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte < ASCII.space || byte >= 0x80 || byte == ASCII.quote || byte == ASCII.backslash {
        break
      }
      index += 1
    }
    return index
  }

  /// Returns the UTF-8 of the content of a string that has been read without a mistake.
  static func decoded(_ bytes: [UInt8], _ content: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(content.count)
    var index = content.lowerBound
    while index < content.upperBound {
      guard bytes[index] == ASCII.backslash else {
        text.append(bytes[index])
        index += 1
        continue
      }
      if let byte = simpleEscape(bytes[index + 1]) {
        text.append(byte)
        index += 2
        continue
      }
      let (scalar, length) = scalarEscape(bytes, at: index)
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      index += length
    }
    return text
  }

  /// Returns the byte that a backslash and one more character stand for.
  static func simpleEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): ASCII.lineFeed
    case UInt8(ascii: "r"): ASCII.carriageReturn
    case UInt8(ascii: "t"): ASCII.tab
    default: nil
    }
  }

  /// Returns the value of the four hexadecimal digits from an index, all of which were checked.
  static func codeUnit(_ bytes: [UInt8], at index: Int) -> UInt32 {
    (index..<index + 4).reduce(0) { $0 << 4 | (ASCII.hexadecimalValue(bytes[$1]) ?? 0) }
  }

  static func isHighSurrogate(_ unit: UInt32) -> Bool { unit & 0xFC00 == 0xD800 }
  static func isLowSurrogate(_ unit: UInt32) -> Bool { unit & 0xFC00 == 0xDC00 }

  private static func scalarEscape(
    _ bytes: [UInt8], at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let unit = codeUnit(bytes, at: index + 2)
    guard isHighSurrogate(unit) else { return (Unicode.Scalar(unit) ?? "\u{FFFD}", 6) }
    let low = codeUnit(bytes, at: index + 8)
    let value = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
    return (Unicode.Scalar(value) ?? "\u{FFFD}", 12)
  }
}

extension JSONReader {
  /// Reads the string that begins at the current position; false where a mistake was reported.
  mutating func readString() -> Bool {
    let start = position
    var index = JSONStrings.endOfPlainText(bytes.span, from: start + 1, before: end)
    var hasEscapes = false
    while index < end {
      let byte = bytes[index]
      if byte == ASCII.quote {
        position = index + 1
        return append(.string, start..<position, hasEscapes: hasEscapes)
      }
      hasEscapes = hasEscapes || byte == ASCII.backslash
      guard let length = characterLength(at: index, inStringAt: start) else { return false }
      index = JSONStrings.endOfPlainText(bytes.span, from: index + length, before: end)
    }
    reportUnterminatedString(at: start)
    return false
  }

  /// Returns the length of the escape or scalar at an index; nil where a mistake was reported.
  private mutating func characterLength(at index: Int, inStringAt start: Int) -> Int? {
    let byte = bytes[index]
    if byte == ASCII.backslash { return escapeLength(at: index, inStringAt: start) }
    if byte < ASCII.space {
      report(.jsonControlCharacter(bytes[index...index], at: range(index..<index + 1)))
      return nil
    }
    let length = TextEncoding.scalarLength(in: bytes, at: index, before: end)
    if length == nil { report(.jsonInvalidUTF8(at: range(index..<index + 1))) }
    return length
  }

  private mutating func reportUnterminatedString(at start: Int) {
    report(.jsonUnterminated(.string, opener: range(start..<start + 1), at: range(end..<end)))
  }

  /// Returns the length of the escape at an index; nil where a mistake was reported.
  private mutating func escapeLength(at index: Int, inStringAt start: Int) -> Int? {
    guard index + 1 < end else {
      reportUnterminatedString(at: start)
      return nil
    }
    if JSONStrings.simpleEscape(bytes[index + 1]) != nil { return 2 }
    guard bytes[index + 1] == UInt8(ascii: "u") else {
      let named = TextEncoding.scalarRange(in: bytes, at: index + 1, before: end)
      reportBadEscape(index..<named.upperBound)
      return nil
    }
    guard let unit = readCodeUnit(at: index, inStringAt: start) else { return nil }
    if JSONStrings.isHighSurrogate(unit) { return pairLength(at: index, inStringAt: start) }
    if JSONStrings.isLowSurrogate(unit) { return reportLoneSurrogate(at: index) }
    return 6
  }

  /// Returns the length of the pair whose first half is at an index.
  private mutating func pairLength(at index: Int, inStringAt start: Int) -> Int? {
    let second = index + 6
    guard second + 1 < end, bytes[second] == ASCII.backslash,
      bytes[second + 1] == UInt8(ascii: "u")
    else { return reportLoneSurrogate(at: index) }
    guard let unit = readCodeUnit(at: second, inStringAt: start) else { return nil }
    return JSONStrings.isLowSurrogate(unit) ? 12 : reportLoneSurrogate(at: index)
  }

  /// Returns the value of the escape `\uXXXX` at an index.
  private mutating func readCodeUnit(at index: Int, inStringAt start: Int) -> UInt32? {
    for digit in index + 2..<index + 6 {
      guard digit < end else {
        reportUnterminatedString(at: start)
        return nil
      }
      guard ASCII.hexadecimalValue(bytes[digit]) != nil else {
        reportBadEscape(index..<digit)
        return nil
      }
    }
    return JSONStrings.codeUnit(bytes, at: index + 2)
  }

  private mutating func reportBadEscape(_ written: Range<Int>) {
    report(.jsonBadEscape(bytes[written], at: range(written)))
  }

  private mutating func reportLoneSurrogate(at index: Int) -> Int? {
    let written = index..<index + 6
    report(.jsonLoneSurrogate(bytes[written], at: range(written)))
    return nil
  }
}
