import ContractModel
import TestSupport
import Testing

@Suite struct RationalTests {
  static let limit = Int128.max

  @Test(
    arguments: [
      (2, 4, 1, 2), (-2, 4, -1, 2), (2, -4, -1, 2), (-2, -4, 1, 2), (0, -7, 0, 1), (6, 3, 2, 1),
      (limit, limit, 1, 1), (Int128.min, 2, Int128.min / 2, 1), (Int128.min, .min, 1, 1),
    ] as [(Int128, Int128, Int128, Int128)])
  func isKeptInLowestTerms(_ row: (Int128, Int128, Int128, Int128)) throws {
    let number = try Rational(row.0, over: row.1)
    #expect(number.numerator == row.2)
    #expect(number.denominator == row.3)
  }

  @Test func refusesWhatDoesNotFit() {
    #expect(throws: ArithmeticFailure.divisionByZero) { try Rational(1, over: 0) }
    #expect(throws: ArithmeticFailure.overflow) { try Rational(.min, over: 1) }
    #expect(throws: ArithmeticFailure.overflow) { try Rational(1, over: .min) }
    #expect(throws: ArithmeticFailure.overflow) { try ratio(Self.limit).adding(.one) }
    #expect(throws: ArithmeticFailure.overflow) { try ratio(-Self.limit).subtracting(.one) }
    #expect(throws: ArithmeticFailure.overflow) { try ratio(Self.limit).multiplied(by: ratio(2)) }
    #expect(throws: ArithmeticFailure.overflow) { try ratio(Self.limit).divided(by: ratio(1, 2)) }
    #expect(throws: ArithmeticFailure.overflow) {
      try ratio(1, Self.limit).adding(ratio(1, Self.limit - 1))
    }
    #expect(throws: ArithmeticFailure.divisionByZero) { try Rational.one.divided(by: .zero) }
  }

  @Test func calculatesExactly() throws {
    #expect(try ratio(1, 10).adding(ratio(2, 10)) == ratio(3, 10))
    #expect(try ratio(1, 6).subtracting(ratio(1, 4)) == ratio(-1, 12))
    #expect(try ratio(-2, 3).multiplied(by: ratio(9, 4)) == ratio(-3, 2))
    #expect(try ratio(10).divided(by: ratio(3)).multiplied(by: ratio(3)) == ratio(10))
    #expect(try ratio(3, 4).divided(by: ratio(-3, 8)) == ratio(-2))
    #expect(try ratio(Self.limit, 3).multiplied(by: ratio(3, Self.limit)) == .one)
    #expect(Rational(7) == ratio(7))
    #expect(ratio(-7).magnitude == ratio(7))
    #expect([ratio(-7).sign, Rational.zero.sign, ratio(1, 9).sign] == [-1, 0, 1])
  }

  @Test(arguments: [(29, 10, 2), (-21, 10, -3), (4, 2, 2), (-4, 2, -2), (0, 5, 0)])
  func hasAFloor(_ above: Int, _ below: Int, _ floor: Int) {
    let number = ratio(Int128(above), Int128(below))
    #expect(number.floor == Int128(floor))
    #expect(number.isInteger == (above % below == 0))
  }

  @Test func comparesWhatDoesNotFitWhenMultiplied() {
    let limit = Self.limit
    #expect(ratio(limit, limit - 1) < ratio(limit - 1, limit - 2))
    #expect(ratio(limit - 2, limit - 1) < ratio(limit - 1, limit))
    #expect(ratio(-limit, limit - 1) < ratio(limit, limit - 1))
    #expect(ratio(-(limit - 1), limit - 2) < ratio(-limit, limit - 1))
    #expect(ratio(1, limit) > .zero)
    #expect(!(ratio(limit, 3) < ratio(limit, 3)))
    #expect(ratio(1, 3) < ratio(1, 2))
  }

  @Test func obeysTheLawsOfAField() throws {
    var random = SplitMix64.forLaw("rational field", seed: 20_131_001)
    for _ in 0..<2_000 {
      let (a, b, c) = (
        random.rational(upTo: 1_000_000), random.rational(upTo: 1_000_000),
        random.rational(upTo: 1_000_000)
      )
      #expect(try a.adding(b) == b.adding(a))
      #expect(try a.adding(b).adding(c) == a.adding(b.adding(c)))
      #expect(try a.multiplied(by: b) == b.multiplied(by: a))
      #expect(try a.multiplied(by: b).multiplied(by: c) == a.multiplied(by: b.multiplied(by: c)))
      #expect(
        try a.multiplied(by: b.adding(c)) == a.multiplied(by: b).adding(a.multiplied(by: c)))
      #expect(try a.adding(a.negated) == .zero)
      #expect(try a.subtracting(b).adding(b) == a)
      if b != .zero { #expect(try a.divided(by: b).multiplied(by: b) == a) }
      #expect(try (a < b) == (a.subtracting(b).sign < 0))
      #expect(Rational(Int(a.floor)) <= a && a < Rational(Int(a.floor) + 1))
    }
  }

  /// The oracle compares whole parts, then the reciprocals of what is left, never multiplying.
  @Test func comparesLargeNumbersAsContinuedFractionsDo() {
    var random = SplitMix64.forLaw("rational order", seed: 42)
    for _ in 0..<5_000 {
      let first = random.rational(upTo: .max)
      let near = random.next() % 2 == 0
      let second =
        near
        ? ratio(first.numerator - first.numerator.signum(), first.denominator)
        : random.rational(upTo: .max)
      #expect((first < second) == precedes(first, second), "\(first) \(second)")
      #expect((second < first) == precedes(second, first), "\(first) \(second)")
    }
  }

  private func precedes(_ left: Rational, _ right: Rational) -> Bool {
    if left.sign != right.sign { return left.sign < right.sign }
    if left.sign < 0 { return precedes(right.negated, left.negated) }
    var (a, b, c, d) = (left.numerator, left.denominator, right.numerator, right.denominator)
    var isSwapped = false
    var floors = (left.floor, right.floor)
    while floors.0 == floors.1 {
      (a, c) = (a - floors.0 * b, c - floors.1 * d)
      if a == 0 || c == 0 { return isSwapped ? c == 0 && a != 0 : a == 0 && c != 0 }
      (a, b, c, d) = (b, a, d, c)
      isSwapped.toggle()
      floors = (a / b, c / d)
    }
    return isSwapped ? floors.1 < floors.0 : floors.0 < floors.1
  }
}

