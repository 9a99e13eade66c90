import ContractModel
import RuleChecking

/// A clause as it is analysed: by itself, whatever a contract may give its terms, or as a contract
/// incorporates it.
struct ClauseScope {
  let clause: CheckedClause
  let kinds: [RecordKind]
  /// The values that a contract gives the terms; nil where any contract is meant.
  let given: [TermValue]?
  /// Of each meaning the values it may have and its linear form: worked out once, for meanings may
  /// rest on one another as often as they like.
  private(set) var extents: [Extent] = []
  private(set) var forms: [LinearForm] = []

  init(clause: CheckedClause, kinds: [RecordKind], given: [TermValue]?) {
    self.clause = clause
    self.kinds = kinds
    self.given = given
    // A meaning stands behind those that it reads.
    for (place, meaning) in clause.meanings.enumerated() {
      extents.append(extent(of: meaning))
      forms.append(linear(meaning, at: place))
    }
  }

  /// What a term is known to be: what the contract gives it, never only what it is by default.
  func known(term place: Int) -> TermValue? { given?[place] }

  /// The currency of the amounts that the clause names.
  var currency: Currency {
    let amounts =
      clause.terms.compactMap(\.standard).compactMap(\.currency)
      + clause.meanings.compactMap(\.form.currency) + (given ?? []).compactMap(\.currency)
    return amounts.first ?? Self.anyCurrency
  }

  private static let anyCurrency: Currency = {
    guard let currency = Currency(code: "USD") else { preconditionFailure("USD is a currency") }
    return currency
  }()
}

extension TermValue {
  fileprivate var currency: Currency? {
    switch self {
    case .money(_, let currency): currency
    case .table(let table): table.currency
    case .quantity, .word, .text: nil
    }
  }
}

extension CheckedTable {
  fileprivate var currency: Currency? {
    rows.lazy.compactMap { $0.result.currency ?? $0.cells.lazy.compactMap(\.currency).first }.first
  }
}

extension CheckedMeaning.Form {
  fileprivate var currency: Currency? {
    switch self {
    case .table(let table): table.currency
    case .quantity(let value): value.currency
    case .aggregate, .parts, .condition, .invalid: nil
    }
  }
}

extension CheckedRange {
  fileprivate var currency: Currency? {
    switch self {
    case .bounds(let lower, let upper): lower?.value.currency ?? upper?.value.currency
    case .either(let parts): parts.lazy.compactMap(\.currency).first
    case .any, .given, .none, .words, .texts, .parties: nil
    }
  }
}

extension CheckedExpression {
  fileprivate var currency: Currency? {
    if case .money(_, let currency) = self { return currency }
    return parts.lazy.compactMap(\.currency).first
  }

  /// The expressions that it is made of.
  var parts: [CheckedExpression] {
    switch self {
    case .quantity, .money, .word, .text, .term, .meaning, .field, .asOf, .invalid: []
    case .binary(_, let left, let right): [left, right]
    case .lesser(let parts), .greater(let parts): parts
    case .span(_, _, let start, let end): [start, end]
    case .lateness(_, let end): [end]
    case .wholeMonths(let start, let end): [start, end]
    case .shift(let length, _, _, let date): [length, date]
    case .businessDay(_, let date), .monthDay(_, _, let date): [date]
    case .weeks(_, let length): [length]
    case .forEachDay(let term, let length): [.term(term), length]
    case .periods(_, let size, let length): [size, length]
    case .interest(let sum, let rate, let days, let period):
      [sum, rate, days] + [period].compactMap { $0 }
    case .rounded(let value, _, _): [value]
    }
  }
}
