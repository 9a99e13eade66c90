/// Interest at a rate a year of 360 days, as payment laws count it.
///
/// It is worked out in exact fractions as far as they fit; beyond, within bounds that hold the exact
/// result and lie so close together that the same cent comes out of both, or it stays open.
package enum Interest {
  /// Interest is never added to the sum more often: a hundred years of quarters.
  package static let mostPeriods = 400
  private static let daysOfYear = 360

  /// Why there is no interest: days below zero or in parts, a rate below zero, or too many periods.
  private struct NotCountable: Error {}

  /// Returns the interest on a sum for days, added to it after each period of days if there is one.
  ///
  /// Nothing is known of it where an operand is known only approximately.
  package static func on(
    _ sum: Interval, at rate: Interval, for days: Interval, every period: Interval?
  ) throws -> Interval {
    let operands = [sum, rate, days] + [period].compactMap { $0 }
    guard operands.allSatisfy({ $0.approximately == nil }) else { return .unbounded }
    if let empty = operands.first(where: \.isEmpty) { return empty }
    let terms = try Terms(rate: rate, days: days, period: period)
    do {
      return try sum.multiplied(by: terms.growth(isRounded: false))
    } catch ArithmeticFailure.overflow {
      return try sum.multiplied(by: terms.growth(isRounded: true))
    }
  }

  /// The least and the greatest rate, and the fewest and the most days; nil is without bound.
  private struct Terms {
    let lowRate: Rational
    let highRate: Rational?
    let fewest: Int
    let most: Int?
    let period: Int?

    init(rate: Interval, days: Interval, period: Interval?) throws {
      for operand in [rate, days] {
        if let upper = operand.upper, upper.value.sign < 0 { throw NotCountable() }
      }
      if let exact = days.exact, !exact.isInteger { throw NotCountable() }
      lowRate = max(.zero, rate.lower?.value ?? .zero)
      highRate = rate.upper?.value
      fewest = try Self.int(max(.zero, days.lower?.value ?? .zero))
      most = try days.upper.map { try Self.int($0.value) }
      self.period = try period.map { period in
        guard let exact = period.exact, exact.isInteger, exact.sign > 0 else {
          throw NotCountable()
        }
        return try Self.int(exact)
      }
    }

    /// Parts of a day are left out below and above: days are whole.
    private static func int(_ days: Rational) throws -> Int {
      guard let count = Int(exactly: days.floor) else { throw ArithmeticFailure.overflow }
      return count
    }

    /// What one unit of money earns.
    func growth(isRounded: Bool) throws -> Interval {
      let least = try growth(at: lowRate, for: fewest, isRounded: isRounded)
      guard let highRate, let most else { return Interval(lower: least.lower, upper: nil) }
      return least.hull(with: try growth(at: highRate, for: most, isRounded: isRounded))
    }

    private func growth(at rate: Rational, for days: Int, isRounded: Bool) throws -> Interval {
      func earned(in days: Int) throws -> Rational {
        try rate.multiplied(by: Rational(Int128(days), over: Int128(daysOfYear)))
      }
      guard let period else { return Interval(exactly: try earned(in: days)) }
      let (count, rest) = days.quotientAndRemainder(dividingBy: period)
      guard count <= mostPeriods else { throw NotCountable() }
      let factors =
        Array(repeating: try Rational.one.adding(earned(in: period)), count: count)
        + [try Rational.one.adding(earned(in: rest))]
      var worth = Interval(exactly: .one)
      for factor in factors {
        worth = try worth.multiplied(by: Interval(exactly: factor))
        if isRounded { worth = try worth.withinDecimals() }
      }
      return try worth.subtracting(Interval(exactly: .one))
    }
  }
}

extension Interval {
  /// The fraction that bounds are rounded to where exact ones do not fit.
  private static let grain = try? Rational(1, over: 1_000_000_000_000_000_000)

  /// Returns bounds a little wider, in decimals that fit.
  fileprivate func withinDecimals() throws(ArithmeticFailure) -> Interval {
    guard let lower, let upper, let grain = Self.grain else { return self }
    return Interval(
      lower: .included(try lower.value.rounded(.down, toMultipleOf: grain)),
      upper: .included(try upper.value.rounded(.up, toMultipleOf: grain)))
  }
}
