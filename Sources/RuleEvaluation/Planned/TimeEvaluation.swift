import ContractModel
import RuleChecking

extension ClauseRun {
  mutating func span(
    _ day: DayKind, _ isStartIncluded: Bool, _ start: CheckedExpression,
    _ end: CheckedExpression, for subject: SubjectID
  ) -> Known {
    let calendar = contract.calendar
    return combined([start, end], for: subject) { dates throws(EvaluationFailure) in
      func count(_ first: CivilDate?, _ last: CivilDate?) throws(EvaluationFailure) -> Int? {
        guard let first, let last else { return nil }
        do throws(DateFailure) {
          return try DaySpan.count(
            kind: day, from: first, through: last, isStartIncluded: isStartIncluded,
            calendar: calendar)
        } catch {
          throw .date(error)
        }
      }
      let fewest = try count(try dates[0].lastDay, try dates[1].firstDay) ?? 0
      let most = try count(try dates[0].firstDay, try dates[1].lastDay)
      return .quantity(
        Interval(
          lower: .included(Rational(fewest)), upper: most.map { .included(Rational($0)) }))
    }
  }

  mutating func shift(
    _ length: CheckedExpression, _ unit: CheckedExpression.LengthUnit, _ isBefore: Bool,
    _ date: CheckedExpression, for subject: SubjectID
  ) -> Known {
    let contract = contract
    return combined([length, date], for: subject) { parts throws(EvaluationFailure) in
      let lengths = isBefore ? parts[0].negated : parts[0]
      func moved(_ day: CivilDate?, _ count: Int?) throws(EvaluationFailure) -> CivilDate? {
        guard let day, let count else { return nil }
        do throws(DateFailure) {
          return try contract.date(day, movedBy: count, unit)
        } catch {
          throw .date(error)
        }
      }
      let first = try moved(try parts[1].firstDay, try lengths.fewest)
      let last = try moved(try parts[1].lastDay, try lengths.most)
      return .quantity(Interval(days: first, through: last))
    }
  }

  mutating func businessDay(
    _ isFirst: Bool, _ date: CheckedExpression, for subject: SubjectID
  ) -> Known {
    let calendar = contract.calendar
    return combined([date], for: subject) { dates throws(EvaluationFailure) in
      func snapped(_ day: CivilDate?) throws(EvaluationFailure) -> CivilDate? {
        guard let day else { return nil }
        guard let calendar else { throw .date(.outsideCalendar(day, calendar: "")) }
        do throws(DateFailure) {
          return isFirst
            ? try calendar.firstBusinessDay(onOrAfter: day)
            : try calendar.lastBusinessDay(onOrBefore: day)
        } catch {
          throw .date(error)
        }
      }
      return .quantity(
        Interval(days: try snapped(try dates[0].firstDay), through: try snapped(try dates[0].lastDay)))
    }
  }

  /// Sums a rate over each day of a length: each day at the rate of the row it falls in.
  mutating func eachDay(
    _ term: Int, _ length: CheckedExpression, for subject: SubjectID
  ) -> Known {
    let value = incorporation.terms[term]
    return combined([length], for: subject) { lengths throws(EvaluationFailure) in
      let fewest = try lengths[0].fewest ?? 0
      let low = try Self.total(value, days: fewest)
      guard let most = try lengths[0].most else {
        return .quantity(Interval(lower: .included(low), upper: nil))
      }
      let high = try Self.total(value, days: most)
      return .quantity(Interval(lower: .included(low), upper: .included(high)))
    }
  }

  private static func total(
    _ rate: TermValue, days: Int
  ) throws(EvaluationFailure) -> Rational {
    do throws(ArithmeticFailure) {
      switch rate {
      case .money(let interval, _), .quantity(let interval):
        guard let exact = interval.exact else { throw ArithmeticFailure.overflow }
        return try exact.multiplied(by: Rational(days))
      case .table(let table): return try total(table, days: days)
      case .word, .text: return .zero
      }
    } catch {
      throw .arithmetic(error)
    }
  }

