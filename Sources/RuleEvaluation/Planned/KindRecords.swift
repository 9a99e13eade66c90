import ContractModel
import Records
import RuleChecking

/// The records of one kind, with what each counts for under a contract as of a date.
///
/// They are many columns that every aggregate reads and none changes: shared, not copied.
final class KindRecords: Sendable {
  let kind: RecordKind
  let table: RecordTable
  let standing: StandingRecords
  /// Whether it is known that what is not on file does not exist.
  let isAbsenceKnown: Bool
  private let roles: [String]
  /// For each subject, where the records about it or anything within it begin among `rows`.
  private let starts: [Int]
  private let rows: [Int32]
  /// Whether no later row comes from an earlier line.
  private let isInOrder: Bool
  private let texts: [String]

  init(
    _ kind: RecordKind, _ table: RecordTable, in set: RecordSet, contract: Contract,
    tree: SubjectTree, asOf: CivilDate
  ) {
    self.kind = kind
    self.table = table
    roles = set.roles
    texts = set.texts
    let standing = StandingRecords(
      table, of: kind, in: set, contract: contract, tree: tree, asOf: asOf)
    self.standing = standing
    isInOrder = zip(table.origins, table.origins.dropFirst()).allSatisfy { $0 <= $1 }
    isAbsenceKnown =
      switch kind.nature {
      case .act: true
      case .register: contract.completeThrough[kind.name].map { $0 >= asOf } ?? false
      case .claim, .evidence: false
      }
    (starts, rows) =
      table.count > 0 ? Self.sorted(standing.isSeen, about: table.subjects, in: tree) : ([], [])
  }

  /// Counts the seen records of every part first, so that each row is put where it belongs.
  private static func sorted(
    _ isSeen: [Bool], about subjects: [SubjectID], in tree: SubjectTree
  ) -> (starts: [Int], rows: [Int32]) {
    var starts = [Int](repeating: 0, count: tree.count + 1)
    for row in subjects.indices where isSeen[row] {
      var part: SubjectID? = subjects[row]
      while let holder = part {
        starts[holder.index + 1] += 1
        part = tree.parent(of: holder)
      }
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var rows = [Int32](repeating: 0, count: starts[tree.count])
    var ends = starts
    for row in subjects.indices where isSeen[row] {
      var part: SubjectID? = subjects[row]
      while let holder = part {
        rows[ends[holder.index]] = Int32(row)
        ends[holder.index] += 1
        part = tree.parent(of: holder)
      }
    }
    return (starts, rows)
  }

  /// The records that are seen and about a part or anything within it, in the order of the files.
  func rows(within part: SubjectID) -> ArraySlice<Int32> {
    starts.isEmpty ? [] : rows[starts[part.index]..<starts[part.index + 1]]
  }

  /// Returns the value of a field of one record; what is not stated exactly is named as missing.
  func known(_ field: RowField, row: Int) -> Known {
    var known = stated(field, row: row)
    known.records = [table.origins[row]]
    return known
  }

  /// Returns the same without the record that states it.
  func stated(_ field: RowField, row: Int) -> Known {
    switch field {
    case .by: return Known(.text(roles[table.asserters[row]]))
    case .dated:
      let day = day(row)
      var known = Known(.quantity(day))
      if day.exact == nil { known.missing = [missing("dated", row: row)] }
      return known
    case .declared(let place):
      var known = Known(cell(place, row: row))
      if !known.isExact { known.missing = [missing(kind.fields[place].name, row: row)] }
      if known.value == .missing, kind.fields[place].isOptional { known.value = .none }
      return known
    }
  }

  /// The day that a record speaks of; nil where it is not exactly known.
  func exactDay(_ row: Int) -> Int64? { table.dated.whole(at: row) }

  /// The value of a field, where it is stated and one whole number.
  func whole(_ field: RowField, row: Int) -> Int64? {
    switch field {
    case .dated: return exactDay(row)
    case .declared(let place):
      guard case .quantity(let column) = table.columns[place] else { return nil }
      return column.whole(at: row)
    case .by: return nil
    }
  }

  /// What is known of the day that a record speaks of.
  func day(_ row: Int) -> Interval { table.dated[row] ?? .unbounded }

  func missing(_ field: String, row: Int) -> MissingEvidence {
    MissingEvidence(kind: kind.name, field: field, subject: table.subjects[row])
  }

  /// Where records stand, for them to be cited: the first ones, as nobody reads more.
  func origins(_ rows: [Int]) -> Gathered<RecordReference> {
    Gathered(rows.map { table.origins[$0] }).first(Citing.most)
  }

  /// Returns where records stand that are in the order of the files.
  func origins(_ members: [SlotMembers.Member]) -> Gathered<RecordReference> {
    guard isInOrder else { return origins(members.map(\.row)) }
    var places: [RecordReference] = []
    for member in members where places.count < Citing.most {
      let place = table.origins[member.row]
      if place != places.last { places.append(place) }
    }
    return Gathered(inOrder: places)
  }

  private func cell(_ place: Int, row: Int) -> Evaluated {
    switch table.columns[place] {
    case .quantity(let column): column[row].map { .quantity($0) } ?? .missing
    case .words(let masks): masks[row] == 0 ? .missing : .words(masks[row])
    case .text(let places): places[row] < 0 ? .missing : .text(texts[Int(places[row])])
    }
  }
}

extension Known {
  /// Whether there is one value that it is.
  fileprivate var isExact: Bool {
    switch value {
    case .quantity(let interval): interval.exact != nil
    case .words(let mask): mask.nonzeroBitCount == 1
    case .text: true
    case .truth, .none, .missing, .contested, .errored: false
    }
  }
}
