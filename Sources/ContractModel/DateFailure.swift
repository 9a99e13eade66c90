/// Why a calculation with dates has no result.
package enum DateFailure: Error, Hashable, Sendable {
  /// The result is not within the years 0001 to 9999.
  case outOfRange
  /// The date so many months later falls on a day its month does not have, as 30 February.
  case ambiguousMonthEnd(CivilDate, months: Int)
  /// A day that a business calendar says nothing about.
  ///
  /// The name is empty when business days were asked for without a calendar.
  case outsideCalendar(CivilDate, calendar: String)
}
