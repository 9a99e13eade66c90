package import ContractModel
package import SourceText

/// Records of one kind on their way into aggregates, column by column: each states all that its kind
/// declares, exactly, in whole numbers.
package struct RecordBatch: Sendable {
  /// How many parts of one a whole number of a column counts, so that shares and fractions are whole.
  package static func scale(of type: ValueType) -> Int64 {
    switch type {
    case .percent: 10_000_000
    case .number: 1_000_000
    case .money, .moneyPer, .count, .days, .weeks, .months, .date, .text, .words, .party,
      .condition:
      1
    }
  }

  /// The file that all of them stand in.
  package var file: FileID
  package var lines: [Int] = []
  /// What each is about, by its place in the contract.
  package var subjects: [Int32] = []
  /// Who asserts each, by its place among the roles of the contract; -1 for nobody.
  package var asserters: [Int32] = []
  /// The day that each speaks of.
  package var days: [Int64] = []
  /// The day that each was put on file.
  package var recorded: [Int64] = []
  /// The declared fields: whole numbers of their scale, the bit of a word, the place of a text.
  package var cells: [[Int64]]

  package init(file: FileID, fields: Int) {
    self.file = file
    cells = [[Int64]](repeating: [], count: fields)
  }

  package var count: Int { lines.count }

  /// Leaves no record, and the room for as many as there were.
  package mutating func removeAll() {
    lines.removeAll(keepingCapacity: true)
    subjects.removeAll(keepingCapacity: true)
    asserters.removeAll(keepingCapacity: true)
    days.removeAll(keepingCapacity: true)
    recorded.removeAll(keepingCapacity: true)
    for column in cells.indices { cells[column].removeAll(keepingCapacity: true) }
  }
}
