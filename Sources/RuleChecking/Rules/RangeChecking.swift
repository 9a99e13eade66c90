import ContractModel
import RuleSyntax
import SourceText

extension ClauseChecker {
  /// Returns a range whose values are of a type; its expressions are about a kind of subject.
  mutating func check(
    _ range: RangeSyntax, of type: ValueType, for subject: SubjectKind
  ) -> CheckedRange {
    switch range.form {
    case .any: return .any
    case .given: return .given
    case .none: return .none
    case .either(let parts):
      return merged(parts.map { check($0, of: type, for: subject) })
    case .exactly(let expression): return checkExactly(expression, of: type, for: subject)
    case .approximately:
      diagnostics.append(.approximateTest(range.range))
      return .any
    default:
      return checkBounds(range, of: type, for: subject)
    }
  }

  /// Words joined by `or` are one set; other alternatives stay side by side.
  private func merged(_ parts: [CheckedRange]) -> CheckedRange {
    var mask: UInt64 = 0
    var roles: [String] = []
    var texts: [String] = []
    for part in parts {
      switch part {
      case .words(let bits): mask |= bits
      case .parties(let more): roles += more
      case .texts(let more): texts += more
      default: return .either(parts)
      }
    }
    if mask != 0 { return .words(mask) }
    return roles.isEmpty ? .texts(texts) : .parties(roles)
  }

  private mutating func checkExactly(
    _ expression: ExpressionSyntax, of type: ValueType, for subject: SubjectKind
  ) -> CheckedRange {
    switch type {
    case .words(let words):
      if case .name(let name) = expression, let place = words.firstIndex(of: name.text) {
        return .words(1 << UInt64(place))
      }
      diagnostics.append(.notAWord(text(at: expression.range), of: words, at: expression.range))
      return .any
    case .party:
      guard case .name(let role) = expression else {
        diagnostics.append(.notARole(at: expression.range))
        return .any
      }
      return .parties([role.text])
    case .text:
      guard case .literal(let literal) = expression, case .text(let text) = literal.form else {
        diagnostics.append(
          .notAText(self.text(at: expression.range), at: expression.range))
        return .any
      }
      return .texts([text])
    case .condition:
      diagnostics.append(.conditionTested(at: expression.range))
      return .any
    default:
      guard let bound = check(expression, as: type, for: subject) else { return .any }
      return .bounds(
        lower: CheckedBound(bound, isIncluded: true), upper: CheckedBound(bound, isIncluded: true))
    }
  }

  private mutating func checkBounds(
    _ range: RangeSyntax, of type: ValueType, for subject: SubjectKind
  ) -> CheckedRange {
    guard type.isOrdered else {
      diagnostics.append(.boundOfUnordered(type, at: range.range))
      return .any
    }
    switch range.form {
    case .atLeast(let bound):
      return lower(bound, isIncluded: true, wantsDate: false, of: type, for: subject)
    case .moreThan(let bound):
      return lower(bound, isIncluded: false, wantsDate: false, of: type, for: subject)
    case .after(let bound):
      return lower(bound, isIncluded: false, wantsDate: true, of: type, for: subject)
    case .onOrAfter(let bound):
      return lower(bound, isIncluded: true, wantsDate: true, of: type, for: subject)
    case .atMost(let bound):
      return upper(bound, isIncluded: true, wantsDate: false, of: type, for: subject)
    case .lessThan(let bound):
      return upper(bound, isIncluded: false, wantsDate: false, of: type, for: subject)
    case .before(let bound):
      return upper(bound, isIncluded: false, wantsDate: true, of: type, for: subject)
    case .onOrBefore(let bound):
      return upper(bound, isIncluded: true, wantsDate: true, of: type, for: subject)
    case .between(let low, let isLowIncluded, let high, let isHighIncluded):
      guard let first = check(low, as: type, for: subject),
        let last = check(high, as: type, for: subject)
      else { return .any }
      reportEmpty(range)
      return .bounds(
        lower: CheckedBound(first, isIncluded: isLowIncluded),
        upper: CheckedBound(last, isIncluded: isHighIncluded))
    case .within(let length, let isBefore, let date):
      return checkWithin(length, isBefore, date, of: type, at: range.range, for: subject)
    default:
      return .any
    }
  }

  /// Two literals may bound nothing, or be of two currencies.
  private mutating func reportEmpty(_ range: RangeSyntax) {
    guard case .between(.literal, _, .literal, _) = range.form else { return }
    diagnostics += range.checkedLiteral().diagnostics.filter { $0.id == .emptyRange }
  }

  private mutating func lower(
    _ bound: ExpressionSyntax, isIncluded: Bool, wantsDate: Bool, of type: ValueType,
    for subject: SubjectKind
  ) -> CheckedRange {
    guard let value = checkSided(bound, wantsDate: wantsDate, of: type, for: subject) else {
      return .any
    }
    return .bounds(lower: CheckedBound(value, isIncluded: isIncluded), upper: nil)
  }

  private mutating func upper(
    _ bound: ExpressionSyntax, isIncluded: Bool, wantsDate: Bool, of type: ValueType,
    for subject: SubjectKind
  ) -> CheckedRange {
    guard let value = checkSided(bound, wantsDate: wantsDate, of: type, for: subject) else {
      return .any
    }
    return .bounds(lower: nil, upper: CheckedBound(value, isIncluded: isIncluded))
  }

  /// Dates are before and after; other quantities are less and more.
  private mutating func checkSided(
    _ bound: ExpressionSyntax, wantsDate: Bool, of type: ValueType, for subject: SubjectKind
  ) -> CheckedExpression? {
    guard let value = check(bound, as: type, for: subject) else { return nil }
    if wantsDate != (type == .date) {
      diagnostics.append(.wrongComparisonWords(type, at: bound.range))
      return nil
    }
    return value
  }

  /// `within 14 calendar days before D`: from 14 days before D, that day included, through D.
  private mutating func checkWithin(
    _ length: ExpressionSyntax, _ isBefore: Bool, _ date: ExpressionSyntax, of type: ValueType,
    at range: SourceRange, for subject: SubjectKind
  ) -> CheckedRange {
    guard type == .date else {
      diagnostics.append(.wrongComparisonWords(type, at: range))
      return .any
    }
    let far = checkShift(length, isBefore, date, for: subject)
    guard case .shift(_, _, _, let near) = far.expression else { return .any }
    let ends = (
      CheckedBound(far.expression, isIncluded: true),
      CheckedBound(near, isIncluded: true)
    )
    return isBefore
      ? .bounds(lower: ends.0, upper: ends.1) : .bounds(lower: ends.1, upper: ends.0)
  }
}
