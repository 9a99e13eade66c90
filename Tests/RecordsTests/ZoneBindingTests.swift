import ContractModel
import SourceText
import TestSupport
import Testing

@testable import Records

/// Moments in records become the days on which they fall in the zone of the contract.
@Suite struct ZoneBinding {
  private func binding(
    _ fields: [(String, String)], in zone: RecordZone
  ) -> Diagnosed<RecordSet> {
    var all = ["record": "capability", "about": "purchase", "by": "buyer", "dated": "2013-12-01"]
    for (name, text) in fields { all[name] = text }
    let record = BindingFixture.record(
      all.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
    return RecordSet.binding(
      [RecordFile(baseName: "status", records: [record])], kinds: BindingFixture.kinds,
      contract: BindingFixture.contract, zone: zone)
  }

  private static func newYork() throws -> RecordZone {
    .known(try ZoneRules(tzif: ZoneFileBytes.newYork.bytes), name: "America/New_York")
  }

  private static func days(_ first: String, _ last: String) throws -> Interval {
    let (first, last) = (CivilDate.parsing(first.utf8), CivilDate.parsing(last.utf8))
    return Interval(
      lower: .included(Rational(Int(try #require(first).dayNumber))),
      upper: .included(Rational(Int(try #require(last).dayNumber))))
  }

  @Test(arguments: [
    ("2013-10-16T00:30:00+02:00", "2013-10-15", "2013-10-15"),
    ("2013-10-16T00:30:00+02:00/2013-10-16T12:00:00+02:00", "2013-10-15", "2013-10-16"),
    ("2013-10-01 to 2013-10-16T00:30:00+02:00", "2013-10-01", "2013-10-15"),
  ])
  func whatARecordSpeaksOf(_ text: String, _ first: String, _ last: String) throws {
    let bound = binding([("dated", text)], in: try Self.newYork())
    #expect(bound.diagnostics.isEmpty)
    #expect(bound.value.tables[0].dated[0] == (try Self.days(first, last)))
  }

  @Test func whenItWasPutOnFile() throws {
    let bound = binding([("recorded", "2013-12-02T04:59:59Z")], in: try Self.newYork())
    #expect(bound.diagnostics.isEmpty)
    #expect(bound.value.tables[0].recorded.map(\.text) == ["2013-12-01"])
  }

  /// Something before half past noon may still be of that day.
  @Test(arguments: [
    ("before", false), ("on or before", false), ("after", true), ("on or after", true),
  ])
  func theDayOfABoundIsWithinIt(_ words: String, _ isFirst: Bool) throws {
    let text = "\(words) 2013-10-16T12:30:00-04:00"
    let bound = binding([("seen", text)], in: try Self.newYork())
    #expect(bound.diagnostics.isEmpty)
    let day = try Self.days("2013-10-16", "2013-10-16")
    let expected = Interval(lower: isFirst ? day.lower : nil, upper: isFirst ? nil : day.upper)
    guard case .quantity(let column) = bound.value.tables[0].columns[6] else {
      Issue.record("a date is a quantity")
      return
    }
    #expect(column[0] == expected)
  }

  @Test(arguments: ["dated", "recorded", "seen"])
  func aMomentNeedsAZone(_ field: String) throws {
    let moment = [(field, "2013-10-16T00:30:00+02:00")]
    #expect(binding(moment, in: .unsaid).diagnostics.map(\.id) == [.instantWithoutZone])
    let missing = binding(moment, in: .filesMissing(name: "America/New_York"))
    #expect(missing.diagnostics.map(\.id) == [.zoneFilesMissing])
    var file = ZoneFileBytes.newYork
    file.footer = ""
    file.transitions.removeLast(3)
    let short = RecordZone.known(try ZoneRules(tzif: file.bytes), name: "America/New_York")
    let late = binding([(field, "2020-10-16T00:30:00+02:00")], in: short)
    #expect(late.diagnostics.map(\.id) == [.momentBeyondZone])
    #expect(late.value.tables[0].count == 0)
  }

  @Test func aDayNeedsNone() {
    #expect(binding([("seen", "2013-10-16")], in: .filesMissing(name: "UTC")).diagnostics.isEmpty)
  }
}
