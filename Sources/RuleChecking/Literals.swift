package import ContractModel
package import RuleSyntax
package import SourceText

/// What a literal says, in the unit of its type: money in minor units, a percent as a ratio, a date
/// as its day number.
package enum LiteralValue: Hashable, Sendable {
  case quantity(Interval, ValueType)
  case money(Interval, Currency)
  case moneyPer(Interval, Currency, DayKind)
  case text(String)

  package var type: ValueType {
    switch self {
    case .quantity(_, let type): type
    case .money: .money
    case .moneyPer(_, _, let day): .moneyPer(day)
    case .text: .text
    }
  }

  /// The values that are possible; nil for a text.
  package var interval: Interval? {
    switch self {
    case .quantity(let interval, _), .money(let interval, _), .moneyPer(let interval, _, _):
      interval
    case .text: nil
    }
  }

  package var currency: Currency? {
    switch self {
    case .money(_, let currency), .moneyPer(_, let currency, _): currency
    case .quantity, .text: nil
    }
  }

  /// Returns the same kind of value with other bounds; a text stays as it is.
  package func replacing(interval: Interval) -> LiteralValue {
    switch self {
    case .quantity(_, let type): .quantity(interval, type)
    case .money(_, let currency): .money(interval, currency)
    case .moneyPer(_, let currency, let day): .moneyPer(interval, currency, day)
    case .text: self
    }
  }
}

extension LiteralSyntax {
  /// Returns what this literal says; nil where there is a mistake in it.
  ///
  /// A month is some day in it. A bare number has the type `number`. That a day is not on the
  /// calendar, or that digits are grouped oddly, was reported when the text was read and is not
  /// reported again: whoever gets nil must not go on as if all were well.
  package func checkedValue() -> Diagnosed<LiteralValue?> {
    switch form {
    case .money(let code, let digits, let unit): checkedMoney(code, digits, per: unit)
    case .percent(let digits): checkedPercent(digits)
    case .number(let digits): checkedNumber(digits, of: .number)
    case .quantity(let digits, let unit): checkedQuantity(digits, unit)
    case .date(let text): checkedDate(text)
    case .month(let text): checkedMonth(text)
    case .instant(let text): checkedInstant(text)
    case .text(let text): Diagnosed(.text(text))
    }
  }

  private func checkedMoney(
    _ code: String, _ digits: String, per unit: UnitSyntax?
  ) -> Diagnosed<LiteralValue?> {
    guard let currency = Currency(code: code) else {
      return Diagnosed(nil, [.unknownCurrency(code, at: range)])
    }
    let money: Money
    do throws(MoneyTextFailure) {
      money = try Money.parsing(digits.utf8, in: currency)
    } catch {
      return Diagnosed(nil, diagnostics(of: error, digits, currency))
    }
    let interval = Interval(exactly: Rational(Int(money.minorUnits)))
    guard let unit else { return Diagnosed(.money(interval, currency)) }
    let type = unit.checkedType()
    guard let known = type.value else { return Diagnosed(nil, type.diagnostics) }
    guard case .days(let day) = known else {
      return Diagnosed(nil, [.rateNotPerDay(unit)])
    }
    return Diagnosed(.moneyPer(interval, currency, day))
  }

  private func checkedPercent(_ digits: String) -> Diagnosed<LiteralValue?> {
    guard let number = Self.number(digits), let ratio = try? number.divided(by: Rational(100))
    else { return Diagnosed(nil, diagnosticsOfZero(in: digits)) }
    return Diagnosed(.quantity(Interval(exactly: ratio), .percent))
  }

  private func checkedQuantity(
    _ digits: String, _ unit: UnitSyntax
  ) -> Diagnosed<LiteralValue?> {
    let type = unit.checkedType()
    guard let known = type.value else { return Diagnosed(nil, type.diagnostics) }
    return checkedNumber(digits, of: known)
  }

  private func checkedNumber(_ digits: String, of type: ValueType) -> Diagnosed<LiteralValue?> {
    guard let number = Self.number(digits) else {
      return Diagnosed(nil, diagnosticsOfZero(in: digits))
    }
    return Diagnosed(.quantity(Interval(exactly: number), type))
  }

  private func checkedDate(_ text: String) -> Diagnosed<LiteralValue?> {
    guard let date = CivilDate.parsing(text.utf8) else {
      return Diagnosed(nil)
    }
    return Diagnosed(.quantity(Interval(day: date), .date))
  }

  private func checkedMonth(_ text: String) -> Diagnosed<LiteralValue?> {
    guard let month = YearMonth.parsing(text.utf8) else {
      return Diagnosed(nil)
    }
    let days = Interval(days: month.firstDay, through: month.lastDay)
    return Diagnosed(.quantity(days, .date))
  }

  private func checkedInstant(_ text: String) -> Diagnosed<LiteralValue?> {
    guard Instant.parsing(text.utf8) != nil else {
      return Diagnosed(nil)
    }
    return Diagnosed(nil, [.momentForADay(text, at: range)])
  }

  private func diagnostics(
    of failure: MoneyTextFailure, _ digits: String, _ currency: Currency
  ) -> [Diagnostic] {
    switch failure {
    case .notANumber: diagnosticsOfZero(in: digits)
    case .badGrouping: []
    case .tooManyFractionDigits: [.tooManyFractionDigits(digits, currency, at: range)]
    case .outOfRange: [.moneyOutOfRange(digits, currency, at: range)]
    }
  }

  /// Of what makes digits no number, only a zero in front was not reported before.
  private func diagnosticsOfZero(in digits: String) -> [Diagnostic] {
    let bytes = digits.utf8.filter { $0 != UInt8(ascii: ",") }
    let ascii = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard bytes.count > 1, bytes[0] == ascii.lowerBound, ascii.contains(bytes[1]) else { return [] }
    return [.zeroInFront(digits, at: range)]
  }

  /// Returns the number that digits with or without grouping commas write.
  private static func number(_ digits: String) -> Rational? {
    DecimalText.parsing(digits.utf8.filter { $0 != UInt8(ascii: ",") })
  }
}

extension UnitSyntax {
  /// Returns the type that a number with this unit has; nil where a mistake in it is reported.
  ///
  /// A word that is no length of time is a count of records, under the word as written.
  package func checkedType() -> Diagnosed<ValueType?> {
    switch text {
    case "calendar day", "calendar days": Diagnosed(.days(.calendar))
    case "business day", "business days": Diagnosed(.days(.business))
    case "week", "weeks": Diagnosed(.weeks)
    case "month", "months": Diagnosed(.months)
    case "day", "days": Diagnosed(nil, [.dayOfNoKind(self)])
    case let word where words.count == 1: Diagnosed(.count(word))
    default: Diagnosed(nil, [.unitOfNoNumber(self)])
    }
  }
}

extension Interval {
  /// Makes the day number of one day.
  package init(day: CivilDate) { self.init(days: day, through: day) }

  /// Makes the day numbers of some day from one to another.
  package init(days first: CivilDate, through last: CivilDate) {
    self.init(
      lower: .included(Rational(Int(first.dayNumber))),
      upper: .included(Rational(Int(last.dayNumber))))
  }

  /// The only day possible, if this is a date and there is just one.
  package var day: CivilDate? {
    guard let exact, exact.isInteger,
      exact >= Rational(Int(CivilDate.first.dayNumber)),
      exact <= Rational(Int(CivilDate.last.dayNumber))
    else { return nil }
    return CivilDate(dayNumber: Int32(exact.numerator))
  }
}
