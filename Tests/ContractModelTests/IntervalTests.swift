import ContractModel
import TestSupport
import Testing

@Suite struct IntervalTests {
  @Test func knowsWhatItHolds() {
    #expect(interval("[2,2]").exact == ratio(2))
    #expect(interval("[2,3]").exact == nil)
    #expect(interval("~2").exact == nil)
    #expect(interval("(2,2]").isEmpty && interval("[2,2)").isEmpty && interval("[3,2]").isEmpty)
    #expect(!interval("[2,2]").isEmpty && !interval("(,)").isEmpty && !interval("~2").isEmpty)
    #expect(interval("(,)").isUnbounded && !interval("~2").isUnbounded)
    #expect(interval("~2").lower == nil && interval("~2").upper == nil)
    #expect(interval("[1,2)").contains(ratio(1)) && !interval("[1,2)").contains(ratio(2)))
    #expect(interval("~2").contains(ratio(1000)))
  }

  @Test(arguments: [
    ("[1,2]", "[3,4]", "[4,6]"), ("(1,2]", "[3,4)", "(4,6)"), ("[1,)", "[3,4]", "[4,)"),
    ("(,2]", "[3,)", "(,)"), ("~5", "3", "~8"), ("~5", "~3", "~8"), ("~5", "[3,4]", "(,)"),
    ("[3,2]", "[0,9]", "[3,2]"), ("[0,9]", "(1,1)", "(1,1)"),
  ])
  func adds(_ first: String, _ second: String, _ sum: String) throws {
    #expect(try interval(first).adding(interval(second)) == interval(sum))
    #expect(try interval(second).adding(interval(first)) == interval(sum))
  }

  @Test(arguments: [
    ("[1,2]", "[3,4]", "[-3,-1]"), ("(1,2]", "[3,4)", "(-3,-1]"), ("[1,)", "[3,4]", "[-3,)"),
    ("[1,2]", "(,4]", "[-3,)"), ("~5", "3", "~2"), ("3", "~5", "~-2"),
  ])
  func subtracts(_ first: String, _ second: String, _ difference: String) throws {
    #expect(try interval(first).subtracting(interval(second)) == interval(difference))
  }

  @Test(arguments: [
    ("[1,2]", "[3,4]", "[3,8]"), ("[-1,2]", "[3,4]", "[-4,8]"), ("(-1,2)", "[3,4]", "(-4,8)"),
    ("[0,1]", "(2,3)", "[0,3)"), ("(0,1]", "(2,3)", "(0,3)"), ("(0,1)", "[0,3]", "[0,3)"),
    ("0", "(,)", "0"), ("[0,1]", "[1,)", "[0,)"), ("(0,1]", "[1,)", "(0,)"),
    ("(,-1]", "[1,)", "(,-1]"), ("(,0)", "(,0)", "(0,)"), ("[-2,3]", "[-5,7)", "[-15,21)"),
    ("(-2,2]", "[-2,2)", "[-4,4)"), ("~5", "2", "~10"), ("~5", "[1,2]", "(,)"),
    ("[1,0]", "(,)", "[1,0]"),
  ])
  func multiplies(_ first: String, _ second: String, _ product: String) throws {
    #expect(try interval(first).multiplied(by: interval(second)) == interval(product))
    #expect(try interval(second).multiplied(by: interval(first)) == interval(product))
  }

  @Test(arguments: [
    ("[1,2]", "[4,8)", "(1/8,1/2]"), ("1", "(0,4]", "[1/4,)"), ("1", "[-4,0)", "(,-1/4]"),
    ("1", "[4,)", "(0,1/4]"), ("1", "(,-4]", "[-1/4,0)"), ("[0,1]", "(0,)", "[0,)"),
    ("~6", "3", "~2"), ("6", "~3", "~2"), ("~6", "[2,3]", "(,)"), ("[1,0]", "0", "[1,0]"),
  ])
  func divides(_ first: String, _ second: String, _ quotient: String) throws {
    #expect(try interval(first).divided(by: interval(second)) == interval(quotient))
  }

