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

  /// Returns where a string is over, from a place within it on: at its quote, at a mistake, or at the
  /// end; and whether it has escapes before that.
  static func end(
    _ bytes: Span<UInt8>, from place: Int, before end: Int
  ) -> (place: Int, hasEscapes: Bool) {
    var (index, hasEscapes) = (endOfPlainText(bytes, from: place, before: end), false)
    while index < end, bytes[index] != ASCII.quote,
      let length = characterLength(bytes, at: index, before: end)
    {
      hasEscapes = hasEscapes || bytes[index] == ASCII.backslash
      index = endOfPlainText(bytes, from: index + length, before: end)
    }
    return (index, hasEscapes)
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

  /// Returns the length of the escape or scalar at an index; nil where neither stands there.
  private static func characterLength(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Int?
  {
    let byte = bytes[index]
    guard byte == ASCII.backslash else {
      return byte < ASCII.space ? nil : TextEncoding.scalarLength(in: bytes, at: index, before: end)
    }
    guard index + 1 < end else { return nil }
    if simpleEscape(bytes[index + 1]) != nil { return 2 }
    guard let unit = codeUnit(bytes, at: index, before: end) else { return nil }
    if !isHighSurrogate(unit) { return isLowSurrogate(unit) ? nil : 6 }
    let second = codeUnit(bytes, at: index + 6, before: end)
    return second.map(isLowSurrogate) == true ? 12 : nil
  }

  /// Returns the value of the escape `\uXXXX` at an index; nil where none stands there.
  private static func codeUnit(
    _ bytes: Span<UInt8>, at index: Int, before end: Int
  ) -> UInt32? {
    guard index + 6 <= end, bytes[index] == ASCII.backslash,
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for digit in index + 2..<index + 6 {
      guard let value = ASCII.hexadecimalValue(bytes[digit]) else { return nil }
      unit = unit << 4 | value
    }
    return unit
  }

  /// Whether the escape at an index, which has its digits, is the first half of a pair.
  static func isHighSurrogate(_ bytes: [UInt8], at index: Int) -> Bool {
    codeUnit(bytes.span, at: index, before: bytes.count).map(isHighSurrogate) ?? false
  }

  private static func isHighSurrogate(_ unit: UInt32) -> Bool { unit & 0xFC00 == 0xD800 }
  private static func isLowSurrogate(_ unit: UInt32) -> Bool { unit & 0xFC00 == 0xDC00 }

  private static func scalarEscape(
    _ bytes: [UInt8], at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let unit = codeUnit(bytes.span, at: index, before: bytes.count) ?? 0
    guard isHighSurrogate(unit) else { return (Unicode.Scalar(unit) ?? "\u{FFFD}", 6) }
    let low = codeUnit(bytes.span, at: index + 6, before: bytes.count) ?? 0
    let value = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
    return (Unicode.Scalar(value) ?? "\u{FFFD}", 12)
  }
}

extension JSONReader {
  /// Reads the string that begins at the current position; false where a mistake was reported.
  mutating func readString() -> Bool {
    let start = position
    let (place, hasEscapes) = JSONStrings.end(bytes.span, from: start + 1, before: end)
    guard place < end, bytes[place] == ASCII.quote else {
      reportMistake(at: place, inStringAt: start)
      return false
    }
    position = place + 1
    return append(.string, start..<position, hasEscapes: hasEscapes)
  }

  /// Reports what is wrong with the escape or scalar at an index, or that there is none.
  private mutating func reportMistake(at index: Int, inStringAt start: Int) {
    if index >= end {
      reportUnterminatedString(at: start)
    } else if bytes[index] == ASCII.backslash {
      reportEscape(at: index, inStringAt: start)
    } else if bytes[index] < ASCII.space {
      report(.jsonControlCharacter(bytes[index...index], at: range(index..<index + 1)))
    } else {
      report(.jsonInvalidUTF8(at: range(index..<index + 1)))
    }
  }

  private mutating func reportUnterminatedString(at start: Int) {
    report(.jsonUnterminated(.string, opener: range(start..<start + 1), at: range(end..<end)))
  }

  /// Reports what is wrong with the escape at an index.
  private mutating func reportEscape(at index: Int, inStringAt start: Int) {
    guard index + 1 < end else { return reportUnterminatedString(at: start) }
    guard bytes[index + 1] == UInt8(ascii: "u") else {
      let named = TextEncoding.scalarRange(in: bytes, at: index + 1, before: end)
      return reportBadEscape(index..<named.upperBound)
    }
    guard hasDigits(at: index, inStringAt: start) else { return }
    let second = index + 6
    let isPair =
      JSONStrings.isHighSurrogate(bytes, at: index) && second + 1 < end
      && bytes[second] == ASCII.backslash && bytes[second + 1] == UInt8(ascii: "u")
    if isPair, !hasDigits(at: second, inStringAt: start) { return }
    let written = index..<second
    report(.jsonLoneSurrogate(bytes[written], at: range(written)))
  }

  /// Whether the escape `\uXXXX` at an index has its digits; what it has else is reported.
  private mutating func hasDigits(at index: Int, inStringAt start: Int) -> Bool {
    for digit in index + 2..<index + 6 {
      guard digit < end else {
        reportUnterminatedString(at: start)
        return false
      }
      guard ASCII.hexadecimalValue(bytes[digit]) != nil else {
        reportBadEscape(index..<digit)
        return false
      }
    }
    return true
  }

  private mutating func reportBadEscape(_ written: Range<Int>) {
    report(.jsonBadEscape(bytes[written], at: range(written)))
  }
}
