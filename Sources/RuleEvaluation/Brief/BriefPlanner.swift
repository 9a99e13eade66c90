import ContractModel
import RuleChecking

/// The clause has something that is not decided in brief.
struct NotInBrief: Error {}

/// Makes the program of clauses; what they ask has to be asked of numbers, days and words.
struct BriefPlanner {
  let clauses: [CheckedClause]
  let kinds: [RecordKind]
  /// The currency of the contracts.
  let currency: Currency
  /// The grounds of the effects of all clauses, so that two have none in common by chance.
  private(set) var grounds = BriefGrounds()
  var program = BriefProgram()
  /// The clause at hand.
  private(set) var place = 0
  /// The steps and questions of its meanings, by place.
  var steps: [Int: Int] = [:]
  var questions: [Int: Int] = [:]

  init(
    of clauses: [CheckedClause], kinds: [RecordKind], currency: Currency
  ) throws(NotInBrief) {
    self.clauses = clauses
    self.kinds = kinds
    self.currency = currency
    for place in clauses.indices {
      self.place = place
      (steps, questions) = ([:], [:])
      guard clause.isSound, clause.exceptions.isEmpty else { throw NotInBrief() }
      for rule in clause.rules { try add(rule) }
    }
  }

  var clause: CheckedClause { clauses[place] }

  // MARK: Rules

  mutating func add(_ rule: CheckedRule) throws(NotInBrief) {
    guard rule.subject.role == nil, rule.phase == .first else { throw NotInBrief() }
    let kind = rule.subject.kind.place
    var filter: Int?
    if let condition = rule.subject.filter { filter = try question(condition, kind) }
    var applies = filter
    for condition in rule.conditions {
      let next = try question(condition.condition, kind)
      applies = applies.map { ask(.both($0, next), kind) } ?? next
    }
    var requires: Int?
    for requirement in rule.requirements {
      let next = try question(requirement.condition, kind)
      requires = requires.map { ask(.both($0, next), kind) } ?? next
    }
    program.rules.append(
      BriefProgram.Rule(
        kind: kind, filter: filter, applies: applies ?? ask(.always, kind),
        requires: requires ?? ask(.always, kind),
        remedies: try effects(rule.remedies, from: 0, of: rule, kind),
        consequences: try effects(
          rule.consequences, from: rule.remedies.count, of: rule, kind),
        decidesPayment: rule.decidesPayment))
  }

  mutating func effects(
    _ list: [CheckedEffect], from first: Int, of rule: CheckedRule, _ kind: Int
  ) throws(NotInBrief) -> Range<Int> {
    let before = program.effects.count
    for (place, effect) in list.enumerated() where effect.verb != .excuse {
      guard effect.verb != .release, effect.verb != .recover, effect.deadline == nil,
        hasOneOrder(effect, of: rule), saysWhatEndsIt(effect, of: rule)
      else { throw NotInBrief() }
      var release: Int?
      for condition in effect.release?.conditions ?? [] {
        let next = try question(condition.condition, kind)
        release = release.map { ask(.either($0, next), kind) } ?? next
      }
      let limitsBefore = program.limits.count
      for limit in [effect.amount].compactMap(\.self) + effect.caps {
        program.limits.append(try whole(limit, effect.rounding, kind))
      }
      program.effects.append(
        BriefProgram.Effect(
          verb: effect.verb, takesMoney: effect.verb.takesMoney,
          limits: limitsBefore..<program.limits.count, release: release,
          ground: grounds.number(of: effect, at: first + place, of: rule.citation)))
    }
    return before..<program.effects.count
  }

  /// Whether the effect is taken at one place among those of its clause: one without a ground of its
  /// own name goes by its number among those that the rule comes to, which may differ from part to part.
  private func hasOneOrder(_ effect: CheckedEffect, of rule: CheckedRule) -> Bool {
    guard effect.verb == .deduct || effect.verb == .setOff, effect.ground == nil else {
      return true
    }
    return rule.remedies.count + rule.consequences.count == 1
  }

  /// Whether a hold names its end: without one the whole decision is refused.
  private func saysWhatEndsIt(_ effect: CheckedEffect, of rule: CheckedRule) -> Bool {
    guard effect.verb == .withhold || effect.verb == .suspend else { return true }
    guard let release = effect.release else { return false }
    return release.isMetEnough && !rule.requirements.isEmpty || !release.conditions.isEmpty
  }

