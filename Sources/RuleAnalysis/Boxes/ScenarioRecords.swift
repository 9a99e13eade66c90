import ContractModel
import RuleChecking

/// A record of a counter-example, as far as it is settled.
struct RecordDraft {
  let kind: Int
  /// The part that it is about, or that it is looked for in.
  let scope: SubjectKind
  var fields: [RowField: Wanted] = [:]
}

// Backwards through what is drawn from records: which records there must be.
extension Scenario {
  /// More records than these make no test that anybody would read.
  private static var mostRecords: Int { 25 }

  mutating func drive(_ aggregate: CheckedAggregate, to value: Wanted) -> Ending {
    let collection = aggregate.collection
    if value == .none { return hold(0, in: collection) }
    switch aggregate.measure {
    case .earliest(let field), .latest(let field), .largest(let field), .smallest(let field),
      .percentile(_, let field):
      return holdOne(of: collection, where: field, is: value)
    case .sum(let field):
      guard isAbsenceKnown(of: collection) else { return .opaque }
      return holdOne(of: collection, where: field, is: value)
    case .number:
      guard isAbsenceKnown(of: collection) else { return .opaque }
      guard let number = value.quantity, number.isInteger, let count = Int(exactly: number.floor)
      else { return .contradicted }
      return hold(count, in: collection)
    case .share(let test), .worstDay(let test):
      guard let share = value.quantity, let all = Int(exactly: share.denominator),
        let passing = Int(exactly: share.numerator), passing >= 0, passing <= all
      else { return .contradicted }
      return hold(all, in: collection, passing: passing, test)
    case .daysCovered(.calendar, let begins, let ends):
      return cover(value, begins, ends, in: collection)
    case .daysCovered, .longestRun: return .opaque
    }
  }

  /// Returns what an aggregate comes to by the records that are settled; nil where it is still open.
  func settled(_ aggregate: CheckedAggregate) -> Wanted? {
    guard let held = members[aggregate.collection.key] else { return nil }
    switch aggregate.measure {
    case .number where isAbsenceKnown(of: aggregate.collection):
      return .quantity(Rational(held.drafts.count))
    case .earliest(let field), .latest(let field), .largest(let field), .smallest(let field),
      .percentile(_, let field):
      return held.drafts.count == 1 ? drafts[held.drafts[0]].fields[field] : nil
    case .number, .sum, .share, .worstDay, .daysCovered, .longestRun: return nil
    }
  }

  private func isAbsenceKnown(of collection: CheckedCollection) -> Bool {
    let nature = scope.kinds[collection.kind].nature
    return nature == .act || nature == .register
  }

  // MARK: Collections

  /// Lets a collection hold so many records; true of none only where absence can be known.
  mutating func hold(_ count: Int, in collection: CheckedCollection) -> Ending {
    let key = collection.key
    if let held = members[key] {
      return held.drafts.count == count ? .reached : .contradicted
    }
    guard count > 0 || isAbsenceKnown(of: collection) else { return .opaque }
    guard count >= 0 else { return .contradicted }
    guard count <= Self.mostRecords, !collection.isEver else { return .opaque }
    members[key] = (collection, [])
    for _ in 0..<count {
      let ending = addDraft(to: collection)
      guard ending == .reached else { return ending }
    }
    return .reached
  }

  private mutating func addDraft(to collection: CheckedCollection) -> Ending {
    drafts.append(RecordDraft(kind: collection.kind, scope: collection.scope))
    members[collection.key]?.drafts.append(drafts.count - 1)
    return pass(collection.filter, isNegated: false, draft: drafts.count - 1)
  }

  private mutating func holdOne(
    of collection: CheckedCollection, where field: RowField, is value: Wanted
  ) -> Ending {
    if let held = members[collection.key], held.drafts.count == 1 {
      return set(field, of: held.drafts[0], to: value)
    }
    guard members[collection.key] == nil else { return .contradicted }
    guard !collection.isEver else { return .opaque }
    members[collection.key] = (collection, [drafts.count])
    drafts.append(
      RecordDraft(kind: collection.kind, scope: collection.scope, fields: [field: value]))
    guard isAllowed(value, field, in: collection.kind) else { return .contradicted }
    return pass(collection.filter, isNegated: false, draft: drafts.count - 1)
  }

