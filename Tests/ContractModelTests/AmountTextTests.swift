import ContractModel
import Testing

/// The decimal text of an amount says all that there is to it.
@Suite struct AmountTexts {
  private static let figures: [Int64] = [0, 1, -5, 99, 100, -12_345, 5_100_000_00, .max, .min + 1]

  private static let bounds: [Amount.Bound] = [
    .exact, .atLeast, .moreThan, .atMost, .lessThan, .approximately, .to(.max), .to(7), .to(-3),
  ]

  @Test(arguments: ["USD", "JPY", "KWD", "CLF"])
  func areReadBack(_ code: String) throws {
    let currency = try #require(Currency(code: code))
    for bound in Self.bounds {
      for figure in Self.figures {
        let amount = Amount(nominal: figure, bound: bound)
        let text = amount.decimalText(in: currency)
        #expect(Amount.parsing(decimalText: text, in: currency) == amount, "\(text)")
      }
    }
  }

  /// Parts of a cent are told in the currency too.
  @Test(arguments: [
    (5_000_05, 100, "USD", "USD 50.0005"), (1, 2, "USD", "USD 0.005"), (-1, 2, "USD", "USD -0.005"),
    (1_583_333_33, 100, "USD", "USD 15,833.3333"), (5, 3, "USD", "USD 0.01666666…"),
    (15, 2, "JPY", "JPY 7.5"), (7, 1, "JPY", "JPY 7"), (500, 1, "USD", "USD 5.00"),
  ])
  func ofFractionsAreInTheCurrency(
    _ numerator: Int, _ denominator: Int, _ code: String, _ text: String
  ) throws {
    let value = try Rational(Int128(numerator), over: Int128(denominator))
    let words = Interval(exactly: value).text(of: .money, in: Currency(code: code))
    #expect(words == text)
  }

  @Test(arguments: [
    "", "1", "1.0", "1.000", "01.00", "+1.00", "=1.00", "=>1.00", ">>1.00", "1.00..", "..1.00",
    "1.00..2.00..3.00", ">1.00..2.00", "1.00 ", "USD 1.00", "1,000.00", "-0.00", "1e2",
    "92233720368547758.08", "-92233720368547758.08", "1.00..-92233720368547758.08",
    "99999999999999999999999999999999.00",
  ])
  func areNothingElse(_ text: String) throws {
    let dollar = try #require(Currency(code: "USD"))
    #expect(Amount.parsing(decimalText: text, in: dollar) == nil)
  }
}
