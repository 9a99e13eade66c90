/// Which business day stands for a date that may be none.
package enum BusinessDayChoice: Hashable, Sendable, CaseIterable {
  /// The date itself, or the next business day.
  case following
  /// The date itself, or the business day before.
  case preceding
  /// The next business day, unless that is in another month; then the one before.
  case followingWithinMonth
}

extension BusinessCalendar {
  /// Returns the business day that stands for a date; throws `outsideCalendar`.
  ///
  /// Where the calendar ends before the month does, that no business day is left in the month is
  /// not known: that is an error, and no reason to go back.
  package func businessDay(
    _ choice: BusinessDayChoice, for date: CivilDate
  ) throws(DateFailure) -> CivilDate {
    switch choice {
    case .following: return try firstBusinessDay(onOrAfter: date)
    case .preceding: return try lastBusinessDay(onOrBefore: date)
    case .followingWithinMonth:
      if try isBusinessDay(date) { return date }
      let monthEnd = YearMonth(containing: date).lastDay
      let isMonthOver =
        try businessDays(after: date, through: min(monthEnd, covers.upperBound)) == 0
      return isMonthOver && covers.contains(monthEnd)
        ? try lastBusinessDay(onOrBefore: date) : try firstBusinessDay(onOrAfter: date)
    }
  }
}