@Suite struct RoundingTests {
  @Test(
    arguments: [
      (25, 10, 3, 2, 3, 2), (35, 10, 4, 4, 4, 3), (-25, 10, -3, -2, -3, -2),
      (-35, 10, -4, -4, -4, -3), (21, 10, 2, 2, 3, 2), (-21, 10, -2, -2, -3, -2),
      (29, 10, 3, 3, 3, 2), (-29, 10, -3, -3, -3, -2), (1, 2, 1, 0, 1, 0), (-1, 2, -1, 0, -1, 0),
      (5, 1, 5, 5, 5, 5), (0, 1, 0, 0, 0, 0), (1, 1000, 0, 0, 1, 0),
    ] as [(Int128, Int128, Int128, Int128, Int128, Int128)])
  func followsTheRule(_ row: (Int128, Int128, Int128, Int128, Int128, Int128)) throws {
    let number = ratio(row.0, row.1)
    #expect(try number.rounded(.halfUp, toMultipleOf: .one) == ratio(row.2))
    #expect(try number.rounded(.halfEven, toMultipleOf: .one) == ratio(row.3))
    #expect(try number.rounded(.up, toMultipleOf: .one) == ratio(row.4))
    #expect(try number.rounded(.down, toMultipleOf: .one) == ratio(row.5))
  }

