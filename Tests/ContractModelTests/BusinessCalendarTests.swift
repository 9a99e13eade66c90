import ContractModel
import TestSupport
import Testing

@Suite struct BusinessCalendarTests {
  /// Two years with a holiday on a Tuesday, two beside a weekend, one on a Sunday, and a Saturday
  /// worked.
  static let office = BusinessCalendar(
    name: "office", weekend: .saturdayAndSunday,
    holidays: [
      "2014-01-01", "2013-12-25", "2013-12-25", "2013-11-29", "2014-04-21", "2013-12-01",
    ].map(date),
    workingDays: [date("2013-12-07")],
    covers: date("2013-01-01")...date("2014-12-31"))

  @Test func keepsItsDaysInOrderAndOnce() {
    #expect(
      Self.office.holidays.map(\.text) == [
        "2013-11-29", "2013-12-01", "2013-12-25", "2014-01-01", "2014-04-21",
      ])
    #expect(Self.office.contradictions.isEmpty)
  }

  @Test(arguments: [
    ("2013-10-01", true), ("2013-10-05", false), ("2013-10-06", false), ("2013-11-29", false),
    ("2013-12-01", false), ("2013-12-07", true), ("2013-12-08", false), ("2013-12-25", false),
    ("2013-01-01", true), ("2014-12-31", true),
  ])
  func knowsItsBusinessDays(_ day: String, _ expected: Bool) throws {
    #expect(try Self.office.isBusinessDay(date(day)) == expected)
  }

  @Test func letsAWorkingDayWinOverAHoliday() throws {
    let day = date("2013-10-01")
    let calendar = BusinessCalendar(
      name: "odd", weekend: .saturdayAndSunday, holidays: [day], workingDays: [day],
      covers: day...day)
    #expect(calendar.contradictions == [day])
    #expect(try calendar.isBusinessDay(day))
  }

  @Test(arguments: [
    ("2013-10-01", "2013-10-01", 0), ("2013-10-01", "2013-10-02", 1),
    ("2013-10-04", "2013-10-06", 0),
    ("2013-10-04", "2013-10-07", 1), ("2013-11-27", "2013-12-02", 2),
    ("2013-12-06", "2013-12-09", 2),
    ("2013-12-20", "2014-01-02", 7), ("2013-10-02", "2013-10-01", 0),
    ("2012-12-31", "2013-01-01", 1),
  ])
  func countsBusinessDays(_ start: String, _ end: String, _ count: Int) throws {
    #expect(try Self.office.businessDays(after: date(start), through: date(end)) == count)
  }

  @Test(arguments: [
    ("2013-10-01", 0, "2013-10-01"), ("2013-10-05", 0, "2013-10-05"),
    ("2013-10-04", 1, "2013-10-07"),
    ("2013-10-05", 1, "2013-10-07"), ("2013-11-28", 1, "2013-12-02"),
    ("2013-12-06", 1, "2013-12-07"),
    ("2013-12-24", 5, "2014-01-02"), ("2013-10-07", -1, "2013-10-04"),
    ("2013-12-02", -1, "2013-11-28"),
    ("2014-01-02", -5, "2013-12-24"), ("2012-12-31", 1, "2013-01-01"),
    ("2015-01-01", -1, "2014-12-31"),
  ])
  func findsADateSoManyBusinessDaysAway(_ start: String, _ count: Int, _ end: String) throws {
    #expect(try Self.office.date(count, businessDaysAfter: date(start)) == date(end))
    #expect(try Self.office.date(-count, businessDaysBefore: date(start)) == date(end))
  }

  @Test(arguments: [
    ("2013-10-01", "2013-10-01", "2013-10-01"), ("2013-10-05", "2013-10-07", "2013-10-04"),
    ("2013-11-29", "2013-12-02", "2013-11-28"), ("2013-12-25", "2013-12-26", "2013-12-24"),
    ("2013-12-08", "2013-12-09", "2013-12-07"),
  ])
  func movesToABusinessDay(_ day: String, _ following: String, _ preceding: String) throws {
    #expect(try Self.office.firstBusinessDay(onOrAfter: date(day)) == date(following))
    #expect(try Self.office.lastBusinessDay(onOrBefore: date(day)) == date(preceding))
  }

  @Test func saysNothingOfDaysItDoesNotCover() {
    let office = Self.office
    func outside(_ day: String) -> DateFailure { .outsideCalendar(date(day), calendar: "office") }
    #expect(throws: outside("2012-12-31")) { try office.isBusinessDay(date("2012-12-31")) }
    #expect(throws: outside("2015-01-01")) { try office.isBusinessDay(date("2015-01-01")) }
    #expect(throws: outside("2012-12-31")) {
      try office.businessDays(after: date("2012-12-30"), through: date("2013-01-02"))
    }
    #expect(throws: outside("2015-01-01")) {
      try office.businessDays(after: date("2014-12-30"), through: date("2015-01-01"))
    }
    #expect(throws: outside("2015-01-01")) {
      try office.date(2, businessDaysAfter: date("2014-12-30"))
    }
    #expect(throws: outside("2015-01-01")) {
      try office.date(.max, businessDaysAfter: date("2014-12-30"))
    }
    #expect(throws: outside("2012-12-31")) {
      try office.date(.min, businessDaysAfter: date("2013-01-30"))
    }
    #expect(throws: outside("2012-12-31")) {
      try office.date(2, businessDaysBefore: date("2013-01-02"))
    }
    #expect(throws: outside("2015-01-01")) {
      try office.firstBusinessDay(onOrAfter: date("2015-01-01"))
    }
    #expect(throws: outside("2012-12-31")) {
      try office.lastBusinessDay(onOrBefore: date("2012-12-31"))
    }
    #expect(throws: DateFailure.outOfRange) {
      try office.date(1, businessDaysAfter: .last)
    }
  }

  @Test func endsWhenEveryDayIsOff() {
    let idle = BusinessCalendar(
      name: "idle", weekend: WeekdaySet(rawValue: 0xff), holidays: [], workingDays: [],
      covers: .first ... .last)
    #expect(throws: DateFailure.outsideCalendar(.last, calendar: "idle")) {
      try idle.firstBusinessDay(onOrAfter: date("2013-10-01"))
    }
    #expect(throws: DateFailure.outsideCalendar(.first, calendar: "idle")) {
      try idle.lastBusinessDay(onOrBefore: date("2013-10-01"))
    }
  }

  /// The oracle asks day by day, by weekday and list.
  @Test func countsAsOneDoesDayByDay() throws {
    var random = SplitMix64.forLaw("business days", seed: 5)
    for _ in 0..<200 {
      let start = random.date()
      let covers = try start...start.adding(days: 60)
      let days = try (0...60).map { count throws in try start.adding(days: count) }
      let holidays = days.filter { _ in random.next() % 6 == 0 }
      let working = days.filter { _ in random.next() % 9 == 0 }
      let weekend = WeekdaySet(rawValue: UInt8(truncatingIfNeeded: random.next() & random.next()))
      let calendar = BusinessCalendar(
        name: "random", weekend: weekend, holidays: holidays.reversed(), workingDays: working,
        covers: covers)
      let business = days.filter {
        working.contains($0) || !(weekend.contains($0.weekday) || holidays.contains($0))
      }
      #expect(try days.filter { day throws in try calendar.isBusinessDay(day) } == business)
      for _ in 0..<20 {
        let (first, last) = (
          days[Int(random.next() % 61)], days[Int(random.next() % 61)]
        )
        let counted = business.filter { $0 > first && $0 <= last }
        #expect(try calendar.businessDays(after: first, through: last) == counted.count)
        let later = business.filter { $0 > first }
        if let end = later.last {
          #expect(try calendar.date(later.count, businessDaysAfter: first) == end)
          #expect(try calendar.date(1, businessDaysAfter: first) == later[0])
        }
        let earlier = business.filter { $0 < first }
        if let end = earlier.first {
          #expect(try calendar.date(earlier.count, businessDaysBefore: first) == end)
        }
      }
    }
  }
}

