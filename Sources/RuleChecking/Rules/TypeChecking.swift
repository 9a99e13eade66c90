import ContractModel
import RuleSyntax
import SourceText

/// The units that literals and types may count in.
struct KnownUnits {
  /// The singular and the plural of each kind of record.
  let records: [(name: String, plural: String)]

  var plurals: [String] { records.map(\.plural) + Self.parts.map(\.plural) }

  /// Of a contract there is one; its parts can be counted.
  private static let parts = SubjectKind.allCases.filter { $0 != .contract }

  func isPlural(_ word: String) -> Bool {
    records.contains { $0.plural == word } || Self.parts.contains { $0.plural == word }
  }

  /// Returns the unit of a count as the plural; nil where no records and no parts are called so.
  func plural(of word: String) -> String? {
    records.first { $0.plural == word || $0.name == word }?.plural
      ?? Self.parts.first { $0.plural == word || $0.rawValue == word }?.plural
  }
}

extension TypeSyntax {
  private static let named: [(String, ValueType)] = [
    ("money", .money), ("percent", .percent), ("number", .number), ("date", .date),
    ("text", .text), ("party", .party), ("months", .months), ("weeks", .weeks),
  ]

  /// Returns the type that these words name.
  func checkedType(among units: KnownUnits) -> Diagnosed<ValueType?> {
    switch form {
    case .moneyPer(let unit):
      guard case .days(let day)? = unit.checkedLength() else {
        return Diagnosed(nil, [.unknownUnit(unit, wanted: ["calendar day", "business day"])])
      }
      return Diagnosed(.moneyPer(day))
    case .unit(let unit):
      guard let length = unit.checkedLength() else {
        return Diagnosed(nil, [.unknownUnit(unit, wanted: UnitSyntax.lengths)])
      }
      return Diagnosed(length)
    case .words(let words): return checkedWords(words, among: units)
    }
  }

  private func checkedWords(
    _ words: [NameSyntax], among units: KnownUnits
  ) -> Diagnosed<ValueType?> {
    guard words.count == 1 else { return checkedList(words) }
    let word = words[0]
    if let type = Self.named.first(where: { $0.0 == word.text }) { return Diagnosed(type.1) }
    if word.text == "day" || word.text == "days" {
      return Diagnosed(nil, [.dayOfNoKind(UnitSyntax(words: [word]))])
    }
    if units.isPlural(word.text) { return Diagnosed(.count(word.text)) }
    return Diagnosed(
      nil, [.unknownName(word, what: .type, among: Self.named.map(\.0) + units.plurals)])
  }

  private func checkedList(_ words: [NameSyntax]) -> Diagnosed<ValueType?> {
    guard words.count <= CheckingLimits.words else {
      return Diagnosed(nil, [.tooManyWords(words.count, at: words[0].range.through(range))])
    }
    var seen: [String: NameSyntax] = [:]
    var diagnostics: [Diagnostic] = []
    for word in words {
      if let first = seen[word.text] {
        diagnostics.append(.declaredTwice(word, first: first.range))
      } else {
        seen[word.text] = word
      }
    }
    return Diagnosed(.words(words.map(\.text)), diagnostics)
  }

  /// Returns the values that a type is limited to; nil where any is allowed.
  func checkedDomain(of type: ValueType) -> Diagnosed<Interval?> {
    guard let domain else { return Diagnosed(nil) }
    guard type.isOrdered else {
      return Diagnosed(nil, [.boundOfUnordered(type, at: domain.range)])
    }
    let literal = domain.checkedLiteral()
    guard let value = literal.value else { return Diagnosed(nil, literal.diagnostics) }
    guard value.type == type else {
      return Diagnosed(nil, [.typeMismatch(value.type, wanted: type, at: domain.range)])
    }
    return Diagnosed(value.interval, literal.diagnostics)
  }
}

extension UnitSyntax {
  static let lengths = ["calendar days", "business days", "weeks", "months"]

  /// The length that these words count; nil where they count records or are unknown.
  func checkedLength() -> ValueType? {
    switch checkedType().value {
    case .days(let day)?: .days(day)
    case .weeks?: .weeks
    case .months?: .months
    default: nil
    }
  }

  /// Whether this is the bare `day`, which is of the kind that the length is counted in.
  var isBareDay: Bool { text == "day" || text == "days" }
}
