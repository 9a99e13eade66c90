package import ContractModel

extension Amount {
  /// Makes the amount that an interval of minor units tells of.
  ///
  /// Returns nil where the interval tells of none: where nothing is known, where no value is
  /// possible, or where an end is not a whole number of minor units that fits 64 bits.
  package init?(_ interval: Interval) {
    guard !interval.isEmpty else { return nil }
    if let nominal = interval.approximately {
      self.init(nominal, .approximately)
    } else if let exact = interval.exact {
      self.init(exact, .exact)
    } else if let lower = interval.lower, let upper = interval.upper {
      guard let most = Self.minorUnits(upper.value) else { return nil }
      self.init(lower.value, .to(most))
    } else if let lower = interval.lower {
      self.init(lower.value, lower.isIncluded ? .atLeast : .moreThan)
    } else if let upper = interval.upper {
      self.init(upper.value, upper.isIncluded ? .atMost : .lessThan)
    } else {
      return nil
    }
  }

  private init?(_ value: Rational, _ bound: Bound) {
    guard let nominal = Self.minorUnits(value) else { return nil }
    self.init(nominal: nominal, bound: bound)
  }

  private static func minorUnits(_ value: Rational) -> Int64? {
    guard value.isInteger, let units = Int64(exactly: value.numerator), units != .min else {
      return nil
    }
    return units
  }

  /// Returns the amount of an interval, or says which invariant that interval breaks.
  static func reading(
    _ interval: Interval, of owner: @autoclosure () -> String
  ) throws(SettlementFailure) -> Amount {
    if let amount = Amount(interval) { return amount }
    let ends = [interval.approximately, interval.lower?.value, interval.upper?.value]
    guard ends.contains(where: { $0.map { Int64(exactly: $0.floor) == nil } ?? false }) else {
      throw .conservationBroken("\(owner()) has an amount that is not in whole minor units")
    }
    throw .overflow("\(owner()) has an amount that does not fit")
  }
}
