import ContractModel
import TestSupport
import Testing

@Suite struct CurrencyTests {
  @Test(arguments: [
    ("USD", 2), ("EUR", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("PHP", 2), ("ISK", 0), ("ZMW", 2),
    ("AED", 2),
  ])
  func isKnownByItsCode(_ code: String, _ digits: Int) throws {
    let currency = try #require(Currency(code: code))
    #expect(currency.code == code)
    #expect(currency.minorDigits == digits)
    #expect(Currency(code: Array(code.utf8)) == currency)
  }

  @Test(arguments: ["", "US", "USDX", "usd", "Usd", "XXX", "XAU", "ABC", "U$D", " USD", "ÜSD", "€"])
  func isNotMadeUp(_ code: String) {
    #expect(Currency(code: code) == nil)
  }

  @Test func hasAnOrder() {
    #expect(
      [currency("USD"), currency("EUR"), currency("USN")].sorted().map(\.code) == [
        "EUR", "USD", "USN",
      ])
  }
}

@Suite struct MoneyTests {
  static let dollars = currency("USD")

  @Test(
    arguments: [
      (510_000_000, "USD", "USD 5,100,000.00", "5100000.00"), (0, "USD", "USD 0.00", "0.00"),
      (5, "USD", "USD 0.05", "0.05"), (-5, "USD", "USD -0.05", "-0.05"),
      (99_999, "USD", "USD 999.99", "999.99"), (100_000, "USD", "USD 1,000.00", "1000.00"),
      (-123_456_789, "EUR", "EUR -1,234,567.89", "-1234567.89"),
      (1_234, "JPY", "JPY 1,234", "1234"),
      (-1, "JPY", "JPY -1", "-1"), (1_234_567, "KWD", "KWD 1,234.567", "1234.567"),
      (1, "CLF", "CLF 0.0001", "0.0001"),
      (.max, "USD", "USD 92,233,720,368,547,758.07", "92233720368547758.07"),
      (-Int64.max, "USD", "USD -92,233,720,368,547,758.07", "-92233720368547758.07"),
    ] as [(Int64, String, String, String)])
  func isWrittenWithItsCurrency(_ row: (Int64, String, String, String)) {
    let money = Money(minorUnits: row.0, currency: currency(row.1))
    #expect(money.text == row.2)
    #expect(money.decimalText == row.3)
  }

  @Test func isAddedToTheLastCent() throws {
    func dollars(_ cents: Int64) -> Money { Money(minorUnits: cents, currency: Self.dollars) }
    #expect(try dollars(.max - 1).adding(dollars(1)) == dollars(.max))
    #expect(try dollars(5).subtracting(dollars(7)) == dollars(-2))
    #expect(dollars(.max).negated.negated == dollars(.max))
    #expect(throws: MoneyFailure.outOfRange) { try dollars(.max).adding(dollars(1)) }
    #expect(throws: MoneyFailure.outOfRange) { try dollars(-.max).subtracting(dollars(1)) }
    #expect(throws: MoneyFailure.outOfRange) { try dollars(-.max).adding(dollars(-.max)) }
    let euro = Money(minorUnits: 1, currency: currency("EUR"))
    #expect(throws: MoneyFailure.mixedCurrencies(Self.dollars, euro.currency)) {
      try dollars(1).adding(euro)
    }
    #expect(throws: MoneyFailure.mixedCurrencies(Self.dollars, euro.currency)) {
      try dollars(1).subtracting(euro)
    }
  }

  @Test(
    arguments: [
      (1_005, 1_000, "USD", 101, 100, 101, 100), (-1_005, 1_000, "USD", -101, -100, -101, -100),
      (2, 3, "USD", 67, 67, 67, 66), (5, 2, "JPY", 3, 2, 3, 2), (1, 8, "KWD", 125, 125, 125, 125),
    ] as [(Int128, Int128, String, Int64, Int64, Int64, Int64)])
  func isRoundedOnlyByRule(_ row: (Int128, Int128, String, Int64, Int64, Int64, Int64)) throws {
    let rules: [(RoundingRule, Int64)] = [
      (.halfUp, row.3), (.halfEven, row.4), (.up, row.5), (.down, row.6),
    ]
    for (rule, expected) in rules {
      let money = try Money(
        amount: ratio(row.0, row.1), rounding: rule, currency: currency(row.2))
      #expect(money.minorUnits == expected)
    }
  }

  @Test func isExactAsANumber() throws {
    for minorUnits in [0, 1, -1, .max, -.max, 510_000_000] as [Int64] {
      for code in ["USD", "JPY", "KWD", "CLF"] {
        let money = Money(minorUnits: minorUnits, currency: currency(code))
        let again = try Money(amount: money.amount, rounding: .down, currency: money.currency)
        #expect(again == money)
      }
    }
    #expect(throws: MoneyFailure.outOfRange) {
      try Money(amount: ratio(Int128(Int64.max)), rounding: .down, currency: Self.dollars)
    }
    #expect(throws: MoneyFailure.outOfRange) {
      try Money(amount: ratio(.max), rounding: .down, currency: Self.dollars)
    }
    #expect(throws: MoneyFailure.outOfRange) {
      try Money(amount: ratio(Int128(Int64.min)), rounding: .down, currency: currency("JPY"))
    }
  }
}

