internal import ContractModel

/// A share that was claimed beside the same one as it was verified, such as 80% and 10%.
struct ProgressPair {
  struct Value {
    let name: String
    /// As the finding has it: `80%`, `at least 80%`.
    let text: String
    /// In ten-thousandths of a percent; of a value within bounds, the figure that bounds it.
    let figure: Int
    let isExact: Bool

    /// Where its bar ends; what is beyond the whole fills it.
    var end: ChartPosition {
      ChartPosition(Int128(min(figure, Self.whole)), of: Int128(Self.whole))
    }

    private static let whole = 1_000_000
  }

  static let rowHeight = 76

  let claimed: Value
  let verified: Value

  /// Returns a pair for each two percentages that are named alike but for one beginning with `claimed`
  /// and the other one with `verified`.
  static func pairs(in values: [NamedValue]) -> [ProgressPair] {
    values.compactMap { claim in
      guard let kind = claim.suffix(after: "claimed"), let claimed = Value(claim) else {
        return nil
      }
      let other = values.first { $0.suffix(after: "verified") == kind }
      guard let other, let verified = Value(other) else { return nil }
      return ProgressPair(claimed: claimed, verified: verified)
    }
  }

  /// By how much the claim is above what was verified.
  var gap: String {
    guard claimed.isExact, verified.isExact else { return "within bounds" }
    let difference = claimed.figure - verified.figure
    let digits = DecimalDigits.text(abs(difference))
    let unit = digits == "1" ? "point" : "points"
    return difference < 0 ? "\(digits) \(unit) fewer" : "\(digits) \(unit)"
  }

  var sentence: String {
    "\(claimed.name) \(claimed.text), \(verified.name) \(verified.text), gap \(gap)"
  }
}

extension ProgressPair.Value {
  /// Makes the value; nil where it is no percentage.
  fileprivate init?(_ value: NamedValue) {
    guard value.text.hasSuffix("%") else { return nil }
    let words = value.text.dropLast().split(separator: " ")
    guard let last = words.last, let figure = DecimalDigits.reading(last) else { return nil }
    name = value.name
    text = value.text
    self.figure = figure
    isExact = words.count == 1
  }
}

extension NamedValue {
  /// Returns what follows a word at the beginning of the name, behind the part that it may belong to.
  fileprivate func suffix(after word: String) -> Substring? {
    let name = name.split(separator: " ").last ?? ""
    return name.hasPrefix(word) ? name.dropFirst(word.count) : nil
  }
}

/// Decimals with up to four digits after the point, as whole numbers.
private enum DecimalDigits {
  /// Reads digits that are not below zero; nil for any other text, and beyond a million.
  static func reading(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2 else { return nil }
    let rest = parts.count == 2 ? parts[1] : "0"
    let isDigits = (whole + rest).utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    guard isDigits, !whole.isEmpty, whole.count <= 7, !rest.isEmpty, rest.count <= 4 else {
      return nil
    }
    return Int(whole + rest + String(repeating: "0", count: 4 - rest.count))
  }

  static func text(_ figure: Int) -> String {
    var rest = "\(10_000 + figure % 10_000)".dropFirst()
    while rest.last == "0" { rest = rest.dropLast() }
    return "\(figure / 10_000)" + (rest.isEmpty ? "" : ".\(rest)")
  }
}
