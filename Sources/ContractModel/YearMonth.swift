/// A month of a year, in the years 0001 to 9999.
package struct YearMonth: Hashable, Sendable {
  /// The year, 1 to 9999.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int

  /// Makes a month; `nil` if the year is not 1 to 9999 or the month not 1 to 12.
  package init?(year: Int, month: Int) {
    guard year >= 1, year <= 9999, month >= 1, month <= 12 else { return nil }
    self.year = year
    self.month = month
  }

  /// Makes the month that a date is in.
  package init(containing date: CivilDate) {
    year = date.year
    month = date.month
  }

  /// The number of days, 28 to 31.
  package var dayCount: Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The first day of the month.
  package var firstDay: CivilDate { day(1) }
  /// The last day of the month, the 28th to the 31st.
  package var lastDay: CivilDate { day(dayCount) }

  /// The month as `2013-10`.
  package var text: String {
    "\(CivilDate.padded(year, to: 4))-\(CivilDate.padded(month, to: 2))"
  }

  /// Reads a whole text of the form `YYYY-MM` in ASCII digits; `nil` for any other text.
  package static func parsing<Bytes: Collection>(_ bytes: Bytes) -> YearMonth?
  where Bytes.Element == UInt8 {
    var reader = ByteReader(Array(bytes)[...])
    guard let year = reader.number(digits: 4), reader.take(UInt8(ascii: "-")),
      let month = reader.number(digits: 2), reader.isAtEnd
    else { return nil }
    return YearMonth(year: year, month: month)
  }

  /// Returns the month so many months later, or earlier if negative; throws `outOfRange`.
  package func adding(months count: Int) throws(DateFailure) -> YearMonth {
    let (sum, overflows) = index.addingReportingOverflow(count)
    guard !overflows, sum >= 12, let result = YearMonth(year: sum / 12, month: sum % 12 + 1)
    else { throw .outOfRange }
    return result
  }

  /// Returns the number of months from this one to another, negative if that is earlier.
  package func months(to other: YearMonth) -> Int { other.index - index }

  /// Returns a day of this month, which must have it.
  func day(_ day: Int) -> CivilDate {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("a month has the day asked for")
    }
    return date
  }

  /// Months since January of the year 0.
  private var index: Int { year * 12 + month - 1 }
}

extension YearMonth: Comparable {
  /// Orders by time.
  package static func < (left: YearMonth, right: YearMonth) -> Bool { left.index < right.index }
}
