/// One value of each of the records that were found, as whole numbers.
struct FlatColumn {
  /// Stands for a value that is not exactly one whole number.
  static let odd = Int64.min

  private(set) var values: [Int64]
  /// Whether none is odd.
  private(set) var isPlain: Bool

  /// The same for all.
  init(repeating value: Int64, count: Int) {
    values = [Int64](repeating: value, count: count)
    isPlain = value != Self.odd
  }

  /// Asks for the value of each record, by its row.
  @inline(__always)
  init(count: Int, _ value: (_ row: Int) -> Int64) {
    self.init(repeating: 0, count: count)
    // None is less, and no branch is needed to find the least.
    var least = Int64.max
    var cells = values.mutableSpan
    for row in cells.indices {
      cells[row] = value(row)
      least = min(least, cells[row])
    }
    isPlain = least != Self.odd
  }

  /// The values as places in a list; what those of odd ones are does not count.
  var places: [Int32] {
    var places = [Int32](repeating: 0, count: values.count)
    let values = values.span
    var cells = places.mutableSpan
    for row in cells.indices { cells[row] = Int32(truncatingIfNeeded: values[row]) }
    return places
  }
}
