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

  /// Nothing below is possible; `nil` if there is no such bound.
  package let lower: Endpoint?
  /// Nothing above is possible; `nil` if there is no such bound.
  package let upper: Endpoint?
  /// The nominal value of a quantity given approximately; both bounds are then `nil`.
  package let approximately: Rational?

  /// Makes the interval between two bounds; `nil` is no bound. It may be empty.
  package init(lower: Endpoint?, upper: Endpoint?) {
    self.lower = lower
    self.upper = upper
    approximately = nil
  }

  /// Makes the interval that holds one value.
  package init(exactly value: Rational) {
    self.init(lower: .included(value), upper: .included(value))
  }

  /// Makes a quantity of which a nominal value is known, and nothing for certain.
  package init(approximately nominal: Rational) {
    lower = nil
    upper = nil
    approximately = nominal
  }

  /// Every value is possible, and there is no nominal one.
  package static let unbounded = Interval(lower: nil, upper: nil)

  /// The only possible value, if there is just one.
  package var exact: Rational? {
    guard let lower, lower.isIncluded, lower == upper else { return nil }
    return lower.value
  }

  /// Whether no value is possible: what was said of the quantity contradicts itself.
  package var isEmpty: Bool {
    guard let lower, let upper else { return false }
    if lower.value == upper.value { return !(lower.isIncluded && upper.isIncluded) }
    return lower.value > upper.value
  }

  /// Whether nothing is known, not even a nominal value.
  package var isUnbounded: Bool { self == .unbounded }

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
