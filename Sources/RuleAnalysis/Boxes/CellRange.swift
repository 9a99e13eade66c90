import ContractModel
import RuleChecking

/// Which cells of an axis a range takes in: those where it certainly holds, and those where it may.
///
/// The two differ only where an end is itself not known exactly, as a month for a day.
struct CellRange {
  var certain: [ClosedRange<Int>]
  var possible: [ClosedRange<Int>]

  init(_ cells: [ClosedRange<Int>]) { (certain, possible) = (cells, cells) }

  init(certain: [ClosedRange<Int>], possible: [ClosedRange<Int>]) {
    self.certain = certain
    self.possible = possible
  }

  /// Returns the cells of both; the axis has so many cells.
  func intersection(_ other: CellRange) -> CellRange {
    func common(_ first: [ClosedRange<Int>], _ second: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
      first.flatMap { one in
        second.compactMap { $0.overlaps(one) ? $0.clamped(to: one) : nil }
      }
    }
    return CellRange(
      certain: common(certain, other.certain), possible: common(possible, other.possible))
  }

  func union(_ other: CellRange) -> CellRange {
    CellRange(
      certain: (certain + other.certain).joined(), possible: (possible + other.possible).joined())
  }

  /// Returns the cells of an axis of so many cells that are not taken in.
  func complement(in axis: Axis) -> CellRange {
    CellRange(
      certain: possible.complement(in: axis.whole), possible: certain.complement(in: axis.whole))
  }
}

/// An end of a range as a plain number: between two, where it is not known exactly.
struct ConcreteEnd {
  let least: Rational
  let greatest: Rational
  let isIncluded: Bool
}

/// A range whose ends are plain numbers.
indirect enum ConcreteRange {
  case any
  case given
  case none
  case bounds(lower: ConcreteEnd?, upper: ConcreteEnd?)
  case words(UInt64)
  case names([String])
  case either([ConcreteRange])
  /// One end could not be worked out: it may hold anywhere.
  case unknown

  /// The ends that it is made of.
  var ends: [Rational] {
    switch self {
    case .bounds(let lower, let upper):
      [lower, upper].compactMap { $0 }.flatMap { [$0.least, $0.greatest] }
    case .either(let parts): parts.flatMap(\.ends)
    case .any, .given, .none, .words, .names, .unknown: []
    }
  }

  /// The texts or roles that it names.
  var names: [String] {
    switch self {
    case .names(let names): names
    case .either(let parts): parts.flatMap(\.names)
    case .any, .given, .none, .words, .bounds, .unknown: []
    }
  }

  /// Whether it speaks of there being a value.
  var asksForNone: Bool {
    switch self {
    case .given, .none: true
    case .either(let parts): parts.contains { $0.asksForNone }
    case .any, .bounds, .words, .names, .unknown: false
    }
  }
}

extension Axis {
  /// Returns the cells that a range takes in.
  func cells(of range: ConcreteRange) -> CellRange {
    switch range {
    case .any: return CellRange([whole])
    case .given: return CellRange(given.map { [$0] } ?? [])
    case .none: return CellRange(none.map { [$0...$0] } ?? [])
    case .unknown: return CellRange(certain: [], possible: given.map { [$0] } ?? [])
    case .either(let parts):
      return parts.map(cells).reduce(CellRange([])) { $0.union($1) }
    case .words(let mask):
      guard let given else { return CellRange([]) }
      return CellRange(given.filter { mask & (1 << UInt64($0)) != 0 }.map { $0...$0 }.joined())
    case .names(let wanted):
      guard case .names(let all) = values else { return CellRange([]) }
      return CellRange(all.indices.filter { wanted.contains(all[$0]) }.map { $0...$0 }.joined())
    case .bounds(let lower, let upper): return cells(lower, upper)
    }
  }

  private func cells(_ lower: ConcreteEnd?, _ upper: ConcreteEnd?) -> CellRange {
    guard let given, case .ordered = values else { return CellRange([]) }
    func span(_ first: Int, _ last: Int) -> [ClosedRange<Int>] {
      first <= last ? [first...last] : []
    }
    var certain = (first: given.lowerBound, last: given.upperBound)
    var possible = certain
    if let lower {
      certain.first = cell(of: lower.greatest) + (lower.isIncluded ? 0 : 1)
      possible.first = cell(of: lower.least) + (lower.isIncluded ? 0 : 1)
    }
    if let upper {
      certain.last = cell(of: upper.least) - (upper.isIncluded ? 0 : 1)
      possible.last = cell(of: upper.greatest) - (upper.isIncluded ? 0 : 1)
    }
    return CellRange(
      certain: span(certain.first, certain.last), possible: span(possible.first, possible.last))
  }
}

extension [ClosedRange<Int>] {
  /// The same cells in order, with what touches made one.
  fileprivate func joined() -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, last.upperBound + 1 >= range.lowerBound {
        result[result.count - 1] = last.lowerBound...Swift.max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  fileprivate func complement(in whole: ClosedRange<Int>) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    var next = whole.lowerBound
    for range in joined() {
      if range.lowerBound > next { result.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    if next <= whole.upperBound { result.append(next...whole.upperBound) }
    return result
  }
}
