import ContractModel
import Records
import RuleChecking

/// Where a test or an aggregate finds its numbers in a batch.
enum FoldColumn: Hashable, Sendable {
  case declared(Int)
  case dated
  case by

  init(_ field: RowField) {
    switch field {
    case .declared(let place): self = .declared(place)
    case .dated: self = .dated
    case .by: self = .by
    }
  }
}

/// A test of one record whose bounds are numbers. Records of a batch are exact and lack nothing, so
/// it holds or does not.
indirect enum FoldTest: Hashable, Sendable {
  case all([FoldTest])
  case any([FoldTest])
  /// Whatever the record says.
  case always(Bool)
  case within(FoldColumn, ClosedRange<Int64>)
  /// One of the bits.
  case words(FoldColumn, UInt64)
  /// One of the places of texts or roles.
  case places(FoldColumn, Set<Int64>)
  case not(FoldTest)

  /// Returns whether each record of a batch passes.
  func passing(in batch: RecordBatch) -> [Bool] {
    switch self {
    case .always(let isPassed): return [Bool](repeating: isPassed, count: batch.count)
    case .all(let tests):
      return Self.joining(tests, in: batch, startingWith: true) { $0 && $1 }
    case .any(let tests):
      return Self.joining(tests, in: batch, startingWith: false) { $0 || $1 }
    case .not(let test): return test.passing(in: batch).map { !$0 }
    case .within(let column, let range):
      return batch.map(column) { range.lowerBound <= $0 && $0 <= range.upperBound }
    case .words(let column, let mask):
      return batch.map(column) { UInt64(bitPattern: $0) & ~mask == 0 }
    case .places(let column, let places): return batch.map(column) { places.contains($0) }
    }
  }

  private static func joining(
    _ tests: [FoldTest], in batch: RecordBatch, startingWith start: Bool,
    _ join: (Bool, Bool) -> Bool
  ) -> [Bool] {
    guard let first = tests.first else { return [Bool](repeating: start, count: batch.count) }
    return tests.dropFirst().reduce(first.passing(in: batch)) { passing, test in
      zip(passing, test.passing(in: batch)).map(join)
    }
  }
}

extension RecordBatch {
  func values(of column: FoldColumn) -> [Int64] {
    switch column {
    case .declared(let place): cells[place]
    case .dated: days
    case .by: asserters.map(Int64.init)
    }
  }

  @inline(__always)
  fileprivate func map(_ column: FoldColumn, _ test: (Int64) -> Bool) -> [Bool] {
    let values = values(of: column)
    var results = [Bool](repeating: false, count: values.count)
    let numbers = values.span
    var cells = results.mutableSpan
    for row in cells.indices { cells[row] = test(numbers[row]) }
    return results
  }
}