@Suite struct MoneyTextTests {
  @Test(
    arguments: [
      ("0", "USD", 0), ("-0", "USD", 0), ("-0.00", "USD", 0), ("0.1", "USD", 10),
      ("0.10", "USD", 10),
      ("100.10", "USD", 10_010), ("-5.00", "USD", -500), ("5,100,000.00", "USD", 510_000_000),
      ("5100000", "USD", 510_000_000), ("1,000", "USD", 100_000), ("12,345", "JPY", 12_345),
      ("-123,456.789", "KWD", -123_456_789), ("0.01", "USD", 1),
      ("9999999999999999.99", "USD", 999_999_999_999_999_999),
      ("-9,999,999,999,999,999.99", "USD", -999_999_999_999_999_999),
      ("999999999999999999", "JPY", 999_999_999_999_999_999),
    ] as [(String, String, Int64)])
  func isAnAmount(_ row: (String, String, Int64)) throws {
    let money = try Money.parsing(row.0.utf8, in: currency(row.1))
    #expect(money == Money(minorUnits: row.2, currency: currency(row.1)))
  }

  @Test(
    arguments: [
      ("", .notANumber), ("-", .notANumber), ("--5", .notANumber), ("+5", .notANumber),
      (" 5", .notANumber), ("5 ", .notANumber), ("5abc", .notANumber), ("0x10", .notANumber),
      ("1e5", .notANumber), ("10000000000e100000000", .notANumber), ("NaN", .notANumber),
      ("inf", .notANumber), (".5", .notANumber), ("12.", .notANumber), (".", .notANumber),
      ("1.2.3", .notANumber), ("007", .notANumber), ("00", .notANumber), ("-01.00", .notANumber),
      ("0,100", .notANumber), ("1_000", .notANumber), ("$5", .notANumber), ("٥", .notANumber),
      ("−5", .notANumber), ("1\u{a0}000", .notANumber), ("5-", .notANumber), ("1.-5", .notANumber),
      ("1,00", .badGrouping), ("1000,000", .badGrouping), ("1,000,00.00", .badGrouping),
      (",100", .badGrouping), ("1,,000", .badGrouping), ("1,000,", .badGrouping),
      ("1.000,00", .badGrouping), ("1.0,0", .badGrouping), ("1,0000", .badGrouping),
      ("-,100", .badGrouping), (",", .badGrouping), ("1,000000", .badGrouping),
      ("0.001", .tooManyFractionDigits), ("1,000.000", .tooManyFractionDigits),
      ("10000000000000000.00", .outOfRange), ("10000000000000000", .outOfRange),
      ("99999999999999999999999999999999999999.99", .outOfRange),
      ("-10,000,000,000,000,000", .outOfRange),
    ] as [(String, MoneyTextFailure)])
  func isRefusedForAReason(_ row: (String, MoneyTextFailure)) {
    #expect(throws: row.1, "\(row.0)") { try Money.parsing(row.0.utf8, in: MoneyTests.dollars) }
  }

