/// An amount of the contract's currency that may be known only within bounds.
package struct Amount: Hashable, Sendable {
  package enum Bound: Hashable, Sendable {
    case exact
    case atLeast
    case moreThan
    case atMost
    case lessThan
    case approximately
    /// From the nominal amount to this many minor units.
    case to(Int64)
  }

  /// Minor units: the amount itself where it is exact, else the figure that bounds it.
  package let nominal: Int64
  package let bound: Bound

  package init(nominal: Int64, bound: Bound = .exact) {
    self.nominal = nominal
    self.bound = bound
  }

  package static let zero = Amount(nominal: 0)

  package var isZero: Bool { nominal == 0 && bound == .exact }
  package var isExact: Bool { bound == .exact }

  /// What is certainly there, in minor units: all that may be paid of it.
  package var certain: Int64 {
    switch bound {
    case .exact, .atLeast, .moreThan, .to: nominal
    case .atMost, .lessThan, .approximately: 0
    }
  }

  /// The amount as words: `USD 5,100,000.00`, `more than USD 1,000,000.00`.
  package func text(in currency: Currency) -> String {
    let figure = Money(minorUnits: nominal, currency: currency).text
    return switch bound {
    case .exact: figure
    case .atLeast: "at least \(figure)"
    case .moreThan: "more than \(figure)"
    case .atMost: "at most \(figure)"
    case .lessThan: "less than \(figure)"
    case .approximately: "approximately \(figure)"
    case .to(let upper): "\(figure) to \(Money(minorUnits: upper, currency: currency).text)"
    }
  }

  /// The amount as a decimal with its bound as a sign before it: `5100000.00`, `>1000000.00`,
  /// `~20000000.00`, `10.00..20.00`.
  package func decimalText(in currency: Currency) -> String {
    let figure = Money(minorUnits: nominal, currency: currency).decimalText
    return switch bound {
    case .exact: figure
    case .atLeast: ">=\(figure)"
    case .moreThan: ">\(figure)"
    case .atMost: "<=\(figure)"
    case .lessThan: "<\(figure)"
    case .approximately: "~\(figure)"
    case .to(let upper): "\(figure)..\(Money(minorUnits: upper, currency: currency).decimalText)"
    }
  }

  /// Reads what `decimalText` writes, and nothing else.
  package static func parsing(decimalText text: String, in currency: Currency) -> Amount? {
    let amount = text.contains("..") ? range(text, in: currency) : single(text, in: currency)
    return amount?.decimalText(in: currency) == text ? amount : nil
  }

  private static func range(_ text: String, in currency: Currency) -> Amount? {
    let ends = text.split(separator: "..").map { minorUnits($0, in: currency) }
    guard ends.count == 2, let lower = ends[0], let upper = ends[1] else { return nil }
    return Amount(nominal: lower, bound: .to(upper))
  }

  private static func single(_ text: String, in currency: Currency) -> Amount? {
    let signs = text.prefix { "<>=~".contains($0) }
    let bounds: [Substring: Bound] = [
      "": .exact, ">=": .atLeast, ">": .moreThan, "<=": .atMost, "<": .lessThan,
      "~": .approximately,
    ]
    guard let bound = bounds[signs],
      let figure = minorUnits(text.dropFirst(signs.count), in: currency)
    else { return nil }
    return Amount(nominal: figure, bound: bound)
  }

  private static func minorUnits(_ text: Substring, in currency: Currency) -> Int64? {
    guard let figure = DecimalText.parsing(text.utf8) else { return nil }
    let unit = Rational((0..<currency.minorDigits).reduce(1) { unit, _ in 10 * unit })
    guard let units = try? figure.multiplied(by: unit), units.isInteger else { return nil }
    // The least of all has no counterpart above zero.
    return Int64(exactly: units.floor).flatMap { $0 == .min ? nil : $0 }
  }
}
