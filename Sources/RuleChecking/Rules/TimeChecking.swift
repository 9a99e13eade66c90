import ContractModel
import RuleSyntax
import SourceText

extension ClauseChecker {
  mutating func checkSpan(
    _ unit: UnitSyntax, _ isStartIncluded: Bool, _ start: ExpressionSyntax,
    _ end: ExpressionSyntax, for subject: SubjectKind
  ) -> TypedExpression {
    if unit.text == "whole months" { return checkWholeMonths(start, end, for: subject) }
    guard case .days(let day)? = unit.checkedLength() else {
      diagnostics.append(.unknownUnit(unit, wanted: ["calendar days", "business days"]))
      return .invalid
    }
    let first = check(start, as: .date, for: subject)
    let last = check(end, as: .date, for: subject)
    guard let first, let last else { return .invalid }
    return TypedExpression(
      expression: .span(day, isStartIncluded: isStartIncluded, from: first, through: last),
      type: .days(day))
  }

  /// `calendar days late through finished`, of the milestone that the subject is or lies in.
  mutating func checkLateness(
    _ unit: UnitSyntax, _ end: ExpressionSyntax, for subject: SubjectKind
  ) -> TypedExpression {
    guard case .days(let day)? = unit.checkedLength() else {
      diagnostics.append(.unknownUnit(unit, wanted: ["calendar days", "business days"]))
      return .invalid
    }
    guard let last = check(end, as: .date, for: subject) else { return .invalid }
    guard subject.canReach(.milestone) else {
      diagnostics.append(
        .latenessOfNoMilestone(subject, at: unit.range.through(end.range)))
      return .invalid
    }
    return TypedExpression(expression: .lateness(day, through: last), type: .days(day))
  }

  private mutating func checkWholeMonths(
    _ start: ExpressionSyntax, _ end: ExpressionSyntax, for subject: SubjectKind
  ) -> TypedExpression {
    let first = check(start, as: .date, for: subject)
    let last = check(end, as: .date, for: subject)
    guard let first, let last else { return .invalid }
    return TypedExpression(expression: .wholeMonths(after: first, through: last), type: .months)
  }

  mutating func checkMonthDay(
    _ isFirst: Bool, _ anchor: LiteralSyntax?, _ date: ExpressionSyntax, for subject: SubjectKind
  ) -> TypedExpression {
    let origin = check(date, as: .date, for: subject)
    guard let day = checkAnchor(anchor), let origin else { return .invalid }
    return TypedExpression(
      expression: .monthDay(isFirst: isFirst, from: day, origin), type: .date)
  }

  /// Returns the day on which months begin: the first, unless it is said.
  private mutating func checkAnchor(_ anchor: LiteralSyntax?) -> Int? {
    guard let anchor else { return 1 }
    guard case .number(let digits) = anchor.form, let day = Int(digits),
      MonthWindow.anchors.contains(day)
    else {
      diagnostics.append(.dayNotInEveryMonth(text(at: anchor.range), at: anchor.range))
      return nil
    }
    return day
  }

  mutating func checkShift(
    _ length: ExpressionSyntax, _ isBefore: Bool, _ date: ExpressionSyntax,
    for subject: SubjectKind
  ) -> TypedExpression {
    let distance = check(length, for: subject, expecting: nil)
    guard let origin = check(date, as: .date, for: subject), !distance.isInvalid else {
      return .invalid
    }
    let unit: CheckedExpression.LengthUnit
    switch distance.type {
    case .days(let day): unit = .days(day)
    case .weeks: unit = .weeks
    case .months: unit = .months
    default:
      diagnostics.append(.notALength(distance.type, at: length.range))
      return .invalid
    }
    return TypedExpression(
      expression: .shift(distance.expression, unit, isBefore: isBefore, origin), type: .date)
  }

  mutating func checkBusinessDay(
    _ choice: BusinessDayChoice, _ date: ExpressionSyntax, for subject: SubjectKind
  ) -> TypedExpression {
    guard let origin = check(date, as: .date, for: subject) else { return .invalid }
    return TypedExpression(expression: .businessDay(choice, origin), type: .date)
  }

  mutating func checkCounted(
    _ unit: UnitSyntax, _ length: ExpressionSyntax, for subject: SubjectKind
  ) -> TypedExpression {
    let value = check(length, for: subject, expecting: nil)
    if value.isInvalid { return .invalid }
    guard let isStarted = unit.countsStartedWeeks else {
      diagnostics.append(.unknownUnit(unit, wanted: ["started weeks", "whole weeks"]))
      return .invalid
    }
    guard value.type == .days(.calendar) else {
      diagnostics.append(
        .typeMismatch(value.type, wanted: .days(.calendar), at: length.range))
      return .invalid
    }
    return TypedExpression(
      expression: .weeks(isStarted: isStarted, of: value.expression), type: .weeks)
  }

  /// `rate for each day of net-late`: the rate times the number of units, or, where the rate is a
  /// table, each day at the rate of the row it falls in.
  mutating func checkForEach(
    _ rate: NameSyntax, _ unit: UnitSyntax, _ length: ExpressionSyntax,
    for subject: SubjectKind
  ) -> TypedExpression {
    if isTerm(unit) {
      let period = PeriodSyntax(.exact, .name(unit.words[0]))
      return checkForEach(rate, period, length, for: subject)
    }
    let each = check(.name(rate), for: subject, expecting: nil)
    let count = check(length, for: subject, expecting: nil)
    if each.isInvalid || count.isInvalid { return .invalid }
    if case .moneyPer(let day) = each.type {
      guard unit.isBareDay || unit.checkedLength() == .days(day) else {
        diagnostics.append(.unknownUnit(unit, wanted: ["day"]))
        return .invalid
      }
      guard count.type == .days(day) else {
        diagnostics.append(.typeMismatch(count.type, wanted: .days(day), at: length.range))
        return .invalid
      }
      if case .term(let place) = each.expression {
        return TypedExpression(
          expression: .forEachDay(term: place, of: count.expression), type: .money)
      }
      return TypedExpression(
        expression: .binary(.times, each.expression, count.expression), type: .money)
    }
    guard each.type == .money || each.type == .percent else {
      diagnostics.append(.rateIsNoRate(rate, each.type))
      return .invalid
    }
    guard let number = units(unit, in: count, at: length.range) else { return .invalid }
    return TypedExpression(
      expression: .binary(.times, each.expression, number), type: each.type)
  }

  private mutating func units(
    _ unit: UnitSyntax, in count: TypedExpression, at range: SourceRange
  ) -> CheckedExpression? {
    if let isStarted = unit.countsStartedWeeks {
      guard count.type == .days(.calendar) else {
        diagnostics.append(.typeMismatch(count.type, wanted: .days(.calendar), at: range))
        return nil
      }
      return .weeks(isStarted: isStarted, of: count.expression)
    }
    let wanted = unit.checkedLength() ?? units.plural(of: unit.text).map(ValueType.count)
    switch (wanted, count.type) {
    case (let wanted?, let found) where wanted == found: return count.expression
    case (nil, .days) where unit.isBareDay: return count.expression
    case (let wanted?, let found):
      diagnostics.append(.typeMismatch(found, wanted: wanted, at: range))
    case (nil, _):
      diagnostics.append(.unknownUnit(unit, wanted: ["day", "week", "month", "started week"]))
    }
    return nil
  }
}

extension UnitSyntax {
  /// True for started weeks, false for whole weeks, nil for anything else.
  fileprivate var countsStartedWeeks: Bool? {
    switch text {
    case "started week", "started weeks": true
    case "whole week", "whole weeks": false
    default: nil
    }
  }
}
