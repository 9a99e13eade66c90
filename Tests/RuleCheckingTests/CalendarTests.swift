import ContractModel
import RuleChecking
import SourceText
import TestSupport
import Testing

@Suite struct Calendars {
  private let good = """
    calendar office {
      weekend saturday, sunday
      holidays 2013-11-11, 2013-11-28
      holidays 2013-12-25
      yearly "New Year's Day" january 1 since 2014
      yearly "Labor Day" first monday of september
      observed nearest-weekday
      working 2013-12-21
      covers 2013-01-01 through 2014-12-31
    }
    """

  @Test func readsEveryDay() throws {
    let reading = ContractReading(good)
    #expect(reading.syntaxMistakes.isEmpty && reading.mistakes.isEmpty)
    let calendar = try #require(reading.calendars.first)
    #expect(calendar.name == "office")
    #expect(calendar.weekend == .saturdayAndSunday)
    #expect(
      calendar.holidays.map(\.text) == [
        "2013-09-02", "2013-11-11", "2013-11-28", "2013-12-25", "2014-01-01", "2014-09-01",
      ])
    #expect(calendar.workingDays.map(\.text) == ["2013-12-21"])
    #expect(calendar.covers.lowerBound.text == "2013-01-01")
    #expect(calendar.covers.upperBound.text == "2014-12-31")
  }

  @Test func canHaveNoWeekend() throws {
    let reading = ContractReading(good.replacing("weekend saturday, sunday", with: "weekend none"))
    #expect(reading.mistakes.isEmpty)
    #expect(reading.calendars.first?.weekend == [])
  }

  @Test func isKnownToTheContractsOfItsFile() {
    let text = good + "\ncontract sample \"Sample\" {\n calendar office\n}"
    let reading = ContractReading(text)
    #expect(reading.contracts.first?.contract.calendar?.name == "office")
    #expect(!reading.mistakes.contains { $0.id == .unknownCalendar })
  }

  @Test(arguments: [
    (DiagnosticID.unknownValue, "saturday, sunday", "saturday, «sonday»"),
    (.missingValue, "weekend saturday, sunday", "«weekend»"),
    (.unexpectedValue, "weekend saturday, sunday", "weekend saturday «sunday»"),
    (.holidayWorked, "2013-12-21", "«2013-12-25»"),
    (.dayOutsideCalendar, "2013-12-21", "«2015-12-21»"),
    (.needsOneDay, "2013-12-21", "«2013-12»"),
    (.wrongType, "2013-12-21", "«christmas»"),
    (.missingValue, "working 2013-12-21", "«working»"),
    (.momentForADay, "2013-12-21", "«2013-12-21T09:00:00Z»"),
    (.emptyRange, "covers 2013-01-01 through 2014-12-31", "«covers 2014-12-31 through 2013-01-01»"),
    (.missingValue, "covers 2013-01-01 through 2014-12-31", "«covers 2013-01-01»"),
    (.unknownContractWord, "working", "«worked»"),
    (.missingValue, "yearly \"Labor Day\" first monday of september", "«yearly»"),
    (
      .missingValue, "yearly \"Labor Day\" first monday of september", "«yearly \"Labor Day\"»"
    ),
    (.wrongType, "\"Labor Day\"", "«labor-day»"),
    (.unknownValue, "first monday", "«fifth» monday"),
    (.unknownValue, "first monday", "first «mondy»"),
    (.wrongType, "monday of september", "monday «in» september"),
    (.unknownValue, "of september", "of «septembre»"),
    (.noSuchDay, "january 1", "january «32»"),
    (.wrongType, "january 1", "january «1.5»"),
    (.wrongType, "january 1", "january «1 week»"),
    (.wrongType, "since 2014", "since «2014-01-01»"),
    (.emptyRange, "since 2014", "«since 2014 until 2013»"),
    (.unexpectedValue, "since 2014", "since 2014 «2015»"),
    (.unknownValue, "nearest-weekday", "«next-weekday»"),
    (.statedTwice, "observed", "observed nearest-weekday\n  «observed»"),
    (.missingValue, "calendar office", "«calendar»"),
  ])
  func reportsAMistake(_ id: DiagnosticID, _ part: String, _ replacement: String) {
    let source = MarkedSource(good.replacing(part, with: replacement))
    let reading = ContractReading(source.text)
    #expect(reading.mistakes.map(\.id) == [id])
    #expect(reading.mistakes.map(\.range) == source.ranges)
    #expect(reading.calendars.isEmpty)
  }

  @Test(arguments: ["weekend saturday, sunday", "covers 2013-01-01 through 2014-12-31"])
  func reportsAMissingLine(_ line: String) {
    let text = good.replacing(line, with: "").replacing(
      "calendar office", with: "«calendar office»")
    let source = MarkedSource(text)
    let reading = ContractReading(source.text)
    #expect(reading.mistakes.map(\.id) == [.missingLine])
    #expect(reading.mistakes.map(\.range) == source.ranges)
  }

  @Test func saysWhenYearlyHolidaysAreObservedOnlyWhereThereAreSome() {
    let source = MarkedSource(
      "calendar office {\n weekend none\n «observed» nearest-weekday\n"
        + " covers 2013-01-01 through 2014-12-31\n}")
    let reading = ContractReading(source.text)
    #expect(reading.mistakes.map(\.id) == [.observedWithoutYearly])
    #expect(reading.mistakes.map(\.range) == source.ranges)
  }

  @Test func endsWhereYearlyHolidaysComeToTooManyDays() {
    let source = MarkedSource(
      "calendar office {\n weekend none\n «yearly» \"A\" january 1\n yearly \"B\" july 1\n"
        + " covers 0001-01-01 through 9999-12-31\n}")
    let reading = ContractReading(source.text)
    #expect(reading.mistakes.map(\.id) == [.tooManyHolidays])
    #expect(reading.mistakes.map(\.range) == source.ranges)
  }
}
