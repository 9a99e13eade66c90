import ContractModel
import RuleSyntax

extension RangeSyntax {
  /// Returns the values as a record file spells those of a type; nil where it has no spelling.
  func recordText(as type: ValueType) -> String? {
    switch form {
    case .exactly(let value): value.recordText(as: type)
    case .atLeast(let value): value.recordText(as: type).map { "at least \($0)" }
    case .atMost(let value): value.recordText(as: type).map { "at most \($0)" }
    case .moreThan(let value): value.recordText(as: type).map { "more than \($0)" }
    case .lessThan(let value): value.recordText(as: type).map { "less than \($0)" }
    case .before(let value): value.recordText(as: type).map { "before \($0)" }
    case .after(let value): value.recordText(as: type).map { "after \($0)" }
    case .onOrBefore(let value): value.recordText(as: type).map { "on or before \($0)" }
    case .onOrAfter(let value): value.recordText(as: type).map { "on or after \($0)" }
    case .approximately(let value): value.recordText(as: type).map { "approximately \($0)" }
    case .between(let lower, true, let upper, true): Self.recordText(lower, upper, as: type)
    case .between, .any, .given, .none, .within, .either: nil
    }
  }

  private static func recordText(
    _ lower: ExpressionSyntax, _ upper: ExpressionSyntax, as type: ValueType
  ) -> String? {
    guard let from = lower.recordText(as: type), let to = upper.recordText(as: type) else {
      return nil
    }
    return type == .date ? "\(from)/\(to)" : "\(from) to \(to)"
  }
}

extension ExpressionSyntax {
  fileprivate func recordText(as type: ValueType) -> String? {
    guard case .literal(let literal) = self else { return nil }
    switch literal.form {
    case .money(let currency, let digits, nil): return "\(currency) \(digits)"
    case .money(let currency, let digits, let unit?):
      return "\(currency) \(digits) per \(unit.text)"
    case .percent(let digits): return "\(digits)%"
    case .number(let digits): return digits
    case .quantity(let digits, let unit):
      if case .count(let plural) = type { return "\(digits) \(plural)" }
      return "\(digits) \(unit.text)"
    case .date(let text), .month(let text), .instant(let text), .text(let text): return text
    }
  }
}
