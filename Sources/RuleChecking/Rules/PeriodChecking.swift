import ContractModel
import RuleSyntax
import SourceText

// Periods of a length of time, and interest over it.
extension ClauseChecker {
  /// Whether what seems a unit is a term, and so a length of its own.
  func isTerm(_ unit: UnitSyntax) -> Bool {
    unit.words.count == 1 && names[unit.text]?.term != nil && !unit.isBareDay
      && unit.checkedLength() == nil && units.plural(of: unit.text) == nil
  }

  /// `penalty for each started 2 calendar days of late`: the rate times the number of periods.
  mutating func checkForEach(
    _ rate: NameSyntax, _ period: PeriodSyntax, _ length: ExpressionSyntax,
    for subject: SubjectKind
  ) -> TypedExpression {
    let each = check(.name(rate), for: subject, expecting: nil)
    let size = checkPeriod(period.length, for: subject)
    let count = check(length, for: subject, expecting: nil)
    guard !each.isInvalid, let size, !count.isInvalid else { return .invalid }
    guard each.type == .money || each.type == .percent else {
      diagnostics.append(
        each.type.isRatePerDay
          ? .typeMismatch(each.type, wanted: .money, at: rate.range)
          : .rateIsNoRate(rate, each.type))
      return .invalid
    }
    guard count.type == size.type else {
      diagnostics.append(.typeMismatch(count.type, wanted: size.type, at: length.range))
      return .invalid
    }
    let periods: CheckedExpression =
      switch period.counting {
      case .exact: .binary(.dividedBy, count.expression, size.expression)
      case .started: .periods(isStarted: true, size.expression, of: count.expression)
      case .whole: .periods(isStarted: false, size.expression, of: count.expression)
      }
    return TypedExpression(
      expression: .binary(.times, each.expression, periods), type: each.type)
  }

  /// Returns a length of time that is more than nothing.
  private mutating func checkPeriod(
    _ length: ExpressionSyntax, for subject: SubjectKind
  ) -> TypedExpression? {
    let size = check(length, for: subject, expecting: nil)
    if size.isInvalid { return nil }
    guard size.type.isLength else {
      diagnostics.append(.notALength(size.type, at: length.range))
      return nil
    }
    if case .quantity(let interval) = size.expression, interval.exact == .zero {
      diagnostics.append(.periodEmpty(at: length.range))
      return nil
    }
    return size
  }

  /// `interest on owed at 6% for late compounded every 30 calendar days`
  mutating func checkInterest(
    _ interest: InterestSyntax, for subject: SubjectKind
  ) -> TypedExpression {
    let sum = check(interest.sum, as: .money, for: subject)
    let rate = check(interest.rate, as: .percent, for: subject)
    let length = check(interest.length, as: .days(.calendar), for: subject)
    var every: CheckedExpression?
    if let period = interest.period {
      guard let size = checkPeriod(period, for: subject) else { return .invalid }
      guard size.type == .days(.calendar) else {
        diagnostics.append(
          .typeMismatch(size.type, wanted: .days(.calendar), at: period.range))
        return .invalid
      }
      every = size.expression
    }
    guard let sum, let rate, let length else { return .invalid }
    return TypedExpression(
      expression: .interest(on: sum, at: rate, for: length, every: every), type: .money)
  }
}

extension ValueType {
  fileprivate var isLength: Bool {
    switch self {
    case .days, .weeks, .months: true
    case .money, .moneyPer, .percent, .number, .count, .date, .text, .words, .party, .condition:
      false
    }
  }

  fileprivate var isRatePerDay: Bool {
    if case .moneyPer = self { true } else { false }
  }
}
