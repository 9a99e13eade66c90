/// What is known of one ordered quantity: the values that it may have.
///
/// A value given "approximately" has a nominal value and no bounds, for nobody said how far off it
/// may be.
package struct Interval: Hashable, Sendable {
  /// Where an interval ends on one side.
  package struct Endpoint: Hashable, Sendable {
    /// The least or greatest value, or what values come ever nearer to.
    package let value: Rational
    /// Whether the quantity may be this very value.
    package let isIncluded: Bool

    /// Makes an end at a value.
    package init(_ value: Rational, isIncluded: Bool) {
      self.value = value
      self.isIncluded = isIncluded
    }

    /// Returns an end whose value is possible.
    package static func included(_ value: Rational) -> Endpoint {
      Endpoint(value, isIncluded: true)
    }

    /// Returns an end whose value is not possible.
    package static func excluded(_ value: Rational) -> Endpoint {
      Endpoint(value, isIncluded: false)
    }
  }

  /// How an interval ends on one side.
  private enum End: Hashable, Sendable { case endless, excluded, included }

  // Two numbers and three small words, and not three numbers that may be there: intervals are
  // copied more than anything else.
  private let least: Rational
  private let greatest: Rational
  private let leastEnd: End
  private let greatestEnd: End
  private let isApproximate: Bool

  /// Nothing below is possible; `nil` if there is no such bound.
  package var lower: Endpoint? {
    leastEnd == .endless ? nil : Endpoint(least, isIncluded: leastEnd == .included)
  }

  /// Nothing above is possible; `nil` if there is no such bound.
  package var upper: Endpoint? {
    greatestEnd == .endless ? nil : Endpoint(greatest, isIncluded: greatestEnd == .included)
  }

  /// The nominal value of a quantity given approximately; both bounds are then `nil`.
  package var approximately: Rational? { isApproximate ? least : nil }

  /// Makes the interval between two bounds; `nil` is no bound. It may be empty.
  package init(lower: Endpoint?, upper: Endpoint?) {
    least = lower?.value ?? .zero
    greatest = upper?.value ?? .zero
    leastEnd = Self.end(lower)
    greatestEnd = Self.end(upper)
    isApproximate = false
  }

  private static func end(_ end: Endpoint?) -> End {
    end.map { $0.isIncluded ? .included : .excluded } ?? .endless
  }

  /// Makes the interval that holds one value.
  package init(exactly value: Rational) {
    least = value
    greatest = value
    leastEnd = .included
    greatestEnd = .included
    isApproximate = false
  }

  /// Makes a quantity of which a nominal value is known, and nothing for certain.
  package init(approximately nominal: Rational) {
    least = nominal
    greatest = .zero
    leastEnd = .endless
    greatestEnd = .endless
    isApproximate = true
  }

  /// Every value is possible, and there is no nominal one.
  package static let unbounded = Interval(lower: nil, upper: nil)

  /// The only possible value, if there is just one.
  package var exact: Rational? {
    leastEnd == .included && greatestEnd == .included && least == greatest ? least : nil
  }

  /// Whether no value is possible: what was said of the quantity contradicts itself.
  package var isEmpty: Bool {
    guard leastEnd != .endless, greatestEnd != .endless else { return false }
    if least == greatest { return leastEnd != .included || greatestEnd != .included }
    return least > greatest
  }

  /// Whether nothing is known, not even a nominal value.
  package var isUnbounded: Bool {
    leastEnd == .endless && greatestEnd == .endless && !isApproximate
  }

  /// Whether a value is possible. An approximate quantity may have any.
  package func contains(_ value: Rational) -> Bool {
    if let lower, value < lower.value || (value == lower.value && !lower.isIncluded) {
      return false
    }
    if let upper, value > upper.value || (value == upper.value && !upper.isIncluded) {
      return false
    }
    return true
  }
}

extension Interval {
  /// Returns the smallest interval that holds the values of both.
  ///
  /// An empty operand adds nothing. Two approximate quantities with one nominal value keep it; any
  /// other hull with an approximate quantity is unbounded.
  package func hull(with other: Interval) -> Interval {
    if isEmpty { return other }
    if other.isEmpty || self == other { return self }
    return Interval(
      lower: Endpoint.lowest(lower, other.lower, isInBoth: false),
      upper: Endpoint.highest(upper, other.upper, isInBoth: false))
  }

  /// Returns the values that are in both, or `nil` if there are none.
  ///
  /// An approximate quantity keeps its nominal value only if the other is unbounded or the same;
  /// otherwise the bounds of the other remain, being what is certain.
  package func intersection(with other: Interval) -> Interval? {
    if other.isUnbounded || self == other { return isEmpty ? nil : self }
    if isUnbounded { return other.isEmpty ? nil : other }
    let common = Interval(
      lower: Endpoint.highestLower(lower, other.lower),
      upper: Endpoint.lowestUpper(upper, other.upper))
    return common.isEmpty ? nil : common
  }
}

extension Interval.Endpoint {
  /// Returns the lower of two ends, `nil` being endless downwards.
  ///
  /// Of two ends at one value, the result is included if both are, or, unless `isInBoth`, if one is.
  static func lowest(_ first: Self?, _ second: Self?, isInBoth: Bool) -> Self? {
    guard let first, let second else { return nil }
    if first.value == second.value { return first.merged(with: second, isInBoth: isInBoth) }
    return first.value < second.value ? first : second
  }

  /// Returns the higher of two ends, `nil` being endless upwards; as `lowest` otherwise.
  static func highest(_ first: Self?, _ second: Self?, isInBoth: Bool) -> Self? {
    guard let first, let second else { return nil }
    if first.value == second.value { return first.merged(with: second, isInBoth: isInBoth) }
    return first.value > second.value ? first : second
  }

  /// Returns the higher of two lower ends, `nil` being endless; included where both are.
  static func highestLower(_ first: Self?, _ second: Self?) -> Self? {
    first == nil || second == nil
      ? first ?? second : highest(first, second, isInBoth: true)
  }

  /// Returns the lower of two upper ends, `nil` being endless; included where both are.
  static func lowestUpper(_ first: Self?, _ second: Self?) -> Self? {
    first == nil || second == nil ? first ?? second : lowest(first, second, isInBoth: true)
  }

  private func merged(with other: Self, isInBoth: Bool) -> Self {
    let isIncluded =
      isInBoth ? isIncluded && other.isIncluded : isIncluded || other.isIncluded
    return Self(value, isIncluded: isIncluded)
  }
}
