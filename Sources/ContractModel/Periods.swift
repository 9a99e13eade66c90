extension Interval {
  /// Returns how many periods of a length are begun within this length, or how many whole ones lie
  /// in it; of a length below zero none.
  ///
  /// Throws `divisionByZero` where the period may not be above zero, and `overflow`.
  package func periods(
    of length: Interval, isStarted: Bool
  ) throws(ArithmeticFailure) -> Interval {
    let shortest = length.approximately ?? length.lower?.value
    guard let shortest, shortest.sign >= 0 else { throw .divisionByZero }
    let quotient = try divided(by: length)
    if quotient.isEmpty { return quotient }
    if let nominal = quotient.approximately {
      return Interval(
        approximately: try Rational(max(0, isStarted ? nominal.ceiling : nominal.floor), over: 1))
    }
    // Just above a whole number one more is begun; just below one, one less is whole.
    let fewest = quotient.lower.map { end in
      isStarted ? (end.isIncluded ? end.value.ceiling : end.value.floor + 1) : end.value.floor
    }
    let most = quotient.upper.map { end in
      isStarted ? end.value.ceiling : end.isIncluded ? end.value.floor : end.value.ceiling - 1
    }
    return Interval(
      lower: .included(try Rational(max(0, fewest ?? 0), over: 1)),
      upper: try most.map { count throws(ArithmeticFailure) in
        .included(try Rational(max(0, count), over: 1))
      })
  }
}

extension Rational {
  /// The least whole number that is not below this one.
  fileprivate var ceiling: Int128 { isInteger ? floor : floor + 1 }
}
