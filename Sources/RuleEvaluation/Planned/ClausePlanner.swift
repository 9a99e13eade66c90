import ContractModel
import RuleChecking

/// Gives every collection of a clause a slot.
struct ClausePlanner {
  private let clause: CheckedClause
  private var plan = ClausePlan()

  init(_ clause: CheckedClause) { self.clause = clause }

  mutating func planned() -> ClausePlan {
    plan.meaningSlots = .init(repeating: nil, count: clause.meanings.count)
    plan.meaningParts = .init(repeating: nil, count: clause.meanings.count)
    plan.meaningConditions = .init(repeating: nil, count: clause.meanings.count)
    for (place, meaning) in clause.meanings.enumerated() {
      switch meaning.form {
      case .aggregate(let aggregate):
        plan.meaningSlots[place] = add(
          aggregate.collection, .aggregate(aggregate.measure))
      case .parts(let aggregate):
        plan.partWords.insert(aggregate.parts.word)
        plan.meaningParts[place] = aggregate.condition.map {
          planned($0)
        }
      case .condition(let condition):
        plan.meaningConditions[place] = planned(condition)
      case .table, .quantity, .invalid: break
      }
    }
    plan.rules = clause.rules.map { planned($0) }
    plan.exceptions = clause.exceptions.map { exception in
      var bodies: [SubjectKind: PlannedException.Body] = [:]
      for kind in SubjectKind.allCases {
        guard let body = exception.bodies[kind] else { continue }
        bodies[kind] = PlannedException.Body(
          conditions: body.conditions.map { planned($0.condition) },
          releases: body.consequences.map { releases(of: $0) })
      }
      return PlannedException(bodies: bodies)
    }
    return plan
  }

  private mutating func planned(_ rule: CheckedRule) -> PlannedRule {
    return PlannedRule(
      filter: rule.subject.filter.map { planned($0) },
      conditions: rule.conditions.map { planned($0.condition) },
      requirements: rule.requirements.map { planned($0.condition) },
      remedyReleases: rule.remedies.map { releases(of: $0) },
      consequenceReleases: rule.consequences.map { releases(of: $0) },
      shownOfParts: rule.shownOfParts.map { planned($0.condition) })
  }

  private mutating func releases(
    of effect: CheckedEffect
  ) -> [PlannedCondition] {
    (effect.release?.conditions ?? []).map { planned($0.condition) }
  }

  private mutating func planned(
    _ condition: CheckedCondition
  ) -> PlannedCondition {
    switch condition {
    case .all(let parts): return .all(parts.map { planned($0) })
    case .any(let parts): return .any(parts.map { planned($0) })
    case .some(let collection): return .slot(add(collection, .some), isNegated: false)
    case .no(let collection): return .slot(add(collection, .some), isNegated: true)
    case .everyRecord(let collection, let test):
      return .slot(add(collection, .every(test)), isNegated: false)
    case .everyPart(let parts, let inner): return planned(parts, .every, inner, isNegated: false)
    case .somePart(let parts, let filter): return planned(parts, .some, filter, isNegated: false)
    case .noPart(let parts, let filter): return planned(parts, .some, filter, isNegated: true)
    case .test(let value, _, let isNegated, let range):
      return .test(value, isNegated: isNegated, range)
    case .meaning(let place): return .meaning(place)
    case .invalid: return .invalid
    }
  }

  private mutating func planned(
    _ parts: CheckedParts, _ quantifier: ClausePlan.PartSlot.Quantifier,
    _ condition: CheckedCondition?, isNegated: Bool
  ) -> PlannedCondition {
    let inner = condition.map { planned($0) }
    plan.partWords.insert(parts.word)
    plan.partSlots.append(
      ClausePlan.PartSlot(parts: parts, quantifier: quantifier, condition: inner))
    return .parts(plan.partSlots.count - 1, isNegated: isNegated)
  }

  private mutating func add(
    _ collection: CheckedCollection, _ use: ClausePlan.Use
  ) -> Int {
    let reads = collection.filter.reads + (use.test?.reads ?? [])
    plan.slots.append(
      ClausePlan.Slot(
        collection: collection, use: use,
        isOfPart: !reads.contains { isAboutSubject($0) }))
    return plan.slots.count - 1
  }

  /// Whether what a test names may be another value for another subject.
  private func isAboutSubject(_ read: Read) -> Bool {
    switch read {
    case .meaning, .field: true
    case .term(let place): clause.terms[place].input != nil
    case .asOf: false
    }
  }
}

extension CheckedPartAggregate {
  /// What is asked of each part.
  fileprivate var condition: CheckedCondition? {
    if case .share(let test) = measure { return test }
    return filter
  }
}