  @Test(arguments: [("1", "0"), ("1", "[-1,1]"), ("1", "(,)"), ("1", "~0"), ("~1", "[0,2]")])
  func doesNotDivideByWhatMayBeZero(_ first: String, _ second: String) {
    #expect(throws: ArithmeticFailure.divisionByZero) {
      try interval(first).divided(by: interval(second))
    }
  }

  @Test func reportsOverflow() {
    let large = Interval(exactly: ratio(.max))
    #expect(throws: ArithmeticFailure.overflow) { try large.adding(large) }
    #expect(throws: ArithmeticFailure.overflow) { try large.multiplied(by: large) }
    #expect(throws: ArithmeticFailure.overflow) {
      try Interval(approximately: ratio(.max)).adding(large)
    }
  }

  @Test(arguments: [
    ("[1,5]", "[2,3]", "[1,3]", "[2,5]"), ("(1,3)", "[1,3]", "[1,3)", "(1,3]"),
    ("[1,)", "(,3]", "(,3]", "[1,)"), ("~4", "3", "~3", "~4"), ("~4", "[3,5]", "(,)", "(,)"),
    ("[1,0]", "5", "[1,0]", "[1,0]"), ("(,)", "3", "(,3]", "[3,)"),
  ])
  func takesTheLesserAndTheGreater(
    _ first: String, _ second: String, _ lesser: String, _ greater: String
  ) {
    #expect(interval(first).lesser(of: interval(second)) == interval(lesser))
    #expect(interval(second).lesser(of: interval(first)) == interval(lesser))
    #expect(interval(first).greater(of: interval(second)) == interval(greater))
    #expect(interval(second).greater(of: interval(first)) == interval(greater))
  }

  @Test(
    arguments: [
      ("[1,2]", "[4,5)", "[1,5)", nil), ("[1,3]", "(2,5)", "[1,5)", "(2,3]"),
      ("(1,3)", "[1,3]", "[1,3]", "(1,3)"), ("[1,2)", "[2,3]", "[1,3]", nil),
      ("[1,2]", "[2,3]", "[1,3]", "[2,2]"), ("(,2]", "[1,)", "(,)", "[1,2]"),
      ("~5", "[1,2]", "(,)", "[1,2]"), ("~5", "~5", "~5", "~5"), ("~5", "~6", "(,)", "(,)"),
      ("~5", "(,)", "(,)", "~5"), ("[1,0]", "[1,2]", "[1,2]", nil), ("[1,0]", "(,)", "(,)", nil),
    ] as [(String, String, String, String?)])
  func joinsAndMeets(_ row: (String, String, String, String?)) {
    let (first, second) = (interval(row.0), interval(row.1))
    #expect(first.hull(with: second) == interval(row.2))
    #expect(second.hull(with: first) == interval(row.2))
    #expect(first.intersection(with: second) == row.3.map(interval))
    #expect(second.intersection(with: first) == row.3.map(interval))
  }

  @Test(
    arguments: [
      ("[1,2]", "[1,2]", .yes), ("[1,2]", "(1,2]", .unknown), ("(1,2)", "[1,2]", .yes),
      ("[1,2]", "(2,3]", .no), ("[1,2]", "[2,3]", .unknown), ("3", "(,3)", .no),
      ("3", "(,3]", .yes),
      ("~3", "(,100]", .unknown), ("~3", "(,)", .yes), ("(,)", "(,)", .yes),
      ("(,)", "[0,)", .unknown),
      ("3", "~3", .unknown), ("[2,1]", "[0,9]", .unknown), ("5", "[2,1]", .no),
    ] as [(String, String, Truth)])
  func saysWhetherItIsWithinARange(_ row: (String, String, Truth)) {
    #expect(interval(row.0).isWithin(interval(row.1)) == row.2, "\(row.0) in \(row.1)")
  }

  @Test(
    arguments: [
      ("1", "2", .yes, .no), ("2", "2", .no, .yes), ("[1,2)", "2", .yes, .no),
      ("[1,2]", "2", .unknown, .unknown), ("[2,3]", "[1,2]", .no, .unknown), ("3", "2", .no, .no),
      ("(2,3]", "[1,2]", .no, .no), ("[1,2]", "(2,3]", .yes, .no),
      ("~1", "100", .unknown, .unknown),
      ("1", "~100", .unknown, .unknown), ("(,)", "5", .unknown, .unknown),
      ("[2,1]", "5", .unknown, .unknown), ("~1", "(,)", .unknown, .unknown),
      ("~1", "~1", .unknown, .unknown),
    ] as [(String, String, Truth, Truth)])
  func compares(_ row: (String, String, Truth, Truth)) {
    #expect(interval(row.0).isLess(than: interval(row.1)) == row.2, "\(row.0) < \(row.1)")
    #expect(interval(row.0).isEqual(to: interval(row.1)) == row.3, "\(row.0) = \(row.1)")
  }
}

