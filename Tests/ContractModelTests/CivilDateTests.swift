import ContractModel
import TestSupport
import Testing

@Suite struct CivilDateTests {
  @Test(
    arguments: [
      ("1970-01-01", 0, .thursday), ("2013-10-01", 15_979, .tuesday),
      ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
      ("2000-02-29", 11_016, .tuesday), ("1969-12-31", -1, .wednesday),
      ("2024-02-29", 19_782, .thursday), ("1900-03-01", -25_508, .thursday),
    ] as [(String, Int32, Weekday)])
  func isADayNumber(_ row: (String, Int32, Weekday)) {
    #expect(date(row.0).dayNumber == row.1)
    #expect(date(row.0).weekday == row.2)
    #expect(CivilDate(dayNumber: row.1).text == row.0)
  }

  @Test(arguments: [
    "", "2023-02-29", "1900-02-29", "2100-02-29", "2024-02-30", "2024-04-31", "2024-13-01",
    "2024-00-01", "2024-01-00", "2024-01-32", "0000-01-01", "10000-01-01", "-2024-01-01",
    "2024-1-01", "2024-01-1", "24-01-01", "20240101", "2024/01/01", "2024-01-01 ", " 2024-01-01",
    "2024-01-01T", "2024-W01-1", "2024-001", "+2024-01-01", "２024-01-01", "2024‑01‑01",
    "2024-01-0a",
  ])
  func refusesWhatIsNoDate(_ text: String) {
    #expect(CivilDate.parsing(text.utf8) == nil)
  }

  @Test func refusesPartsThatAreNoDate() {
    #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 0, month: 1, day: 1) == nil)
    #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CivilDate(year: .max, month: .min, day: .max) == nil)
    #expect(CivilDate(year: 2024, month: 2, day: 29) == date("2024-02-29"))
  }

  @Test func addsDays() throws {
    #expect(try date("2024-02-28").adding(days: 1) == date("2024-02-29"))
    #expect(try date("2023-02-28").adding(days: 1) == date("2023-03-01"))
    #expect(try date("2014-01-01").adding(days: -1) == date("2013-12-31"))
    #expect(try CivilDate.first.adding(days: 3_652_058) == .last)
    #expect(throws: DateFailure.outOfRange) { try CivilDate.last.adding(days: 1) }
    #expect(throws: DateFailure.outOfRange) { try CivilDate.first.adding(days: -1) }
    #expect(throws: DateFailure.outOfRange) { try date("2013-10-01").adding(days: .max) }
    #expect(throws: DateFailure.outOfRange) { try date("1913-10-01").adding(days: .min) }
    #expect(date("2013-10-01").days(to: date("2013-12-01")) == 61)
    #expect(date("2013-12-01").days(to: date("2013-10-01")) == -61)
  }

  /// Walks 400 years day by day with a calendar that only counts.
  @Test func goesRoundForFourHundredYears() {
    var (year, month, day) = (1800, 1, 1)
    var current = date("1800-01-01")
    var weekday = Weekday.wednesday
    while year < 2200 {
      let parts = (current.year, current.month, current.day)
      let again = CivilDate(year: year, month: month, day: day)
      if parts != (year, month, day) || again != current || current.weekday != weekday
        || CivilDate.parsing(current.text.utf8) != current
      {
        Issue.record("\(year)-\(month)-\(day) is not what it was")
      }
      day += 1
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      if day > [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] {
        (month, day) = (month + 1, 1)
      }
      if month > 12 { (year, month) = (year + 1, 1) }
      weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
      current = CivilDate(dayNumber: current.dayNumber + 1)
    }
  }

  @Test func namesTheDaysOfTheWeek() {
    #expect(
      Weekday.allCases.map(\.name) == [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
      ])
    let weekend = WeekdaySet.saturdayAndSunday
    #expect(Weekday.allCases.filter { weekend.contains($0) } == [.saturday, .sunday])
  }
}

