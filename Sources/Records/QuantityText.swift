import ContractModel

/// Why a value of a record is not one of its field's type.
enum ValueFault: Error, Hashable {
  case notOfType
  case unknownCurrency(String)
  case mixedCurrencies(Currency, Currency)
  case unknownWord(String)
  case unknownRole(String)
  case outsideDomain
  /// It is a moment, and its day is not known.
  case zone(ZoneFault)
}

/// Reads quantities as records spell them, exactly or within bounds: `99%`, `more than USD 1,000`,
/// `10% to 12%`, `2013-12`.
struct QuantityText {
  let type: ValueType
  /// The currency of the contract; nil where it states no amount.
  let currency: Currency?
  let zone: RecordZone

  /// Returns the values that a text allows.
  func interval(of text: String) throws(ValueFault) -> Interval {
    // One word bounds nothing, unless it is two days.
    if type != .date, !text.utf8.contains(UInt8(ascii: " ")) { return try single([text[...]]) }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard !words.contains("") else { throw .notOfType }
    if let bound = Bound.allCases.first(where: { isBound($0, startOf: words) }) {
      let value = try single(Array(words.dropFirst(bound.words.count)))
      // On the day of a moment there may be others before and after it.
      let isOfMoment = type == .date && words.last.map { Instant.parsing($0.utf8) } != nil
      guard let bounded = (isOfMoment ? bound.withItsDay : bound).interval(of: value) else {
        throw .notOfType
      }
      return bounded
    }
    if let middle = words.firstIndex(of: "to") {
      return try between(Array(words[..<middle]), Array(words[(middle + 1)...]))
    }
    if type == .date, words.count == 1 {
      let days = words[0].split(separator: "/", omittingEmptySubsequences: false)
      if days.count == 2 { return try between([days[0]], [days[1]]) }
    }
    return try single(words)
  }

  private func isBound(_ bound: Bound, startOf words: [Substring]) -> Bool {
    bound.isOfDates == (type == .date) && words.starts(with: bound.words)
  }

  private func between(
    _ lower: [Substring], _ upper: [Substring]
  ) throws(ValueFault) -> Interval {
    let span = Interval(lower: try single(lower).lower, upper: try single(upper).upper)
    guard !span.isEmpty else { throw .notOfType }
    return span
  }

  private func single(_ words: [Substring]) throws(ValueFault) -> Interval {
    switch type {
    case .money: try money(words)
    case .moneyPer(let day): try money(words, per: day)
    case .percent: try percent(words)
    case .number: try number(words)
    case .count(let plural): try count(words, of: [plural])
    case .days(let day): try count(words, of: [day.singular, day.plural])
    case .weeks: try count(words, of: ["week", "weeks"])
    case .months: try count(words, of: ["month", "months"])
    case .date: try date(words)
    case .text, .words, .party, .condition: throw .notOfType
    }
  }

  private func money(_ words: [Substring]) throws(ValueFault) -> Interval {
    guard words.count == 2, words[0].utf8.count == 3 else { throw .notOfType }
    guard let stated = Currency(code: words[0].utf8) else {
      throw .unknownCurrency(String(words[0]))
    }
    if let currency, currency != stated { throw .mixedCurrencies(stated, currency) }
    guard let money = try? Money.parsing(words[1].utf8, in: stated) else { throw .notOfType }
    return Interval(exactly: Rational(Int(money.minorUnits)))
  }

  private func money(_ words: [Substring], per day: DayKind) throws(ValueFault) -> Interval {
    guard words.count == 5, words[2...].joined(separator: " ") == "per \(day.singular)" else {
      throw .notOfType
    }
    return try money(Array(words[..<2]))
  }

  private func percent(_ words: [Substring]) throws(ValueFault) -> Interval {
    guard words.count == 1, words[0].utf8.last == UInt8(ascii: "%"),
      let hundredths = Self.number(in: words[0].dropLast()),
      let ratio = try? hundredths.divided(by: Rational(100))
    else { throw .notOfType }
    return Interval(exactly: ratio)
  }

  private func number(_ words: [Substring]) throws(ValueFault) -> Interval {
    guard words.count == 1, let number = Self.number(in: words[0]) else { throw .notOfType }
    return Interval(exactly: number)
  }

  private func count(_ words: [Substring], of units: [String]) throws(ValueFault) -> Interval {
    guard let first = words.first, let count = Self.number(in: first), count.isInteger,
      units.contains(words.dropFirst().joined(separator: " "))
    else { throw .notOfType }
    return Interval(exactly: count)
  }

  private func date(_ words: [Substring]) throws(ValueFault) -> Interval {
    guard words.count == 1 else { throw .notOfType }
    if let day = CivilDate.parsing(words[0].utf8) {
      return Interval(exactly: Rational(Int(day.dayNumber)))
    }
    if let moment = Instant.parsing(words[0].utf8) {
      return Interval(exactly: Rational(Int(try zone.day(of: moment).dayNumber)))
    }
    guard let month = YearMonth.parsing(words[0].utf8) else { throw .notOfType }
    return Interval(
      lower: .included(Rational(Int(month.firstDay.dayNumber))),
      upper: .included(Rational(Int(month.lastDay.dayNumber))))
  }

  /// Returns a plain number whose digits before the point may be grouped by threes.
  private static func number(in text: Substring) -> Rational? {
    guard text.utf8.contains(UInt8(ascii: ",")) else { return DecimalText.parsing(text.utf8) }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard !parts.dropFirst().joined().contains(","),
      (1...3).contains(groups[0].utf8.count { $0 != UInt8(ascii: "-") }),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return DecimalText.parsing(text.utf8.filter { $0 != UInt8(ascii: ",") })
  }
}

/// Words before a value that say how it bounds the one that is meant.
private enum Bound: CaseIterable {
  case above
  case from
  case below
  case upTo
  case near
  case after
  case onOrAfter
  case before
  case onOrBefore

  var words: [Substring] {
    switch self {
    case .above: ["more", "than"]
    case .from: ["at", "least"]
    case .below: ["less", "than"]
    case .upTo: ["at", "most"]
    case .near: ["approximately"]
    case .after: ["after"]
    case .onOrAfter: ["on", "or", "after"]
    case .before: ["before"]
    case .onOrBefore: ["on", "or", "before"]
    }
  }

  var isOfDates: Bool {
    switch self {
    case .above, .from, .below, .upTo, .near: false
    case .after, .onOrAfter, .before, .onOrBefore: true
    }
  }

  /// The bound that allows what it rests on too.
  var withItsDay: Bound {
    switch self {
    case .after: .onOrAfter
    case .before: .onOrBefore
    case .above, .from, .below, .upTo, .near, .onOrAfter, .onOrBefore: self
    }
  }

  /// Returns the values this bound allows; nil where the one it rests on will not do.
  func interval(of value: Interval) -> Interval? {
    guard let lower = value.lower, let upper = value.upper else { return nil }
    return switch self {
    case .above, .after: Interval(lower: .excluded(upper.value), upper: nil)
    case .from, .onOrAfter: Interval(lower: lower, upper: nil)
    case .below, .before: Interval(lower: nil, upper: .excluded(lower.value))
    case .upTo, .onOrBefore: Interval(lower: nil, upper: upper)
    case .near: value.exact.map(Interval.init(approximately:))
    }
  }
}
