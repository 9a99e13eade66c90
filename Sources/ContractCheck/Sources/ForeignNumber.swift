import ContractModel

/// A number of a document, exactly: with an exponent, or with its digits grouped by commas.
struct ForeignNumber {
  let value: Rational

  /// The largest power of ten that an exponent may name: beyond it no amount can lie.
  private static let largestExponent = 18

  static func parsing(_ text: String) -> ForeignNumber? {
    let bytes = text.utf8
    if let value = DecimalText.parsing(bytes) { return ForeignNumber(value: value) }
    if let place = bytes.firstIndex(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) {
      return parsing(bytes[..<place], exponent: bytes[bytes.index(after: place)...])
    }
    return ungrouped(bytes).flatMap(DecimalText.parsing).map(ForeignNumber.init(value:))
  }

  /// Returns this number times another in decimal digits; nil where it has too many.
  func times(_ digits: String) -> String? {
    let other = DecimalText.parsing(digits.utf8.filter { $0 != UInt8(ascii: ",") })
    guard let other, let product = try? value.multiplied(by: other) else { return nil }
    let text = product.decimalText(
      minimumFractionDigits: 0, maximumFractionDigits: DecimalText.maximumDigits)
    return text.utf8.count <= DecimalText.maximumDigits && DecimalText.parsing(text.utf8) != nil
      ? text : nil
  }

  private static func parsing(
    _ digits: Substring.UTF8View, exponent: Substring.UTF8View
  ) -> ForeignNumber? {
    let unsigned = exponent.first == UInt8(ascii: "+") ? exponent.dropFirst() : exponent
    guard let value = DecimalText.parsing(digits), let power = Int(String(unsigned) ?? ""),
      (-largestExponent...largestExponent).contains(power)
    else { return nil }
    var scale: Int128 = 1
    for _ in 0..<abs(power) { scale *= 10 }
    let factor = power < 0 ? try? Rational(1, over: scale) : try? Rational(scale, over: 1)
    return factor.flatMap { try? value.multiplied(by: $0) }.map(ForeignNumber.init(value:))
  }

  /// Returns the digits without the commas between groups of three; nil where they group otherwise.
  private static func ungrouped(_ bytes: String.UTF8View) -> [UInt8]? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2 else { return nil }
    let isNegative = whole.first == UInt8(ascii: "-")
    let groups = (isNegative ? whole.dropFirst() : whole)
      .split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.count > 1, (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    let sign = isNegative ? [UInt8(ascii: "-")] : []
    let fraction = parts.count == 2 ? [UInt8(ascii: ".")] + Array(parts[1]) : []
    return sign + groups.flatMap { $0 } + fraction
  }
}
