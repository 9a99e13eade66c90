import ContractModel
import RuleChecking

// Values within a range or outside it.
extension Scenario {
  /// Returns values that lie in a range, or do not; the plainest first.
  mutating func choices(
    _ range: CheckedRange, _ type: ValueType, _ extent: Extent, isInside: Bool
  ) -> [Wanted] {
    let quantity = Quantity(name: "", expression: .invalid, type: type, extent: extent)
    let set = CaseSet(
      scope: scope, quantities: [quantity], cases: [[[CaseTest(range, isNegated: !isInside)]]])
    guard let placement = settled(set.symbols()) else { return [] }
    let cover = set.cover(placement)
    guard let axis = cover.axes.first, let cells = cover.rows.first?.first?.certain else {
      return []
    }
    return cells.flatMap { axis.candidates(in: $0, of: type) }
  }

  /// Returns whether a value lies in a range; nil where that cannot be told.
  mutating func holds(_ value: Wanted, _ range: CheckedRange) -> Bool? {
    switch (range, value) {
    case (.any, _): return true
    case (.given, _): return value != .none
    case (.none, _): return value == .none
    case (_, .none): return nil
    case (.words(let mask), .word(let place)): return mask & (1 << UInt64(place)) != 0
    case (.texts(let texts), .text(let text)), (.parties(let texts), .text(let text)):
      return texts.contains(text)
    case (.either(let parts), _):
      var isOpen = false
      for part in parts {
        guard let holds = holds(value, part) else {
          isOpen = true
          continue
        }
        if holds { return true }
      }
      return isOpen ? nil : false
    case (.bounds(let lower, let upper), .quantity(let number)):
      return holds(number, lower, upper)
    case (.words, _), (.texts, _), (.parties, _), (.bounds, _): return nil
    }
  }

  private mutating func holds(
    _ number: Rational, _ lower: CheckedBound?, _ upper: CheckedBound?
  ) -> Bool? {
    if let lower {
      guard let end = settle(lower.value)?.quantity else { return nil }
      if number < end || (number == end && !lower.isIncluded) { return false }
    }
    if let upper {
      guard let end = settle(upper.value)?.quantity else { return nil }
      if number > end || (number == end && !upper.isIncluded) { return false }
    }
    return true
  }

  /// Settles what the ends of ranges rest on; nil where that cannot be done.
  private mutating func settled(_ symbols: [Symbol]) -> Placement? {
    var placement = Placement()
    for symbol in symbols {
      guard let value = settle(symbol.expression)?.quantity else { return nil }
      placement.values[symbol.key] = value
    }
    return placement
  }

  // MARK: Conditions

  /// Lets an expression lie in a range, or outside it.
  mutating func satisfy(
    _ expression: CheckedExpression, _ type: ValueType, isNegated: Bool, _ range: CheckedRange
  ) -> Ending {
    var before = self
    // What it is already, or would be anyway, goes first.
    let values =
      [before.settle(expression)].compactMap { $0 }
      + before.choices(range, type, scope.extent(of: expression), isInside: !isNegated)
    guard !values.isEmpty else { return .opaque }
    // The ends of the range are settled beside the value, unless the value settles them otherwise.
    return attemptFirst(
      values.prefix(5).map { value in
        { scenario in
          let ending = scenario.drive(expression, to: value)
          guard ending == .reached else { return ending }
          return scenario.holds(value, range) == !isNegated ? .reached : .contradicted
        }
      })
  }

  /// Lets a condition hold, or not.
  mutating func satisfy(_ condition: CheckedCondition, wanted: Bool = true) -> Ending {
    guard takesStep() else { return .opaque }
    switch condition {
    case .all(let parts):
      return wanted ? satisfyEach(parts, wanted: true) : satisfyOne(parts, wanted: false)
    case .any(let parts):
      return wanted ? satisfyOne(parts, wanted: true) : satisfyEach(parts, wanted: false)
    case .some(let collection): return satisfy(collection, isThere: wanted)
    case .no(let collection): return satisfy(collection, isThere: !wanted)
    case .test(let expression, let type, let isNegated, let range):
      return satisfy(expression, type, isNegated: isNegated == wanted, range)
    case .meaning(let place):
      guard case .condition(let inner) = scope.clause.meanings[place].form else { return .opaque }
      return satisfy(inner, wanted: wanted)
    case .everyPart, .somePart, .noPart, .everyRecord, .invalid: return .opaque
    }
  }

  private mutating func satisfy(_ collection: CheckedCollection, isThere: Bool) -> Ending {
    if let held = members[collection.key] {
      return held.drafts.isEmpty == isThere ? .contradicted : .reached
    }
    return hold(isThere ? 1 : 0, in: collection)
  }

  private mutating func satisfyEach(_ parts: [CheckedCondition], wanted: Bool) -> Ending {
    for part in parts {
      let ending = satisfy(part, wanted: wanted)
      guard ending == .reached else { return ending }
    }
    return .reached
  }

  private mutating func satisfyOne(_ parts: [CheckedCondition], wanted: Bool) -> Ending {
    attemptFirst(parts.map { part in { $0.satisfy(part, wanted: wanted) } })
  }

  // MARK: Records of one kind

  /// Whether every collection holds the records it should, and no other.
  func isConsistent() -> Bool { completed() != nil }

  /// Returns the same with every record whole; nil where a collection would then hold others than it
  /// should.
  func completed() -> Scenario? {
    var whole = self
    whole.completeDrafts()
    for (_, held) in members.sorted(by: { $0.key < $1.key }) {
      for draft in drafts.indices where drafts[draft].kind == held.collection.kind {
        let belongs = held.drafts.contains(draft)
        guard whole.holds(held.collection.filter, draft: draft) == belongs else { return nil }
      }
    }
    let days = whole.drafts.compactMap { $0.fields[.dated]?.quantity }
    if let asOf = whole.asOf { return days.allSatisfy { $0 <= asOf } ? whole : nil }
    let standard = Rational(Int(CounterExampleDays.asOf.dayNumber))
    whole.asOf = (days + [standard]).max()
    return whole
  }

  private mutating func holds(_ test: RowTest, draft: Int) -> Bool? {
    switch test {
    case .all(let parts):
      let results = parts.map { holds($0, draft: draft) }
      if results.contains(false) { return false }
      return results.contains(nil) ? nil : true
    case .any(let parts):
      let results = parts.map { holds($0, draft: draft) }
      if results.contains(true) { return true }
      return results.contains(nil) ? nil : false
    case .field(let field, _, let isNegated, let range):
      guard let value = drafts[draft].fields[field] else { return nil }
      return holds(value, range).map { $0 != isNegated }
    case .invalid: return nil
    }
  }
}
