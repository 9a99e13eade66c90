// An answer is `yes` or `no` only when it is the same for every possible value; an approximate or
// an empty quantity settles nothing but what is said below.
extension Interval {
  /// Returns whether the quantity lies in a range.
  ///
  /// It is `yes` if every value does, `no` if none does. Every quantity that is not empty lies in
  /// the unbounded range, an approximate one too; nothing lies in an empty one.
  package func isWithin(_ range: Interval) -> Truth {
    if isEmpty { return .unknown }
    if range.isUnbounded { return .yes }
    if let exact, range.approximately == nil { return Truth(range.contains(exact)) }
    if approximately != nil || range.approximately != nil { return .unknown }
    guard let common = intersection(with: range) else { return .no }
    return common == self ? .yes : .unknown
  }

  /// Returns whether this quantity is less than another, independent one.
  package func isLess(than other: Interval) -> Truth {
    if let exact, let otherExact = other.exact { return Truth(exact < otherExact) }
    guard isCertain, other.isCertain else { return .unknown }
    if let upper, let lower = other.lower {
      if upper.value < lower.value { return .yes }
      if upper.value == lower.value, !(upper.isIncluded && lower.isIncluded) { return .yes }
    }
    if let lower, let upper = other.upper, lower.value >= upper.value { return .no }
    return .unknown
  }

  /// Returns whether this quantity equals another, independent one.
  ///
  /// It is `yes` only if each has one possible value, and `no` if they have none in common.
  package func isEqual(to other: Interval) -> Truth {
    if let exact, let otherExact = other.exact { return Truth(exact == otherExact) }
    guard isCertain, other.isCertain else { return .unknown }
    return intersection(with: other) == nil ? .no : .unknown
  }

  private var isCertain: Bool { approximately == nil && !isEmpty }
}
