import ContractModel
import RuleChecking

/// Gives every collection of a clause a slot, and every slot the pass that can fill it.
struct ClausePlanner {
  private let clause: CheckedClause
  private var plan = ClausePlan()
  /// The pass after which each meaning can be evaluated, as far as it was asked for.
  private var strata: [Int: Int] = [:]

  init(_ clause: CheckedClause) { self.clause = clause }

  mutating func planned() -> ClausePlan {
    for (place, meaning) in clause.meanings.enumerated() {
      switch meaning.form {
      case .aggregate(let aggregate):
        plan.meaningSlots[place] = add(
          aggregate.collection, .aggregate(aggregate.measure), for: meaning.subject)
      case .parts(let aggregate):
        plan.partWords.insert(aggregate.parts.word)
        plan.meaningParts[place] = aggregate.condition.map {
          planned($0, for: aggregate.parts.word.kind)
        }
      case .condition(let condition):
        plan.meaningConditions[place] = planned(condition, for: meaning.subject)
      case .table, .quantity, .invalid: break
      }
    }
    plan.rules = clause.rules.map { planned($0) }
    plan.exceptions = clause.exceptions.map { exception in
      var bodies: [SubjectKind: PlannedException.Body] = [:]
      for kind in SubjectKind.allCases {
        guard let body = exception.bodies[kind] else { continue }
        bodies[kind] = PlannedException.Body(
          conditions: body.conditions.map { planned($0.condition, for: kind) },
          releases: body.consequences.map { releases(of: $0, for: kind) })
      }
      return PlannedException(bodies: bodies)
    }
    return plan
  }

  private mutating func planned(_ rule: CheckedRule) -> PlannedRule {
    let kind = rule.subject.kind
    return PlannedRule(
      filter: rule.subject.filter.map { planned($0, for: kind) },
      conditions: rule.conditions.map { planned($0.condition, for: kind) },
      requirements: rule.requirements.map { planned($0.condition, for: kind) },
      remedyReleases: rule.remedies.map { releases(of: $0, for: kind) },
      consequenceReleases: rule.consequences.map { releases(of: $0, for: kind) },
      shownOfParts: rule.shownOfParts.map { planned($0.condition, for: $0.parts.word.kind) })
  }

  private mutating func releases(
    of effect: CheckedEffect, for kind: SubjectKind
  ) -> [PlannedCondition] {
    (effect.release?.conditions ?? []).map { planned($0.condition, for: kind) }
  }

