import ContractModel
import RuleChecking

/// What a condition or an expression names, for the subject at hand.
enum Read: Hashable {
  case meaning(Int)
  case term(Int)
  case field(SubjectField, SubjectKind)
  case asOf
}

extension CheckedExpression {
  /// What the expression names, in the order of the text; not what those names stand for.
  var reads: [Read] {
    switch self {
    case .meaning(let place): [.meaning(place)]
    case .term(let place): [.term(place)]
    case .field(let field, let kind): [.field(field, kind)]
    case .asOf: [.asOf]
    case .forEachDay(let term, let length): [.term(term)] + length.reads
    case .interest(let sum, let rate, let days, let period):
      [sum, rate, days, period].compactMap { $0 }.flatMap(\.reads)
    case .binary(_, let left, let right), .periods(_, let left, let right),
      .span(_, _, let left, let right), .wholeMonths(let left, let right),
      .shift(let left, _, _, let right):
      left.reads + right.reads
    case .lesser(let parts), .greater(let parts): parts.flatMap(\.reads)
    case .lateness(_, let inner): [.field(.due, .milestone)] + inner.reads
    case .businessDay(_, let inner), .monthDay(_, _, let inner), .weeks(_, let inner),
      .rounded(let inner, _, _):
      inner.reads
    case .quantity, .money, .word, .text, .invalid: []
    }
  }
}

extension CheckedRange {
  var reads: [Read] {
    switch self {
    case .bounds(let lower, let upper): (lower?.value.reads ?? []) + (upper?.value.reads ?? [])
    case .either(let parts): parts.flatMap(\.reads)
    case .any, .given, .none, .words, .texts, .parties: []
    }
  }
}

extension RowTest {
  var reads: [Read] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.reads)
    case .field(_, _, _, let range): range.reads
    case .invalid: []
    }
  }
}

extension CheckedTable {
  var reads: [Read] {
    inputs.flatMap(\.value.reads) + rows.flatMap { $0.cells.flatMap(\.reads) + $0.result.reads }
  }
}
