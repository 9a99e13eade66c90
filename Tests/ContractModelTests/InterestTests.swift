import ContractModel
import Testing

/// Interest at a rate a year of 360 days, in cents.
@Suite struct InterestTests {
  private func interest(
    _ cents: Int, _ thousandths: Int128, for days: Int, every period: Int? = nil
  ) throws -> Interval {
    try Interest.on(
      Interval(exactly: Rational(cents)), at: Interval(exactly: ratio(thousandths, 1_000)),
      for: Interval(exactly: Rational(days)), every: period.map { Interval(exactly: Rational($0)) })
  }

  private func cents(_ interval: Interval) throws -> [Rational?] {
    try [interval.lower, interval.upper].map { end in
      try end?.value.rounded(.halfUp, toMultipleOf: .one)
    }
  }

  /// 6.5% of 1,500 for 10 days is 2.7083…
  @Test func isSimpleWhereNothingCompoundsIt() throws {
    let found = try interest(150_000, 65, for: 10)
    #expect(found.exact == ratio(3_250, 12))
    #expect(try cents(found) == [Rational(271), Rational(271)])
  }

  /// 6% of 1,500 for 75 days, compounded every 30: two whole periods and 15 days.
  @Test func addsItselfToTheSumAfterEachPeriod() throws {
    let found = try interest(150_000, 60, for: 75, every: 30)
    #expect(try cents(found) == [Rational(1_883), Rational(1_883)])
    #expect(try interest(150_000, 60, for: 29, every: 30) == interest(150_000, 60, for: 29))
    #expect(try interest(150_000, 60, for: 0, every: 30) == interval("0"))
  }

  /// Beyond what exact fractions hold the bounds are too close to matter.
  @Test(arguments: [1_000, 3_600, 12_000])
  func staysWithinOneCent(_ days: Int) throws {
    let found = try interest(100_000_000, 61, for: days, every: 30)
    #expect(found.exact == nil)
    let cents = try cents(found)
    #expect(cents[0] == cents[1])
    let power = Double(days / 30)
    var worth = 1.0
    for _ in 0..<Int(power) { worth *= 1 + 0.061 * 30 / 360 }
    worth *= 1 + 0.061 * Double(days % 30) / 360
    let rough = Int128(100_000_000 * (worth - 1))
    #expect(abs((cents[0]?.floor ?? 0) - rough) < 10)
  }

  @Test func knowsBoundsFromBounds() throws {
    let rate = interval("36/100")
    let days = interval("[10,)")
    let least = try Interest.on(interval("1000"), at: rate, for: days, every: interval("30"))
    #expect(least == interval("[10,)"))
    let some = try Interest.on(interval("1000"), at: rate, for: interval("[0,10]"), every: nil)
    #expect(some == interval("[0,10]"))
    let vague = interval("~5")
    #expect(try Interest.on(vague, at: rate, for: days, every: nil) == .unbounded)
  }

  @Test(arguments: [
    (Rational(-1), Rational(10), Rational(30)), (Rational(1), Rational(-1), Rational(30)),
    (Rational(1), Rational(10), Rational(0)), (Rational(1), Rational(401), Rational(1)),
    (Rational(1), ratio(1, 2), Rational(1)),
  ])
  func refusesWhatCannotBeCounted(_ rate: Rational, _ days: Rational, _ period: Rational) {
    #expect(throws: (any Error).self) {
      try Interest.on(
        interval("100"), at: Interval(exactly: rate), for: Interval(exactly: days),
        every: Interval(exactly: period))
    }
  }
}

/// Periods begun within a length, and whole ones.
@Suite struct PeriodTests {
  @Test(arguments: [
    (interval("6"), 3, 3), (interval("5"), 3, 2), (interval("0"), 0, 0), (interval("-3"), 0, 0),
  ])
  func areCounted(_ length: Interval, _ started: Int, _ whole: Int) throws {
    #expect(
      try length.periods(of: interval("2"), isStarted: true) == Interval(exactly: Rational(started))
    )
    #expect(
      try length.periods(of: interval("2"), isStarted: false) == Interval(exactly: Rational(whole)))
  }

  @Test func areBounded() throws {
    let above = interval("(4,8)")
    #expect(try above.periods(of: interval("2"), isStarted: true) == interval("[3,4]"))
    #expect(try above.periods(of: interval("2"), isStarted: false) == interval("[2,3]"))
    let least = interval("[5,)")
    let expected = interval("[3,)")
    #expect(try least.periods(of: interval("2"), isStarted: true) == expected)
    #expect(
      try least.periods(of: interval("[2,4]"), isStarted: false)
        == interval("[1,)"))
  }

  @Test func haveALength() {
    for length in [interval("0"), interval("-1"), interval("[-1,1]"), Interval.unbounded] {
      #expect(throws: ArithmeticFailure.divisionByZero) {
        try interval("4").periods(of: length, isStarted: true)
      }
    }
  }
}
