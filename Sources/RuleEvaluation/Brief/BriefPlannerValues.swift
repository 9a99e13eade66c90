import ContractModel
import RuleChecking

/// What a clause reckons with, as steps.
extension BriefPlanner {
  mutating func step(
    _ expression: CheckedExpression, _ kind: Int
  ) throws(NotInBrief) -> Int {
    switch expression {
    case .quantity(let interval): return add(try constant(interval), kind)
    case .money(let interval, let currency):
      guard currency == self.currency else { throw NotInBrief() }
      return add(try constant(interval), kind)
    case .word(let place):
      guard place < 62 else { throw NotInBrief() }
      return add(.constant(PlainQuantity(1 << Int64(place))), kind)
    case .term(let place):
      guard clause.terms[place].input == nil, clause.terms[place].type.isPlain else {
        throw NotInBrief()
      }
      return add(.term(clause: self.place, place), kind)
    case .asOf: return add(.asOf, kind)
    case .meaning(let place):
      let found = try meaningStep(place)
      return widened(step: found, from: clause.meanings[place].subject.place, to: kind)
    case .field(let field, let owner):
      guard let plain = PlainContract.Field(field), field.suppliedIn == nil else {
        throw NotInBrief()
      }
      let found = add(
        .field(plain, isOptional: field.isOptional(of: owner)), owner.place)
      return widened(step: found, from: owner.place, to: kind)
    case .binary(let sign, let left, let right):
      let (left, right) = (try step(left, kind), try step(right, kind))
      switch sign {
      case .plus: return add(.sum(left, right, isNegative: false), kind)
      case .less: return add(.sum(left, right, isNegative: true), kind)
      case .times: return add(.product(left, right), kind)
      case .dividedBy: return add(.quotient(left, right), kind)
      }
    case .lesser(let parts): return try picked(parts, kind, isGreater: false)
    case .greater(let parts): return try picked(parts, kind, isGreater: true)
    case .span(.calendar, let isStartIncluded, let start, let end):
      let (first, last) = (try step(start, kind), try step(end, kind))
      return add(.days(from: first, through: last, isStartIncluded: isStartIncluded), kind)
    case .lateness(.calendar, let end):
      let due = try step(.field(.due, of: .milestone), kind)
      let last = try step(end, kind)
      return add(.days(from: due, through: last, isStartIncluded: false), kind)
    case .shift(let length, .days(.calendar), let isBefore, let date):
      let (count, day) = (try step(length, kind), try step(date, kind))
      return add(.moved(day, by: count, isBefore: isBefore), kind)
    case .forEachDay(let term, let length):
      let (rate, days) = (try step(.term(term), kind), try step(length, kind))
      return add(.each(rate, days: days), kind)
    case .rounded(let value, let rule, let unit):
      guard unit == .one else { throw NotInBrief() }
      return add(.rounded(try step(value, kind), rule), kind)
    case .text, .span, .lateness, .wholeMonths, .shift, .businessDay, .monthDay, .weeks, .periods,
      .interest, .invalid:
      throw NotInBrief()
    }
  }

  func constant(_ interval: Interval) throws(NotInBrief) -> BriefProgram.Form {
    guard let exact = interval.exact, let quantity = PlainQuantity(exact) else {
      throw NotInBrief()
    }
    return .constant(quantity)
  }

  mutating func picked(
    _ parts: [CheckedExpression], _ kind: Int, isGreater: Bool
  ) throws(NotInBrief) -> Int {
    var all: Int?
    for part in parts {
      let next = try step(part, kind)
      all = all.map { add(.pick($0, next, isGreater: isGreater), kind) } ?? next
    }
    guard let all else { throw NotInBrief() }
    return all
  }

  mutating func meaningStep(_ place: Int) throws(NotInBrief) -> Int {
    if let known = steps[place] { return known }
    let meaning = clause.meanings[place]
    let kind = meaning.subject.place
    var found: Int
    switch meaning.form {
    case .aggregate(let aggregate):
      let scope = aggregate.collection.scope.place
      let slot = try slot(aggregate)
      found = widened(step: add(.slot(slot), scope), from: scope, to: kind)
    case .quantity(let expression): found = try step(expression, kind)
    case .parts(let aggregate): found = try partStep(aggregate, kind)
    case .condition, .table, .invalid: throw NotInBrief()
    }
    if let fallback = meaning.fallback {
      found = add(.standIn(try step(fallback, kind), for: found), kind)
    }
    steps[place] = found
    return found
  }

  // MARK: Parts

  mutating func partStep(
    _ aggregate: CheckedPartAggregate, _ kind: Int
  ) throws(NotInBrief) -> Int {
    guard aggregate.filter == nil, aggregate.parts.word != .predecessors else {
      throw NotInBrief()
    }
    let (part, scope) = (aggregate.parts.word.kind.place, aggregate.parts.scope.place)
    let measure: BriefProgram.PartMeasure
    switch aggregate.measure {
    case .number: measure = .number
    case .sum(let value): measure = .sum(try step(value, part))
    case .greatest(let value): measure = .extreme(try step(value, part), isGreatest: true)
    case .least(let value): measure = .extreme(try step(value, part), isGreatest: false)
    case .share: throw NotInBrief()
    }
    return widened(step: add(.parts(part, measure), scope), from: scope, to: kind)
  }

  mutating func partQuestion(
    _ parts: CheckedParts, _ condition: CheckedCondition?, _ kind: Int, isEvery: Bool
  ) throws(NotInBrief) -> Int {
    guard parts.word != .predecessors else { throw NotInBrief() }
    let (part, scope) = (parts.word.kind.place, parts.scope.place)
    var asked: Int?
    if let condition { asked = try question(condition, part) }
    return widened(ask(.parts(part, asked, isEvery: isEvery), scope), from: scope, to: kind)
  }
}