  @Test func roundsToAnyUnit() throws {
    #expect(
      try ratio(12_345, 1_000).rounded(.halfUp, toMultipleOf: ratio(1, 100)) == ratio(1235, 100))
    #expect(
      try ratio(12_345, 1_000).rounded(.halfEven, toMultipleOf: ratio(1, 100)) == ratio(1234, 100))
    #expect(try ratio(7).rounded(.halfUp, toMultipleOf: ratio(-5)) == ratio(5))
    #expect(try ratio(8).rounded(.up, toMultipleOf: ratio(5)) == ratio(10))
    #expect(try ratio(.max, 2).rounded(.up, toMultipleOf: .one) == ratio(.max / 2 + 1))
    #expect(throws: ArithmeticFailure.divisionByZero) {
      try ratio(7).rounded(.up, toMultipleOf: .zero)
    }
    #expect(throws: ArithmeticFailure.overflow) {
      try ratio(.max - 1).rounded(.up, toMultipleOf: ratio(.max, 3))
    }
  }

  @Test func staysWithinOneUnitAndHalfRulesWithinHalf() throws {
    var random = SplitMix64.forLaw("rounding", seed: 7)
    for _ in 0..<2_000 {
      let number = random.rational(upTo: 100_000)
      let unit = ratio(1, Int128.random(in: 1...1_000, using: &random))
      for rule in RoundingRule.allCases {
        let rounded = try number.rounded(rule, toMultipleOf: unit)
        let error = try rounded.subtracting(number).magnitude
        #expect(try rounded.divided(by: unit).isInteger)
        switch rule {
        case .halfUp, .halfEven: #expect(try error <= unit.multiplied(by: ratio(1, 2)))
        case .up: #expect(error < unit && rounded.magnitude >= number.magnitude)
        case .down: #expect(error < unit && rounded.magnitude <= number.magnitude)
        }
        #expect(try number.negated.rounded(rule, toMultipleOf: unit) == rounded.negated)
      }
    }
  }
}

@Suite struct DecimalTextTests {
  @Test(
    arguments: [
      ("0", 0, 1), ("-0", 0, 1), ("0.0", 0, 1), ("7", 7, 1), ("-5.00", -5, 1), ("99.5", 199, 2),
      ("0.001", 1, 1000), ("10", 10, 1), ("99999999999999999999", 99_999_999_999_999_999_999, 1),
      (
        "999999999999999999999999999999", 999_999_999_999_999_999_999_999_999_999, 1
      ),
      (
        "0.00000000000000000000000000001", 1, 100_000_000_000_000_000_000_000_000_000
      ),
    ] as [(String, Int128, Int128)])
  func readsANumber(_ row: (String, Int128, Int128)) {
    #expect(DecimalText.parsing(row.0.utf8) == ratio(row.1, row.2), "\(row.0)")
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "+5", "--5", "01", "00", "-01.5", "1e5", "1E5", "0x10", " 5", "5 ",
    "1,000", "1_000", "1.2.3", "NaN", "inf", "٥", "１", "−5", "1\u{a0}000", "5abc", "5\n",
    "1234567890123456789012345678901", "0.000000000000000000000000000001",
  ])
  func refusesAnythingElse(_ text: String) {
    #expect(DecimalText.parsing(text.utf8) == nil, "\(text)")
  }

  @Test(
    arguments: [
      (1, 3, 0, 4, "0.3333…"), (2, 3, 2, 2, "0.66…"), (1, 4, 0, 4, "0.25"), (1, 4, 4, 6, "0.2500"),
      (5, 1, 0, 3, "5"), (5, 1, 2, 3, "5.00"), (-1, 1000, 2, 2, "-0.00…"), (0, 1, 0, 0, "0"),
      (7, 2, 0, 0, "3…"), (-7, 2, 0, 1, "-3.5"), (1, 4, -3, -1, "0…"), (1, 8, 3, 1, "0.125"),
      (1, Int128.max, 0, 3, "0.000…"),
      (Int128.max - 1, Int128.max, 0, 3, "0.999…"),
      (Int128.max, 1, 0, 0, "170141183460469231731687303715884105727"),
    ] as [(Int128, Int128, Int, Int, String)])
  func writesDigitsAndSaysWhenCutOff(_ row: (Int128, Int128, Int, Int, String)) {
    let text = ratio(row.0, row.1)
      .decimalText(minimumFractionDigits: row.2, maximumFractionDigits: row.3)
    #expect(text == row.4)
  }

  @Test func readsWhatItWrites() {
    var random = SplitMix64.forLaw("decimal text", seed: 99)
    for _ in 0..<2_000 {
      let number = ratio(
        Int128(Int64.random(in: .min...(.max), using: &random)), 1_000_000_000)
      let text = number.decimalText(minimumFractionDigits: 2, maximumFractionDigits: 9)
      #expect(DecimalText.parsing(text.utf8) == number, "\(text)")
    }
  }
}
