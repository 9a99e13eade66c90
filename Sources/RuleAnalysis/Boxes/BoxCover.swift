/// Some cells of every axis: a box.
typealias Box = [ClosedRange<Int>]

/// The rows of a table as boxes over its axes, and what they leave open or cover twice.
///
/// Exact: rows are told apart only where their ranges end, so going through the stretches between
/// those ends, one axis after the other, sees every combination of values there is.
struct BoxCover {
  /// The most steps that are taken for one table; beyond, the answer is not complete.
  static let stepLimit = 500_000

  let axes: [Axis]
  /// For each row the cells of each axis.
  let rows: [[CellRange]]
  /// For each axis the cells in which each row may apply.
  private let possible: [[[ClosedRange<Int>]]]
  private var steps = 0
  private var found: [Box] = []

  init(axes: [Axis], rows: [[CellRange]]) {
    self.axes = axes
    self.rows = rows
    possible = axes.indices.map { axis in rows.map { $0[axis].possible } }
  }

  /// Returns boxes of values for which no row may apply, and whether all of them were looked for in so
  /// many steps, of which those that were taken are taken off.
  mutating func gaps(in stepsLeft: inout Int) -> (boxes: [Box], isComplete: Bool) {
    found = []
    steps = stepsLeft
    visit(axis: 0, rows: Array(rows.indices), box: [])
    stepsLeft = steps
    return (merged(found), steps > 0)
  }

  private mutating func visit(axis: Int, rows active: [Int], box: Box) {
    guard steps > 0 else { return }
    if active.isEmpty {
      found.append(box + axes[axis...].map(\.whole))
      return
    }
    guard axis < axes.count else { return }
    var events = events(of: active, on: axis)[...]
    var inside: [Int] = []
    var start = 0
    while start < axes[axis].isPossible.count {
      while let event = events.first, event.cell == start {
        if event.isEnd { inside.removeAll { $0 == event.row } } else { inside.append(event.row) }
        events.removeFirst()
      }
      let next = min(events.first?.cell ?? .max, axes[axis].isPossible.count)
      steps -= inside.count + 1
      if axes[axis].isPossible(start...next - 1) {
        visit(axis: axis + 1, rows: inside, box: box + [start...next - 1])
      }
      start = next
    }
  }

  /// Returns where rows begin and end to apply on an axis, in order; an end is behind the last cell.
  private func events(
    of rows: [Int], on axis: Int
  ) -> [(cell: Int, isEnd: Bool, row: Int)] {
    var events: [(cell: Int, isEnd: Bool, row: Int)] = []
    for row in rows {
      for cells in possible[axis][row] {
        events.append((cells.lowerBound, false, row))
        events.append((cells.upperBound + 1, true, row))
      }
    }
    return events.sorted {
      $0.cell == $1.cell ? $0.isEnd && !$1.isEnd : $0.cell < $1.cell
    }
  }

  /// Returns the box that two rows have in common; nil where they never apply at once.
  func overlap(of first: Int, _ second: Int) -> Box? {
    var box: Box = []
    for axis in axes.indices {
      guard let common = common(axis, first, second) else { return nil }
      box.append(common)
    }
    return box
  }

  private func common(_ axis: Int, _ first: Int, _ second: Int) -> ClosedRange<Int>? {
    for one in rows[first][axis].certain {
      for other in rows[second][axis].certain where one.overlaps(other) {
        let both = one.clamped(to: other)
        if axes[axis].isPossible(both) { return both }
      }
    }
    return nil
  }

  /// Returns the pairs of rows that apply at once for some values, the later row second, in the order
  /// of the later ones, up to a number.
  func overlappingPairs(limit: Int) -> [(first: Int, second: Int, box: Box)] {
    // Sorted by where they begin on the first axis, rows behind the end of one cannot meet it.
    let spans = rows.indices.compactMap { row -> (row: Int, first: Int, last: Int)? in
      guard let cells = rows[row].first?.certain, let first = cells.first, let last = cells.last
      else { return nil }
      return (row, first.lowerBound, last.upperBound)
    }.sorted { ($0.first, $0.row) < ($1.first, $1.row) }
    var pairs: [(first: Int, second: Int, box: Box)] = []
    search: for (place, one) in spans.enumerated() {
      for other in spans[(place + 1)...] {
        guard other.first <= one.last else { break }
        let (first, second) = (min(one.row, other.row), max(one.row, other.row))
        guard let box = overlap(of: first, second) else { continue }
        pairs.append((first, second, box))
        if pairs.count >= limit { break search }
      }
    }
    return pairs.sorted { ($0.second, $0.first) < ($1.second, $1.first) }
  }

  /// Whether no value lets a row apply.
  func neverApplies(_ row: Int) -> Bool {
    axes.indices.contains { axis in
      !rows[row][axis].possible.contains { axes[axis].isPossible($0) }
    }
  }

  /// Whether one row applies wherever another may.
  func isWithin(_ inner: Int, _ outer: Int) -> Bool {
    axes.indices.allSatisfy { axis in
      rows[inner][axis].possible.joined().allSatisfy { cell in
        !axes[axis].isPossible[cell]
          || rows[outer][axis].certain.contains { $0.contains(cell) }
      }
    }
  }

  // MARK: Fewer, larger boxes

  /// Joins boxes that differ in one axis only and touch there.
  private func merged(_ boxes: [Box]) -> [Box] {
    guard boxes.count <= 200 else { return boxes }
    var result: [Box] = []
    for box in boxes {
      var current = box
      while let place = result.firstIndex(where: { joined($0, current) != nil }),
        let larger = joined(result[place], current)
      {
        result.remove(at: place)
        current = larger
      }
      result.append(current)
    }
    return result
  }

  private func joined(_ first: Box, _ second: Box) -> Box? {
    let different = first.indices.filter { first[$0] != second[$0] }
    guard different.count == 1, let axis = different.first else { return nil }
    let (low, high) =
      first[axis].lowerBound < second[axis].lowerBound
      ? (first[axis], second[axis]) : (second[axis], first[axis])
    let between = low.upperBound + 1..<max(low.upperBound + 1, high.lowerBound)
    guard !between.contains(where: { axes[axis].isPossible[$0] }),
      axes[axis].none.map({ high.upperBound < $0 }) ?? true
    else { return nil }
    var box = first
    box[axis] = low.lowerBound...max(low.upperBound, high.upperBound)
    return box
  }
}
