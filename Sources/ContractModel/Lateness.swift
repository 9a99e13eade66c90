/// A due date of a milestone, from the day on which it was the one in force.
package struct DueInForce: Hashable, Sendable {
  /// Nil for the due date that the milestone began with.
  package let since: CivilDate?
  /// A day number, perhaps within bounds.
  package let due: Interval

  package init(since: CivilDate?, due: Interval) {
    self.since = since
    self.due = due
  }
}

/// Days of delay under due dates that amendments moved.
///
/// What had accrued before an amendment took effect stays: it is counted under the due date of its
/// day. An amendment that is retroactive leaves no earlier due date.
package enum Lateness {
  /// Returns the days through `end` that came after the due date in force on them.
  ///
  /// `dues` are the day numbers of the due dates, each with the day since which it is in force, in
  /// that order. Throws `outsideCalendar` as `DaySpan` does.
  package static func count(
    kind: DayKind, dues: [(since: CivilDate?, due: CivilDate)], through end: CivilDate,
    calendar: BusinessCalendar?
  ) throws(DateFailure) -> Int {
    var days = 0
    for (place, current) in dues.enumerated() {
      var last = end
      if place + 1 < dues.count, let next = dues[place + 1].since {
        last = min(last, try next.adding(days: -1))
      }
      var start = current.due
      if let since = current.since { start = max(start, try since.adding(days: -1)) }
      guard start < last else { continue }
      days += try DaySpan.count(
        kind: kind, from: start, through: last, isStartIncluded: false, calendar: calendar)
    }
    return days
  }
}

extension Subject {
  /// Notes the due date that the subject begins with.
  mutating func beginDues() {
    guard case .quantity(let due)? = fields[.due] else { return }
    duesInForce = [DueInForce(since: nil, due: due)]
  }

  /// Changes a field as an amendment says, and keeps the due dates that were in force before it.
  mutating func apply(_ change: Amendment.Change, of amendment: Amendment) {
    fields[change.field] = change.value
    guard change.field == .due, case .quantity(let due) = change.value else { return }
    if amendment.isRetroactive { duesInForce = [] }
    let since = amendment.isRetroactive ? nil : amendment.effective
    duesInForce.append(DueInForce(since: since, due: due))
  }
}
