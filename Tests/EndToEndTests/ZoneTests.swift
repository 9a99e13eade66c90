import ContractCheck
import Foundation
import Testing

/// The day of a moment in a record decides what a contract pays; which day it is, the zone says.
@Suite struct Zones {
  /// Midnight has passed in Berlin, not in New York: the deliverable works on the due day there.
  private static let records = """
    {"record": "capability", "about": "accounts", "by": "verifier", "dated": "2013-10-02T00:30:00+02:00", "state": "works"}

    """
  private static let rules = SmallWorld.rules.replacing(
    "    require finding is works\n",
    with: "    require finding is works\n    require shown is on or before milestone's due\n"
  ).replacing(
    "  finding means",
    with: "  shown   means earliest dated of capabilities where state is works\n  finding means"
  ).replacing("until met", with: "until as-of is after 2014-06-01")

  private static func contract(in zone: String?) -> String {
    guard let zone else { return SmallWorld.contract(named: "a") }
    return SmallWorld.contract(named: "a").replacing(
      "  records ", with: "  zone     \"\(zone)\"\n  records ")
  }

  private static func outcome(_ file: ZoneFile?) -> CheckOutcome {
    SmallWorld.outcome(
      rules: Array(rules.utf8), contract: Array(contract(in: "Test/Zone").utf8),
      records: Array(records.utf8), zones: file.map { ["Test/Zone": $0] } ?? [:])
  }

  /// A zone of version 1, without a summer, so many hours ahead of UTC.
  private static func file(hoursAhead: Int) -> [UInt8] {
    let seconds = UInt32(bitPattern: Int32(hoursAhead * 3_600))
    let counts: [UInt8] = [0, 0, 0, 0, 1, 4].flatMap { [0, 0, 0, $0] }
    return Array("TZif".utf8) + [UInt8](repeating: 0, count: 16) + counts
      + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: seconds >> $0) } + [0, 0]
      + Array("LMT\0".utf8)
  }

  @Test func theDayIsThatOfTheZone() {
    #expect(Self.outcome(.read(Self.file(hoursAhead: -5))).pay == 500_000_000)
    #expect(Self.outcome(.read(Self.file(hoursAhead: 2))).pay == 0)
  }

  @Test(arguments: [
    (ZoneFile.unknown, "zone-unknown"), (.refused("is closed"), "zone-unreadable"),
    (.read([1, 2, 3]), "zone-unreadable"), (.noFiles, "zone-files-missing"),
  ])
  func withoutItsZoneAContractIsNotDecided(_ file: ZoneFile, _ id: String) {
    let outcome = Self.outcome(file)
    #expect(outcome.errorIDs == [id, "contract-undecided"])
    #expect(outcome.contracts.isEmpty)
  }

  @Test func aZoneWithoutMomentsNeedsNoFiles() {
    let outcome = SmallWorld.outcome(
      contract: Array(Self.contract(in: "Test/Zone").utf8), zones: ["Test/Zone": .noFiles])
    #expect(outcome.errorIDs.isEmpty)
    #expect(outcome.pay == 500_000_000)
  }

  private func run(in zone: String?) async throws -> Run {
    let files = [
      "Rules/exchange.rules": Self.rules, "Contracts/a/a.contract": Self.contract(in: zone),
      "Contracts/a/status/state.ndjson": Self.records,
    ]
    return try await Program.run(ReportedContracts.arguments, in: try TemporaryFolder(files))
  }

  @Test func aMomentWithoutAZoneIsAMistake() async throws {
    let run = try await run(in: nil)
    #expect(run.status == 2)
    #expect(run.errors.contains("error[instant-without-zone]: "), "\(run.errors)")
  }

  private static let hasZoneFiles = FileManager.default.fileExists(
    atPath: "/usr/share/zoneinfo/America/New_York")

  @Test(
    .enabled(if: hasZoneFiles, "the system has no time zone files"),
    arguments: [("America/New_York", "5000000.00"), ("Europe/Berlin", "0.00")])
  func theFilesOfTheSystemAreRead(_ zone: String, _ pay: String) async throws {
    let run = try await run(in: zone)
    #expect(run.errors == "")
    #expect(try ReportJSON(run.output).contract("a").amounts["pay"] == pay)
  }

  @Test(.enabled(if: hasZoneFiles, "the system has no time zone files"))
  func aZoneThatTheSystemDoesNotKnowIsAMistake() async throws {
    let run = try await run(in: "America/New_Yrok")
    #expect(run.status == 2)
    #expect(run.errors.contains("error[zone-unknown]: "), "\(run.errors)")
  }
}
