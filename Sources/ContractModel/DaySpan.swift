/// Which days a period in days counts.
package enum DayKind: Hashable, Sendable, CaseIterable {
  /// Every day.
  case calendar
  /// The business days of a named calendar.
  case business
}

/// How many days lie between two dates, as a clause counts them.
package enum DaySpan {
  /// Returns the number of days to `end`, which is counted, from `start`, which is counted or not.
  ///
  /// It is 0 if no day is to be counted, so never negative. Business days need a calendar: throws
  /// `outsideCalendar` if there is none, then with an empty name, or if it does not cover a day
  /// to be counted.
  package static func count(
    kind: DayKind, from start: CivilDate, through end: CivilDate, isStartIncluded: Bool,
    calendar: BusinessCalendar?
  ) throws(DateFailure) -> Int {
    switch kind {
    case .calendar:
      return max(0, start.days(to: end) + (isStartIncluded ? 1 : 0))
    case .business:
      guard let calendar else { throw .outsideCalendar(start, calendar: "") }
      return isStartIncluded
        ? try calendar.businessDays(from: start, through: end)
        : try calendar.businessDays(after: start, through: end)
    }
  }

  /// Returns the number of weeks begun in so many days: 1 for 1 to 7, 2 for 8; 0 for none or fewer.
  package static func startedWeeks(days: Int) -> Int { days > 0 ? (days - 1) / 7 + 1 : 0 }
}
