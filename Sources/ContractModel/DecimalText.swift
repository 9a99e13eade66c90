/// Plain decimal numbers as people write them in contracts and records, without grouping.
package enum DecimalText {
  /// The most digits that a number may have, before and after the point together.
  package static let maximumDigits = 30

  /// Reads a whole text as a number: `-`? digits (`.` digits)?, and nothing else.
  ///
  /// Digits are ASCII. Refused with `nil`: an empty text, a plus sign, an exponent, a point without
  /// digits on both sides, a leading zero before another digit, and more than `maximumDigits`.
  package static func parsing<Bytes: Collection>(_ bytes: Bytes) -> Rational?
  where Bytes.Element == UInt8 {
    parsing(Array(bytes).span)
  }

  /// Reads the same of the text of most numbers, whose bytes are then looked at without a detour.
  package static func parsing(_ bytes: String.UTF8View) -> Rational? { parsing(bytes.span) }

  /// Reads the same of bytes of a file.
  package static func parsing(_ bytes: [UInt8]) -> Rational? { parsing(bytes.span) }

  private static func parsing(_ bytes: Span<UInt8>) -> Rational? {
    let isNegative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var value: Int128 = 0
    let point = endOfDigits(bytes, from: start, into: &value)
    guard point > start, point == start + 1 || bytes[start] != UInt8(ascii: "0") else { return nil }
    var end = point
    var fraction = 0
    if point < bytes.count, bytes[point] == UInt8(ascii: ".") {
      end = endOfDigits(bytes, from: point + 1, into: &value)
      fraction = end - point - 1
      guard fraction > 0 else { return nil }
    }
    guard end == bytes.count, point - start + fraction <= maximumDigits else { return nil }
    var scale: Int128 = 1
    for _ in 0..<fraction { scale *= 10 }
    return try? Rational(isNegative ? -value : value, over: scale)
  }

  /// Appends digits to a value, and returns where they end; of more digits than a number may have the
  /// value is none.
  private static func endOfDigits(
    _ bytes: Span<UInt8>, from start: Int, into value: inout Int128
  ) -> Int {
    var place = start
    while place < bytes.count {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &+ Int128(digit)
      place += 1
    }
    return place
  }
}

extension Rational {
  /// Returns this number in decimal digits, cut off, never rounded.
  ///
  /// There are at least `minimumFractionDigits` after the point and at most
  /// `maximumFractionDigits`, or the minimum if that is greater; below zero both count as zero. An
  /// ellipsis follows when digits other than zero were cut off: one third is `0.33…`. Such a number
  /// keeps its sign, so that it is never taken for zero: `-0.00…`.
  package func decimalText(minimumFractionDigits: Int, maximumFractionDigits: Int) -> String {
    let least = max(minimumFractionDigits, 0)
    // Most numbers are whole, and of a size that is put into words at once.
    if denominator == 1, least == 0, let small = Int64(exactly: numerator) { return String(small) }
    let divisor = denominator.magnitude
    var (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    var text = numerator < 0 ? "-" : ""
    text += String(whole)
    let most = max(maximumFractionDigits, least)
    var count = 0
    while count < most, rest != 0 || count < least {
      if count == 0 { text += "." }
      (whole, rest) = Self.timesTen(rest, dividedBy: divisor)
      text += String(whole)
      count += 1
    }
    return rest == 0 ? text : text + "…"
  }

  /// Returns quotient and remainder of ten times `rest`, which is below `divisor`.
  ///
  /// Adds ten times instead of multiplying, as the product may not fit.
  private static func timesTen(
    _ rest: UInt128, dividedBy divisor: UInt128
  ) -> (quotient: UInt128, remainder: UInt128) {
    var quotient: UInt128 = 0
    var sum: UInt128 = 0
    for _ in 0..<10 {
      if sum >= divisor - rest {
        sum -= divisor - rest
        quotient += 1
      } else {
        sum += rest
      }
    }
    return (quotient, sum)
  }
}
