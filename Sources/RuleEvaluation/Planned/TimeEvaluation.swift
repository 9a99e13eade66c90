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
      if let exact = lengths.exact, !exact.isInteger { throw .notWhole }
      func moved(_ day: CivilDate?, _ count: Int?) throws(EvaluationFailure) -> CivilDate? {
        guard let day, let count else { return nil }
        do throws(DateFailure) {
          return try contract.date(day, movedBy: count, unit)
        } catch {
          throw .date(error)
        }
      }
      let first = try moved(try parts[1].firstDay, lengths.fewest)
      let last = try moved(try parts[1].lastDay, lengths.most)
      return .quantity(Interval(between: first, and: last))
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
        Interval(
          between: try snapped(try dates[0].firstDay), and: try snapped(try dates[0].lastDay)))
    }
  }

  /// Sums a rate over each day of a length: each day at the rate of the row it falls in.
  mutating func eachDay(
    _ term: Int, _ length: CheckedExpression, for subject: SubjectID
  ) -> Known {
    let value = incorporation.terms[term]
    let rate = self.value(of: .term(term), for: subject)
    let own = contract.currency
    return combined([length], for: subject) { lengths throws(EvaluationFailure) in
      if let exact = lengths[0].exact, !exact.isInteger || exact.sign < 0 { throw .notWhole }
      guard lengths[0].approximately == nil, let most = lengths[0].most else { return .missing }
      let fewest = max(0, lengths[0].fewest ?? 0)
      guard case .table(let table) = value else {
        guard let interval = rate.interval else { return rate.value }
        return .quantity(try Self.sum([(fewest, interval)]).hull(with: try Self.sum([(most, interval)])))
      }
      let low = try Self.total(table, days: fewest, in: own)
      return .quantity(low.hull(with: try Self.total(table, days: max(0, most), in: own)))
    }
  }

  private static func sum(
    _ parts: [(days: Int, rate: Interval)]
  ) throws(EvaluationFailure) -> Interval {
    do throws(ArithmeticFailure) {
      var sum = Interval(exactly: .zero)
      for part in parts where part.days > 0 {
        let days = Interval(exactly: Rational(part.days))
        sum = try sum.adding(try part.rate.multiplied(by: days))
      }
      return sum
    } catch {
      throw .arithmetic(error)
    }
  }

  /// Every day from the first to the last must fall in exactly one row.
  private static func total(
    _ table: CheckedTable, days: Int, in own: Currency?
  ) throws(EvaluationFailure) -> Interval {
    var spans: [(span: ClosedRange<Int>, rate: Interval)] = []
    for row in table.rows {
      for span in row.cells[0].spans(upTo: days) {
        switch row.result {
        case .quantity(let rate): spans.append((span, rate))
        case .money(let rate, let currency) where own == nil || own == currency:
          spans.append((span, rate))
        default: throw .notWhole
        }
      }
    }
    spans.sort { $0.span.lowerBound < $1.span.lowerBound }
    var next = 1
    for part in spans {
      guard part.span.lowerBound == next else { throw .notWhole }
      next = part.span.upperBound + 1
    }
    guard next == days + 1 else { throw .notWhole }
    return try sum(spans.map { ($0.span.count, $0.rate) })
  }
}

extension CheckedRange {
  /// The days among 1, 2, … up to a last one that lie in the range of a literal cell.
  fileprivate func spans(upTo last: Int) -> [ClosedRange<Int>] {
    switch self {
    case .any: return last >= 1 ? [1...last] : []
    case .bounds(let lower, let upper):
      let range = Interval(lower: lower?.endpoint, upper: upper?.endpoint)
      let first = max(1, range.fewest ?? 1)
      let end = min(last, range.most ?? last)
      return first <= end ? [first...end] : []
    case .either(let parts): return parts.flatMap { $0.spans(upTo: last) }
    case .given, .none, .words, .texts, .parties: return []
    }
  }
}

extension CheckedBound {
  /// The bound of a literal cell.
  fileprivate var endpoint: Interval.Endpoint? {
    guard case .quantity(let interval) = value, let exact = interval.exact else { return nil }
    return Interval.Endpoint(exact, isIncluded: isIncluded)
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
    guard let lower else { return nil }
    let whole = Int(clamping: lower.value.floor)
    return lower.value.isInteger && lower.isIncluded ? whole : whole + 1
  }

  /// The greatest whole number within; nil without bound.
  var most: Int? {
    guard let upper else { return nil }
    let whole = Int(clamping: upper.value.floor)
    return upper.value.isInteger && !upper.isIncluded ? whole - 1 : whole
  }

  /// Every day from a first to a last one; nil is without bound.
  fileprivate init(between first: CivilDate?, and last: CivilDate?) {
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
