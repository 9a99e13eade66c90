/// Why a text is not an amount of money.
package enum MoneyTextFailure: Error, Hashable, Sendable {
  /// Something other than `-`? digits (`.` digits)?, commas aside, or a zero before another digit.
  case notANumber
  /// Commas elsewhere than before each three digits of the part before the point.
  case badGrouping
  /// More digits after the point than the currency has.
  case tooManyFractionDigits
  /// 10¹⁸ of the smallest unit or more.
  case outOfRange
}

extension Money {
  /// Reads a whole text as an amount of a currency, as `5,100,000.00`, `5100000` or `-0.05`.
  ///
  /// Digits are ASCII. Commas may group the digits before the point, then all of them and by threes.
  /// Fewer digits after the point than the currency has are fine. `-0` is zero. Refused are plus
  /// signs, exponents, spaces, a point without digits on both sides, and zeros in front; a text
  /// with more than one fault is refused for the first in the order of `MoneyTextFailure`.
  package static func parsing<Bytes: Collection>(
    _ bytes: Bytes, in currency: Currency
  ) throws(MoneyTextFailure) -> Money where Bytes.Element == UInt8 {
    let bytes = Array(bytes)
    let isNegative = bytes.first == UInt8(ascii: "-")
    let body = isNegative ? bytes.dropFirst() : bytes[...]
    let point = body.firstIndex(of: UInt8(ascii: ".")) ?? body.endIndex
    let whole = body[..<point]
    let fraction = body[point...].dropFirst()
    guard whole.isDigitsOrCommas, fraction.isDigitsOrCommas, !whole.isEmpty,
      point == body.endIndex || !fraction.isEmpty, !whole.hasZeroInFront
    else { throw .notANumber }
    let comma = UInt8(ascii: ",")
    guard !fraction.contains(comma), whole.isGroupedByThrees else { throw .badGrouping }
    guard fraction.count <= currency.minorDigits else { throw .tooManyFractionDigits }
    var magnitude: Int64 = 0
    for byte in whole where byte != comma {
      try magnitude.append(digit: byte - UInt8(ascii: "0"))
    }
    for byte in fraction { try magnitude.append(digit: byte - UInt8(ascii: "0")) }
    for _ in fraction.count..<currency.minorDigits { try magnitude.append(digit: 0) }
    return Money(minorUnits: isNegative ? -magnitude : magnitude, currency: currency)
  }
}

extension Int64 {
  /// Puts a decimal digit behind those of an amount, of which there may be 18.
  fileprivate mutating func append(digit: UInt8) throws(MoneyTextFailure) {
    guard self < 100_000_000_000_000_000 else { throw .outOfRange }
    self = self * 10 + Int64(digit)
  }
}

extension Collection where Element == UInt8 {
  fileprivate var isDigitsOrCommas: Bool {
    allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ",") }
  }

  fileprivate var hasZeroInFront: Bool {
    first == UInt8(ascii: "0") && dropFirst().contains { $0 != UInt8(ascii: ",") }
  }

  /// Whether there are no commas, or a group of one to three digits and then only groups of three.
  fileprivate var isGroupedByThrees: Bool {
    let groups = split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first else { return true }
    return (1...3).contains(first.count) && groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}
