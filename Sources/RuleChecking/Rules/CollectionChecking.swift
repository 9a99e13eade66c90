import ContractModel
import RuleSyntax
import SourceText

/// A collection that the clause named, as one kind of subject sees it.
struct NamedCollection {
  let owner: String?
  let subject: SubjectKind
  let records: CheckedCollection?
  let reading: ClauseChecker.Reading
}

extension ClauseChecker {
  /// Returns the records that a collection names; nil where a mistake in it was reported.
  mutating func check(
    _ collection: CollectionSyntax, for subject: SubjectKind
  ) -> CheckedCollection? {
    guard PartWord(rawValue: collection.name.text) == nil else {
      diagnostics.append(.partsMisplaced(collection.name, at: collection.name.range))
      return nil
    }
    var scope = subject
    if let owner = collection.owner {
      guard let kind = part(named: owner, from: subject) else { return nil }
      scope = kind
    }
    if let kind = known.places[collection.name.text] {
      return check(collection, of: kind, scope: scope, for: subject)
    }
    if let declared = names[collection.name.text], let meaning = declared.meaning {
      return checkNamed(collection, syntax.meanings[meaning], declared.number, for: subject)
    }
    reportUnknown(collection.name)
    return nil
  }

  /// Returns the one part of a kind that a subject lies in.
  mutating func part(named owner: NameSyntax, from subject: SubjectKind) -> SubjectKind? {
    guard let kind = SubjectKind(rawValue: owner.text) else {
      diagnostics.append(
        .unknownName(owner, what: .partWord, among: SubjectKind.allCases.map(\.rawValue)))
      return nil
    }
    guard subject.canReach(kind) else {
      diagnostics.append(.unreachablePart(owner, from: subject))
      return nil
    }
    return kind
  }

  private mutating func reportUnknown(_ name: NameSyntax) {
    if let kind = kinds.first(where: { $0.name == name.text }) {
      diagnostics.append(.singularCollection(name, plural: kind.plural, declared: kind.range))
      return
    }
    let collections = syntax.meanings.filter { collection(of: $0) != nil }.map(\.name.text)
    reportMissing(
      .unknownName(name, what: .collection, among: kinds.map(\.plural) + collections))
  }

  private mutating func check(
    _ collection: CollectionSyntax, of kind: Int, scope: SubjectKind, for subject: SubjectKind
  ) -> CheckedCollection? {
    let record = kinds[kind]
    guard record.about.isEmpty || record.about.contains(where: { $0.canReach(scope) }) else {
      diagnostics.append(
        .recordNotAbout(collection.name, subject: scope, about: record.about, at: record.range))
      return nil
    }
    if record.nature == .claim { reading.add(claim: kind) }
    let filter = collection.filter.map { checkRow($0, of: kind, for: subject) }
    return CheckedCollection(
      kind: kind, scope: scope, isEver: collection.isEver, filter: filter ?? .all([]))
  }

  /// The collection that a meaning is another name for; nil where it is a value or a condition.
  func collection(of meaning: MeaningSyntax) -> CollectionSyntax? {
    switch meaning.form {
    case .collection(let found): return found
    case .quantity(.name(let name)):
      let isCollection =
        names[name.text]?.meaning.map { syntax.meanings[$0].isFiltered }
        ?? (known.places[name.text] != nil)
      guard isCollection else { return nil }
      return CollectionSyntax(
        name: name, owner: nil, isEver: false, filter: nil, range: name.range)
    default: return nil
    }
  }

  /// A collection that the clause named: its filter and this one must both hold.
  private mutating func checkNamed(
    _ collection: CollectionSyntax, _ named: MeaningSyntax, _ number: Int,
    for subject: SubjectKind
  ) -> CheckedCollection? {
    namesRead[number] = true
    guard let inner = self.collection(of: named) else {
      diagnostics.append(.notACollection(collection.name, at: named.name.range))
      return nil
    }
    if let owner = collection.owner, inner.owner != nil {
      diagnostics.append(
        .ownerTwice(owner, collection: collection.name, declared: named.name.range))
      return nil
    }
    let whole = CollectionSyntax(
      name: inner.name, owner: inner.owner ?? collection.owner, isEver: inner.isEver,
      filter: inner.filter, range: inner.range)
    let base = checkOnce(
      whole, named.name, number, at: collection.name.range, for: subject)
    guard let base else { return nil }
    let filter = collection.filter.map {
      RowTest.all([base.filter, checkRow($0, of: base.kind, for: subject, within: base.filter)])
    }
    return CheckedCollection(
      kind: base.kind, scope: base.scope, isEver: base.isEver || collection.isEver,
      filter: filter ?? base.filter)
  }

  private mutating func checkOnce(
    _ collection: CollectionSyntax, _ name: NameSyntax, _ number: Int, at range: SourceRange,
    for subject: SubjectKind
  ) -> CheckedCollection? {
    let owner = collection.owner?.text
    let known = collections[number].first { $0.subject == subject && $0.owner == owner }
    if let known {
      reading.add(known.reading)
      requireGiven(known.reading.optionals, at: range)
      return known.records
    }
    let mark = MeaningKey(name: name.text, subject: subject)
    if reportCircle(mark, at: range) { return nil }
    inProgress.append(mark)
    let outer = (reading, guarded)
    (reading, guarded) = (Reading(), [])
    let records = deeper(at: range) { $0.check(collection, for: subject) } ?? nil
    let inner = reading
    (reading, guarded) = outer
    inProgress.removeLast()
    collections[number].append(
      NamedCollection(owner: owner, subject: subject, records: records, reading: inner))
    reading.add(inner)
    requireGiven(inner.optionals, at: range)
    return records
  }

  /// Returns a condition on one record: what stands before `is` is a field of the record, what
  /// stands after it is known to the clause.
  mutating func checkRow(
    _ condition: ConditionSyntax, of kind: Int, for subject: SubjectKind,
    within filter: RowTest = .all([])
  ) -> RowTest {
    let fields = kinds[kind].fields
    var given = Set(
      fields.indices.filter { guards(filter, .declared($0)) }.map { fields[$0].name })
    return checkRow(condition, of: kind, for: subject, given: &given)
  }

  private mutating func checkRow(
    _ condition: ConditionSyntax, of kind: Int, for subject: SubjectKind,
    given: inout Set<String>
  ) -> RowTest {
    switch condition {
    case .all(let parts):
      var tests: [RowTest] = []
      for part in parts { tests.append(checkRow(part, of: kind, for: subject, given: &given)) }
      return .all(tests)
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
        name.text, at: name.range, of: kinds[kind].name,
        declared: kinds[kind].fields[place].range))
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

extension MeaningSyntax {
  /// Whether this names records: a collection with a `where` or an `ever`.
  fileprivate var isFiltered: Bool {
    if case .collection = form { true } else { false }
  }
}
