import ContractModel
import Records
import RuleChecking

/// The records of one kind, with what each counts for under a contract as of a date.
struct KindRecords {
  let kind: RecordKind
  let table: RecordTable
  let standing: StandingRecords
  /// Whether it is known that what is not on file does not exist.
  let isAbsenceKnown: Bool
  private let roles: [String]
  private let texts: [String]

  init(
    _ kind: RecordKind, _ table: RecordTable, in set: RecordSet, contract: Contract,
    asOf: CivilDate
  ) {
    self.kind = kind
    self.table = table
    roles = set.roles
    texts = set.texts
    standing = StandingRecords(table, of: kind, in: set, contract: contract, asOf: asOf)
    isAbsenceKnown =
      switch kind.nature {
      case .act: true
      case .register: contract.completeThrough[kind.name].map { $0 >= asOf } ?? false
      case .claim, .evidence: false
      }
  }

  /// Returns the value of a field of one record; what is not stated exactly is named as missing.
  func known(_ field: RowField, row: Int) -> Known {
    switch field {
    case .by: return stated(.text(roles[table.asserters[row]]), row: row)
    case .dated:
      let day = day(row)
      var known = stated(.quantity(day), row: row)
      if day.exact == nil { known.missing = [missing("dated", row: row)] }
      return known
    case .declared(let place):
      let declared = kind.fields[place]
      var known = stated(cell(place, row: row), row: row)
      if !known.isExact { known.missing = [missing(declared.name, row: row)] }
      if known.value == .missing, declared.isOptional { known.value = .none }
      return known
    }
  }

  /// What is known of the day that a record speaks of.
  func day(_ row: Int) -> Interval { table.dated[row] ?? .unbounded }

  func missing(_ field: String, row: Int) -> MissingEvidence {
    MissingEvidence(kind: kind.name, field: field, subject: table.subjects[row])
  }

  /// Where records stand, for them to be cited: the first ones, as nobody reads more.
  func origins(_ rows: [Int]) -> Set<RecordReference> {
    Set(rows.sorted().prefix(Citing.most).map { table.origins[$0] })
  }

  private func stated(_ value: Evaluated, row: Int) -> Known {
    Known(value, records: [table.origins[row]])
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
