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
  package var decimalText: String { text(grouping: "") }

  /// The amount for people, as `USD 5,100,000.00`, or `USD -0.05`.
  package var text: String { currency.code + " " + text(grouping: ",") }

  private func text(grouping separator: String) -> String {
    let perUnit = UInt64(Self.minorUnitsPerUnit(of: currency))
    let (units, rest) = minorUnits.magnitude.quotientAndRemainder(dividingBy: perUnit)
    let digits = String(units)
    var text = minorUnits < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += separator }
      text.append(digit)
    }
    guard currency.minorDigits > 0 else { return text }
    return text + "." + CivilDate.padded(Int(rest), to: currency.minorDigits)
  }

  private static func minorUnitsPerUnit(of currency: Currency) -> Int {
    (0..<currency.minorDigits).reduce(1) { product, _ in product * 10 }
  }
}
