import ContractModel
import Records
import SourceText

// Kinds of record of all natures, and records with everything that may be wrong with them.
extension CheckedGenerator {
  /// Places of the fields, the same in every kind.
  enum Field {
    static let (state, cost, begins, ends, key, share, owner) = (0, 1, 2, 3, 4, 5, 6)
  }

  mutating func recordKinds() -> [RecordKind] {
    (RecordNature.allCases + some(2, of: RecordNature.allCases)).enumerated().map { place, nature in
      let keys = one(of: [[Field.key], [Field.key, Field.state], [Field.cost], []])
      let isKeyed = chance(50)
      return RecordKind(
        nature: nature, name: "kind-\(place)", plural: "kind-\(place)s", isKeyed: isKeyed,
        keyFields: isKeyed ? keys : [],
        asserters: one(of: [[], Self.roles, ["buyer", "verifier"]]),
        about: SubjectKind.allCases, fields: fields(), documentation: nil, range: Self.range)
    }
  }

  /// A field that a record may leave out is not given where it does; any other one is missing.
  private mutating func fields() -> [RecordKind.Field] {
    let types: [(String, ValueType)] = [
      ("state", Self.states), ("cost", .money), ("begins", .date), ("ends", .date),
      ("key", .text), ("share", .percent), ("owner", .party),
    ]
    return types.map { name, type in
      RecordKind.Field(
        name: name, isOptional: chance(50), type: type, domain: nil, range: Self.range)
    }
  }

  mutating func records(about contract: Contract) -> RecordSet {
    var set = RecordSet(kinds: kinds)
    var line = 1
    for kind in kinds.indices {
      let isCareful = chance(50)
      // Where all speak of the same few parts and days, they contradict each other.
      let isCrowded = chance(50)
      var said: (cells: [RecordTable.Cell], subject: SubjectID, asserter: Int)?
      for _ in 0..<below(12) {
        // Some say the same again, of another day.
        if said == nil || chance(80) {
          said = (
            cells(isCareful: isCareful, in: &set),
            SubjectID(below(isCrowded ? 3 : contract.subjects.count)),
            set.place(ofRole: one(of: Self.roles))
          )
        }
        guard let said else { continue }
        set.tables[kind].append(
          origin: RecordReference(file: FileID(1), line: line), subject: said.subject,
          asserter: said.asserter,
          dated: isCrowded && chance(80) ? .exactly(Self.day + below(2)) : days(-6...6),
          recorded: date(-10...20), cells: said.cells)
        line += 1
      }
    }
    return set
  }

  private mutating func cells(isCareful: Bool, in set: inout RecordSet) -> [RecordTable.Cell] {
    var cells: [RecordTable.Cell] = [
      .words(chance(90) ? 1 << UInt64(below(3)) : 3),
      .quantity(isCareful ? .exactly(below(5)) : interval(-2...6)), .quantity(days(-6...0)),
      .quantity(days(0...6)), .text(set.place(of: one(of: Self.texts))), .quantity(percent()),
      .text(set.place(of: one(of: Self.roles))),
    ]
    for place in cells.indices where chance(isCareful ? 1 : 10) { cells[place] = .missing }
    return cells
  }
}
