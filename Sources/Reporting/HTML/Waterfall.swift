internal import ContractModel

/// How invoiced money comes down to what is payable, as bars that add up.
struct Waterfall {
  struct Bar {
    /// Nil for what was invoiced.
    let bucket: Bucket?
    let start: ChartPosition
    let end: ChartPosition

    var length: ChartPosition { ChartPosition(parts: end.parts - start.parts) }
  }

  /// The height of a bar with the room around it.
  static let rowHeight = 36

  /// What was invoiced, then every bucket with money in it, and what is payable; each ends where
  /// the last one began.
  let bars: [Bar]

  /// Makes the bars, by the figures of amounts that are known only within bounds; nil where nothing is
  /// invoiced.
  init?(_ amounts: Amounts) {
    let steps = Bucket.steps.filter { $0 == .pay || !amounts[$0].isZero }
    let figures = steps.map { Int128(max(0, amounts[$0].nominal)) }
    let invoiced = Int128(max(0, amounts.invoiced.nominal))
    let sum = figures.reduce(0, +)
    // Bounds need not add up.
    let whole = max(sum, invoiced)
    guard whole > 0 else { return nil }
    var bars = [Bar(bucket: nil, start: .zero, end: ChartPosition(invoiced, of: whole))]
    var rest = sum
    for (bucket, figure) in zip(steps, figures) {
      let end = ChartPosition(rest, of: whole)
      rest -= figure
      bars.append(Bar(bucket: bucket, start: ChartPosition(rest, of: whole), end: end))
    }
    self.bars = bars
  }
}

/// A place along a drawing, counted in parts of 100,000, as a drawing that bends to the page needs it.
struct ChartPosition: Hashable {
  static let zero = ChartPosition(parts: 0)

  let parts: Int

  init(parts: Int) { self.parts = parts }

  /// Makes the share of a part, which is not negative and no larger than the whole.
  init(_ part: Int128, of whole: Int128) { parts = Int((part * 100_000 + whole / 2) / whole) }

  /// As an attribute has it: `83.607%`.
  var percent: String { "\(parts / 1000).\("\(1000 + parts % 1000)".dropFirst())%" }
}
