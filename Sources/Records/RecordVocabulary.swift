package import ContractModel

/// What the records of a rule set may be and say, by name: made once for all contracts.
package struct RecordVocabulary: Sendable {
  package let kinds: [RecordKind]
  let places: [String: Int]
  private let fieldPlaces: [[String: Int]]
  /// The kinds by the bytes of their names.
  let kindNames: PlainNames
  /// For each kind the names of its fields, which stand for a `FieldTarget`.
  let fieldNames: [PlainNames]
  /// For each kind and each declared field the words of its type, if it has any.
  let words: [[PlainNames?]]

  package init(_ kinds: [RecordKind]) {
    self.kinds = kinds
    places = Dictionary(
      kinds.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    fieldPlaces = kinds.map { kind in
      Dictionary(
        kind.fields.enumerated().map { ($0.element.name, $0.offset) },
        uniquingKeysWith: { first, _ in first })
    }
    kindNames = PlainNames(kinds.map(\.name))
    fieldNames = kinds.map { PlainNames(FieldTarget.names(of: $0)) }
    words = kinds.map { kind in
      kind.fields.map { field in
        guard case .words(let words) = field.type else { return nil }
        return PlainNames(words)
      }
    }
  }

  /// Returns what the name of a field stands for, in a record of a kind.
  func target(of name: String, kind: Int) -> FieldTarget? {
    if name == "record" { return .kind }
    if name == "about" { return .subject }
    if let column = fieldPlaces[kind][name] { return .declared(column) }
    return HeadField(rawValue: name).map { .head($0) }
  }
}

/// What the name of a field stands for.
enum FieldTarget {
  case kind
  case subject
  case declared(Int)
  case head(HeadField)

  private static let heads = HeadField.allCases

  /// The names that records of a kind may use, in the order of their numbers.
  static func names(of kind: RecordKind) -> [String] {
    ["record", "about"] + kind.fields.map(\.name) + heads.map(\.rawValue)
  }

  /// Makes what a number stands for among the names of a kind with so many declared fields.
  init(_ number: Int, of fields: Int) {
    switch number {
    case 0: self = .kind
    case 1: self = .subject
    case 2..<2 + fields: self = .declared(number - 2)
    default: self = .head(Self.heads[number - 2 - fields])
    }
  }
}
