import ContractModel
import TestSupport
import Testing

@Suite struct MonthWindows {
  @Test(arguments: [
    ("2013-10-15", 16, "2013-09-16", "2013-10-15"), ("2013-10-16", 16, "2013-10-16", "2013-11-15"),
    ("2013-10-01", 1, "2013-10-01", "2013-10-31"), ("2013-10-31", 1, "2013-10-01", "2013-10-31"),
    ("2013-03-01", 28, "2013-02-28", "2013-03-27"), ("2012-02-29", 28, "2012-02-28", "2012-03-27"),
    ("2012-02-29", 1, "2012-02-01", "2012-02-29"), ("2014-01-10", 20, "2013-12-20", "2014-01-19"),
    ("9999-12-31", 1, "9999-12-01", "9999-12-31"), ("0001-01-05", 5, "0001-01-05", "0001-02-04"),
  ])
  func holdTheirDates(_ day: String, _ anchor: Int, _ first: String, _ last: String) throws {
    let window = try MonthWindow(containing: date(day), from: anchor)
    #expect([window.firstDay.text, window.lastDay.text] == [first, last])
  }

  @Test(arguments: [("0001-01-04", 5), ("9999-12-05", 5)])
  func endWithTheDatesThereAre(_ day: String, _ anchor: Int) {
    #expect(throws: DateFailure.outOfRange) {
      try MonthWindow(containing: date(day), from: anchor)
    }
  }

  /// One ends on the day before the next begins, and each is the window of its ends.
  @Test func followOneAnother() throws {
    var random = SplitMix64.forLaw("month windows", seed: 17)
    for _ in 0..<2_000 {
      let day = date("1900-01-01")
      let found = try day.adding(days: Int.random(in: 0..<80_000, using: &random))
      for anchor in [1, 2, 15, 28] {
        let window = try MonthWindow(containing: found, from: anchor)
        #expect(window.firstDay <= found && found <= window.lastDay)
        #expect(window.firstDay.day == anchor)
        let next = try MonthWindow(containing: window.lastDay.adding(days: 1), from: anchor)
        #expect(next.firstDay == (try window.lastDay.adding(days: 1)))
        #expect(try MonthWindow(containing: window.firstDay, from: anchor) == window)
      }
    }
  }
}