  /// Every day from the first to the last must fall in exactly one row.
  private static func total(
    _ table: CheckedTable, days: Int
  ) throws(ArithmeticFailure) -> Rational {
    var sum = Rational.zero
    var covered = 0
    for row in table.rows {
      let count = row.cells[0].countOfDays(upTo: days)
      covered += count
      guard case .money(let interval, _) = row.result, let rate = interval.exact else {
        throw .overflow
      }
      sum = try sum.adding(try rate.multiplied(by: Rational(count)))
    }
    guard covered == days else { throw .divisionByZero }
    return sum
  }
}

extension CheckedRange {
  /// How many of the days 1, 2, … up to a last one lie in the range of a literal cell.
  fileprivate func countOfDays(upTo last: Int) -> Int {
    switch self {
    case .any: return last
    case .bounds(let lower, let upper):
      var first = 1
      if let lower, case .quantity(let interval) = lower.value, let value = interval.exact {
        let whole = Int(clamping: value.floor)
        let isOnDay = value.isInteger && lower.isIncluded
        first = max(1, isOnDay ? whole : whole + 1)
      }
      var end = last
      if let upper, case .quantity(let interval) = upper.value, let value = interval.exact {
        let whole = Int(clamping: value.floor)
        end = min(last, value.isInteger && !upper.isIncluded ? whole - 1 : whole)
      }
      return max(0, end - first + 1)
    case .either(let parts): return parts.reduce(0) { $0 + $1.countOfDays(upTo: last) }
    case .given, .none, .words, .texts, .parties: return 0
    }
  }
}

extension Contract {
  fileprivate func date(
    _ day: CivilDate, movedBy count: Int, _ unit: CheckedExpression.LengthUnit
  ) throws(DateFailure) -> CivilDate {
    switch unit {
    case .days(.calendar): return try day.adding(days: count)
    case .days(.business):
      guard let calendar else { throw .outsideCalendar(day, calendar: "") }
      return try calendar.date(count, businessDaysAfter: day)
    case .weeks:
      let (days, overflows) = count.multipliedReportingOverflow(by: 7)
      guard !overflows else { throw .outOfRange }
      return try day.adding(days: days)
    case .months: return try day.adding(months: count, monthEnd: monthEnd ?? .refuse)
    }
  }
}

extension Interval {
  /// The first possible day of a date; nil without bound.
  var firstDay: CivilDate? {
    get throws(EvaluationFailure) { try Self.day(fewest) }
  }

  /// The last possible day of a date; nil without bound.
  var lastDay: CivilDate? {
    get throws(EvaluationFailure) { try Self.day(most) }
  }

  /// The least whole number within; nil without bound.
  var fewest: Int? {
    get throws(EvaluationFailure) {
      guard let lower else { return nil }
      guard lower.value.isInteger, let whole = Int(exactly: lower.value.floor) else {
        throw .notWhole
      }
      return lower.isIncluded ? whole : whole + 1
    }
  }

  /// The greatest whole number within; nil without bound.
  var most: Int? {
    get throws(EvaluationFailure) {
      guard let upper else { return nil }
      guard upper.value.isInteger, let whole = Int(exactly: upper.value.floor) else {
        throw .notWhole
      }
      return upper.isIncluded ? whole : whole - 1
    }
  }

  init(days first: CivilDate?, through last: CivilDate?) {
    self.init(
      lower: first.map { .included(Rational(Int($0.dayNumber))) },
      upper: last.map { .included(Rational(Int($0.dayNumber))) })
  }

  private static func day(_ number: Int?) throws(EvaluationFailure) -> CivilDate? {
    guard let number else { return nil }
    guard number >= Int(CivilDate.first.dayNumber), number <= Int(CivilDate.last.dayNumber) else {
      throw .date(.outOfRange)
    }
    return CivilDate(dayNumber: Int32(number))
  }
}