  private mutating func planned(
    _ condition: CheckedCondition, for kind: SubjectKind
  ) -> PlannedCondition {
    switch condition {
    case .all(let parts): return .all(parts.map { planned($0, for: kind) })
    case .any(let parts): return .any(parts.map { planned($0, for: kind) })
    case .some(let collection): return .slot(add(collection, .some, for: kind), isNegated: false)
    case .no(let collection): return .slot(add(collection, .some, for: kind), isNegated: true)
    case .everyRecord(let collection, let test):
      return .slot(add(collection, .every(test), for: kind), isNegated: false)
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
    let inner = condition.map { planned($0, for: parts.word.kind) }
    plan.partWords.insert(parts.word)
    plan.partSlots.append(
      ClausePlan.PartSlot(parts: parts, quantifier: quantifier, condition: inner))
    return .parts(plan.partSlots.count - 1, isNegated: isNegated)
  }

  private mutating func add(
    _ collection: CheckedCollection, _ use: ClausePlan.Use, for kind: SubjectKind
  ) -> Int {
    plan.slots.append(
      ClausePlan.Slot(
        collection: collection, use: use, subject: kind,
        stratum: stratum(of: collection, use)))
    return plan.slots.count - 1
  }

  /// One more than the latest pass that anything in the tests of a collection reads.
  private mutating func stratum(of collection: CheckedCollection, _ use: ClausePlan.Use) -> Int {
    var reads = meanings(in: collection.filter)
    if let test = use.test { reads += meanings(in: test) }
    return reads.map { stratum(ofMeaning: $0) + 1 }.max() ?? 0
  }

  /// The pass after which a meaning can be evaluated; -1 where it reads no record.
  private mutating func stratum(ofMeaning place: Int) -> Int {
    if let known = strata[place] { return known }
    // A clause in which a meaning reads itself was reported, and is never run.
    strata[place] = -1
    var deepest = -1
    let meaning = clause.meanings[place]
    switch meaning.form {
    case .aggregate(let aggregate):
      deepest = stratum(of: aggregate.collection, .aggregate(aggregate.measure))
    case .parts(let aggregate):
      deepest = aggregate.condition.map { stratum(of: $0) } ?? -1
      for inner in aggregate.measure.value?.meanings(of: clause) ?? [] {
        deepest = max(deepest, stratum(ofMeaning: inner))
      }
    case .table(let table):
      let read =
        (table.inputs.map(\.value) + table.rows.map(\.result)).flatMap { $0.meanings(of: clause) }
        + table.rows.flatMap(\.cells).flatMap { $0.meanings(of: clause) }
      for inner in read { deepest = max(deepest, stratum(ofMeaning: inner)) }
    case .quantity(let expression):
      for inner in expression.meanings(of: clause) {
        deepest = max(deepest, stratum(ofMeaning: inner))
      }
    case .condition(let condition): deepest = stratum(of: condition)
    case .invalid: break
    }
    for inner in meaning.fallback?.meanings(of: clause) ?? [] {
      deepest = max(deepest, stratum(ofMeaning: inner))
    }
    strata[place] = deepest
    return deepest
  }

  private mutating func stratum(of condition: CheckedCondition) -> Int {
    switch condition {
    case .all(let parts), .any(let parts): parts.map { stratum(of: $0) }.max() ?? -1
    case .some(let collection), .no(let collection): stratum(of: collection, .some)
    case .everyRecord(let collection, let test): stratum(of: collection, .every(test))
    case .everyPart(_, let inner): stratum(of: inner)
    case .somePart(_, let filter), .noPart(_, let filter): filter.map { stratum(of: $0) } ?? -1
    case .test(let value, _, _, let range):
      (value.meanings(of: clause) + range.meanings(of: clause))
        .map { stratum(ofMeaning: $0) }.max() ?? -1
    case .meaning(let place): stratum(ofMeaning: place)
    case .invalid: -1
    }
  }

  private func meanings(in test: RowTest) -> [Int] {
    switch test {
    case .all(let parts), .any(let parts): parts.flatMap { meanings(in: $0) }
    case .field(_, _, _, let range): range.meanings(of: clause)
    case .invalid: []
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

extension CheckedExpression {
  /// The meanings that an expression reads, itself or through a table term.
  fileprivate func meanings(of clause: CheckedClause) -> [Int] {
    switch self {
    case .meaning(let place): [place]
    case .term(let place): clause.terms[place].input?.value.meanings(of: clause) ?? []
    case .forEachDay(_, let length): length.meanings(of: clause)
    case .interest(let sum, let rate, let days, let period):
      [sum, rate, days, period].compactMap { $0 }.flatMap { $0.meanings(of: clause) }
    case .binary(_, let left, let right), .periods(_, let left, let right),
      .span(_, _, let left, let right), .wholeMonths(let left, let right),
      .shift(let left, _, _, let right):
      left.meanings(of: clause) + right.meanings(of: clause)
    case .lesser(let parts), .greater(let parts): parts.flatMap { $0.meanings(of: clause) }
    case .lateness(_, let inner), .businessDay(_, let inner), .monthDay(_, _, let inner),
      .weeks(_, let inner), .rounded(let inner, _, _):
      inner.meanings(of: clause)
    case .quantity, .money, .word, .text, .field, .asOf, .invalid: []
    }
  }
}

extension CheckedRange {
  fileprivate func meanings(of clause: CheckedClause) -> [Int] {
    switch self {
    case .bounds(let lower, let upper):
      (lower?.value.meanings(of: clause) ?? []) + (upper?.value.meanings(of: clause) ?? [])
    case .either(let parts): parts.flatMap { $0.meanings(of: clause) }
    case .any, .given, .none, .words, .texts, .parties: []
    }
  }
}
