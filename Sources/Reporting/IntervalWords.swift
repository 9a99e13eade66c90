internal import ContractModel

extension Interval {
  /// The quantity as an amount of minor units; `nil` where nothing is known of it.
  var amount: Amount? {
    if let approximately { return Self.amount(approximately, .approximately) }
    if let exact { return Self.amount(exact, exact.isInteger ? .exact : .approximately) }
    switch (lower, upper) {
    case (nil, nil): return nil
    case (let lower?, nil): return Self.amount(lower.value, lower.isIncluded ? .atLeast : .moreThan)
    case (nil, let upper?): return Self.amount(upper.value, upper.isIncluded ? .atMost : .lessThan)
    case (let lower?, let upper?):
      return Self.amount(lower.value, .to(Int64(clamping: -upper.value.negated.floor)))
    }
  }

  private static func amount(_ value: Rational, _ bound: Amount.Bound) -> Amount {
    Amount(nominal: max(Int64(clamping: value.floor), -Int64.max), bound: bound)
  }

  /// The quantity as days: `2013-10-01`, `2013-12` for a day in December, `after 2013-12-01`.
  var dateWords: String {
    if let nominal = approximately.flatMap(Self.day) { return "about \(nominal.text)" }
    switch (firstDay, lastDay) {
    case (nil, nil): return "on an unknown day"
    case (let first?, nil): return "on or after \(first.text)"
    case (nil, let last?): return "on or before \(last.text)"
    case (let first?, let last?): return Self.daysText(first, last, separator: " to ")
    }
  }

  /// The same with signs for words, as in `>=2013-12-01`; `nil` where nothing is known.
  var dateCode: String? {
    if let nominal = approximately.flatMap(Self.day) { return "~\(nominal.text)" }
    switch (firstDay, lastDay) {
    case (nil, nil): return nil
    case (let first?, nil): return ">=\(first.text)"
    case (nil, let last?): return "<=\(last.text)"
    case (let first?, let last?): return Self.daysText(first, last, separator: "..")
    }
  }

  private static func daysText(
    _ first: CivilDate, _ last: CivilDate, separator: String
  ) -> String {
    if first == last { return first.text }
    let month = YearMonth(containing: first)
    if first == month.firstDay, last == month.lastDay { return String(first.text.dropLast(3)) }
    return first.text + separator + last.text
  }

  var firstDay: CivilDate? {
    guard let lower else { return nil }
    let isNext = lower.value.isInteger && !lower.isIncluded
    let roundedUp = -lower.value.negated.floor
    return Self.day(numbered: isNext ? roundedUp + 1 : roundedUp)
  }

  var lastDay: CivilDate? {
    guard let upper else { return nil }
    let isBefore = upper.value.isInteger && !upper.isIncluded
    return Self.day(numbered: isBefore ? upper.value.floor - 1 : upper.value.floor)
  }

  private static func day(_ value: Rational) -> CivilDate? { day(numbered: value.floor) }

  /// Returns the day with a number, or `nil` where the calendar has none.
  private static func day(numbered number: Int128) -> CivilDate? {
    let days = Int128(CivilDate.first.dayNumber)...Int128(CivilDate.last.dayNumber)
    return days.contains(number) ? CivilDate(dayNumber: Int32(number)) : nil
  }
}
