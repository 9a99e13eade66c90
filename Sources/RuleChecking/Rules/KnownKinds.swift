import ContractModel

/// The kinds of record that clauses speak of, found by what many of them are called.
struct KnownKinds {
  let kinds: [RecordKind]
  /// Where each stands in `kinds`, by its plural.
  let places: [String: Int]
  let units: KnownUnits

  init(_ kinds: [RecordKind]) {
    self.kinds = kinds
    places = Dictionary(kinds.enumerated().map { ($1.plural, $0) }) { first, _ in first }
    units = KnownUnits(records: kinds.map { ($0.name, $0.plural) })
  }
}
