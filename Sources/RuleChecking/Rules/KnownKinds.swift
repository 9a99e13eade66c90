import ContractModel

/// The kinds of record that clauses speak of, found by what many of them are called.
struct KnownKinds {
  let kinds: [RecordKind]
  /// Where each stands in `kinds`, by its plural.
  let places: [String: Int]
  let units: KnownUnits

  init(_ kinds: [RecordKind]) {
    self.kinds = kinds
    places = kinds.places(by: \.plural)
    units = KnownUnits(records: kinds.map { ($0.name, $0.plural) })
  }
}

extension Array {
  /// Returns the place of the first element of each name.
  func places(by name: (Element) -> String) -> [String: Int] {
    var places = [String: Int](minimumCapacity: count)
    for (place, element) in enumerated() where places[name(element)] == nil {
      places[name(element)] = place
    }
    return places
  }
}
