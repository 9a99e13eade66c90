import ContractModel
import RuleChecking

/// One quantity of a table or of a group of rules, cut into cells within which no range that is asked
/// about it tells two values apart.
///
/// Of ordered values every end of a range is a cell of its own, and what lies between two ends is one:
/// cell 2n is what lies below the n-th end, cell 2n + 1 the end itself.
struct Axis {
  enum Values: Equatable {
    /// The ends of all ranges, in order.
    case ordered([Rational])
    case words([String])
    /// Texts or roles that are named; the last cell stands for any other one.
    case names([String])
  }

  let values: Values
  let extent: Extent
  /// Whether it is asked what holds where there is no value; that is then the last cell.
  let asksForNone: Bool
  /// Of each cell, whether some value lies in it.
  let isPossible: [Bool]
  /// How many cells before each one have a value in them.
  private let possibleBefore: [Int]

  init(_ values: Values, extent: Extent, asksForNone: Bool) {
    self.values = values
    self.extent = extent
    self.asksForNone = asksForNone
    var cells: [Bool]
    switch values {
    case .ordered(let ends):
      cells = (0...2 * ends.count).map { Self.interval(of: $0, among: ends).hasValue(in: extent) }
    case .words(let words):
      cells = words.indices.map { word in
        extent.words.map { $0 & (1 << UInt64(word)) != 0 } ?? true
      }
    case .names(let names): cells = Array(repeating: true, count: names.count + 1)
    }
    if asksForNone { cells.append(extent.mayBeNone) }
    isPossible = cells
    var counts = [0]
    counts.reserveCapacity(cells.count + 1)
    for cell in cells { counts.append(counts[counts.count - 1] + (cell ? 1 : 0)) }
    possibleBefore = counts
  }

  /// All cells.
  var whole: ClosedRange<Int> { 0...max(0, isPossible.count - 1) }

  /// Whether some value lies in one of some cells.
  func isPossible(_ cells: ClosedRange<Int>) -> Bool {
    possibleBefore[cells.upperBound + 1] > possibleBefore[cells.lowerBound]
  }

  /// The cell of an end of an ordered axis.
  func cell(of end: Rational) -> Int {
    guard case .ordered(let ends) = values else { return 0 }
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < end { low = middle + 1 } else { high = middle }
    }
    return 2 * low + 1
  }

  /// The cell that stands for no value.
  var none: Int? { asksForNone ? isPossible.count - 1 : nil }

  /// The cells of values.
  var given: ClosedRange<Int>? {
    let count = isPossible.count - (asksForNone ? 1 : 0)
    return count > 0 ? 0...count - 1 : nil
  }

  /// The values of some cells of an ordered axis.
  func interval(of cells: ClosedRange<Int>) -> Interval {
    guard case .ordered(let ends) = values else { return .unbounded }
    return Interval(
      lower: Self.interval(of: cells.lowerBound, among: ends).lower,
      upper: Self.interval(of: cells.upperBound, among: ends).upper)
  }

  private static func interval(of cell: Int, among ends: [Rational]) -> Interval {
    let end = cell / 2
    if cell % 2 == 1 { return Interval(exactly: ends[end]) }
    return Interval(
      lower: end > 0 ? .excluded(ends[end - 1]) : nil,
      upper: end < ends.count ? .excluded(ends[end]) : nil)
  }
}

extension Interval {
  /// Whether some value of an extent lies in the interval; whole ones where the extent has no others.
  fileprivate func hasValue(in extent: Extent) -> Bool {
    guard let common = intersection(with: extent.interval) else { return false }
    return !extent.isWhole || common.hasWholeNumber
  }

  /// Whether a whole number lies in it.
  var hasWholeNumber: Bool {
    guard let lower, let upper else { return true }
    let isLeast = lower.isIncluded && lower.value.isInteger
    let least = lower.value.floor &+ (isLeast ? 0 : 1)
    return upper.value.floor > least
      || (upper.value.floor == least && (upper.isIncluded || !upper.value.isInteger))
  }
}
