import ContractModel
import Testing

@Suite struct YearlyHolidays {
  private static let always = 1...9999

  @Test(arguments: [
    (YearlyHoliday.Rule.day(25, month: 12), 2013, "2013-12-25"),
    (.weekday(.monday, number: 1, month: 9), 2013, "2013-09-02"),
    (.weekday(.thursday, number: 4, month: 11), 2013, "2013-11-28"),
    (.weekday(.sunday, number: 1, month: 9), 2013, "2013-09-01"),
    (.weekday(.saturday, number: 4, month: 2), 2014, "2014-02-22"),
    (.lastWeekday(.monday, month: 5), 2013, "2013-05-27"),
    (.lastWeekday(.friday, month: 5), 2013, "2013-05-31"),
    (.lastWeekday(.friday, month: 12), 9999, "9999-12-31"),
    (.day(29, month: 2), 2012, "2012-02-29"),
  ])
  func findsItsDay(_ rule: YearlyHoliday.Rule, _ year: Int, _ day: String) {
    #expect(YearlyHoliday(rule, in: Self.always).day(in: year)?.text == day)
  }

  @Test func hasNoDayInSomeYears() {
    #expect(YearlyHoliday(.day(29, month: 2), in: Self.always).day(in: 2013) == nil)
    #expect(YearlyHoliday(.day(19, month: 6), in: 2021...9999).day(in: 2020) == nil)
  }

  @Test(arguments: [
    ("2010-01-01", "2010-12-31", ["2010-01-01", "2010-12-31"]),
    ("2011-01-01", "2011-12-31", []), ("2010-12-31", "2010-12-31", ["2010-12-31"]),
    ("2022-12-01", "2023-01-31", ["2023-01-02"]),
    ("0001-01-01", "0001-12-31", ["0001-01-01"]), ("9999-12-01", "9999-12-31", ["9999-12-31"]),
  ])
  func isObservedInTheYearBeside(_ first: String, _ last: String, _ days: [String]) {
    let month = last.hasPrefix("9999") ? 12 : 1
    let holiday = YearlyHoliday(.day(month == 12 ? 31 : 1, month: month), in: Self.always)
    let found = holiday.daysOff(in: date(first)...date(last), observed: .nearestWeekday)
    #expect(found.map(\.text) == days)
  }

  @Test func countsYearsByItsOwnDay() {
    let holiday = YearlyHoliday(.day(1, month: 1), in: 2011...2011)
    let span = date("2000-01-01")...date("2020-12-31")
    #expect(holiday.daysOff(in: span, observed: .nearestWeekday).map(\.text) == ["2010-12-31"])
    #expect(holiday.daysOff(in: span, observed: nil).map(\.text) == ["2011-01-01"])
    let later = date("2013-01-01")...date("2020-12-31")
    #expect(holiday.daysOff(in: later, observed: nil).isEmpty)
  }
}

@Suite struct BusinessDayChoices {
  private static let weekdays = BusinessCalendar(
    name: "weekdays", weekend: .saturdayAndSunday, holidays: [date("2013-12-31")], workingDays: [],
    covers: date("2013-01-01")...date("2014-08-30"))

  @Test(arguments: [
    ("2013-11-27", "2013-11-27", "2013-11-27", "2013-11-27"),
    ("2013-11-30", "2013-12-02", "2013-11-29", "2013-11-29"),
    ("2013-11-02", "2013-11-04", "2013-11-01", "2013-11-04"),
    ("2013-12-31", "2014-01-01", "2013-12-30", "2013-12-30"),
    ("2014-05-31", "2014-06-02", "2014-05-30", "2014-05-30"),
  ])
  func stand(_ day: String, _ following: String, _ preceding: String, _ within: String) throws {
    let found = try [BusinessDayChoice.following, .preceding, .followingWithinMonth].map {
      try Self.weekdays.businessDay($0, for: date(day)).text
    }
    #expect(found == [following, preceding, within])
  }

  @Test func doNotGoBackWhereTheMonthIsNotKnownToItsEnd() {
    let beyond = DateFailure.outsideCalendar(date("2014-08-31"), calendar: "weekdays")
    #expect(throws: beyond) {
      try Self.weekdays.businessDay(.followingWithinMonth, for: date("2014-08-30"))
    }
  }

  @Test func goBackOnTheLastDayOfAll() throws {
    let calendar = BusinessCalendar(
      name: "short", weekend: .saturdayAndSunday, holidays: [], workingDays: [],
      covers: date("2013-11-01")...date("2013-11-30"))
    let found = try calendar.businessDay(.followingWithinMonth, for: date("2013-11-30"))
    #expect(found.text == "2013-11-29")
  }
}