@Suite struct DaySpanTests {
  @Test(arguments: [
    ("2013-10-01", "2013-12-01", 61, 62, 42, 43), ("2013-10-01", "2013-10-01", 0, 1, 0, 1),
    ("2013-10-05", "2013-10-05", 0, 1, 0, 0), ("2013-10-02", "2013-10-01", 0, 0, 0, 0),
    ("2013-10-09", "2013-10-01", 0, 0, 0, 0), ("2013-10-04", "2013-10-07", 3, 4, 1, 2),
  ])
  func countsDays(
    _ start: String, _ end: String, _ calendarDays: Int, _ withStart: Int, _ businessDays: Int,
    _ businessDaysWithStart: Int
  ) throws {
    func count(_ kind: DayKind, _ isStartIncluded: Bool) throws -> Int {
      try DaySpan.count(
        kind: kind, from: date(start), through: date(end), isStartIncluded: isStartIncluded,
        calendar: BusinessCalendarTests.office)
    }
    #expect(try count(.calendar, false) == calendarDays)
    #expect(try count(.calendar, true) == withStart)
    #expect(try count(.business, false) == businessDays)
    #expect(try count(.business, true) == businessDaysWithStart)
  }

  @Test func needsACalendarForBusinessDaysOnly() throws {
    let day = date("2013-10-01")
    #expect(throws: DateFailure.outsideCalendar(day, calendar: "")) {
      try DaySpan.count(
        kind: .business, from: day, through: day, isStartIncluded: true, calendar: nil)
    }
    let count = try DaySpan.count(
      kind: .calendar, from: .first, through: .last, isStartIncluded: true, calendar: nil)
    #expect(count == 3_652_059)
  }

  @Test(arguments: [(0, 0), (1, 1), (7, 1), (8, 2), (14, 2), (15, 3), (-3, 0), (Int.min, 0)])
  func startsAWeekWithItsFirstDay(_ days: Int, _ weeks: Int) {
    #expect(DaySpan.startedWeeks(days: days) == weeks)
    #expect(DaySpan.startedWeeks(days: .max) == Int.max / 7)
  }
}
