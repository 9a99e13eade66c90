import ContractModel
import RuleSyntax

extension LiteralSyntax {
  /// Returns this figure moved by its smallest step: a cent, a day, one of what is counted, the last
  /// digit of a percent or a number. Nil where there is none, or below zero.
  func moved(isUp: Bool) -> String? {
    switch form {
    case .money(let currency, let digits, let unit):
      guard let places = Currency(code: currency)?.minorDigits,
        let moved = digits.moved(isUp: isUp, leastPlaces: places)
      else { return nil }
      return "\(currency) \(moved)" + (unit.map { " per \($0.text)" } ?? "")
    case .percent(let digits): return digits.moved(isUp: isUp).map { "\($0)%" }
    case .number(let digits): return digits.moved(isUp: isUp)
    case .quantity(let digits, let unit):
      return digits.moved(isUp: isUp).map { "\($0) \(unit.text)" }
    case .date(let text):
      return CivilDate.parsing(text.utf8).flatMap { $0.moved(isUp: isUp) }?.text
    case .month, .instant, .text: return nil
    }
  }
}

extension CivilDate {
  /// The day after or before, if there is one.
  func moved(isUp: Bool) -> CivilDate? {
    guard self != (isUp ? .last : .first) else { return nil }
    return CivilDate(dayNumber: dayNumber + (isUp ? 1 : -1))
  }
}

extension String {
  /// These digits with the last one moved, or the last of so many after the point, by so many; nil
  /// where they are no number, or the result lies below zero.
  func moved(by count: Int128 = 1, isUp: Bool, leastPlaces: Int = 0) -> String? {
    let plain = filter { $0 != "," }
    let fraction = plain.split(separator: ".").dropFirst().first ?? ""
    let places = Swift.max(leastPlaces, fraction.count)
    var unit: Int128 = 1
    for _ in 0..<places { unit *= 10 }
    guard let value = DecimalText.parsing(plain.utf8),
      let step = try? Rational(isUp ? count : -count, over: unit),
      let moved = try? value.adding(step), moved.sign >= 0
    else { return nil }
    return moved.decimalText(minimumFractionDigits: places, maximumFractionDigits: places)
  }
}