@Suite struct YearMonthTests {
  @Test(arguments: [
    ("2013-10", "2013-10-01", "2013-10-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"), ("2000-02", "2000-02-01", "2000-02-29"),
    ("0001-01", "0001-01-01", "0001-01-31"), ("9999-12", "9999-12-01", "9999-12-31"),
    ("2013-11", "2013-11-01", "2013-11-30"),
  ])
  func hasAFirstAndALastDay(_ text: String, _ first: String, _ last: String) throws {
    let month = try #require(YearMonth.parsing(text.utf8))
    #expect(month.firstDay == date(first))
    #expect(month.lastDay == date(last))
    #expect(month.text == text)
    #expect(YearMonth(containing: date(last)) == month)
  }

  @Test(arguments: ["", "2013", "2013-1", "2013-13", "2013-00", "0000-01", "2013-10-01", "201310"])
  func refusesWhatIsNoMonth(_ text: String) {
    #expect(YearMonth.parsing(text.utf8) == nil)
  }

  @Test func addsMonths() throws {
    let month = YearMonth(containing: date("2013-10-05"))
    #expect(try month.adding(months: 3).text == "2014-01")
    #expect(try month.adding(months: -10).text == "2012-12")
    #expect(try month.adding(months: -10) < month)
    #expect(try month.months(to: month.adding(months: 77)) == 77)
    let first = YearMonth(containing: .first)
    #expect(throws: DateFailure.outOfRange) { try first.adding(months: -1) }
    #expect(throws: DateFailure.outOfRange) { try month.adding(months: .max) }
    #expect(throws: DateFailure.outOfRange) { try month.adding(months: .min) }
    #expect(throws: DateFailure.outOfRange) {
      try YearMonth(containing: .last).adding(months: 1)
    }
  }
}

@Suite struct MonthEndTests {
  @Test(arguments: [
    ("2013-01-31", 1, "2013-02-28", "2013-03-01"), ("2024-01-30", 1, "2024-02-29", "2024-03-01"),
    ("2013-05-31", 1, "2013-06-30", "2013-07-01"), ("2013-03-31", -1, "2013-02-28", "2013-03-01"),
    ("2024-02-29", 12, "2025-02-28", "2025-03-01"), ("2012-10-31", 13, "2013-11-30", "2013-12-01"),
  ])
  func followsThePolicy(_ start: String, _ months: Int, _ clamped: String, _ spilt: String) throws {
    #expect(try date(start).adding(months: months, monthEnd: .clamp) == date(clamped))
    #expect(try date(start).adding(months: months, monthEnd: .spill) == date(spilt))
    #expect(throws: DateFailure.ambiguousMonthEnd(date(start), months: months)) {
      try date(start).adding(months: months, monthEnd: .refuse)
    }
  }

  @Test(arguments: [
    ("2013-01-28", 1, "2013-02-28"), ("2024-01-29", 1, "2024-02-29"),
    ("2013-01-31", 2, "2013-03-31"), ("2013-12-31", 0, "2013-12-31"),
    ("2013-12-15", 1, "2014-01-15"), ("2024-02-29", 48, "2028-02-29"),
    ("2013-12-31", -12, "2012-12-31"),
  ])
  func doesNotMatterElsewhere(_ start: String, _ months: Int, _ end: String) throws {
    for policy in MonthEndPolicy.allCases {
      #expect(try date(start).adding(months: months, monthEnd: policy) == date(end))
    }
  }

  @Test func staysWithinTheYears() {
    for policy in MonthEndPolicy.allCases {
      #expect(throws: DateFailure.outOfRange) {
        try CivilDate.last.adding(months: 1, monthEnd: policy)
      }
      #expect(throws: DateFailure.outOfRange) {
        try CivilDate.first.adding(months: .min, monthEnd: policy)
      }
    }
  }

  @Test(arguments: [
    ("2013-01-31", "2013-02-27", 0, 0), ("2013-01-31", "2013-02-28", 1, 0),
    ("2013-01-31", "2013-03-01", 1, 1), ("2013-01-31", "2013-03-30", 1, 1),
    ("2013-01-31", "2013-03-31", 2, 2), ("2013-01-15", "2014-01-14", 11, 11),
    ("2013-01-15", "2014-01-15", 12, 12), ("2013-02-01", "2013-01-01", 0, 0),
    ("2013-02-01", "2013-02-01", 0, 0), ("0001-01-31", "9999-12-31", 119_987, 119_987),
  ])
  func countsWholeMonths(_ start: String, _ end: String, _ clamped: Int, _ spilt: Int) throws {
    let (start, end) = (date(start), date(end))
    #expect(try CivilDate.wholeMonths(after: start, through: end, monthEnd: .clamp) == clamped)
    #expect(try CivilDate.wholeMonths(after: start, through: end, monthEnd: .spill) == spilt)
    if clamped == spilt {
      #expect(try CivilDate.wholeMonths(after: start, through: end, monthEnd: .refuse) == clamped)
    } else {
      #expect(throws: DateFailure.ambiguousMonthEnd(start, months: clamped)) {
        try CivilDate.wholeMonths(after: start, through: end, monthEnd: .refuse)
      }
    }
  }

  @Test func countsTheMostMonthsThatFit() throws {
    var random = SplitMix64.forLaw("whole months", seed: 31)
    for _ in 0..<5_000 {
      let (start, end) = (random.date(), random.date())
      guard start <= end else { continue }
      for policy in [MonthEndPolicy.clamp, .spill] {
        let count = try CivilDate.wholeMonths(after: start, through: end, monthEnd: policy)
        #expect(try start.adding(months: count, monthEnd: policy) <= end)
        #expect(try start.adding(months: count + 1, monthEnd: policy) > end)
      }
    }
  }
}

