import ContractModel
import RuleChecking

/// What a clause draws from records, as slots.
extension BriefPlanner {
  mutating func slotQuestion(
    _ collection: CheckedCollection, _ measure: BriefProgram.Measure,
    tests: Range<Int> = 0..<0, _ kind: Int
  ) throws(NotInBrief) -> Int {
    let scope = collection.scope.place
    let slot = try slot(collection, measure, tests: tests)
    return widened(ask(.slot(slot), scope), from: scope, to: kind)
  }

  mutating func slot(
    _ collection: CheckedCollection, _ measure: BriefProgram.Measure,
    tests: Range<Int>
  ) throws(NotInBrief) -> Int {
    program.slots.append(
      BriefProgram.Slot(
        records: collection.kind, kind: collection.scope.place, isEver: collection.isEver,
        filter: try rows(collection.filter, of: collection.kind), measure: measure, tests: tests))
    return program.slots.count - 1
  }

  mutating func slot(_ aggregate: CheckedAggregate) throws(NotInBrief) -> Int {
    var tests = 0..<0
    if case .share(let test) = aggregate.measure {
      tests = try rows(test, of: aggregate.collection.kind)
    }
    return try slot(aggregate.collection, try measure(of: aggregate), tests: tests)
  }

  private func measure(
    of aggregate: CheckedAggregate
  ) throws(NotInBrief) -> BriefProgram.Measure {
    let kind = aggregate.collection.kind
    switch aggregate.measure {
    case .number: return .number
    case .share: return .share
    case .sum(let field): return .sum(try column(field, of: kind))
    case .earliest(let field): return .first(try column(field, of: kind), isLatest: false)
    case .latest(let field): return .first(try column(field, of: kind), isLatest: true)
    case .largest(let field): return .extreme(try column(field, of: kind), isGreatest: true)
    case .smallest(let field): return .extreme(try column(field, of: kind), isGreatest: false)
    case .percentile, .longestRun, .worstDay, .daysCovered: throw NotInBrief()
    }
  }

  func column(_ field: RowField, of kind: Int) throws(NotInBrief) -> BriefProgram.Column {
    switch field {
    case .dated: return .dated
    case .declared(let place):
      guard kinds[kind].fields[place].type.isPlain else { throw NotInBrief() }
      return .declared(place)
    case .by: throw NotInBrief()
    }
  }

  /// Adds the tests of a row, and returns their places.
  mutating func rows(_ test: RowTest, of kind: Int) throws(NotInBrief) -> Range<Int> {
    let before = program.tests.count
    try addRows(test, of: kind)
    return before..<program.tests.count
  }

  private mutating func addRows(_ test: RowTest, of kind: Int) throws(NotInBrief) {
    switch test {
    case .all(let parts): for part in parts { try addRows(part, of: kind) }
    case .field(let field, _, let isNegated, let range):
      let column = try column(field, of: kind)
      if case .declared(let place) = field { try checkOptional(place, range, of: kind) }
      program.tests.append(
        BriefProgram.RowTest(
          column: column, form: try form(of: range), isNegated: isNegated))
    case .any, .invalid: throw NotInBrief()
    }
  }

  private mutating func form(
    of range: CheckedRange
  ) throws(NotInBrief) -> BriefProgram.RowTest.Form {
    switch range {
    case .words(let mask):
      guard let mask = Int64(exactly: mask) else { throw NotInBrief() }
      return .words(mask)
    case .bounds(let lower, let upper):
      return .bounds(lower: try rowBound(lower), upper: try rowBound(upper))
    case .given: return .given
    case .none: return .notGiven
    case .either(let parts):
      var all: UInt64 = 0
      for part in parts {
        guard case .words(let mask) = part else { throw NotInBrief() }
        all |= mask
      }
      guard let mask = Int64(exactly: all) else { throw NotInBrief() }
      return .words(mask)
    case .any, .texts, .parties: throw NotInBrief()
    }
  }

  /// That a field which every record should state is not stated, is not known to be so.
  private func checkOptional(
    _ field: Int, _ range: CheckedRange, of kind: Int
  ) throws(NotInBrief) {
    switch range {
    case .given, .none:
      guard kinds[kind].fields[field].isOptional else { throw NotInBrief() }
    default: break
    }
  }

  /// A bound of a record's value must be the same for all parts.
  mutating func rowBound(
    _ bound: CheckedBound?
  ) throws(NotInBrief) -> BriefProgram.Bound? {
    switch bound?.value {
    case .quantity, .money, .term, .asOf, nil:
      return try self.bound(bound, SubjectKind.contract.place)
    default: throw NotInBrief()
    }
  }
}

extension ValueType {
  /// Whether its values are numbers, days or words of a list.
  var isPlain: Bool {
    switch self {
    case .money, .moneyPer, .percent, .number, .count, .days, .weeks, .months, .date, .words: true
    case .text, .party, .condition: false
    }
  }
}
