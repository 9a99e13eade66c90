import ContractModel
import RuleChecking
import Testing

/// The calendars of the library, against days known from elsewhere.
@Suite struct ShippedCalendars {
  private static func calendar(_ name: String) throws -> BusinessCalendar {
    let reading = RuleReading([try RuleReading.file("Rules/calendars/\(name).rules")])
    #expect(reading.report == "")
    let calendar = try #require(reading.book.calendars.first)
    #expect(calendar.name == name && reading.book.calendars.count == 1)
    return calendar
  }

  private static func day(_ text: String) throws -> CivilDate {
    try #require(CivilDate.parsing(text.utf8))
  }

  /// As the Office of Personnel Management lists them, by the day on which they are taken.
  @Test(arguments: [
    (
      2011,
      [
        "2011-01-17", "2011-02-21", "2011-05-30", "2011-07-04", "2011-09-05", "2011-10-10",
        "2011-11-11", "2011-11-24", "2011-12-26",
      ]
    ),
    (
      2013,
      [
        "2013-01-01", "2013-01-21", "2013-02-18", "2013-05-27", "2013-07-04", "2013-09-02",
        "2013-10-14", "2013-11-11", "2013-11-28", "2013-12-25",
      ]
    ),
    (
      2014,
      [
        "2014-01-01", "2014-01-20", "2014-02-17", "2014-05-26", "2014-07-04", "2014-09-01",
        "2014-10-13", "2014-11-11", "2014-11-27", "2014-12-25",
      ]
    ),
    (
      2021,
      [
        "2021-01-01", "2021-01-18", "2021-02-15", "2021-05-31", "2021-06-18", "2021-07-05",
        "2021-09-06", "2021-10-11", "2021-11-11", "2021-11-25", "2021-12-24", "2021-12-31",
      ]
    ),
  ])
  func federalHolidaysAreTakenOnTheirDays(_ year: Int, _ days: [String]) throws {
    let calendar = try Self.calendar("us-federal")
    #expect(calendar.holidays.filter { $0.year == year }.map(\.text) == days)
  }

  @Test func newYearsDayOf2011IsTakenIn2010() throws {
    let calendar = try Self.calendar("us-federal")
    #expect(try !calendar.isBusinessDay(try Self.day("2010-12-31")))
    #expect(try calendar.isBusinessDay(try Self.day("2011-01-03")))
  }

  @Test func holidaysBeginWithTheirLaws() throws {
    let calendar = try Self.calendar("us-federal")
    #expect(try calendar.isBusinessDay(try Self.day("1985-01-21")))
    #expect(try !calendar.isBusinessDay(try Self.day("1986-01-20")))
    #expect(try calendar.isBusinessDay(try Self.day("2020-06-19")))
  }

  @Test(arguments: [
    ("2013-11-02", "2013-11-04"), ("2013-11-11", "2013-11-12"), ("2013-12-25", "2013-12-26"),
    ("2013-11-28", "2013-11-29"), ("2013-11-30", "2013-12-02"),
  ])
  func aDayOffMovesOn(_ day: String, _ next: String) throws {
    let calendar = try Self.calendar("us-federal")
    #expect(try calendar.businessDay(.following, for: try Self.day(day)).text == next)
  }

  @Test func sayNothingBeyondTheirReach() throws {
    let federal = try Self.calendar("us-federal")
    let beyond = try Self.day("2031-01-01")
    #expect(throws: DateFailure.outsideCalendar(beyond, calendar: "us-federal")) {
      try federal.isBusinessDay(beyond)
    }
    let ukraine = try Self.calendar("ukraine-procurement")
    let before = try Self.day("2015-04-30")
    #expect(throws: DateFailure.outsideCalendar(before, calendar: "ukraine-procurement")) {
      try ukraine.isBusinessDay(before)
    }
  }

  /// The last weekend of 2019 was moved: Saturday the 28th was worked, Monday and Tuesday were not.
  @Test func someSaturdaysAreWorked() throws {
    let calendar = try Self.calendar("ukraine-procurement")
    #expect(calendar.workingDays.count == 18)
    #expect(calendar.workingDays.allSatisfy { $0.weekday == .saturday })
    let (first, last) = (try Self.day("2019-12-23"), try Self.day("2020-01-08"))
    #expect(try calendar.businessDays(from: first, through: last) == 8)
    #expect(
      try calendar.date(1, businessDaysAfter: try Self.day("2019-12-28")).text == "2020-01-02")
  }

  @Test func twoOfOneNameAreAMistake() {
    let calendar = "{\n  weekend none\n  covers 2013-01-01 through 2013-12-31\n}"
    RuleReading.expect(.declaredTwice, "calendar office \(calendar)\ncalendar «office» \(calendar)")
  }
}