@Suite struct InstantTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2013-10-01T09:00:00-04:00", 1_380_632_400),
      ("2013-10-01T13:00Z", 1_380_632_400), ("2013-10-01T18:30:00+05:30", 1_380_632_400),
      ("1969-12-31T23:59:59Z", -1), ("2013-10-01T13:00:00-00:00", 1_380_632_400),
      ("9999-12-31T23:59:59-23:59", 253_402_387_139),
      ("0001-01-01T00:00:00+23:59", -62_135_683_140),
    ] as [(String, Int64)])
  func readsATimeWithItsOffset(_ row: (String, Int64)) {
    #expect(Instant.parsing(row.0.utf8)?.secondsSinceEpoch == row.1)
  }

  @Test(arguments: [
    "", "2013-10-01", "2013-10-01T09:00:00", "2013-10-01 09:00:00Z", "2013-10-01T24:00:00Z",
    "2016-12-31T23:59:60Z", "2013-10-01T09:60:00Z", "2013-10-01T09:00:00.5Z",
    "2013-10-01T09:00:00+24:00", "2013-10-01T09:00:00+99:99", "2013-10-01T09:00:00+0400",
    "2013-10-01T09:00:00+04", "2013-10-01t09:00:00z", "2013-10-01T9:00:00Z", "2013-02-29T09:00Z",
    "2013-10-01T09:00:00Z ", "2013-10-01T09Z", "2013-10-01T09:00:Z", "2013-10-01T09:00:00ZZ",
  ])
  func refusesAnythingElse(_ text: String) {
    #expect(Instant.parsing(text.utf8) == nil)
  }

  @Test func fallsOnADateOfItsPlace() throws {
    let instant = Instant(secondsSinceEpoch: -1)
    #expect(try instant.date(offsetSeconds: 0) == date("1969-12-31"))
    #expect(try instant.date(offsetSeconds: 1) == date("1970-01-01"))
    #expect(
      try Instant(secondsSinceEpoch: 86_399).date(offsetSeconds: -86_400) == date("1969-12-31"))
    #expect(instant < Instant(secondsSinceEpoch: 0))
    #expect(throws: DateFailure.outOfRange) {
      try Instant(secondsSinceEpoch: .max).date(offsetSeconds: 1)
    }
    #expect(throws: DateFailure.outOfRange) {
      try Instant(secondsSinceEpoch: .min).date(offsetSeconds: 0)
    }
  }
}
