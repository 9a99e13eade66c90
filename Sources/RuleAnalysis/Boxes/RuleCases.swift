import ContractModel
import RuleChecking

/// Rules of one clause about the same parts that do the same by turns: each applies at other values of
/// one quantity, and otherwise where the others do.
struct RuleCases {
  let rules: [CheckedRule]
  let cases: CaseSet
}

/// One rule taken apart by one quantity that its conditions test.
private struct TakenApart {
  let rule: CheckedRule
  let quantity: Quantity
  let tests: [CaseTest]
  /// The quantity, and all that is said beside: rules that agree in it differ in the quantity alone.
  let rest: String
}

extension ClauseScope {
  /// Returns the groups of at least two rules that differ in one quantity.
  func ruleCases() -> [RuleCases] {
    var groups: [[TakenApart]] = []
    var places: [String: Int] = [:]
    for part in clause.rules.flatMap(takenApart) {
      if let place = places[part.rest] {
        groups[place].append(part)
      } else {
        places[part.rest] = groups.count
        groups.append([part])
      }
    }
    return groups.filter { $0.count > 1 }.map { group in
      RuleCases(
        rules: group.map(\.rule),
        cases: CaseSet(
          scope: self, quantities: [group[0].quantity], cases: group.map { [$0.tests] }))
    }
  }

  /// Returns a rule once for each quantity that its conditions test.
  private func takenApart(_ rule: CheckedRule) -> [TakenApart] {
    var seen: Set<Int> = []
    let stated = rule.conditions.flatMap { conjuncts(of: $0.condition, &seen) }
    var parts: [TakenApart] = []
    for condition in stated {
      guard case .test(let expression, let type, _, _) = condition else { continue }
      let key = expression.key
      guard !parts.contains(where: { $0.quantity.expression.key == key }) else { continue }
      var tests: [CaseTest] = []
      var rest: [String] = []
      for other in stated {
        if case .test(let tested, _, let isNegated, let range) = other, tested.key == key {
          tests.append(CaseTest(range, isNegated: isNegated))
        } else {
          rest.append(other.unorderedKey)
        }
      }
      // That there is a value, or none, tells no two values apart.
      guard !tests.contains(where: { $0.range.asksForNone }) else { continue }
      let subject = rule.subject
      let filter = subject.filter?.unorderedKey ?? ""
      parts.append(
        TakenApart(
          rule: rule,
          quantity: Quantity(
            name: plainName(of: expression), expression: expression, type: type,
            extent: extent(of: expression)),
          tests: tests,
          rest: "\(key): \(subject.kind.rawValue) \(subject.role ?? "") \(filter): "
            + rest.sorted().joined(separator: "; ")))
    }
    return parts
  }

  /// Returns the conditions all of which must hold, with named ones spelt out, each once.
  private func conjuncts(
    of condition: CheckedCondition, _ seen: inout Set<Int>
  ) -> [CheckedCondition] {
    switch condition {
    case .all(let parts): return parts.flatMap { conjuncts(of: $0, &seen) }
    case .meaning(let place):
      guard case .condition(let inner) = clause.meanings[place].form else { return [condition] }
      return seen.insert(place).inserted ? conjuncts(of: inner, &seen) : []
    case .any, .some, .no, .everyPart, .somePart, .noPart, .everyRecord, .test, .invalid:
      return [condition]
    }
  }
}

extension CheckedRange {
  fileprivate var asksForNone: Bool {
    switch self {
    case .given, .none: true
    case .either(let parts): parts.contains { $0.asksForNone }
    case .any, .bounds, .words, .texts, .parties: false
    }
  }
}

extension CheckedCondition {
  /// The same for conditions that are the same, in whatever order their parts are written.
  var unorderedKey: String {
    switch self {
    case .all(let parts): "all(\(parts.map(\.unorderedKey).sorted().joined(separator: "; ")))"
    case .any(let parts): "any(\(parts.map(\.unorderedKey).sorted().joined(separator: "; ")))"
    case .everyPart(let parts, let inner):
      "every(\(parts.word.rawValue) \(parts.scope.rawValue) \(inner.unorderedKey))"
    case .somePart(let parts, let inner):
      "some(\(parts.word.rawValue) \(parts.scope.rawValue) \(inner?.unorderedKey ?? ""))"
    case .noPart(let parts, let inner):
      "no(\(parts.word.rawValue) \(parts.scope.rawValue) \(inner?.unorderedKey ?? ""))"
    case .some, .no, .everyRecord, .test, .meaning, .invalid: key
    }
  }
}
