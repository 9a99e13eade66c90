import ContractModel
import RuleSyntax
import SourceText

extension ClauseChecker {
  /// Returns the records that a collection names; nil where a mistake in it was reported.
  mutating func check(
    _ collection: CollectionSyntax, for subject: SubjectKind
  ) -> CheckedCollection? {
    var scope = subject
    if let owner = collection.owner {
      guard let kind = SubjectKind(rawValue: owner.text), subject.canReach(kind) else {
        diagnostics.append(.unreachablePart(owner, from: subject))
        return nil
      }
      scope = kind
    }
    if let kind = kinds.firstIndex(where: { $0.plural == collection.name.text }) {
      return check(collection, of: kind, scope: scope, for: subject)
    }
    if let named = syntax.meanings.first(where: { $0.name.text == collection.name.text }) {
      return checkNamed(collection, named, for: subject)
    }
    reportUnknown(collection.name)
    return nil
  }

  private mutating func reportUnknown(_ name: NameSyntax) {
    if let kind = kinds.first(where: { $0.name == name.text }) {
      diagnostics.append(.singularCollection(name, plural: kind.plural, declared: kind.range))
      return
    }
    let collections = syntax.meanings.map(\.name.text)
    diagnostics.append(
      .unknownName(name, what: "kind of record", among: kinds.map(\.plural) + collections))
  }

  private mutating func check(
    _ collection: CollectionSyntax, of kind: Int, scope: SubjectKind, for subject: SubjectKind
  ) -> CheckedCollection? {
    let record = kinds[kind]
    guard record.about.contains(where: { $0.canReach(scope) }) else {
      diagnostics.append(
        .recordNotAbout(collection.name, subject: scope, about: record.about, at: record.range))
      return nil
    }
    if record.nature == .claim { reading.claims.insert(kind) }
    let filter = collection.filter.map { checkRow($0, of: kind, for: subject) }
    return CheckedCollection(
      kind: kind, scope: scope, isEver: collection.isEver, filter: filter ?? .all([]))
  }

  /// A collection that the clause named: its filter and this one must both hold.
  private mutating func checkNamed(
    _ collection: CollectionSyntax, _ named: MeaningSyntax, for subject: SubjectKind
  ) -> CheckedCollection? {
    let inner: CollectionSyntax
    switch named.form {
    case .collection(let found): inner = found
    case .quantity(.name(let plural)):
      inner = CollectionSyntax(
        name: plural, owner: nil, isEver: false, filter: nil, range: plural.range)
    default:
      diagnostics.append(.notACollection(collection.name, at: named.name.range))
      return nil
    }
    let key = MeaningKey(name: named.name.text, subject: subject)
    if inProgress.contains(key) {
      diagnostics.append(.readsItself(named.name, through: collection.name.range))
      return nil
    }
    inProgress.append(key)
    defer { inProgress.removeLast() }
    collectionsRead.insert(named.name.text)
    guard let base = check(inner, for: subject) else { return nil }
    guard let filter = collection.filter else {
      return CheckedCollection(
        kind: base.kind, scope: base.scope, isEver: base.isEver || collection.isEver,
        filter: base.filter)
    }
    return CheckedCollection(
      kind: base.kind, scope: base.scope, isEver: base.isEver || collection.isEver,
      filter: .all([base.filter, checkRow(filter, of: base.kind, for: subject)]))
  }

  /// Returns a condition on one record: what stands before `is` is a field of the record, what
  /// stands after it is known to the clause.
  mutating func checkRow(
    _ condition: ConditionSyntax, of kind: Int, for subject: SubjectKind
  ) -> RowTest {
    var given: Set<String> = []
    return checkRow(condition, of: kind, for: subject, given: &given)
  }

  private mutating func checkRow(
    _ condition: ConditionSyntax, of kind: Int, for subject: SubjectKind,
    given: inout Set<String>
  ) -> RowTest {
    switch condition {
    case .all(let parts):
      return .all(parts.map { checkRow($0, of: kind, for: subject, given: &given) })
    case .any(let parts, _):
      return .any(
        parts.map { part in
          var inner = given
          return checkRow(part, of: kind, for: subject, given: &inner)
        })
    case .test(let value, let isNegated, let range):
      return checkRow(value, isNegated, range, of: kind, for: subject, given: &given)
    case .some, .no, .every, .name:
      diagnostics.append(.notARecordTest(condition.range, kind: kinds[kind].name))
      return .invalid
    }
  }

  private mutating func checkRow(
    _ value: ExpressionSyntax, _ isNegated: Bool, _ range: RangeSyntax, of kind: Int,
    for subject: SubjectKind, given: inout Set<String>
  ) -> RowTest {
    guard let (field, type) = rowField(value, of: kind) else { return .invalid }
    if case .name(let name) = value {
      switch range.presence(isNegated: isNegated) {
      case true?: given.insert(name.text)
      case false?: break
      case nil: reportUnguarded(name, field, of: kind, given: given)
      }
    }
    return .field(field, type, isNegated: isNegated, check(range, of: type, for: subject))
  }

  private mutating func reportUnguarded(
    _ name: NameSyntax, _ field: RowField, of kind: Int, given: Set<String>
  ) {
    guard case .declared(let place) = field, kinds[kind].fields[place].isOptional,
      !given.contains(name.text)
    else { return }
    diagnostics.append(
      .optionalFieldUnguarded(
        name, of: kinds[kind].name, declared: kinds[kind].fields[place].range))
  }

  /// Returns the field of the record that an expression names.
  private mutating func rowField(
    _ value: ExpressionSyntax, of kind: Int
  ) -> (RowField, ValueType)? {
    guard case .name(let name) = value else {
      diagnostics.append(.notAField(value.range, kind: kinds[kind].name))
      return nil
    }
    return rowField(name, of: kind)
  }

  mutating func rowField(_ name: NameSyntax, of kind: Int) -> (RowField, ValueType)? {
    if name.text == "dated" { return (.dated, .date) }
    if name.text == "by" { return (.by, .party) }
    let record = kinds[kind]
    if let place = record.fields.firstIndex(where: { $0.name == name.text }) {
      return (.declared(place), record.fields[place].type)
    }
    diagnostics.append(
      .unknownField(
        name, of: record.name, among: record.fields.map(\.name) + ["dated", "by"],
        declared: record.range))
    return nil
  }

  /// Whether every record of a collection certainly has an optional field.
  func guards(_ filter: RowTest, _ field: RowField) -> Bool {
    switch filter {
    case .all(let parts): parts.contains { guards($0, field) }
    case .any(let parts): !parts.isEmpty && parts.allSatisfy { guards($0, field) }
    case .field(let tested, _, let isNegated, let range):
      switch range {
      case .given: tested == field && !isNegated
      case .none: tested == field && isNegated
      default: false
      }
    case .invalid: false
    }
  }
}
