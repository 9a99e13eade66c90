import ContractModel
import RuleChecking

/// A length of time that is no whole number of its unit, or a day that no calendar has.
private struct NotOnACalendar: Error {}

extension ClauseRun {
  /// Days between two dates, each of which may be any day within its bounds.
  mutating func span(
    _ day: DayKind, _ isStartIncluded: Bool, _ start: CheckedExpression,
    _ end: CheckedExpression, for subject: SubjectID
  ) -> Known {
    let calendar = contract.calendar
    return combined(start, end, for: subject) { start, end in
      func count(_ first: Int?, _ last: Int?) throws -> Int? {
        guard let first, let last else { return nil }
        return try DaySpan.count(
          kind: day, from: CivilDate(on: first), through: CivilDate(on: last),
          isStartIncluded: isStartIncluded, calendar: calendar)
      }
      return Interval(
        fewest: try count(start.most, end.fewest) ?? 0,
        most: try count(start.fewest, end.most))
    }
  }

  /// Whole months between two dates, each of which may be any day within its bounds.
  mutating func wholeMonths(
    _ start: CheckedExpression, _ end: CheckedExpression, for subject: SubjectID
  ) -> Known {
    let policy = contract.monthEnd ?? .refuse
    return combined(start, end, for: subject) { start, end in
      func count(_ first: Int?, _ last: Int?) throws -> Int? {
        guard let first, let last else { return nil }
        return try CivilDate.wholeMonths(
          after: CivilDate(on: first), through: CivilDate(on: last), monthEnd: policy)
      }
      return Interval(
        fewest: try count(start.most, end.fewest) ?? 0,
        most: try count(start.fewest, end.most))
    }
  }

  /// The first or last day of the month that a date lies in; never an earlier one for a later date.
  mutating func monthDay(
    _ isFirst: Bool, _ anchor: Int, _ date: CheckedExpression, for subject: SubjectID
  ) -> Known {
    value(of: date, for: subject).worked { date in
      func edge(_ day: Int?) throws -> Int? {
        guard let day else { return nil }
        let month = try MonthWindow(containing: CivilDate(on: day), from: anchor)
        return Int((isFirst ? month.firstDay : month.lastDay).dayNumber)
      }
      return Interval(fewest: try edge(date.fewest), most: try edge(date.most))
    }
  }

  /// A date so much later, or earlier.
  mutating func shift(
    _ length: CheckedExpression, _ unit: CheckedExpression.LengthUnit, _ isBefore: Bool,
    _ date: CheckedExpression, for subject: SubjectID
  ) -> Known {
    let contract = contract
    return combined(length, date, for: subject) { length, date in
      let lengths = isBefore ? length.negated : length
      if let exact = lengths.exact, !exact.isInteger { throw NotOnACalendar() }
      func moved(_ day: Int?, _ count: Int?) throws -> Int? {
        guard let day, let count else { return nil }
        return Int(try contract.date(CivilDate(on: day), movedBy: count, unit).dayNumber)
      }
      return Interval(
        fewest: try moved(date.fewest, lengths.fewest),
        most: try moved(date.most, lengths.most))
    }
  }

  /// The business day that stands for a date; never an earlier one for a later date.
  mutating func businessDay(
    _ choice: BusinessDayChoice, _ date: CheckedExpression, for subject: SubjectID
  ) -> Known {
    let calendar = contract.calendar
    return value(of: date, for: subject).worked { date in
      func snapped(_ day: Int?) throws -> Int? {
        guard let day else { return nil }
        let start = try CivilDate(on: day)
        guard let calendar else { throw DateFailure.outsideCalendar(start, calendar: "") }
        return Int(try calendar.businessDay(choice, for: start).dayNumber)
      }
      return Interval(fewest: try snapped(date.fewest), most: try snapped(date.most))
    }
  }
}

extension CivilDate {
  /// The day with a number, if it is in any calendar.
  init(on day: Int) throws {
    guard let number = Int32(exactly: day),
      number >= CivilDate.first.dayNumber, number <= CivilDate.last.dayNumber
    else { throw NotOnACalendar() }
    self.init(dayNumber: number)
  }
}

extension Contract {
  fileprivate func date(
    _ day: CivilDate, movedBy count: Int, _ unit: CheckedExpression.LengthUnit
  ) throws -> CivilDate {
    switch unit {
    case .days(.calendar): return try day.adding(days: count)
    case .days(.business):
      guard let calendar else { throw DateFailure.outsideCalendar(day, calendar: "") }
      return try calendar.date(count, businessDaysAfter: day)
    case .weeks:
      let (days, overflows) = count.multipliedReportingOverflow(by: 7)
      guard !overflows else { throw NotOnACalendar() }
      return try day.adding(days: days)
    case .months: return try day.adding(months: count, monthEnd: monthEnd ?? .refuse)
    }
  }
}

extension Interval {
  /// Every whole number from one to another; nil is without bound.
  init(fewest: Int?, most: Int?) {
    self.init(
      lower: fewest.map { .included(Rational($0)) }, upper: most.map { .included(Rational($0)) })
  }

  /// The least whole number within; nil without bound.
  var fewest: Int? {
    guard let lower else { return nil }
    let isWithin = lower.value.isInteger && lower.isIncluded
    return Int(exactly: isWithin ? lower.value.floor : lower.value.floor + 1)
  }

  /// The greatest whole number within; nil without bound.
  var most: Int? {
    guard let upper else { return nil }
    let isBeyond = upper.value.isInteger && !upper.isIncluded
    return Int(exactly: isBeyond ? upper.value.floor - 1 : upper.value.floor)
  }

  /// Calendar days in weeks; where they are not exact, only whole days are counted.
  func weeks(isStarted: Bool) throws -> Interval {
    func weeks(_ days: Rational) throws -> Int {
      let weeks = try max(days, .zero).divided(by: Rational(7))
        .rounded(isStarted ? .up : .down, toMultipleOf: .one)
      guard let count = Int(exactly: weeks.floor) else { throw NotOnACalendar() }
      return count
    }
    if let exact {
      let count = try weeks(exact)
      return Interval(fewest: count, most: count)
    }
    return Interval(
      fewest: try fewest.map { try weeks(Rational($0)) } ?? 0,
      most: try most.map { try weeks(Rational($0)) })
  }
}
