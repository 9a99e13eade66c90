import ContractModel
import RuleChecking

// Days forwards and backwards, on the calendar that every counter-example has: all weekdays but no
// holidays.
extension Scenario {
  static let calendar = BusinessCalendar(
    name: "every-weekday", weekend: .saturdayAndSunday, holidays: [], workingDays: [],
    covers: CounterExampleDays.covered)

  /// How far a day is looked for from another one.
  private static var reach: Int { 400 }

  // MARK: Forwards

  mutating func settleSpan(
    _ kind: DayKind, _ start: CheckedExpression, _ end: CheckedExpression, isStartIncluded: Bool
  ) -> Wanted? {
    settleDays(start, end) { first, last in
      try? DaySpan.count(
        kind: kind, from: first, through: last, isStartIncluded: isStartIncluded,
        calendar: Self.calendar)
    }
  }

  mutating func settleMonths(_ start: CheckedExpression, _ end: CheckedExpression) -> Wanted? {
    settleDays(start, end) { first, last in
      try? CivilDate.wholeMonths(after: first, through: last, monthEnd: .clamp)
    }
  }

  private mutating func settleDays(
    _ start: CheckedExpression, _ end: CheckedExpression,
    _ count: (CivilDate, CivilDate) -> Int?
  ) -> Wanted? {
    guard let first = settle(start)?.day, let last = settle(end)?.day,
      let days = count(first, last)
    else { return nil }
    return .quantity(Rational(days))
  }

  /// The day that a date is moved to, or that stands for it.
  mutating func settleDay(_ expression: CheckedExpression) -> Wanted? {
    guard let (date, move) = mover(of: expression), let day = settle(date)?.day else { return nil }
    return move(day).map(Wanted.init)
  }

  // MARK: Backwards

  mutating func driveSpan(
    _ kind: DayKind, _ start: CheckedExpression, _ end: CheckedExpression, to value: Rational,
    isStartIncluded: Bool
  ) -> Ending {
    driveDays(start, end, to: value) { first, last in
      try? DaySpan.count(
        kind: kind, from: first, through: last, isStartIncluded: isStartIncluded,
        calendar: Self.calendar)
    }
  }

  mutating func driveMonths(
    _ start: CheckedExpression, _ end: CheckedExpression, to value: Rational
  ) -> Ending {
    driveDays(start, end, to: value) { first, last in
      try? CivilDate.wholeMonths(after: first, through: last, monthEnd: .clamp)
    }
  }

  /// Settles one of two days and looks for the other.
  private mutating func driveDays(
    _ start: CheckedExpression, _ end: CheckedExpression, to value: Rational,
    _ count: @escaping (CivilDate, CivilDate) -> Int?
  ) -> Ending {
    guard let wanted = Int(exactly: value.floor), value.isInteger, wanted >= 0 else {
      return .contradicted
    }
    return attemptFirst([
      { scenario in
        guard let first = scenario.settle(start)?.day else { return .opaque }
        let days = (0...Self.reach).lazy.compactMap { try? first.adding(days: $0) }
        guard let last = days.first(where: { count(first, $0) == wanted }) else { return .opaque }
        return scenario.drive(end, to: Wanted(last))
      },
      { scenario in
        guard let last = scenario.settle(end)?.day else { return .opaque }
        let days = (0...Self.reach).lazy.compactMap { try? last.adding(days: -$0) }
        guard let first = days.first(where: { count($0, last) == wanted }) else { return .opaque }
        return scenario.drive(start, to: Wanted(first))
      },
    ])
  }

  /// Lets the date be one that is moved to the day.
  mutating func driveDay(_ expression: CheckedExpression, to value: Rational) -> Ending {
    guard let (date, move) = mover(of: expression) else { return .opaque }
    guard let day = Wanted.quantity(value).day else { return .contradicted }
    let near = (0...Self.reach).lazy.flatMap { [-$0, $0] }.compactMap { try? day.adding(days: $0) }
    guard let start = near.first(where: { move($0) == day }) else { return .contradicted }
    return drive(date, to: Wanted(start))
  }

  // MARK: Moving

  /// Returns the date that an expression moves, and how.
  private mutating func mover(
    of expression: CheckedExpression
  ) -> (date: CheckedExpression, move: (CivilDate) -> CivilDate?)? {
    switch expression {
    case .businessDay(let choice, let date):
      return (date, { try? Self.calendar.businessDay(choice, for: $0) })
    case .monthDay(let isFirst, let anchor, let date):
      return (
        date,
        { day in
          let month = try? MonthWindow(containing: day, from: anchor)
          return isFirst ? month?.firstDay : month?.lastDay
        }
      )
    case .shift(let length, let unit, let isBefore, let date):
      guard let number = settle(length)?.quantity, number.isInteger,
        let count = Int(exactly: number.floor), count.magnitude <= UInt(Self.reach)
      else { return nil }
      let steps = isBefore ? -count : count
      switch unit {
      case .days(.calendar): return (date, { try? $0.adding(days: steps) })
      case .weeks: return (date, { try? $0.adding(days: 7 * steps) })
      case .months: return (date, { try? $0.adding(months: steps, monthEnd: .clamp) })
      case .days(.business):
        return (date, { try? Self.calendar.date(steps, businessDaysAfter: $0) })
      }
    default: return nil
    }
  }
}

extension Wanted {
  init(_ day: CivilDate) { self = .quantity(Rational(Int(day.dayNumber))) }

  /// The day, where it is the number of one.
  var day: CivilDate? {
    guard let quantity, Extent.days.contains(quantity) else { return nil }
    return CivilDate(dayNumber: Int32(quantity.floor))
  }
}
