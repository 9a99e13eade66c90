import ContractCheck
import Testing

/// A rule that asks about a day beyond its calendar is not evaluated, and the diagnostic says why.
@Suite struct CalendarReach {
  private static let rules = SmallWorld.rules.replacing(
    "    require finding is works\n",
    with: "    require finding is works\n    require answer-by is before 2030-01-01\n"
  ).replacing(
    "  finding means", with: "  answer-by means LENGTH\n  finding means")

  private static func files(_ length: String, calendar: String?) -> [String: String] {
    let use = calendar == nil ? "" : "  calendar office\n"
    let contract = SmallWorld.contract(named: "a").replacing(
      "  records ", with: use + "  records ")
    return [
      "Rules/exchange.rules": rules.replacing("LENGTH", with: length),
      "Contracts/a/a.contract": (calendar ?? "") + contract,
      "Contracts/a/status/state.ndjson": SmallWorld.records,
    ]
  }

  private static let office =
    "calendar office {\n  weekend saturday, sunday\n  covers 2013-01-01 through 2013-12-31\n}\n"

  @Test(arguments: [
    ("first business day from 100 calendar days after milestone's due", "2014-01-09"),
    ("90 business days after milestone's due", "2014-01-01"),
    ("first business day from 92 calendar days after milestone's due within month", "2014-01-01"),
    ("2 business days before 2013-01-02", "2012-12-31"),
  ])
  func isSaidWithTheDayAndTheCalendar(_ length: String, _ day: String) async throws {
    let run = try await Program.run(
      ReportedContracts.arguments,
      in: try TemporaryFolder(Self.files(length, calendar: Self.office)))
    #expect(run.status == 2)
    let message =
      "error[outside-calendar]: 'deliverable-works' asks about \(day), "
      + "and the calendar 'office' covers 2013-01-01 through 2013-12-31\n"
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.split(separator: "\n\n").count == 1)
    let contract = try ReportJSON(run.output).contract("a")
    #expect(contract.amounts["pay"] != "5000000.00")
    #expect(String(decoding: run.output, as: UTF8.self).contains("says nothing about \(day)"))
  }

  @Test func withoutACalendarBusinessDaysAreNotCounted() async throws {
    let files = Self.files("10 business days after milestone's due", calendar: nil)
    let run = try await Program.run(
      ReportedContracts.arguments, in: try TemporaryFolder(files))
    #expect(run.status == 2)
    #expect(run.errors.contains("error[no-calendar]: 'deliverable-works'"), "\(run.errors)")
  }

  @Test func withinItsReachNothingIsSaid() async throws {
    let files = Self.files("10 business days after milestone's due", calendar: Self.office)
    let run = try await Program.run(
      ReportedContracts.arguments, in: try TemporaryFolder(files))
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
  }
}
