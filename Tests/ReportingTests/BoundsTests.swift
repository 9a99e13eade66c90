import ContractModel
import Testing

@testable import Reporting

@Suite struct Bounds {
  static let exact = Amount(nominal: 10)

  @Test(arguments: [
    ([], Amount.zero), ([exact, exact], Amount(nominal: 20)),
    ([exact, Amount(nominal: 5, bound: .moreThan)], Amount(nominal: 15, bound: .moreThan)),
    ([exact, Amount(nominal: 5, bound: .atLeast)], Amount(nominal: 15, bound: .atLeast)),
    ([exact, Amount(nominal: 5, bound: .atMost)], Amount(nominal: 10, bound: .to(15))),
    ([.zero, Amount(nominal: 5, bound: .lessThan)], Amount(nominal: 5, bound: .lessThan)),
    ([exact, Amount(nominal: 5, bound: .to(7))], Amount(nominal: 15, bound: .to(17))),
    (
      [exact, Amount(nominal: 5, bound: .approximately)], Amount(nominal: 15, bound: .approximately)
    ),
    (
      [Amount(nominal: 5, bound: .atMost), Amount(nominal: 9, bound: .atLeast)],
      Amount(nominal: 9, bound: .atLeast)
    ),
    ([Amount(nominal: .max), exact], Amount(nominal: .max, bound: .atLeast)),
  ])
  func survivesAddition(_ amounts: [Amount], sum: Amount) {
    #expect(AmountSum(amounts).total == sum)
    #expect(AmountSum(amounts.reversed()).total == sum)
  }

  @Test(arguments: [
    (Interval(exactly: Rational(500)), Amount(nominal: 500)),
    (Interval(lower: .included(Rational(5)), upper: nil), Amount(nominal: 5, bound: .atLeast)),
    (Interval(lower: .excluded(Rational(5)), upper: nil), Amount(nominal: 5, bound: .moreThan)),
    (Interval(lower: nil, upper: .included(Rational(5))), Amount(nominal: 5, bound: .atMost)),
    (Interval(lower: nil, upper: .excluded(Rational(5))), Amount(nominal: 5, bound: .lessThan)),
    (
      Interval(lower: .included(Rational(5)), upper: .included(Rational(7))),
      Amount(nominal: 5, bound: .to(7))
    ),
    (Interval(approximately: Rational(5)), Amount(nominal: 5, bound: .approximately)),
  ])
  func stayWithAnAmount(_ interval: Interval, amount: Amount) {
    #expect(interval.amount == amount)
  }

  @Test func nothingKnownIsNoAmount() {
    #expect(Interval.unbounded.amount == nil)
  }

  static let dates: [(Interval, String, String?)] = [
    (days(1, 1), "2013-12-01", "2013-12-01"), (days(1, 31), "2013-12", "2013-12"),
    (days(2, 31), "2013-12-02 to 2013-12-31", "2013-12-02..2013-12-31"),
    (Interval(lower: .excluded(number(1)), upper: nil), "on or after 2013-12-02", ">=2013-12-02"),
    (Interval(lower: nil, upper: .excluded(number(2))), "on or before 2013-12-01", "<=2013-12-01"),
    (Interval(approximately: number(5)), "about 2013-12-05", "~2013-12-05"),
    (.unbounded, "on an unknown day", nil),
    (Interval(exactly: Rational(4_000_000)), "on an unknown day", nil),
  ]

  @Test(arguments: dates)
  func stayWithADate(_ interval: Interval, words: String, code: String?) {
    #expect(interval.dateWords == words)
    #expect(interval.dateCode == code)
  }

  private static func number(_ day: Int) -> Rational {
    SampleContract.number(of: SampleContract.day(2013, 12, day))
  }

  private static func days(_ first: Int, _ last: Int) -> Interval {
    Interval(lower: .included(number(first)), upper: .included(number(last)))
  }
}
