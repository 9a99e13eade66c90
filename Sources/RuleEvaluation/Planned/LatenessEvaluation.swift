import ContractModel
import RuleChecking

extension ClauseRun {
  /// Days of delay of a milestone through a day; the later a due date, and the earlier the day, the
  /// fewer they are.
  mutating func lateness(
    _ day: DayKind, through end: CheckedExpression, for subject: SubjectID
  ) -> Known {
    guard let milestone = tree.ancestor(of: subject, kind: .milestone) else {
      return .lacking(MissingEvidence(kind: SubjectKind.milestone.rawValue, subject: subject))
    }
    let due = value(of: .field(.due, of: .milestone), for: subject)
    let dues = contract[milestone].duesInForce
    let calendar = contract.calendar
    return due.combined(with: value(of: end, for: subject)) { _, end in
      func count(_ ends: [Int?], _ last: Int?) throws -> Int? {
        guard let last else { return nil }
        var dates: [(since: CivilDate?, due: CivilDate)] = []
        for (end, due) in zip(ends, dues) {
          guard let end else { return nil }
          dates.append((due.since, try CivilDate(on: end)))
        }
        return try Lateness.count(
          kind: day, dues: dates, through: CivilDate(on: last), calendar: calendar)
      }
      return Interval(
        fewest: try count(dues.map(\.due.most), end.fewest) ?? 0,
        most: try count(dues.map(\.due.fewest), end.most))
    }
  }
}
