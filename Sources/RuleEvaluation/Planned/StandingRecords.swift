import ContractModel
import RuleChecking
import Records

/// What each record of a table counts for as of a date: whether it is seen, whether a later or higher
/// one stands in its place, and whether the point it speaks to is contested.
struct StandingRecords {
  private(set) var isSeen: [Bool]
  private(set) var isCurrent: [Bool]
  private(set) var isContested: [Bool]
  /// Row n is outranked by whatever roles are in `outrankers[asserters[n]]`.
  let ranks: RankOrder

  init(_ table: RecordTable, of kind: RecordKind, in set: RecordSet, contract: Contract, asOf: CivilDate) {
    ranks = RankOrder(contract.ranks, kind: kind.name, roles: set.roles)
    let entitled = set.roles.map { kind.asserters.contains($0) }
    isSeen = (0..<table.count).map { row in
      table.recorded[row] <= asOf && entitled[table.asserters[row]]
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
    let highest = ranks.highest(of: rows, in: table)
    let last = Recency.latest(of: highest, in: table)
    let agree = last.allSatisfy { table.hasSameCells($0, last[0]) }
    if agree {
      isCurrent[last.max() ?? last[0]] = true
    } else {
      for row in last {
        isCurrent[row] = true
        isContested[row] = true
      }
    }
  }
}

/// Who outranks whom on one kind of record.
struct RankOrder {
  /// For each role, the roles that outrank it.
  private let above: [[Int]]

  init(_ ranks: [Rank], kind: String, roles: [String]) {
    let edges = ranks.filter { $0.kinds.contains(kind) }
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
  }

  /// Whether the asserter of one row outranks that of another.
  func outranks(_ higher: Int, _ lower: Int, in table: RecordTable) -> Bool {
    above[table.asserters[lower]].contains(table.asserters[higher])
  }

  /// Returns the rows that no other of them outranks.
  func highest(of rows: [Int], in table: RecordTable) -> [Int] {
    let present = Set(rows.map { table.asserters[$0] })
    return rows.filter { row in !above[table.asserters[row]].contains { present.contains($0) } }
  }
}

/// Order in time where a day may be known only within bounds.
enum Recency {
  /// Returns the rows that may be the latest of them.
  static func latest(of rows: [Int], in table: RecordTable) -> [Int] {
    let days = rows.map { table.dated[$0] ?? .unbounded }
    return rows.indices.filter { candidate in
      days.indices.allSatisfy { $0 == candidate || days[candidate].isLess(than: days[$0]) != .yes }
    }.map { rows[$0] }
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
