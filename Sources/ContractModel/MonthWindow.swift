/// A month that need not begin on the first: from a day of one month to the day before it in the
/// next.
package struct MonthWindow: Hashable, Sendable {
  /// The days on which such a month may begin, as every month has them.
  package static let anchors = 1...28

  /// The first day; its day of the month is the anchor.
  package let firstDay: CivilDate
  /// The day before the next such month begins.
  package let lastDay: CivilDate

  /// Makes the month that a date lies in, of those that begin on a day of the month from 1 to 28.
  ///
  /// Throws `outOfRange` if it is not within the years 0001 to 9999.
  package init(containing date: CivilDate, from anchor: Int) throws(DateFailure) {
    precondition(Self.anchors.contains(anchor), "a month begins on a day that every month has")
    let month = YearMonth(containing: date)
    let first = try month.adding(months: date.day < anchor ? -1 : 0).day(anchor)
    firstDay = first
    // The last month of all may begin on its first day, and then ends with the last date there is.
    lastDay =
      anchor == 1
      ? month.lastDay : try first.adding(months: 1, monthEnd: .refuse).adding(days: -1)
  }
}
