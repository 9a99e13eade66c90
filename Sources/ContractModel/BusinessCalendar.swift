/// The days on which business is done, as a named source states them for some years.
///
/// Nothing is assumed about days that it does not cover: to ask about one of those that decide an
/// answer throws `outsideCalendar`.
package struct BusinessCalendar: Hashable, Sendable {
  /// What contracts and messages call it.
  package let name: String
  /// The days of each week without business.
  package let weekend: WeekdaySet
  /// Days off besides weekends, in order, each once.
  package let holidays: [CivilDate]
  /// Days worked although they fall on a weekend or a holiday, in order, each once.
  package let workingDays: [CivilDate]
  /// The days that the calendar says something about.
  package let covers: ClosedRange<CivilDate>

  /// Holidays that are neither on a weekend nor worked.
  private let losses: [CivilDate]
  /// Working days that are on a weekend.
  private let gains: [CivilDate]

  /// Makes a calendar; the days may come in any order and more than once.
  package init(
    name: String, weekend: WeekdaySet, holidays: [CivilDate], workingDays: [CivilDate],
    covers: ClosedRange<CivilDate>
  ) {
    self.name = name
    self.weekend = weekend
    self.holidays = Self.inOrder(holidays)
    self.workingDays = Self.inOrder(workingDays)
    self.covers = covers
    let worked = Set(workingDays)
    losses = self.holidays.filter { !weekend.contains($0.weekday) && !worked.contains($0) }
    gains = self.workingDays.filter { weekend.contains($0.weekday) }
  }

  /// Days given both as holidays and as working days, in order; they count as working days.
  package var contradictions: [CivilDate] {
    let worked = Set(workingDays)
    return holidays.filter { worked.contains($0) }
  }

  /// Returns whether business is done on a day; throws `outsideCalendar`.
  package func isBusinessDay(_ date: CivilDate) throws(DateFailure) -> Bool {
    try requireCovered(date)
    return rank(of: Int(date.dayNumber)) > rank(of: Int(date.dayNumber) - 1)
  }

  /// Returns the number of business days after one day, up to and with another; 0 if that is not
  /// later.
  ///
  /// Throws `outsideCalendar` if a day to be counted is not covered; the first need not be.
  package func businessDays(
    after start: CivilDate, through end: CivilDate
  ) throws(DateFailure) -> Int {
    guard start < end else { return 0 }
    return try businessDays(from: start.adding(days: 1), through: end)
  }

  /// Returns the number of business days from one day to another, both counted; 0 if the last is
  /// before the first. Throws `outsideCalendar` if a day to be counted is not covered.
  package func businessDays(
    from first: CivilDate, through last: CivilDate
  ) throws(DateFailure) -> Int {
    guard first <= last else { return 0 }
    try requireCovered(first)
    try requireCovered(last)
    return rank(of: Int(last.dayNumber)) - rank(of: Int(first.dayNumber) - 1)
  }

  /// Returns the `count`th business day after a date, which is itself not counted.
  ///
  /// For 0 that is the date itself, and for a negative number the business day so many before.
  /// Throws `outsideCalendar` if a day to be counted is not covered.
  package func date(
    _ count: Int, businessDaysAfter start: CivilDate
  ) throws(DateFailure) -> CivilDate {
    guard count > 0 else {
      return count == 0 ? start : try day(numbered: count.magnitude, before: start)
    }
    return try day(numbered: count.magnitude, after: start)
  }

  /// Returns the `count`th business day before a date, which is itself not counted; otherwise as
  /// `date(_:businessDaysAfter:)`.
  package func date(
    _ count: Int, businessDaysBefore start: CivilDate
  ) throws(DateFailure) -> CivilDate {
    guard count > 0 else {
      return count == 0 ? start : try day(numbered: count.magnitude, after: start)
    }
    return try day(numbered: count.magnitude, before: start)
  }

  /// Returns the date if it is a business day, else the next one; throws `outsideCalendar`.
  package func firstBusinessDay(onOrAfter date: CivilDate) throws(DateFailure) -> CivilDate {
    try isBusinessDay(date) ? date : day(numbered: 1, after: date)
  }

  /// Returns the date if it is a business day, else the last one before; throws `outsideCalendar`.
  package func lastBusinessDay(onOrBefore date: CivilDate) throws(DateFailure) -> CivilDate {
    try isBusinessDay(date) ? date : day(numbered: 1, before: date)
  }

  private func day(
    numbered count: UInt, after start: CivilDate
  ) throws(DateFailure) -> CivilDate {
    try requireCovered(start.adding(days: 1))
    let counted = rank(of: Int(start.dayNumber))
    let available = UInt(rank(of: Int(covers.upperBound.dayNumber)) - counted)
    guard count <= available else { throw outside(after: covers.upperBound) }
    return try firstDay(ranked: counted + Int(count), from: Int(start.dayNumber) + 1)
  }

  private func day(
    numbered count: UInt, before start: CivilDate
  ) throws(DateFailure) -> CivilDate {
    try requireCovered(start.adding(days: -1))
    let counted = rank(of: Int(start.dayNumber) - 1)
    let available = UInt(counted - rank(of: Int(covers.lowerBound.dayNumber) - 1))
    guard count <= available else { throw outside(before: covers.lowerBound) }
    return try firstDay(ranked: counted - Int(count) + 1, from: Int(covers.lowerBound.dayNumber))
  }

  /// Returns the first day of at least a rank; there must be one from `lowest` to the last covered.
  private func firstDay(ranked rank: Int, from lowest: Int) throws(DateFailure) -> CivilDate {
    var low = lowest
    var high = Int(covers.upperBound.dayNumber)
    while low < high {
      let middle = low + (high - low) / 2
      if self.rank(of: middle) >= rank { high = middle } else { low = middle + 1 }
    }
    return try CivilDate(dayNumber: 0).adding(days: low)
  }

  /// The business days from a day before all dates to the one with a number; only differences have
  /// a meaning, and only between covered days and their neighbours.
  private func rank(of dayNumber: Int) -> Int {
    let (weeks, weekday) = (dayNumber + CivilDate.mondayOffset).quotientAndRemainder(dividingBy: 7)
    let week = ~weekend.rawValue & 0x7f
    let begun = week & (0x7f >> UInt8(6 - weekday))
    return weeks * week.nonzeroBitCount + begun.nonzeroBitCount
      + Self.count(of: gains, through: dayNumber) - Self.count(of: losses, through: dayNumber)
  }

  /// Makes every day number positive and that of a Monday a multiple of seven.
  private static let mondayOffset = 719_176

  /// Returns how many of some days, in order, are not after the one with a number.
  private static func count(of days: [CivilDate], through dayNumber: Int) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if Int(days[middle].dayNumber) <= dayNumber { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func inOrder(_ days: [CivilDate]) -> [CivilDate] {
    Set(days).sorted()
  }

  private func requireCovered(_ date: CivilDate) throws(DateFailure) {
    guard covers.contains(date) else { throw .outsideCalendar(date, calendar: name) }
  }

  private func outside(after date: CivilDate) -> DateFailure {
    .outsideCalendar((try? date.adding(days: 1)) ?? date, calendar: name)
  }

  private func outside(before date: CivilDate) -> DateFailure {
    .outsideCalendar((try? date.adding(days: -1)) ?? date, calendar: name)
  }
}
