import ContractModel
import RuleChecking

/// A date or a number of days with no result.
struct DateTrouble: Error {}

// Dates and lengths of time, each known within whole days. A result grows with one operand and
// shrinks with the other, so that its ends follow from theirs; without an end there is none.
extension Situation {
  func span(
    _ kind: DayKind, isStartIncluded: Bool, from start: Interval, through end: Interval
  ) throws -> Interval {
    let starts = start.wholeDays
    let ends = end.wholeDays
    let fewest = try zip(starts.upper, ends.lower) {
      try count(kind, isStartIncluded, from: $0, through: $1)
    }
    let most = try zip(starts.lower, ends.upper) {
      try count(kind, isStartIncluded, from: $0, through: $1)
    }
    return Interval(
      lower: .included(Rational(fewest ?? 0)), upper: most.map { .included(Rational($0)) })
  }

  private func count(
    _ kind: DayKind, _ isStartIncluded: Bool, from start: Int, through end: Int
  ) throws -> Int {
    try DaySpan.count(
      kind: kind, from: date(start), through: date(end), isStartIncluded: isStartIncluded,
      calendar: contract.calendar)
  }

  /// Returns dates so much later, or earlier where the amount is below zero.
  func shifted(
    _ dates: Interval, by amount: Interval, _ unit: CheckedExpression.LengthUnit
  ) throws -> Interval {
    guard amount.exact?.isInteger ?? true else { throw DateTrouble() }
    let days = dates.wholeDays
    let lengths = amount.wholeDays
    return .days(
      from: try zip(days.lower, lengths.lower) { try shifted($0, by: $1, unit) },
      through: try zip(days.upper, lengths.upper) { try shifted($0, by: $1, unit) })
  }

  private func shifted(
    _ day: Int, by count: Int, _ unit: CheckedExpression.LengthUnit
  ) throws -> Int {
    let start = try date(day)
    let result =
      switch unit {
      case .days(.calendar): try start.adding(days: count)
      case .days(.business): try calendar().date(count, businessDaysAfter: start)
      case .weeks: try start.adding(days: try inDays(count))
      case .months: try start.adding(months: count, monthEnd: contract.monthEnd ?? .refuse)
      }
    return Int(result.dayNumber)
  }

  private func inDays(_ weeks: Int) throws -> Int {
    let (days, overflows) = weeks.multipliedReportingOverflow(by: 7)
    guard !overflows else { throw DateTrouble() }
    return days
  }

  func businessDay(_ choice: BusinessDayChoice, for dates: Interval) throws -> Interval {
    let days = dates.wholeDays
    return .days(
      from: try days.lower.map { try businessDay(choice, for: $0) },
      through: try days.upper.map { try businessDay(choice, for: $0) })
  }

  /// Steps day by day.
  private func businessDay(_ choice: BusinessDayChoice, for day: Int) throws -> Int {
    let calendar = try calendar()
    let start = try date(day)
    func nearest(_ step: Int) throws -> CivilDate {
      var found = start
      while try !calendar.isBusinessDay(found) { found = try found.adding(days: step) }
      return found
    }
    switch choice {
    case .following: return Int(try nearest(1).dayNumber)
    case .preceding: return Int(try nearest(-1).dayNumber)
    case .followingWithinMonth:
      let month = YearMonth(containing: start)
      var found = start
      while try !calendar.isBusinessDay(found) {
        guard found < month.lastDay else { return Int(try nearest(-1).dayNumber) }
        found = try found.adding(days: 1)
      }
      return Int(found.dayNumber)
    }
  }

  /// Returns calendar days in weeks: a week begun counts whole, or only whole weeks count. No week
  /// is in fewer days than none.
  func weeks(isStarted: Bool, in days: Interval) throws -> Interval {
    if let exact = days.exact {
      return Interval(exactly: Rational(try weeks(isStarted: isStarted, in: exact)))
    }
    let lengths = days.wholeDays
    let fewest = try lengths.lower.map { try weeks(isStarted: isStarted, in: Rational($0)) }
    let most = try lengths.upper.map { try weeks(isStarted: isStarted, in: Rational($0)) }
    return Interval(
      lower: .included(Rational(fewest ?? 0)), upper: most.map { .included(Rational($0)) })
  }

