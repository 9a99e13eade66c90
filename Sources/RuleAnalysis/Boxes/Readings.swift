import ContractModel
import RuleChecking

/// What an expression or a condition rests on in the end: terms, fields, records, the day; and the
/// meanings on the way there.
struct Readings {
  let clause: CheckedClause
  private(set) var meanings: Set<Int> = []
  private(set) var terms: Set<Int> = []
  /// Each once for every time it is read, so that two of one are seen.
  private(set) var leaves: [String] = []

  /// Whether a term by cases may be given whatever its input is.
  private let areTermsFree: Bool

  init(
    of expressions: [CheckedExpression], in clause: CheckedClause, areTermsFree: Bool = false
  ) {
    self.clause = clause
    self.areTermsFree = areTermsFree
    for expression in expressions { read(expression) }
  }

  init(of conditions: [CheckedCondition], in clause: CheckedClause) {
    self.clause = clause
    areTermsFree = false
    for condition in conditions { read(condition) }
  }

  private mutating func read(_ expression: CheckedExpression) {
    switch expression {
    case .term(let place):
      terms.insert(place)
      leaves.append(expression.key)
      if !areTermsFree, let input = clause.terms[place].input { read(input.value) }
    case .meaning(let place): read(meaning: place)
    case .field, .asOf: leaves.append(expression.key)
    case .lateness(_, let end):
      leaves.append(CheckedExpression.field(.due, of: .milestone).key)
      read(end)
    case .quantity, .money, .word, .text, .invalid: break
    case .binary, .lesser, .greater, .span, .wholeMonths, .shift, .businessDay, .monthDay, .weeks,
      .forEachDay, .periods, .interest, .rounded:
      for part in expression.parts { read(part) }
    }
  }

  private mutating func read(meaning place: Int) {
    guard meanings.insert(place).inserted else {
      // Read twice, all that it rests on is shared.
      leaves += ["meaning \(place)", "meaning \(place)"]
      return
    }
    let meaning = clause.meanings[place]
    if let fallback = meaning.fallback { read(fallback) }
    switch meaning.form {
    case .aggregate(let aggregate): read(aggregate.collection)
    case .parts(let aggregate):
      leaves.append("parts \(aggregate.parts.word.rawValue)")
      if let filter = aggregate.filter { read(filter) }
      if let value = aggregate.measure.value { read(value) }
    case .table(let table):
      for input in table.inputs { read(input.value) }
      for row in table.rows { read(row.result) }
    case .quantity(let value): read(value)
    case .condition(let condition): read(condition)
    case .invalid: break
    }
  }

  private mutating func read(_ collection: CheckedCollection) {
    leaves.append("records \(collection.kind)")
  }

  private mutating func read(_ condition: CheckedCondition) {
    switch condition {
    case .all(let parts), .any(let parts): for part in parts { read(part) }
    case .some(let collection), .no(let collection), .everyRecord(let collection, _):
      read(collection)
    case .everyPart(_, let condition): read(condition)
    case .somePart(_, let condition), .noPart(_, let condition):
      if let condition { read(condition) }
    case .test(let expression, _, _, let range):
      read(expression)
      for bound in range.boundsWithin { read(bound.value) }
    case .meaning(let place): read(meaning: place)
    case .invalid: break
    }
  }
}

extension CheckedEffect {
  /// What it has to work out.
  var expressions: [CheckedExpression] { [amount, deadline].compactMap { $0 } + caps }
}
