/// A holiday that comes back every year, as the fourth Thursday of November.
package struct YearlyHoliday: Hashable, Sendable {
  /// How the day is found in a year.
  package enum Rule: Hashable, Sendable {
    /// The same day of the same month, as 4 July.
    case day(Int, month: Int)
    /// The first to the fourth such weekday of a month.
    case weekday(Weekday, number: Int, month: Int)
    /// The last such weekday of a month.
    case lastWeekday(Weekday, month: Int)
  }

  /// How the day is found in a year.
  package let rule: Rule
  /// The years in which it is a holiday, counted by its own day and not by the day it is observed.
  package let years: ClosedRange<Int>

  package init(_ rule: Rule, in years: ClosedRange<Int>) {
    self.rule = rule
    self.years = years
  }

  /// Returns its day in a year 1 to 9999; `nil` if there is none, as of 29 February in most years.
  package func day(in year: Int) -> CivilDate? {
    guard years.contains(year) else { return nil }
    switch rule {
    case .day(let day, let month): return CivilDate(year: year, month: month, day: day)
    case .weekday(let weekday, let number, let month):
      guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
      let wait = (weekday.rawValue - first.weekday.rawValue + 7) % 7
      return CivilDate(year: year, month: month, day: 1 + wait + 7 * (number - 1))
    case .lastWeekday(let weekday, let month):
      guard let last = YearMonth(year: year, month: month)?.lastDay else { return nil }
      let wait = (last.weekday.rawValue - weekday.rawValue + 7) % 7
      return CivilDate(year: year, month: month, day: last.day - wait)
    }
  }

  /// Returns the days off that it brings within a span of days.
  ///
  /// One that is observed on the day before or after may belong to the year beside: New Year's Day
  /// of 2011 was observed on 31 December 2010.
  package func daysOff(
    in span: ClosedRange<CivilDate>, observed: WeekendObservance?
  ) -> [CivilDate] {
    let first = max(years.lowerBound, span.lowerBound.year - 1)
    let last = min(years.upperBound, span.upperBound.year + 1)
    guard first <= last else { return [] }
    return (first...last).compactMap { year in
      guard let day = day(in: year) else { return nil }
      let dayOff = observed.map { $0.dayOff(for: day) } ?? day
      return span.contains(dayOff) ? dayOff : nil
    }
  }
}

/// On which day a holiday is taken that falls on a day without business anyway.
package enum WeekendObservance: String, Hashable, Sendable, CaseIterable {
  /// On the Friday before a Saturday, and on the Monday after a Sunday.
  case nearestWeekday = "nearest-weekday"

  /// Returns the day on which a holiday is taken.
  package func dayOff(for day: CivilDate) -> CivilDate {
    switch day.weekday {
    case .saturday: (try? day.adding(days: -1)) ?? day
    case .sunday: (try? day.adding(days: 1)) ?? day
    case .monday, .tuesday, .wednesday, .thursday, .friday: day
    }
  }
}
