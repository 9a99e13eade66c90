import ContractModel
import RuleChecking

// Clauses with meanings, rules, exceptions and effects.
extension CheckedGenerator {
  mutating func clause() -> CheckedClause {
    meanings = [tally()]
    for place in 1..<14 { meanings.append(meaning(place)) }
    let rules = (0..<5).map { rule($0) }
    let exceptions = (0..<below(4)).map { exception($0, to: rules) }
    return CheckedClause(
      name: "clause", title: nil, section: nil, documentation: nil, terms: termDeclarations(),
      meanings: meanings, rules: rules, exceptions: exceptions, range: Self.range, isSound: true)
  }

  private mutating func subjectKind() -> SubjectKind { one(of: SubjectKind.allCases) }

  /// A meaning that reads no term, so that a term may read it.
  private mutating func tally() -> CheckedMeaning {
    let subject = subjectKind()
    let records = CheckedCollection(
      kind: below(kinds.count), scope: subject, isEver: chance(50), filter: .all([]))
    return CheckedMeaning(
      name: "tally", subject: subject, type: .count("kinds"),
      form: .aggregate(CheckedAggregate(collection: records, measure: .number)), fallback: nil,
      range: Self.range)
  }

  private mutating func meaning(_ place: Int) -> CheckedMeaning {
    let subject = subjectKind()
    let (type, form) = form(for: subject)
    let fallback =
      type != .condition && type != .party && chance(35)
      ? expression(type, for: subject, depth: 0) : nil
    return CheckedMeaning(
      name: "meaning-\(place)", subject: subject, type: type, form: form, fallback: fallback,
      range: Self.range)
  }

  private mutating func form(for subject: SubjectKind) -> (ValueType, CheckedMeaning.Form) {
    switch below(22) {
    case 0..<11:
      let (type, measure) = measure(for: subject)
      return (
        type, .aggregate(CheckedAggregate(collection: collection(for: subject), measure: measure))
      )
    case 20, 21:
      guard let parts = parts(of: subject) else { return (.condition, .condition(.all([]))) }
      return aggregate(over: parts)
    case 11, 12:
      let type = one(of: [ValueType.money, .percent, .date])
      return (type, .table(table(type, for: subject)))
    case 13, 14: return (.condition, .condition(condition(for: subject, depth: 1)))
    case 15 where chance(30): return (.number, .invalid)
    default:
      let type = one(of: [ValueType.money, .percent, .date, .days(.calendar), .days(.business)])
      return (type, .quantity(expression(type, for: subject, depth: 2)))
    }
  }

  private mutating func measure(
    for subject: SubjectKind
  ) -> (ValueType, CheckedAggregate.Measure) {
    let field = one(of: [
      RowField.declared(Field.state), .declared(Field.cost), .declared(Field.begins),
      .declared(Field.key), .declared(Field.owner), .dated, .by,
    ])
    let quantity = one(of: [RowField.declared(Field.cost), .dated, .declared(Field.begins)])
    switch below(12) {
    case 0: return (.count("kinds"), .number)
    case 1: return (.percent, .share(rowTest(for: subject, depth: 0)))
    case 2: return (.money, .sum(.declared(Field.cost)))
    case 3: return (type(of: field), .earliest(field))
    case 4, 5: return (type(of: field), .latest(field))
    case 6: return (type(of: quantity), .largest(quantity))
    case 7: return (type(of: quantity), .smallest(quantity))
    case 8:
      let share = (try? Rational(Int128(below(5)), over: 4)) ?? .one
      return (.money, .percentile(share, .declared(Field.cost)))
    case 9: return (.count("kinds"), .longestRun(rowTest(for: subject, depth: 0)))
    case 10: return (.percent, .worstDay(rowTest(for: subject, depth: 0)))
    default:
      let day = one(of: DayKind.allCases)
      return (
        .days(day),
        .daysCovered(day, begins: .declared(Field.begins), ends: .declared(Field.ends))
      )
    }
  }

  private mutating func aggregate(over parts: CheckedParts) -> (ValueType, CheckedMeaning.Form) {
    let kind = parts.word.kind
    let filter = chance(60) ? condition(for: kind, depth: 1) : nil
    let type = one(of: [ValueType.money, .percent, .days(.calendar), .date])
    let value = expression(type, for: kind, depth: 1)
    let (result, measure): (ValueType, CheckedPartAggregate.Measure) =
      switch below(6) {
      case 0: (.count(kind.plural), .number)
      case 1: (.percent, .share(filter ?? condition(for: kind, depth: 0)))
      case 2, 3: (.money, .sum(expression(.money, for: kind, depth: 1)))
      case 4: (type, .greatest(value))
      default: (type, .least(value))
      }
    return (
      result,
      .parts(CheckedPartAggregate(parts: parts, filter: filter, measure: measure))
    )
  }

