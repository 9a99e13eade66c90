import ContractModel
import RuleChecking
import SourceText

/// A table of a clause: a meaning, the default of a term, or what a contract gives a term.
struct AnalysedTable {
  enum Place {
    case meaning(Int)
    case term(Int)
  }

  let place: Place
  let name: String
  let table: CheckedTable
  let scope: ClauseScope
  /// Where its name stands, or where the contract writes it.
  let range: SourceRange
  /// As a contract writes it; nil for what stands in the clause.
  let text: String?

  /// The term that it is the table of.
  private var term: Int? {
    if case .term(let term) = place { return term }
    return nil
  }

  /// Whether a meaning of the clause is this table.
  func isMeaning(_ meaning: Int) -> Bool {
    if case .meaning(let mine) = place { return mine == meaning }
    return false
  }

  func isRead(by readings: Readings) -> Bool {
    switch place {
    case .meaning(let meaning): readings.meanings.contains(meaning)
    case .term(let term): readings.terms.contains(term)
    }
  }

  /// Its rows as cases over its inputs.
  var cases: CaseSet {
    CaseSet(
      scope: scope, term: term, quantities: table.inputs.map { quantity($0) },
      cases: table.rows.map { $0.cells.map { [CaseTest($0)] } })
  }

  private func quantity(_ input: CheckedTable.Input) -> Quantity {
    var extent = scope.extent(of: input.value)
    var expression = input.value
    if case .term(let term) = place, let length = scope.clause.length(chargedBy: term) {
      // Each day is charged at the rate of its number, from the first day on.
      expression = length
      extent = Extent(Interval(lower: .included(.one), upper: nil), isWhole: true)
    }
    return Quantity(name: input.name, expression: expression, type: input.type, extent: extent)
  }
}

extension CheckedClause {
  /// The length each day of which is charged by a term; nil where the term is read otherwise too.
  fileprivate func length(chargedBy term: Int) -> CheckedExpression? {
    let effects = rules.flatMap { $0.consequences + $0.remedies }
    let stated =
      rules.flatMap { $0.conditions + $0.requirements }
      + effects.compactMap(\.release).flatMap(\.conditions)
    let expressions =
      effects.flatMap(\.expressions) + meanings.flatMap(\.form.expressions)
      + meanings.compactMap(\.fallback) + stated.flatMap(\.condition.expressions)
    var lengths: [CheckedExpression] = []
    guard expressions.allSatisfy({ $0.reads(term, eachDayOf: &lengths) }) else { return nil }
    return lengths.first
  }
}

extension CheckedExpression {
  /// Notes the lengths that a term is charged for; false where its value is read as such.
  fileprivate func reads(_ place: Int, eachDayOf lengths: inout [CheckedExpression]) -> Bool {
    switch self {
    case .term(place): return false
    case .forEachDay(place, let length):
      lengths.append(length)
      return length.reads(place, eachDayOf: &lengths)
    default:
      for part in parts {
        guard part.reads(place, eachDayOf: &lengths) else { return false }
      }
      return true
    }
  }
}

extension CheckedMeaning.Form {
  fileprivate var expressions: [CheckedExpression] {
    switch self {
    case .quantity(let value): [value]
    case .table(let table): table.inputs.map(\.value) + table.rows.map(\.result)
    case .parts(let aggregate): [aggregate.measure.value].compactMap { $0 }
    case .condition(let condition): condition.expressions
    case .aggregate, .invalid: []
    }
  }
}

extension CheckedCondition {
  /// The expressions that it compares itself.
  fileprivate var expressions: [CheckedExpression] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.expressions)
    case .test(let value, _, _, let range): [value] + range.boundsWithin.map(\.value)
    case .everyPart(_, let inner): inner.expressions
    case .somePart(_, let inner), .noPart(_, let inner): inner?.expressions ?? []
    case .some, .no, .everyRecord, .meaning, .invalid: []
    }
  }
}