  @Test func hasOnlyTheDigitsOfItsCurrency() {
    #expect(throws: MoneyTextFailure.tooManyFractionDigits) {
      try Money.parsing("100.0".utf8, in: currency("JPY"))
    }
    #expect(throws: MoneyTextFailure.notANumber) {
      try Money.parsing("100.".utf8, in: currency("JPY"))
    }
    #expect(throws: MoneyTextFailure.outOfRange) {
      try Money.parsing("1000000000000000000".utf8, in: currency("JPY"))
    }
  }

  @Test func readsWhatItWrites() throws {
    var random = SplitMix64.forLaw("money text", seed: 18)
    let bound: Int64 = 999_999_999_999_999_999
    for _ in 0..<3_000 {
      let code = ["USD", "JPY", "KWD", "CLF"].randomElement(using: &random) ?? "USD"
      let shift = Int64.random(in: 0...58, using: &random)
      let money = Money(
        minorUnits: Int64.random(in: -bound...bound, using: &random) >> shift,
        currency: currency(code))
      #expect(try Money.parsing(money.decimalText.utf8, in: money.currency) == money)
      #expect(try Money.parsing(money.text.utf8.dropFirst(4), in: money.currency) == money)
      #expect(DecimalText.parsing(money.decimalText.utf8) == money.amount)
    }
  }
}

@Suite struct AllocationTests {
  @Test(
    arguments: [
      (10, [1, 1, 1], [4, 3, 3]), (2, [1, 1, 1], [1, 1, 0]), (0, [3, 4], [0, 0]),
      (7, [1, 0, 1], [4, 0, 3]), (-10, [1, 1, 1], [-4, -3, -3]), (10, [1, 2, 3], [2, 3, 5]),
      (510_000_000, [20, 30, 50], [102_000_000, 153_000_000, 255_000_000]),
      (1, [1, 2], [0, 1]), (.max, [1], [.max]), (.min, [1], [.min]),
      (.max, [.max, .max], [.max / 2 + 1, .max / 2]), (5, [0, 0, 9], [0, 0, 5]),
    ] as [(Int64, [Int64], [Int64])])
  func losesNothing(_ row: (Int64, [Int64], [Int64])) {
    #expect(Allocation.largestRemainder(minorUnits: row.0, weights: row.1) == row.2)
  }

  @Test(arguments: [[], [0], [0, 0], [-1], [-1, 2], [.min, .max]] as [[Int64]])
  func needsWeights(_ weights: [Int64]) {
    #expect(Allocation.largestRemainder(minorUnits: 100, weights: weights) == nil)
  }

  @Test func addsUpAndStaysWithinOneUnitOfTheShare() throws {
    var random = SplitMix64.forLaw("allocation", seed: 12)
    for _ in 0..<3_000 {
      let minorUnits = Int64.random(in: .min...(.max), using: &random) >> (random.next() % 63)
      let top = Int64.max >> (random.next() % 60)
      let weights = (0..<Int(1 + random.next() % 9)).map { _ in
        Int64.random(in: 0...top, using: &random)
      }
      guard weights.contains(where: { $0 > 0 }) else { continue }
      let parts = try #require(
        Allocation.largestRemainder(minorUnits: minorUnits, weights: weights))
      let place = "\(minorUnits) by \(weights)"
      #expect(parts.reduce(Int128(0)) { $0 + Int128($1) } == Int128(minorUnits), "\(place)")
      let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
      for (part, weight) in zip(parts, weights) {
        let share = ratio(Int128(minorUnits) * Int128(weight), total)
        let error = try ratio(Int128(part)).subtracting(share).magnitude
        #expect(error < .one, "\(place)")
      }
    }
  }
}
