import ContractModel
import Records
import RuleChecking

/// What each record of a table counts for as of a date: whether it is seen, whether a later or higher
/// one stands in its place, and whether the point it speaks to is contested.
struct StandingRecords {
  private(set) var isSeen: [Bool]
  private(set) var isCurrent: [Bool]
  private(set) var isContested: [Bool]
  let ranks: RankOrder

  init(
    _ table: RecordTable, of kind: RecordKind, in set: RecordSet, contract: Contract,
    tree: SubjectTree, asOf: CivilDate
  ) {
    ranks = RankOrder(contract.ranks, kind: kind.name, roles: set.roles)
    let isOpenToAll = kind.asserters.isEmpty
    let entitled = set.roles.map { isOpenToAll || kind.asserters.contains($0) }
    isSeen = (0..<table.count).map { row in
      table.recorded[row] <= asOf && entitled[table.asserters[row]]
        && tree.isOnFile(table.subjects[row])
    }
    isCurrent = isSeen
    isContested = [Bool](repeating: false, count: table.count)
    if kind.isKeyed { settlePoints(of: table, kind) }
  }

  /// Among the records on one point the highest rank counts, among those the latest; what then still
  /// differs is contested.
  private mutating func settlePoints(of table: RecordTable, _ kind: RecordKind) {
    var points: [PointKey: [Int]] = [:]
    for row in 0..<table.count where isSeen[row] {
      let key = PointKey(
        subject: table.subjects[row],
        cells: kind.keyFields.map { table.columns[$0].comparable(at: row) })
      points[key, default: []].append(row)
    }
    for rows in points.values where rows.count > 1 { settle(rows, of: table) }
  }

  private mutating func settle(_ rows: [Int], of table: RecordTable) {
    for row in rows { isCurrent[row] = false }
    let last = Recency.latest(of: ranks.highest(of: rows, in: table), in: table)
    let agree = last.allSatisfy { table.hasSameCells($0, last[0]) }
    for row in agree ? [Recency.representative(of: last, in: table)] : last {
      isCurrent[row] = true
      isContested[row] = !agree
    }
  }
}

/// Who outranks whom on one kind of record.
struct RankOrder {
  /// For each role, the roles that outrank it.
  private let above: [[Int]]
  /// Whether nobody outranks anybody.
  let isFlat: Bool

  init(_ ranks: [Rank], kind: String, roles: [String]) {
    let edges = ranks.filter { $0.kinds.contains(kind) }
    guard !edges.isEmpty else {
      (above, isFlat) = ([], true)
      return
    }
    above = roles.map { role in
      var found: [Int] = []
      var frontier = [role]
      var seen: Set<String> = [role]
      while let current = frontier.popLast() {
        for edge in edges where edge.lower == current && seen.insert(edge.higher).inserted {
          frontier.append(edge.higher)
          if let place = roles.firstIndex(of: edge.higher) { found.append(place) }
        }
      }
      return found
    }
    isFlat = above.allSatisfy { $0.isEmpty }
  }

  /// Returns the rows that no other of them outranks.
  func highest(of rows: [Int], in table: RecordTable) -> [Int] {
    highest(of: rows, against: rows, in: table)
  }

  /// Returns those of some rows that none of others outranks.
  func highest(of rows: [Int], against others: [Int], in table: RecordTable) -> [Int] {
    guard !isFlat else { return rows }
    let present = Set(others.map { table.asserters[$0] })
    return rows.filter { row in !above[table.asserters[row]].contains { present.contains($0) } }
  }
}

/// Order in time where a day may be known only within bounds.
enum Recency {
  /// Returns the rows that may be the latest of them.
  static func latest(of rows: [Int], in table: RecordTable) -> [Int] {
    guard let bar = latestStart(of: rows, in: table) else { return rows }
    return rows.filter { (table.dated[$0] ?? .unbounded).isLess(than: bar) != .yes }
  }

  /// The day of some rows that most others are certainly before: none of the rows is certainly
  /// before another and not before this one.
  static func latestStart(of rows: [Int], in table: RecordTable) -> Interval? {
    let bounded = rows.compactMap { table.dated[$0] }.filter { $0.lower != nil && !$0.isEmpty }
    return bounded.max { left, right in
      guard let first = left.lower, let second = right.lower else { return false }
      return first.value == second.value
        ? first.isIncluded && !second.isIncluded : first.value < second.value
    }
  }

  /// The day of some rows that most others are certainly after.
  static func earliestEnd(of rows: [Int], in table: RecordTable) -> Interval? {
    let bounded = rows.compactMap { table.dated[$0] }.filter { $0.upper != nil && !$0.isEmpty }
    return bounded.min { left, right in
      guard let first = left.upper, let second = right.upper else { return false }
      return first.value == second.value
        ? !first.isIncluded && second.isIncluded : first.value < second.value
    }
  }

  /// Of records that agree, the one that stands for all: the last day, then the last row.
  static func representative(of rows: [Int], in table: RecordTable) -> Int {
    rows.dropFirst().reduce(rows[0]) { best, row in
      guard let first = table.dated[best]?.upper?.value,
        let second = table.dated[row]?.upper?.value, first != second
      else { return max(best, row) }
      return first < second ? row : best
    }
  }
}

private struct PointKey: Hashable {
  let subject: SubjectID
  let cells: [ComparableCell]
}

/// A cell as it is compared with another one of its column.
enum ComparableCell: Hashable {
  case quantity(Interval?)
  case words(UInt64)
  case text(Int32)
}

extension RecordTable.Column {
  func comparable(at row: Int) -> ComparableCell {
    switch self {
    case .quantity(let column): .quantity(column[row])
    case .words(let masks): .words(masks[row])
    case .text(let places): .text(places[row])
    }
  }
}

extension RecordTable {
  func hasSameCells(_ first: Int, _ second: Int) -> Bool {
    columns.allSatisfy { $0.comparable(at: first) == $0.comparable(at: second) }
  }
}
