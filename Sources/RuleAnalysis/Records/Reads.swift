import ContractModel
import RuleChecking

/// What a piece of a clause reads of records, itself and through the meanings that it names.
struct Reads {
  struct Field: Hashable {
    let kind: Int
    let place: Int
  }

  private(set) var kinds: Set<Int> = []
  private(set) var fields: Set<Field> = []
  private(set) var meanings: Set<Int> = []

  mutating func add(_ other: Reads) {
    kinds.formUnion(other.kinds)
    fields.formUnion(other.fields)
    meanings.formUnion(other.meanings)
  }

  mutating func add(_ meaning: CheckedMeaning) {
    switch meaning.form {
    case .aggregate(let aggregate): add(aggregate)
    case .parts(let aggregate): add(aggregate)
    case .table(let table): add(table)
    case .quantity(let value): add(value)
    case .condition(let condition): add(condition)
    case .invalid: break
    }
    if let fallback = meaning.fallback { add(fallback) }
  }

  mutating func add(_ rule: CheckedRule) {
    if let filter = rule.subject.filter { add(filter) }
    for condition in rule.conditions + rule.requirements { add(condition.condition) }
    for effect in rule.consequences + rule.remedies { add(effect) }
  }

  mutating func add(_ exception: CheckedException) {
    for kind in SubjectKind.allCases {
      guard let body = exception.bodies[kind] else { continue }
      for condition in body.conditions { add(condition.condition) }
      for effect in body.consequences { add(effect) }
    }
  }

  private mutating func add(_ effect: CheckedEffect) {
    for amount in effect.caps + [effect.amount, effect.deadline].compactMap(\.self) { add(amount) }
    for condition in effect.release?.conditions ?? [] { add(condition.condition) }
    meanings.formUnion(effect.shown)
  }

  // MARK: Records

  private mutating func add(_ aggregate: CheckedAggregate) {
    let kind = aggregate.collection.kind
    add(aggregate.collection)
    switch aggregate.measure {
    case .number: break
    case .share(let test), .longestRun(let test), .worstDay(let test): add(test, of: kind)
    case .sum(let field), .earliest(let field), .latest(let field), .largest(let field),
      .smallest(let field), .percentile(_, let field):
      add(field, of: kind)
    case .daysCovered(_, let begins, let ends):
      add(begins, of: kind)
      add(ends, of: kind)
    }
  }

  private mutating func add(_ records: CheckedCollection) {
    kinds.insert(records.kind)
    add(records.filter, of: records.kind)
  }

  private mutating func add(_ test: RowTest, of kind: Int) {
    switch test {
    case .all(let parts), .any(let parts): for part in parts { add(part, of: kind) }
    case .field(let field, _, _, let range):
      add(field, of: kind)
      add(range)
    case .invalid: break
    }
  }

  private mutating func add(_ field: RowField, of kind: Int) {
    if case .declared(let place) = field { fields.insert(Field(kind: kind, place: place)) }
  }

  // MARK: Conditions and values

  private mutating func add(_ condition: CheckedCondition) {
    switch condition {
    case .all(let parts), .any(let parts): for part in parts { add(part) }
    case .some(let records), .no(let records): add(records)
    case .everyRecord(let records, let test):
      add(records)
      add(test, of: records.kind)
    case .everyPart(_, let condition): add(condition)
    case .somePart(_, let filter), .noPart(_, let filter): if let filter { add(filter) }
    case .test(let value, _, _, let range):
      add(value)
      add(range)
    case .meaning(let place): meanings.insert(place)
    case .invalid: break
    }
  }

  private mutating func add(_ aggregate: CheckedPartAggregate) {
    if let filter = aggregate.filter { add(filter) }
    switch aggregate.measure {
    case .number: break
    case .share(let condition): add(condition)
    case .sum(let value), .greatest(let value), .least(let value): add(value)
    }
  }

  private mutating func add(_ table: CheckedTable) {
    for input in table.inputs { add(input.value) }
    for row in table.rows {
      for cell in row.cells { add(cell) }
      add(row.result)
    }
  }

  private mutating func add(_ range: CheckedRange) {
    switch range {
    case .bounds(let lower, let upper):
      if let lower { add(lower.value) }
      if let upper { add(upper.value) }
    case .either(let parts): for part in parts { add(part) }
    case .any, .given, .none, .words, .texts, .parties: break
    }
  }

  private mutating func add(_ expression: CheckedExpression) {
    switch expression {
    case .meaning(let place): meanings.insert(place)
    case .binary(_, let left, let right), .shift(let left, _, _, let right),
      .span(_, _, let left, let right), .wholeMonths(let left, let right),
      .periods(_, let left, let right):
      add(left)
      add(right)
    case .lesser(let parts), .greater(let parts): for part in parts { add(part) }
    case .interest(let sum, let rate, let length, let period):
      for part in [sum, rate, length, period].compactMap(\.self) { add(part) }
    case .lateness(_, let inner), .businessDay(_, let inner), .monthDay(_, _, let inner),
      .weeks(_, let inner), .forEachDay(_, let inner), .rounded(let inner, _, _):
      add(inner)
    case .quantity, .money, .word, .text, .term, .field, .asOf, .invalid: break
    }
  }
}

extension CheckedClause {
  /// What each meaning reads, by its place; one reads only those before it.
  var readsOfMeanings: [Reads] {
    var reads: [Reads] = []
    for (place, meaning) in meanings.enumerated() {
      var own = Reads()
      own.add(meaning)
      for inner in own.meanings.sorted() where inner < place { own.add(reads[inner]) }
      reads.append(own)
    }
    return reads
  }

  /// Everything that the clause reads.
  var reads: Reads {
    var all = Reads()
    for meaning in meanings { all.add(meaning) }
    for rule in rules { all.add(rule) }
    for exception in exceptions { all.add(exception) }
    return all
  }
}
