import ContractModel
import Testing

@testable import DecisionHistory

@Suite struct Looking {
  private func day(_ text: String) -> CivilDate { CivilDate.parsing(text.utf8)! }

  @Test func everyDayOfAShortSpanIsLookedAt() throws {
    let looked = try #require(
      DaysLookedAt(named: [day("2013-10-01"), day("2013-10-10")], from: nil, to: nil))
    #expect(looked.span == day("2013-10-01")...day("2013-10-11"))
    #expect(looked.days.count == 11 && looked.unseen.isEmpty)
  }

  @Test func theShortestGapsOfALongSpanAreLookedInto() throws {
    let named: Set = [day("2013-10-01"), day("2013-10-05"), day("2099-12-31")]
    let looked = try #require(DaysLookedAt(named: named, from: nil, to: nil))
    #expect(
      looked.days.map(\.text) == [
        "2013-10-01", "2013-10-02", "2013-10-03", "2013-10-04", "2013-10-05", "2013-10-06",
        "2099-12-31", "2100-01-01",
      ])
    #expect(looked.unseen == [day("2013-10-07")...day("2099-12-30")])
  }

  @Test func namedDaysAreLookedAtHoweverMany() throws {
    let named = Set((0..<50).map { CivilDate(dayNumber: 16_000 + $0 * 10) })
    let looked = try #require(DaysLookedAt(named: named, from: nil, to: nil, limit: 10))
    #expect(looked.days.count == 100)
    #expect(looked.unseen.count == 49)
  }

  @Test func daysThatAreAskedForCount() throws {
    let named: Set = [day("2013-10-01")]
    let looked = try #require(
      DaysLookedAt(named: named, from: day("2013-10-03"), to: day("2013-10-05")))
    #expect(looked.days.map(\.text) == ["2013-10-03", "2013-10-04", "2013-10-05"])
    #expect(DaysLookedAt(named: [], from: nil, to: nil) == nil)
    #expect(DaysLookedAt(named: [], from: day("2013-10-03"), to: nil)?.days.count == 1)
  }

  @Test func theEndsOfTimeAreDays() throws {
    let looked = try #require(DaysLookedAt(named: [.first, .last], from: nil, to: nil))
    #expect(looked.span == CivilDate.first...CivilDate.last)
    #expect(looked.unseen.count == 1)
  }
}
