import ContractModel
import Records
import SourceText

/// Which records belong to a collection, and which part each counts for.
struct FoldMembership: Hashable, Sendable {
  private let filter: FoldTest
  /// For each subject of the contract, which of the parts a record about it counts for; -1 for none.
  private let readers: [Int32]
  /// How many parts are looked into.
  let parts: Int

  init(_ slot: FoldSlot, isOnFile: [Bool]) {
    filter = slot.filter
    readers = zip(slot.readers, isOnFile).map { $1 ? $0 : -1 }
    parts = slot.parts.count
  }

  /// Returns which part each record of a batch counts for, if it was on file by a day; -1 for none.
  func parts(in batch: RecordBatch, asOf day: Int64) -> [Int32] {
    var parts = [Int32](repeating: -1, count: batch.count)
    let (readers, subjects, recorded) = (readers.span, batch.subjects.span, batch.recorded.span)
    var places = parts.mutableSpan
    for row in places.indices where recorded[row] <= day {
      places[row] = readers[Int(subjects[row])]
    }
    if filter != .always(true) {
      let passing = filter.passing(in: batch)
      for row in places.indices where !passing[row] { places[row] = -1 }
    }
    return parts
  }
}

/// How many records count for a part, and the first of them.
struct FoldMembers: Sendable {
  private(set) var count = 0
  /// As many as are cited.
  private(set) var cited: [RecordReference] = []

  @inline(__always)
  mutating func add(_ line: Int, of file: FileID) {
    if count < Citing.most { cited.append(RecordReference(file: file, line: line)) }
    count += 1
  }

  mutating func merge(_ other: FoldMembers) {
    count += other.count
    cited.cite(other.cited)
  }

  mutating func renumber(_ number: (Int) -> Int) { cited.renumber(number) }
}

extension Array {
  /// Adds each record, by its row, to what is drawn for the part that it counts for; -1 stands for none.
  @inline(__always)
  mutating func add(to parts: [Int32], _ add: (inout Element, _ row: Int) -> Void) {
    let parts = parts.span
    var states = mutableSpan
    for row in parts.indices where parts[row] >= 0 { add(&states[Int(parts[row])], row) }
  }
}
