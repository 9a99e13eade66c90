import ContractModel
import RuleChecking
import RuleSyntax
import SourceText

// What is asked of records after `where`, wherever records are named.
extension ClauseAnalysis {
  mutating func checkCollections(
    of conditions: [StatedCondition], _ syntax: [ConditionSyntax]
  ) {
    for (condition, written) in zip(conditions, syntax) {
      checkCollections(of: condition.condition, written)
    }
  }

  mutating func checkCollections(of condition: CheckedCondition, _ syntax: ConditionSyntax) {
    switch (condition, syntax) {
    case (.all(let parts), .all(let written)), (.any(let parts), .any(let written, _)):
      for (part, syntax) in zip(parts, written) { checkCollections(of: part, syntax) }
    case (.some(let records), .some(let collection, _)),
      (.no(let records), .no(let collection, _)):
      check(records, collection)
    case (.everyRecord(let records, let test), .every(let collection, let have, _)):
      check(records, collection)
      let given = statements(of: records.filter, of: records.kind, collection)
      statements.check(
        [estimates.statement(test, of: records.kind, have)], given: given, in: .records)
    case (.somePart(_, let filter?), .some(let collection, _)),
      (.noPart(_, let filter?), .no(let collection, _)):
      if let written = collection.filter { checkPart(filter, written) }
    case (.everyPart(_, let have), .every(_, let written, _)): checkPart(have, written)
    default: break
    }
  }

  private mutating func checkPart(_ condition: CheckedCondition, _ syntax: ConditionSyntax) {
    statements.check([estimates.statement(condition, syntax)], in: .elsewhere)
    checkCollections(of: condition, syntax)
  }

  mutating func check(_ aggregate: CheckedAggregate, _ collection: CollectionSyntax) {
    let records = aggregate.collection
    switch aggregate.measure {
    case .share(let test), .longestRun(let test), .worstDay(let test):
      guard let filter = collection.filter else { return }
      let whole = collection.unfiltered
      check(records, whole)
      statements.check(
        [estimates.statement(test, of: records.kind, filter)],
        given: statements(of: records.filter, of: records.kind, whole), in: .records)
    case .number, .sum, .earliest, .latest, .largest, .smallest, .percentile, .daysCovered:
      check(records, collection)
    }
  }

  private mutating func check(_ records: CheckedCollection, _ collection: CollectionSyntax) {
    let named = base(of: collection)
    if let named, collectionsSeen.insert(collection.name.text).inserted {
      let filter = collection.filter == nil ? records.filter : records.filter.first
      check(filter, of: records.kind, named)
    }
    if named == nil || collection.filter != nil {
      check(records.filter, of: records.kind, collection)
    }
  }

  /// Looks at the `where` of a collection, given that of the collection it is drawn from.
  private mutating func check(_ filter: RowTest, of kind: Int, _ collection: CollectionSyntax) {
    let stated = statements(of: filter, of: kind, collection)
    guard collection.filter != nil, let own = stated.last else { return }
    statements.check([own], given: stated.dropLast(), in: .records)
  }

  /// The `where`s that apply to a collection: those of the collections it is drawn from, then its own.
  private func statements(
    of filter: RowTest, of kind: Int, _ collection: CollectionSyntax
  ) -> [Statement] {
    guard let named = base(of: collection) else {
      return collection.filter.map { [estimates.statement(filter, of: kind, $0)] } ?? []
    }
    guard let written = collection.filter else {
      return statements(of: filter, of: kind, named)
    }
    guard case .all(let parts) = filter, parts.count == 2 else { return [] }
    return statements(of: parts[0], of: kind, named)
      + [estimates.statement(parts[1], of: kind, written)]
  }

  /// The collection that the clause named so.
  private func base(of collection: CollectionSyntax) -> CollectionSyntax? {
    guard let meaning = meaning(named: collection.name.text),
      case .collection(let named) = meaning.form
    else { return nil }
    return named
  }
}

extension CollectionSyntax {
  fileprivate var unfiltered: CollectionSyntax {
    CollectionSyntax(name: name, owner: owner, isEver: isEver, filter: nil, range: range)
  }
}

extension RowTest {
  /// That of the collection which another is drawn from.
  fileprivate var first: RowTest {
    if case .all(let parts) = self, let first = parts.first { first } else { self }
  }
}
