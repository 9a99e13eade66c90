/// A day of the proleptic Gregorian calendar, in the years 0001 to 9999, of no time zone.
package struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01, from −719162 to 2932896.
  package let dayNumber: Int32

  /// Makes the day with a number, which must be that of a day from `first` to `last`.
  package init(dayNumber: Int32) {
    precondition(
      Self.dayNumbers.contains(dayNumber), "a date lies within the years 0001 to 9999")
    self.dayNumber = dayNumber
  }

  /// Makes the day of a year 1 to 9999 and a month 1 to 12; `nil` if there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard let month = YearMonth(year: year, month: month), day >= 1, day <= month.dayCount else {
      return nil
    }
    dayNumber = Self.dayNumber(year: year, month: month.month, day: day)
  }

  /// The earliest date, 0001-01-01.
  package static let first = CivilDate(dayNumber: -719_162)
  /// The latest date, 9999-12-31.
  package static let last = CivilDate(dayNumber: 2_932_896)

  private static let dayNumbers: ClosedRange<Int32> = -719_162...2_932_896

  /// The year, 1 to 9999.
  package var year: Int { parts.year }
  /// The month, 1 to 12.
  package var month: Int { parts.month }
  /// The day of the month, from 1.
  package var day: Int { parts.day }

  /// The day of the week.
  package var weekday: Weekday {
    Weekday.allCases[(Int(dayNumber) + Self.mondayOffset) % 7]
  }

  /// The date as `2013-10-01`.
  package var text: String {
    let (year, month, day) = parts
    let hyphen = UInt8(ascii: "-")
    func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }
    let bytes = [
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), hyphen,
      digit(month / 10), digit(month), hyphen, digit(day / 10), digit(day),
    ]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How many bytes the text of a date has.
  package static let textLength = 10

  /// Reads a whole text of the form `YYYY-MM-DD` in ASCII digits; `nil` for any other text and for
  /// days that do not exist.
  package static func parsing<Bytes: Collection>(_ bytes: Bytes) -> CivilDate?
  where Bytes.Element == UInt8 {
    parsing(Array(bytes).span)
  }

  /// Reads the same of the text of most dates, whose bytes are then looked at without a detour.
  package static func parsing(_ bytes: String.UTF8View) -> CivilDate? { parsing(bytes.span) }

  /// Reads the same of a part of a file.
  package static func parsing(_ bytes: ArraySlice<UInt8>) -> CivilDate? { parsing(bytes.span) }

  private static func parsing(_ bytes: Span<UInt8>) -> CivilDate? {
    let hyphen = UInt8(ascii: "-")
    guard bytes.count == textLength, bytes[4] == hyphen, bytes[7] == hyphen,
      let year = number(bytes, 0..<4), let month = number(bytes, 5..<7),
      let day = number(bytes, 8..<10)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// Returns what some digits come to; nil where there are others among them.
  private static func number(_ bytes: Span<UInt8>, _ digits: Range<Int>) -> Int? {
    var number = 0
    for place in digits {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// Returns the number of days from this date to another, negative if that is earlier.
  package func days(to other: CivilDate) -> Int { Int(other.dayNumber) - Int(dayNumber) }

  /// Returns the date so many days later, or earlier if `count` is negative; throws `outOfRange`.
  package func adding(days count: Int) throws(DateFailure) -> CivilDate {
    let (sum, overflows) = Int(dayNumber).addingReportingOverflow(count)
    guard !overflows, let number = Int32(exactly: sum), Self.dayNumbers.contains(number) else {
      throw .outOfRange
    }
    return CivilDate(dayNumber: number)
  }

  /// Returns a number in decimal digits with zeros in front up to a width.
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Makes every day number positive and that of a Monday a multiple of seven.
  static let mondayOffset = 719_169

  // Years are counted from 1 March, so that a leap day is the last day of its year; 400 such years
  // are an era of 146,097 days, and 719,468 days lie between 0000-03-01 and 1970-01-01.

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let year = month > 2 ? year : year - 1
    let (era, yearOfEra) = year.quotientAndRemainder(dividingBy: 400)
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  private var parts: (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = (Int(dayNumber) + 719_468).quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension CivilDate: Comparable {
  /// Orders by time.
  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}

extension ByteReader {
  /// Takes `YYYY-MM-DD` and returns the day, or `nil` if it is no such text or no such day.
  mutating func date() -> CivilDate? {
    guard let year = number(digits: 4), take(UInt8(ascii: "-")),
      let month = number(digits: 2), take(UInt8(ascii: "-")),
      let day = number(digits: 2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}
