import ContractModel
import RuleChecking

// Days of delay, each looked at by itself: whether it came after the due date of its day.
extension Situation {
  func lateness(_ kind: DayKind, through end: CheckedExpression) -> Reading {
    guard let milestone = ancestor(.milestone) else {
      return .missing(MissingEvidence(kind: SubjectKind.milestone.rawValue, subject: subject))
    }
    let dues = contract[milestone].duesInForce
    return .combining([value(of: .field(.due, of: .milestone)), value(of: end)]) { operands in
      let ends = operands[1].wholeDays
      let fewest = try ends.lower.flatMap {
        try days(kind, late: dues, through: $0, isFewest: true)
      }
      let most = try ends.upper.flatMap { try days(kind, late: dues, through: $0, isFewest: false) }
      return Interval(
        lower: .included(Rational(fewest ?? 0)), upper: most.map { .included(Rational($0)) })
    }
  }

  private func days(
    _ kind: DayKind, late dues: [DueInForce], through last: Int, isFewest: Bool
  ) throws -> Int? {
    var dates: [(since: Int, due: Int)] = []
    for due in dues {
      let days = due.due.wholeDays
      guard let day = isFewest ? days.upper : days.lower else { return nil }
      dates.append((due.since.map { Int($0.dayNumber) } ?? .min, day))
    }
    _ = try date(last)
    for due in dates { _ = try date(due.due) }
    guard let first = dates.map(\.due).min(), first < last else { return 0 }
    var count = 0
    for day in (first + 1)...last {
      guard let due = dates.last(where: { $0.since <= day }), day > due.due else { continue }
      count += try DaySpan.count(
        kind: kind, from: date(day), through: date(day), isStartIncluded: true,
        calendar: contract.calendar)
    }
    return count
  }
}
