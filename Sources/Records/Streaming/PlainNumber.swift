/// Numbers and moments as nearly all are written, eight digits looked at together.
package enum PlainNumber {
  /// Returns where a number without an exponent ends; nil where none begins.
  @inline(__always)
  static func end(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    if start + 8 <= bytes.count {
      let word = bytes.word(at: start)
      let digits = ByteLanes.digits(word)
      // Most are whole, and short.
      if digits > 0, digits < 8, digits == 1 || word & 0xFF != UInt64(ASCII.zero),
        word >> UInt64(8 * digits) & 0xFF != UInt64(ASCII.point)
      {
        return start + digits
      }
    }
    return endOfAny(bytes, from: start)
  }

  private static func endOfAny(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    if bytes.byte(at: position) == ASCII.minus { position += 1 }
    let first = position
    while position < bytes.count, ASCII.isDigit(bytes.byte(at: position)) { position += 1 }
    guard position > first, position == first + 1 || bytes.byte(at: first) != ASCII.zero else {
      return nil
    }
    guard position < bytes.count, bytes.byte(at: position) == ASCII.point else {
      return position
    }
    position += 1
    let fraction = position
    while position < bytes.count, ASCII.isDigit(bytes.byte(at: position)) { position += 1 }
    return position > fraction ? position : nil
  }

  /// Returns a number that was found in so many parts of one, or that is all of a text; nil where it
  /// has more digits than that, or the text is none.
  @inline(__always)
  static func value(
    _ bytes: Span<UInt8>, _ range: Range<Int>, scale: Int64, isText: Bool
  ) -> Int64? {
    let (start, count) = (range.lowerBound, range.count)
    if count > 0, count < 8, start + 8 <= bytes.count {
      let word = bytes.word(at: start)
      if ByteLanes.digits(word) >= count, count == 1 || word & 0xFF != UInt64(ASCII.zero) {
        let (scaled, overflows) = ByteLanes.number(word, digits: count)
          .multipliedReportingOverflow(by: scale)
        return overflows ? nil : scaled
      }
    }
    if isText, end(bytes, from: start) != range.upperBound { return nil }
    return valueOfAny(bytes, range, scale: scale)
  }

  private static func valueOfAny(
    _ bytes: Span<UInt8>, _ range: Range<Int>, scale: Int64
  ) -> Int64? {
    guard range.count <= 12 else { return nil }
    var position = range.lowerBound
    let isNegative = bytes.byte(at: position) == ASCII.minus
    if isNegative { position += 1 }
    var number: Int64 = 0
    var left = scale
    var isFraction = false
    while position < range.upperBound {
      let byte = bytes.byte(at: position)
      position += 1
      if byte == ASCII.point {
        isFraction = true
        continue
      }
      if isFraction {
        guard left % 10 == 0, left > 1 else { return nil }
        left /= 10
      }
      number = number * 10 + Int64(byte &- ASCII.zero)
    }
    let (scaled, overflows) = number.multipliedReportingOverflow(by: left)
    return overflows ? nil : isNegative ? -scaled : scaled
  }

  /// Returns a number without a sign, a point or too many digits.
  @inline(__always)
  package static func whole(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int64? {
    let (start, count) = (range.lowerBound, range.count)
    if count > 0, count <= 8, start + 8 <= bytes.count {
      let word = bytes.word(at: start)
      return ByteLanes.digits(word) >= count ? ByteLanes.number(word, digits: count) : nil
    }
    guard count > 0, count <= 15 else { return nil }
    var number: Int64 = 0
    for index in range {
      let digit = bytes.byte(at: index) &- ASCII.zero
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    return number
  }

  /// Whether a text is a moment as nearly all are written: `2013-10-01T09:00:00Z`.
  @inline(__always)
  package static func isMoment(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == 20 else { return false }
    let start = range.lowerBound
    return bytes.byte(at: start + 10) == UInt8(ascii: "T")
      && bytes.byte(at: start + 19) == UInt8(ascii: "Z")
      && ByteLanes.isTimeOfDay(bytes.word(at: start + 11))
  }
}

extension ByteLanes {
  private static let low: UInt64 = 0x0F0F_0F0F_0F0F_0F0F

  /// How many digits a word begins with.
  @inline(__always)
  static func digits(_ word: UInt64) -> Int {
    let lanes = word ^ (0x30 &* ones)
    // A lane is ten or more where adding 118 reaches its highest bit, or that is set already.
    let others = ((lanes & ~highs) &+ (0x76 &* ones) | lanes) & highs
    return others.trailingZeroBitCount / 8
  }

  /// The number that the first digits of a word are, of which there are 1 to 8.
  @inline(__always)
  static func number(_ word: UInt64, digits: Int) -> Int64 {
    // Zeros before them, then neighbours added up: by two, by four, by eight.
    var lanes = (word &<< UInt64(64 &- 8 &* digits)) & low
    lanes = ((lanes &* (1 + 10 << 8)) >> 8) & 0x00FF_00FF_00FF_00FF
    lanes = ((lanes &* (1 + 100 << 16)) >> 16) & 0x0000_FFFF_0000_FFFF
    return Int64((lanes &* (1 + 10_000 << 32)) >> 32)
  }

  /// Whether a word is a time such as `09:59:59`, before `24:00:00`.
  @inline(__always)
  static func isTimeOfDay(_ word: UInt64) -> Bool {
    // Against `00:00:00` each lane is what stands there, and 0 for a colon.
    let lanes = word ^ 0x3030_3A30_303A_3030
    // What takes a lane to 16 if it is more than 2, 9, 0, 5, 9, 0, 5, 9, the first as the lowest.
    let beyond = (lanes &+ 0x060A_0F06_0A0F_060D) | lanes
    let isEvening = lanes & 0xFF == 2
    return beyond & ~low == 0 && (!isEvening || lanes >> 8 & 0xFF < 4)
  }
}