@Suite struct IntervalLaws {
  /// Each operation on intervals with the one on numbers that it stands for.
  static let operations:
    [(
      name: String, ofIntervals: @Sendable (Interval, Interval) throws -> Interval,
      ofNumbers: @Sendable (Rational, Rational) throws -> Rational
    )] = [
      ("+", { try $0.adding($1) }, { try $0.adding($1) }),
      ("-", { try $0.subtracting($1) }, { try $0.subtracting($1) }),
      ("×", { try $0.multiplied(by: $1) }, { try $0.multiplied(by: $1) }),
      ("÷", { try $0.divided(by: $1) }, { try $0.divided(by: $1) }),
      ("min", { $0.lesser(of: $1) }, { min($0, $1) }),
      ("max", { $0.greater(of: $1) }, { max($0, $1) }),
    ]

  @Test(arguments: operations.indices)
  func holdsEveryResultAndEndsWhereResultsDo(_ index: Int) throws {
    let operation = Self.operations[index]
    var random = SplitMix64.forLaw("interval \(operation.name)", seed: 1_000 + UInt64(index))
    for _ in 0..<400 {
      let (first, second) = (Self.interval(&random), Self.interval(&random))
      if operation.name == "÷", second.contains(.zero) { continue }
      let result = try operation.ofIntervals(first, second)
      var results: [Rational] = []
      for left in Self.samples(of: first) {
        for right in Self.samples(of: second) {
          results.append(try operation.ofNumbers(left, right))
        }
      }
      let missed = results.filter { !result.contains($0) }
      let place = "\(first) \(operation.name) \(second) = \(result)"
      #expect(missed.isEmpty, "\(place)")
      #expect(Self.ends(result, fit: results), "\(place)")
    }
  }

  @Test func answersAsEveryPairOfValuesDoes() {
    var random = SplitMix64.forLaw("interval comparisons", seed: 77)
    for _ in 0..<2_000 {
      let (first, second) = (Self.interval(&random), Self.interval(&random))
      let pairs = Self.samples(of: first).flatMap { left in
        Self.samples(of: second).map { (left, $0) }
      }
      let place = "\(first) \(second)"
      #expect(first.isLess(than: second) == Self.truth(pairs.map { $0.0 < $0.1 }), "\(place)")
      let within = Self.truth(Self.samples(of: first).map { second.contains($0) })
      #expect(first.isWithin(second) == within, "\(place)")
      if first.isEqual(to: second) != .unknown {
        let equal = Self.truth(pairs.map { $0.0 == $0.1 })
        #expect(first.isEqual(to: second) == equal, "\(place)")
      }
      let common = first.intersection(with: second)
      let hull = first.hull(with: second)
      for value in Self.samples(of: first) + Self.samples(of: second) {
        let isInBoth = first.contains(value) && second.contains(value)
        #expect((common?.contains(value) ?? false) == isInBoth, "\(place)")
        #expect(hull.contains(value), "\(place)")
      }
    }
  }

  /// Returns an interval that is not empty, with ends among small whole numbers or none.
  private static func interval(_ random: inout SplitMix64) -> Interval {
    while true {
      let interval = Interval(lower: end(&random), upper: end(&random))
      if !interval.isEmpty { return interval }
    }
  }

  private static func end(_ random: inout SplitMix64) -> Interval.Endpoint? {
    guard random.next() % 5 != 0 else { return nil }
    let value = ratio(Int128.random(in: -4...4, using: &random))
    return .init(value, isIncluded: random.next() % 2 == 0)
  }

  /// Returns values in an interval: whole and half ones, such that nearly are an end, and far ones.
  private static func samples(of interval: Interval) -> [Rational] {
    var samples = (-9...9).map { ratio(Int128($0), 2) } + [ratio(-1_000_000), ratio(1_000_000)]
    for value in [interval.lower?.value, interval.upper?.value].compactMap(\.self) {
      samples.append(ratio(value.numerator * 10_000 + 1, 10_000))
      samples.append(ratio(value.numerator * 10_000 - 1, 10_000))
    }
    return samples.filter { interval.contains($0) }
  }

  /// Whether an included end is among the results, an excluded one is not but nearly, and results
  /// go far where there is no end.
  private static func ends(_ interval: Interval, fit results: [Rational]) -> Bool {
    guard let least = results.min(), let greatest = results.max() else { return false }
    return fits(interval.lower, least) && fits(interval.upper, greatest)
  }

  private static func fits(_ end: Interval.Endpoint?, _ extreme: Rational) -> Bool {
    guard let end else { return extreme.magnitude > ratio(1_000) }
    if end.isIncluded { return extreme == end.value }
    let gap = (try? extreme.subtracting(end.value).magnitude) ?? ratio(1)
    return extreme != end.value && gap < ratio(1, 100)
  }

  private static func truth(_ answers: [Bool]) -> Truth {
    answers.allSatisfy(\.self) ? .yes : answers.contains(true) ? .unknown : .no
  }
}
