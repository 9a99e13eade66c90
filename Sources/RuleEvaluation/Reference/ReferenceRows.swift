import ContractModel
import Records
import RuleChecking

/// One record, by its kind and its row.
struct RecordRow: Hashable {
  let kind: Int
  let row: Int
}

// Which records count, and what they say.
extension Situation {
  func kind(_ row: RecordRow) -> RecordKind { world.rules.kinds[row.kind] }
  func table(_ row: RecordRow) -> RecordTable { world.records.tables[row.kind] }
  func subject(of row: RecordRow) -> SubjectID { table(row).subjects[row.row] }
  func reference(_ row: RecordRow) -> RecordReference { table(row).origins[row.row] }
  func role(of row: RecordRow) -> String { world.records.roles[table(row).asserters[row.row]] }

  func dated(_ row: RecordRow) -> Interval { table(row).dated[row.row] ?? .unbounded }

  /// The records of a kind about a subject or anything within it that are on file as of the date, as
  /// is what they are about, by someone entitled to assert them. A kind that names nobody may be
  /// asserted by anybody.
  func visibleRows(ofKind place: Int, within root: SubjectID) -> [RecordRow] {
    let asserters = world.rules.kinds[place].asserters
    return (0..<world.records.tables[place].count).map { RecordRow(kind: place, row: $0) }
      .filter { row in
        table(row).recorded[row.row] <= world.asOf
          && (asserters.isEmpty || asserters.contains(role(of: row)))
          && contract[subject(of: row)].isOnFile && contract.isWithin(subject(of: row), root)
      }
  }

  /// Whether the asserter of one record outranks that of another of its kind, directly or by steps.
  func outranks(_ higher: RecordRow, _ lower: RecordRow) -> Bool {
    let ranks = contract.ranks.filter { $0.kinds.contains(kind(higher).name) }
    let goal = role(of: lower)
    var reached: Set<String> = []
    var open = [role(of: higher)]
    while let role = open.popLast() {
      for rank in ranks where rank.higher == role && reached.insert(rank.lower).inserted {
        open.append(rank.lower)
      }
    }
    return reached.contains(goal)
  }

  /// Groups the records of a kind into points: one subject and equal cells in the key fields.
  ///
  /// Cells that are not stated are equal to one another.
  func points(among rows: [RecordRow]) -> [[RecordRow]] {
    var points: [[RecordRow]] = []
    for row in rows {
      let place = points.firstIndex { point in
        subject(of: point[0]) == subject(of: row)
          && kind(row).keyFields.allSatisfy { cell($0, of: point[0]).isSame(as: cell($0, of: row)) }
      }
      if let place { points[place].append(row) } else { points.append([row]) }
    }
    return points
  }

  /// The records of a point that may be its current one: not outranked by another, and of those
  /// left not certainly earlier than another.
  func currentCandidates(of point: [RecordRow]) -> [RecordRow] {
    let ranked = point.filter { row in !point.contains { outranks($0, row) } }
    return ranked.filter { row in
      !ranked.contains { dated(row).isLess(than: dated($0)) == .yes }
    }
  }

  /// Whether records say the same in every declared field.
  func agree(_ rows: [RecordRow]) -> Bool {
    rows.allSatisfy { row in
      kind(row).fields.indices.allSatisfy { cell($0, of: row).isSame(as: cell($0, of: rows[0])) }
    }
  }

  /// Of records that agree, the one that stands for all: the last day, then the last row.
  func representative(of rows: [RecordRow]) -> RecordRow? {
    rows.max { left, right in
      let days = (dated(left).upper?.value, dated(right).upper?.value)
      guard let first = days.0, let second = days.1, first != second else {
        return left.row < right.row
      }
      return first < second
    }
  }

  /// What a record states in a declared field.
  func cell(_ field: Int, of row: RecordRow) -> Evaluated {
    switch table(row).columns[field] {
    case .quantity(let column): column[row.row].map { .quantity($0) } ?? .missing
    case .words(let masks): masks[row.row] == 0 ? .missing : .words(masks[row.row])
    case .text(let places):
      places[row.row] < 0 ? .missing : .text(world.records.texts[Int(places[row.row])])
    }
  }

  /// Returns what a record states in a field; what is not stated exactly is named as missing.
  func value(of field: RowField, in row: RecordRow) -> Reading {
    var reading = Reading(value: .missing, records: [reference(row)])
    switch field {
    case .declared(let place): reading.value = cell(place, of: row)
    case .dated: reading.value = .quantity(dated(row))
    case .by: reading.value = .text(role(of: row))
    }
    if !reading.value.isExact { reading.missing = [missing(field, in: row)] }
    // The record is at hand: a field that it may leave out and does not state is not given.
    if reading.value == .missing, isOptional(field, of: kind(row)) { reading.value = .none }
    return reading
  }

  private func isOptional(_ field: RowField, of kind: RecordKind) -> Bool {
    if case .declared(let place) = field { return kind.fields[place].isOptional }
    return false
  }

  func missing(_ field: RowField, in row: RecordRow) -> MissingEvidence {
    MissingEvidence(
      kind: kind(row).name, field: name(of: field, in: kind(row)), subject: subject(of: row))
  }

  private func name(of field: RowField, in kind: RecordKind) -> String {
    switch field {
    case .declared(let place): kind.fields[place].name
    case .dated: "dated"
    case .by: "by"
    }
  }
}

extension Evaluated {
  /// Whether there is one value that it is.
  var isExact: Bool {
    switch self {
    case .quantity(let interval): interval.exact != nil
    case .words(let mask): mask.nonzeroBitCount == 1
    case .text: true
    case .truth(let truth): truth != .unknown
    case .none, .missing, .contested, .errored: false
    }
  }
}
