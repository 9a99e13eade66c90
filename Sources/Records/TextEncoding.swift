/// What the readers know of encodings: UTF-8 is read, everything else is refused.
enum TextEncoding {
  /// Returns the number of bytes of the well-formed UTF-8 scalar at an index, if there is one.
  ///
  /// Overlong forms, surrogates and values above U+10FFFF are not well formed (Unicode, table 3-7).
  static func scalarLength(in bytes: Span<UInt8>, at index: Int, before end: Int) -> Int? {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    guard index + 1 < end else { return nil }
    let second = bytes[index + 1]
    let length: Int
    switch first {
    case 0xC2...0xDF where isContinuation(second): length = 2
    case 0xE0...0xEF where isThreeByteStart(first, second): length = 3
    case 0xF0...0xF4 where isFourByteStart(first, second): length = 4
    default: return nil
    }
    guard index + length <= end else { return nil }
    for place in index + 2..<index + max(2, length) where !isContinuation(bytes[place]) {
      return nil
    }
    return length
  }

  /// Returns the range of the scalar at an index, or of its first byte where it is malformed.
  static func scalarRange(in bytes: [UInt8], at index: Int, before end: Int) -> Range<Int> {
    index..<index + (scalarLength(in: bytes.span, at: index, before: end) ?? 1)
  }

  /// Tells whether a file begins with the UTF-8 byte order mark.
  static func hasByteOrderMark(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
  }

  /// Tells whether a file begins as UTF-16 does: with its mark, or with two ASCII characters.
  static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { return true }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return true }
    guard bytes.count >= 4 else { return false }
    let zeros = bytes[..<4].map { $0 == 0 }
    return zeros == [true, false, true, false] || zeros == [false, true, false, true]
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private static func isThreeByteStart(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0xE0: second >= 0xA0 && second <= 0xBF
    case 0xED: second >= 0x80 && second <= 0x9F
    default: isContinuation(second)
    }
  }

  private static func isFourByteStart(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0xF0: second >= 0x90 && second <= 0xBF
    case 0xF4: second >= 0x80 && second <= 0x8F
    default: isContinuation(second)
    }
  }
}
