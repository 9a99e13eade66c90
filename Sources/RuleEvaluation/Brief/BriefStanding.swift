import ContractModel

/// On what records of a kind replace one another, beside what they are about.
struct BriefKeys {
  /// The kind, by its place in the rule book.
  let kind: Int
  let fields: [Int]

  /// Nil where they do not.
  init?(_ kind: RecordKind, at place: Int) {
    guard kind.isKeyed else { return nil }
    self.kind = place
    fields = kind.keyFields
  }
}

/// Which of the records of one kind count.
struct BriefStanding {
  /// Whether no other one stands in the place of each; empty where none could.
  private(set) var isCurrent: [Bool] = []

  /// More records on points are for a closer look.
  private static let most = 64

  /// Finds the latest record on each point; false where one does not say which it speaks of, or two of
  /// one day may contradict each other.
  mutating func stand(
    _ records: borrowing PlainRecords, asOf: Int64, keys: BriefKeys
  ) -> Bool {
    isCurrent.removeAll(keepingCapacity: true)
    guard records.count <= Self.most else { return false }
    let (stride, cells) = (records.stride, records.cells.span)
    let (day, recorded) = (PlainRecords.Place.day, PlainRecords.Place.recorded)
    for row in 0..<records.count {
      guard keys.fields.allSatisfy({ records[$0, row] != PlainContract.unstated }) else {
        return false
      }
      isCurrent.append(true)
      guard cells[row &* stride &+ recorded] <= asOf else { continue }
      for earlier in 0..<row
      where cells[earlier &* stride &+ recorded] <= asOf
        && records.isSamePoint(row, earlier, keys)
      {
        let (own, other) = (cells[row &* stride &+ day], cells[earlier &* stride &+ day])
        if own == other, !records.isSame(row, earlier) { return false }
        if other > own {
          isCurrent[row] = false
        } else {
          isCurrent[earlier] = false
        }
      }
    }
    return true
  }
}

extension PlainRecords {
  fileprivate subscript(field: Int, row: Int) -> Int64 {
    cells[row * stride + Place.fields + field]
  }

  fileprivate func isSamePoint(_ row: Int, _ other: Int, _ keys: BriefKeys) -> Bool {
    cells[row * stride + Place.subject] == cells[other * stride + Place.subject]
      && keys.fields.allSatisfy { self[$0, row] == self[$0, other] }
  }

  fileprivate func isSame(_ row: Int, _ other: Int) -> Bool {
    divisors.indices.allSatisfy { self[$0, row] == self[$0, other] }
  }
}