  private func weeks(isStarted: Bool, in days: Rational) throws -> Int {
    guard days.sign > 0 else { return 0 }
    let exact = try days.divided(by: Rational(7))
    guard let count = Int(exactly: isStarted ? -exact.negated.floor : exact.floor) else {
      throw DateTrouble()
    }
    return count
  }

  func wholeMonths(after start: Interval, through end: Interval) throws -> Interval {
    let starts = start.wholeDays
    let ends = end.wholeDays
    let fewest = try zip(starts.upper, ends.lower) { try wholeMonths(after: $0, through: $1) }
    let most = try zip(starts.lower, ends.upper) { try wholeMonths(after: $0, through: $1) }
    return Interval(
      lower: .included(Rational(fewest ?? 0)), upper: most.map { .included(Rational($0)) })
  }

  /// Counts month by month from the first date; where the contract has no policy, both must agree.
  private func wholeMonths(after start: Int, through end: Int) throws -> Int {
    let (first, last) = (try date(start), try date(end))
    func count(_ policy: MonthEndPolicy) throws -> Int {
      var months = 0
      while let next = try? first.adding(months: months + 1, monthEnd: policy), next <= last {
        months += 1
      }
      return months
    }
    switch contract.monthEnd ?? .refuse {
    case .clamp: return try count(.clamp)
    case .spill: return try count(.spill)
    case .refuse:
      let months = try count(.clamp)
      guard try count(.spill) == months else { throw DateTrouble() }
      return months
    }
  }

  /// Goes day by day to the one on which a month begins, or to the one before the next begins.
  func monthDay(isFirst: Bool, from anchor: Int, with dates: Interval) throws -> Interval {
    func edge(_ day: Int) throws -> Int {
      var found = try date(day)
      while isFirst ? found.day != anchor : try !isEndOfMonth(found, from: anchor) {
        found = try found.adding(days: isFirst ? -1 : 1)
      }
      return Int(found.dayNumber)
    }
    let days = dates.wholeDays
    return .days(from: try days.lower.map(edge), through: try days.upper.map(edge))
  }

  private func isEndOfMonth(_ day: CivilDate, from anchor: Int) throws -> Bool {
    try day == .last && anchor == 1 || day.adding(days: 1).day == anchor
  }

  func date(_ day: Int) throws -> CivilDate {
    guard day >= Int(CivilDate.first.dayNumber), day <= Int(CivilDate.last.dayNumber) else {
      throw DateTrouble()
    }
    return CivilDate(dayNumber: Int32(day))
  }

  private func calendar() throws -> BusinessCalendar {
    guard let calendar = contract.calendar else { throw DateTrouble() }
    return calendar
  }

  private func zip<Result>(
    _ first: Int?, _ second: Int?, _ body: (Int, Int) throws -> Result
  ) rethrows -> Result? {
    guard let first, let second else { return nil }
    return try body(first, second)
  }
}

extension Interval {
  /// The first and the last whole number that is possible; nil where there is no end.
  var wholeDays: (lower: Int?, upper: Int?) {
    let first = lower.flatMap { end in
      Int(exactly: end.isIncluded ? -end.value.negated.floor : end.value.floor + 1)
    }
    let last = upper.flatMap { end in
      Int(exactly: end.isIncluded ? end.value.floor : -end.value.negated.floor - 1)
    }
    return (first, last)
  }

  fileprivate static func days(from first: Int?, through last: Int?) -> Interval {
    Interval(
      lower: first.map { .included(Rational($0)) }, upper: last.map { .included(Rational($0)) })
  }
}
