import ContractModel
package import RuleSyntax
package import SourceText

extension RangeSyntax {
  /// Returns the value that this range of plain literals bounds; nil where a mistake is reported.
  ///
  /// A bound that is a month means the whole of it: `after 2013-12` begins with January, `on or
  /// after 2013-12` with the first of December. `any`, `given`, `none`, lists of words and anything
  /// that has to be worked out are no such range.
  package func checkedLiteral() -> Diagnosed<LiteralValue?> {
    switch form {
    case .exactly(let value): value.checkedLiteral()
    case .atLeast(let value), .onOrAfter(let value):
      value.checkedBound { Interval(lower: $0.lower, upper: nil) }
    case .atMost(let value), .onOrBefore(let value):
      value.checkedBound { Interval(lower: nil, upper: $0.upper) }
    case .moreThan(let value), .after(let value):
      value.checkedBound { Interval(lower: $0.upper?.beyond, upper: nil) }
    case .lessThan(let value), .before(let value):
      value.checkedBound { Interval(lower: nil, upper: $0.lower?.beyond) }
    case .approximately(let value):
      value.checkedBound { $0.exact.map { Interval(approximately: $0) } ?? .unbounded }
    case .between(let lower, let isLowerIncluded, let upper, let isUpperIncluded):
      checkedBetween(lower, isLowerIncluded, upper, isUpperIncluded)
    case .any, .given, .none, .within, .either: Diagnosed(nil, [.notAValue(at: range)])
    }
  }

  private func checkedBetween(
    _ lower: ExpressionSyntax, _ isLowerIncluded: Bool,
    _ upper: ExpressionSyntax, _ isUpperIncluded: Bool
  ) -> Diagnosed<LiteralValue?> {
    let (from, to) = (lower.checkedLiteral(), upper.checkedLiteral())
    let diagnostics = from.diagnostics + to.diagnostics
    guard let first = from.value, let last = to.value else { return Diagnosed(nil, diagnostics) }
    guard first.type == last.type, first.currency == last.currency else {
      return Diagnosed(nil, diagnostics + [.boundsDiffer(first, last, lower.range, upper.range)])
    }
    guard let below = first.interval, let above = last.interval else {
      return Diagnosed(nil, diagnostics + [.unorderedBound(at: range)])
    }
    let interval = Interval(
      lower: isLowerIncluded ? below.lower : below.upper?.beyond,
      upper: isUpperIncluded ? above.upper : above.lower?.beyond)
    guard !interval.isEmpty else {
      return Diagnosed(nil, diagnostics + [.emptyRange(at: range)])
    }
    return Diagnosed(first.replacing(interval: interval), diagnostics)
  }
}

extension ExpressionSyntax {
  /// Returns what a plain literal says; nil where it, or that this is none, is reported.
  package func checkedLiteral() -> Diagnosed<LiteralValue?> {
    switch self {
    case .literal(let literal): literal.checkedValue()
    case .parenthesized(let inner, _): inner.checkedLiteral()
    case .name, .field, .binary, .share, .extreme, .span, .lateness, .shift, .businessDay,
      .monthDay,
      .forEach, .forEachPeriod, .interest, .counted,
      .rounded:
      Diagnosed(nil, [.notAValue(at: range)])
    }
  }

  fileprivate func checkedBound(_ bounded: (Interval) -> Interval) -> Diagnosed<LiteralValue?> {
    let literal = checkedLiteral()
    guard let value = literal.value else { return literal }
    guard let interval = value.interval else {
      return Diagnosed(nil, literal.diagnostics + [.unorderedBound(at: range)])
    }
    return Diagnosed(value.replacing(interval: bounded(interval)), literal.diagnostics)
  }
}

extension Interval.Endpoint {
  /// The end just past this one: what lies beyond it does not include it.
  fileprivate var beyond: Self { .excluded(value) }
}