  mutating func whole(
    _ expression: CheckedExpression, _ rounding: RoundingRule, _ kind: Int
  ) throws(NotInBrief) -> Int {
    add(.rounded(try step(expression, kind), rounding), kind)
  }

  // MARK: Conditions

  mutating func question(
    _ condition: CheckedCondition, _ kind: Int
  ) throws(NotInBrief) -> Int {
    switch condition {
    case .all(let parts): return try joined(parts, kind) { .both($0, $1) }
    case .any(let parts):
      guard !parts.isEmpty else { throw NotInBrief() }
      return try joined(parts, kind) { .either($0, $1) }
    case .some(let collection): return try slotQuestion(collection, .some, kind)
    case .no(let collection):
      let some = try slotQuestion(collection, .some, kind)
      return ask(.not(some), kind)
    case .everyRecord(let collection, let test):
      return try slotQuestion(
        collection, .every, tests: try rows(test, of: collection.kind), kind)
    case .test(let value, _, let isNegated, let range):
      let found = try self.range(range, of: try step(value, kind), kind)
      return isNegated ? ask(.not(found), kind) : found
    case .meaning(let place):
      let wide = clause.meanings[place].subject.place
      return widened(try meaningQuestion(place), from: wide, to: kind)
    case .everyPart(let parts, let condition):
      return try partQuestion(parts, condition, kind, isEvery: true)
    case .somePart(let parts, let filter):
      return try partQuestion(parts, filter, kind, isEvery: false)
    case .noPart(let parts, let filter):
      let some = try partQuestion(parts, filter, kind, isEvery: false)
      return ask(.not(some), kind)
    case .invalid: throw NotInBrief()
    }
  }

  mutating func joined(
    _ parts: [CheckedCondition], _ kind: Int, by join: (Int, Int) -> BriefProgram.Test
  ) throws(NotInBrief) -> Int {
    var all: Int?
    for part in parts {
      let next = try question(part, kind)
      all = all.map { ask(join($0, next), kind) } ?? next
    }
    return all ?? ask(.always, kind)
  }

  mutating func meaningQuestion(_ place: Int) throws(NotInBrief) -> Int {
    if let known = questions[place] { return known }
    let meaning = clause.meanings[place]
    guard case .condition(let condition) = meaning.form, meaning.fallback == nil else {
      throw NotInBrief()
    }
    let found = try question(condition, meaning.subject.place)
    questions[place] = found
    return found
  }

  mutating func range(
    _ range: CheckedRange, of step: Int, _ kind: Int
  ) throws(NotInBrief) -> Int {
    switch range {
    case .any: return ask(.always, kind)
    case .given: return ask(.given(step), kind)
    case .none: return ask(.none(step), kind)
    case .bounds(let lower, let upper):
      let (low, high) = (try bound(lower, kind), try bound(upper, kind))
      return ask(.bounds(step, lower: low, upper: high), kind)
    case .words(let mask):
      guard let mask = Int64(exactly: mask) else { throw NotInBrief() }
      return ask(.words(step, mask), kind)
    case .either(let parts):
      var all: Int?
      for part in parts {
        let next = try self.range(part, of: step, kind)
        all = all.map { ask(.either($0, next), kind) } ?? next
      }
      guard let all else { throw NotInBrief() }
      return all
    case .texts, .parties: throw NotInBrief()
    }
  }

  mutating func bound(
    _ bound: CheckedBound?, _ kind: Int
  ) throws(NotInBrief) -> BriefProgram.Bound? {
    guard let bound else { return nil }
    return BriefProgram.Bound(step: try step(bound.value, kind), isIncluded: bound.isIncluded)
  }

  // MARK: Steps

  mutating func add(_ form: BriefProgram.Form, _ kind: Int) -> Int {
    program.steps.append(BriefProgram.Step(kind: kind, form: form))
    return program.steps.count - 1
  }

  mutating func ask(_ form: BriefProgram.Test, _ kind: Int) -> Int {
    program.questions.append(BriefProgram.Question(kind: kind, form: form))
    return program.questions.count - 1
  }

  mutating func widened(step: Int, from wide: Int, to kind: Int) -> Int {
    wide == kind ? step : add(.wider(step), kind)
  }

  mutating func widened(_ question: Int, from wide: Int, to kind: Int) -> Int {
    wide == kind ? question : ask(.wider(question), kind)
  }
}
