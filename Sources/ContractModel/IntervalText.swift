extension Interval {
  /// The interval in the words of the language: `39 calendar days`, `more than USD 1,000,000.00`.
  package func text(of type: ValueType, in currency: Currency?) -> String {
    if let nominal = approximately {
      return "approximately \(nominal.text(of: type, in: currency))"
    }
    switch (lower, upper) {
    case (nil, nil): return "any"
    case (let low?, nil):
      let words = type == .date ? ("on or after", "after") : ("at least", "more than")
      return "\(low.isIncluded ? words.0 : words.1) \(low.value.text(of: type, in: currency))"
    case (nil, let high?):
      let words = type == .date ? ("on or before", "before") : ("at most", "less than")
      return "\(high.isIncluded ? words.0 : words.1) \(high.value.text(of: type, in: currency))"
    case (let low?, let high?):
      if let exact { return exact.text(of: type, in: currency) }
      let from = low.isIncluded ? "" : "above "
      let to = high.isIncluded ? "to" : "to below"
      return
        "\(from)\(low.value.text(of: type, in: currency)) \(to) \(high.value.text(of: type, in: currency))"
    }
  }
}

extension Rational {
  fileprivate func text(of type: ValueType, in currency: Currency?) -> String {
    switch type {
    case .money, .moneyPer:
      guard let currency, let money = moneyText(in: currency) else {
        return decimalText(minimumFractionDigits: 0, maximumFractionDigits: 6)
      }
      if case .moneyPer(let day) = type { return "\(money) per \(day.singular)" }
      return money
    case .percent:
      let percent = (try? multiplied(by: Rational(100))) ?? self
      return percent.decimalText(minimumFractionDigits: 0, maximumFractionDigits: 4) + "%"
    case .date:
      let day = Int32(clamping: floor)
      guard day >= CivilDate.first.dayNumber, day <= CivilDate.last.dayNumber else {
        return "«date»"
      }
      return CivilDate(dayNumber: day).text
    case .days(let day): return counted(day.singular)
    case .weeks: return counted("week")
    case .months: return counted("month")
    case .count(let plural)
    where self == .one && SubjectKind.allCases.contains { $0.plural == plural }:
      return "1 \(plural.dropLast())"
    case .count(let plural):
      return "\(decimalText(minimumFractionDigits: 0, maximumFractionDigits: 6)) \(plural)"
    case .number, .text, .words, .party, .condition:
      return decimalText(minimumFractionDigits: 0, maximumFractionDigits: 6)
    }
  }

  /// So many of the smallest units of a currency as an amount, with up to six further digits for the parts
  /// of one: `USD 50.0005`; nil where it is no amount.
  private func moneyText(in currency: Currency) -> String? {
    guard let units = Int64(exactly: magnitude.floor), units < .max else { return nil }
    if isInteger {
      return Money(minorUnits: self < .zero ? -units : units, currency: currency).text
    }
    guard let part = try? magnitude.subtracting(Rational(Int(units))) else { return nil }
    let parts = part.decimalText(minimumFractionDigits: 0, maximumFractionDigits: 6).dropFirst(2)
    let whole = Money(minorUnits: units, currency: currency).text.dropFirst(currency.code.count + 1)
    let point = currency.minorDigits == 0 ? "." : ""
    return "\(currency.code) \(self < .zero ? "-" : "")\(whole)\(point)\(parts)"
  }

  private func counted(_ unit: String) -> String {
    let number = decimalText(minimumFractionDigits: 0, maximumFractionDigits: 4)
    return number == "1" ? "1 \(unit)" : "\(number) \(unit)s"
  }
}
