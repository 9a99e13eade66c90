/// Ways to divide an amount that lose and invent nothing.
package enum Allocation {
  /// Returns the parts of an amount in proportion to weights, by the method of largest remainders.
  ///
  /// Each part is its exact share cut off towards zero; what is left goes, one unit each, to the
  /// largest fractions cut off, of equal ones to the earlier. The parts add up to `minorUnits`; a
  /// weight of zero gets nothing; a negative amount is divided as its magnitude. Returns `nil` when
  /// there is no weight above zero, or one below.
  package static func largestRemainder(minorUnits: Int64, weights: [Int64]) -> [Int64]? {
    guard weights.allSatisfy({ $0 >= 0 }) else { return nil }
    let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard total > 0 else { return nil }
    let shares = weights.map {
      (Int128(minorUnits.magnitude) * Int128($0)).quotientAndRemainder(dividingBy: total)
    }
    var parts = shares.map(\.quotient)
    let left = Int128(minorUnits.magnitude) - parts.reduce(0, +)
    let byRemainder = shares.indices.sorted {
      (shares[$1].remainder, $0) < (shares[$0].remainder, $1)
    }
    for index in byRemainder.prefix(Int(left)) { parts[index] += 1 }
    return parts.map { Int64(minorUnits < 0 ? -$0 : $0) }
  }
}
