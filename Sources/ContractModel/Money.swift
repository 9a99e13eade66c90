/// Why amounts cannot be combined.
package enum MoneyFailure: Error, Hashable, Sendable {
  /// Two amounts of different currencies, which only a rate could bring together.
  case mixedCurrencies(Currency, Currency)
  /// The result is beyond ±(2⁶³ − 1) of the smallest unit.
  case outOfRange
}

/// An exact amount of one currency, counted in its smallest unit.
package struct Money: Hashable, Sendable {
  /// Cents for `USD`, whole yen for `JPY`; within ±(2⁶³ − 1), so that every amount has its negative.
  package let minorUnits: Int64
  /// What the units are units of.
  package let currency: Currency

  /// Makes an amount; `minorUnits` must not be −2⁶³.
  package init(minorUnits: Int64, currency: Currency) {
    precondition(minorUnits != .min, "every amount has its negative")
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// Makes the amount that a number of whole units, as dollars, becomes when rounded to the smallest
  /// unit; throws `outOfRange`.
  package init(
    amount: Rational, rounding rule: RoundingRule, currency: Currency
  ) throws(MoneyFailure) {
    let minorUnits: Int64?
    do throws(ArithmeticFailure) {
      let count = try amount.multiplied(by: Rational(Self.minorUnitsPerUnit(of: currency)))
      minorUnits = Int64(exactly: try count.rounded(rule, toMultipleOf: .one).numerator)
    } catch {
      throw .outOfRange
    }
    guard let minorUnits, minorUnits != .min else { throw .outOfRange }
    self.init(minorUnits: minorUnits, currency: currency)
  }

  /// The amount in whole units, as dollars.
  package var amount: Rational {
    guard
      let amount = try? Rational(
        Int128(minorUnits), over: Int128(Self.minorUnitsPerUnit(of: currency)))
    else { preconditionFailure("64 bits over a power of ten fit 128 bits") }
    return amount
  }

  /// Returns the sum of two amounts; throws `mixedCurrencies` or `outOfRange`.
  package func adding(_ other: Money) throws(MoneyFailure) -> Money {
    guard currency == other.currency else { throw .mixedCurrencies(currency, other.currency) }
    let (sum, overflows) = minorUnits.addingReportingOverflow(other.minorUnits)
    guard !overflows, sum != .min else { throw .outOfRange }
    return Money(minorUnits: sum, currency: currency)
  }

  /// Returns the difference of two amounts; throws `mixedCurrencies` or `outOfRange`.
  package func subtracting(_ other: Money) throws(MoneyFailure) -> Money {
    try adding(other.negated)
  }

  /// The same amount owed the other way.
  package var negated: Money { Money(minorUnits: -minorUnits, currency: currency) }

  /// The amount with all its digits and no currency, as `5100000.00`, or `-0.05`.
  package var decimalText: String {
    var text: [UInt8] = []
    writeFigure(isGrouped: false, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The amount for people, as `USD 5,100,000.00`, or `USD -0.05`.
  package var text: String {
    var text: [UInt8] = []
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Writes the amount for people behind what was written before.
  package func write(to text: inout [UInt8]) {
    currency.writeCode(to: &text)
    text.append(UInt8(ascii: " "))
    writeFigure(isGrouped: true, to: &text)
  }

  /// Writes the digits of the amount, those before the point by threes where they are grouped.
  private func writeFigure(isGrouped: Bool, to text: inout [UInt8]) {
    // From the last digit to the first: at most 20 of them, with commas, a point and a sign.
    var figure = InlineArray<32, UInt8>(repeating: 0)
    var start = figure.count
    var rest = minorUnits.magnitude
    func add(_ byte: UInt8) {
      start -= 1
      figure[start] = byte
    }
    func addDigit() {
      let (more, last) = rest.quotientAndRemainder(dividingBy: 10)
      rest = more
      add(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: last))
    }
    for _ in 0..<currency.minorDigits { addDigit() }
    if currency.minorDigits > 0 { add(UInt8(ascii: ".")) }
    var count = 0
    repeat {
      if isGrouped, count == 3 {
        add(UInt8(ascii: ","))
        count = 0
      }
      addDigit()
      count += 1
    } while rest > 0
    if minorUnits < 0 { add(UInt8(ascii: "-")) }
    for place in start..<figure.count { text.append(figure[place]) }
  }

  private static func minorUnitsPerUnit(of currency: Currency) -> Int {
    (0..<currency.minorDigits).reduce(1) { product, _ in product * 10 }
  }
}