  private mutating func hold(
    _ count: Int, in collection: CheckedCollection, passing: Int, _ test: RowTest
  ) -> Ending {
    guard members[collection.key] == nil else { return .contradicted }
    guard count > 0 else { return .contradicted }
    let first = drafts.count
    let ending = hold(count, in: collection)
    guard ending == .reached else { return ending }
    for place in 0..<count {
      let ending = pass(test, isNegated: place >= passing, draft: first + place)
      guard ending == .reached else { return ending }
    }
    return .reached
  }

  private mutating func cover(
    _ value: Wanted, _ begins: RowField, _ ends: RowField, in collection: CheckedCollection
  ) -> Ending {
    guard isAbsenceKnown(of: collection) else { return .opaque }
    guard let days = value.quantity, days.isInteger, days.sign >= 0 else { return .contradicted }
    if days.sign == 0 { return hold(0, in: collection) }
    let first = Rational(Int(CounterExampleDays.due.dayNumber) - 60)
    guard let last = try? first.adding(days).subtracting(.one) else { return .contradicted }
    let ending = holdOne(of: collection, where: begins, is: .quantity(first))
    guard ending == .reached, let draft = members[collection.key]?.drafts.first else {
      return ending
    }
    return set(ends, of: draft, to: .quantity(last))
  }

  // MARK: Fields

  mutating func set(_ field: RowField, of draft: Int, to value: Wanted) -> Ending {
    if let settled = drafts[draft].fields[field] {
      return settled == value ? .reached : .contradicted
    }
    guard isAllowed(value, field, in: drafts[draft].kind) else { return .contradicted }
    drafts[draft].fields[field] = value
    return .reached
  }

  private func isAllowed(_ value: Wanted, _ field: RowField, in kind: Int) -> Bool {
    guard case .declared(let place) = field else {
      return value.quantity.map { Extent.days.contains($0) } ?? (value != .none)
    }
    let declared = scope.kinds[kind].fields[place]
    if value == .none { return declared.isOptional }
    guard let number = value.quantity else { return true }
    if declared.type.isWholeInRecords, !number.isInteger { return false }
    return declared.domain?.contains(number) ?? true
  }

  /// Lets a record pass a test, or fail it.
  mutating func pass(_ test: RowTest, isNegated: Bool, draft: Int) -> Ending {
    switch test {
    case .all(let parts), .any(let parts):
      let wantsEach = test.isAll != isNegated
      if wantsEach {
        for part in parts {
          let ending = pass(part, isNegated: isNegated, draft: draft)
          guard ending == .reached else { return ending }
        }
        return .reached
      }
      return attemptFirst(
        parts.map { part in { $0.pass(part, isNegated: isNegated, draft: draft) } })
    case .field(let field, let type, let isNot, let range):
      let isInside = isNot == isNegated
      if let settled = drafts[draft].fields[field] {
        return holds(settled, range).map { $0 == isInside } == true ? .reached : .contradicted
      }
      for value in choices(range, type, isInside: isInside, of: field, in: drafts[draft].kind) {
        if set(field, of: draft, to: value) == .reached { return .reached }
      }
      return .contradicted
    case .invalid: return .opaque
    }
  }

  private mutating func choices(
    _ range: CheckedRange, _ type: ValueType, isInside: Bool, of field: RowField, in kind: Int
  ) -> [Wanted] {
    var extent = Extent(of: type)
    if case .declared(let place) = field {
      extent = extent.limited(to: scope.kinds[kind].fields[place].domain)
      extent.mayBeNone = scope.kinds[kind].fields[place].isOptional
    }
    return choices(range, type, extent, isInside: isInside)
  }
}

extension RowTest {
  fileprivate var isAll: Bool {
    if case .all = self { return true }
    return false
  }
}