  private func type(of field: RowField) -> ValueType {
    switch field {
    case .declared(let place): kinds[0].fields[place].type
    case .dated: .date
    case .by: .party
    }
  }

  private mutating func rule(_ place: Int) -> CheckedRule {
    let hasRole = chance(15)
    let subject = hasRole ? .deliverable : subjectKind()
    let filter = chance(20) ? condition(for: subject, depth: 0) : nil
    let conditions = statements(below(2), for: subject)
    let requirements = statements(below(4), for: subject)
    phase = chance(30) ? one(of: DecisionPhase.allCases) : .first
    defer { phase = .first }
    let shown = meanings.indices.filter { meanings[$0].subject == subject }
    return CheckedRule(
      citation: Citation(clause: "clause", rule: "rule-\(place)", section: nil, range: Self.range),
      subject: CheckedSubject(kind: subject, role: hasRole ? "role" : nil, filter: filter),
      conditions: conditions, requirements: requirements, consequences: effects(for: subject),
      remedies: effects(for: subject), shown: some(2, of: shown),
      shownOfParts: (conditions + requirements).flatMap { shownParts(of: $0.condition) },
      phase: phase, documentation: nil)
  }

  private func shownParts(of condition: CheckedCondition) -> [CheckedRule.ShownParts] {
    switch condition {
    case .all(let parts), .any(let parts): return parts.flatMap { shownParts(of: $0) }
    case .everyPart(let parts, let inner):
      let named = meanings.indices.filter { meanings[$0].subject == parts.word.kind }
      return [.init(parts: parts, condition: inner, meanings: named)]
    case .noPart(let parts, let inner?):
      let named = meanings.indices.filter { meanings[$0].subject == parts.word.kind }
      return [.init(parts: parts, condition: inner, wanted: .no, meanings: named)]
    default: return []
    }
  }

  private mutating func statements(_ count: Int, for subject: SubjectKind) -> [StatedCondition] {
    (0..<count).map { _ in
      StatedCondition(condition: condition(for: subject, depth: 1), text: "", range: Self.range)
    }
  }

  private mutating func exception(_ place: Int, to rules: [CheckedRule]) -> CheckedException {
    let isToClause = chance(40)
    let targets = isToClause ? Array(rules.indices) : [below(rules.count)]
    var bodies: [SubjectKind: CheckedException.Body] = [:]
    for kind in SubjectKind.allCases
    where targets.contains(where: { rules[$0].subject.kind == kind }) {
      let excuse = [effect(.excuse, for: kind)]
      bodies[kind] = .init(
        conditions: statements(1, for: kind),
        consequences: chance(60) ? excuse : effects(for: kind) + [effect(.defer, for: kind)])
    }
    return CheckedException(
      citation: Citation(
        clause: "clause", rule: "exception-\(place)", section: nil, range: Self.range),
      targets: targets, isToClause: isToClause, bodies: bodies, documentation: nil)
  }

  private mutating func effects(for subject: SubjectKind) -> [CheckedEffect] {
    (0..<below(4)).map { _ in effect(one(of: EffectVerb.allCases), for: subject) }
  }

  private mutating func effect(_ verb: EffectVerb, for subject: SubjectKind) -> CheckedEffect {
    let takesAmount = verb.takesMoney || verb == .release || verb == .owe
    let hasRelease = [.suspend, .withhold, .retain, .dispute].contains(verb)
    let hasDeadline = verb == .pay || verb == .notify
    let hasCaps = verb == .deduct && chance(70)
    return CheckedEffect(
      verb: verb,
      amount: takesAmount && chance(85) ? expression(.money, for: subject, depth: 2) : nil,
      caps: hasCaps
        ? (0..<(1 + below(2))).map { _ in expression(.money, for: subject, depth: 0) } : [],
      rounding: one(of: RoundingRule.allCases), ground: verb == .deduct ? "damages" : nil,
      object: hasDeadline ? one(of: Self.roles) : nil,
      release: hasRelease
        ? .init(isMetEnough: chance(80), conditions: statements(below(3), for: subject)) : nil,
      deadline: hasDeadline ? expression(.date, for: subject, depth: 1) : nil, shown: [],
      range: Self.range)
  }
}
