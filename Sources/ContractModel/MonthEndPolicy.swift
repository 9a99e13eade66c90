/// What a date some months later is when its month does not have the day, as 31 January and one
/// month.
package enum MonthEndPolicy: Hashable, Sendable, CaseIterable {
  /// The last day of that month: 28 or 29 February.
  case clamp
  /// The first day of the month after: 1 March.
  case spill
  /// Nothing: the contract has to say.
  case refuse
}

extension CivilDate {
  /// Returns the date so many months later, or earlier if `count` is negative.
  ///
  /// Count months of a series from its first date: one month twice is not always two months.
  /// Throws `outOfRange`, and `ambiguousMonthEnd` if the policy is to refuse and the month reached
  /// does not have the day.
  package func adding(
    months count: Int, monthEnd policy: MonthEndPolicy
  ) throws(DateFailure) -> CivilDate {
    let target = try YearMonth(containing: self).adding(months: count)
    if day <= target.dayCount { return target.day(day) }
    switch policy {
    case .clamp: return target.lastDay
    case .spill: return try target.lastDay.adding(days: 1)
    case .refuse: throw .ambiguousMonthEnd(self, months: count)
    }
  }

  /// Returns the greatest number of months that, added to `start`, do not pass `end`; 0 if `end`
  /// is before `start`.
  ///
  /// Throws `ambiguousMonthEnd` if the policy is to refuse and the other two count differently.
  package static func wholeMonths(
    after start: CivilDate, through end: CivilDate, monthEnd policy: MonthEndPolicy
  ) throws(DateFailure) -> Int {
    guard start <= end else { return 0 }
    let most = YearMonth(containing: start).months(to: YearMonth(containing: end))
    switch policy {
    case .clamp, .spill:
      return try start.adding(months: most, monthEnd: policy) <= end ? most : most - 1
    case .refuse:
      let clamped = try wholeMonths(after: start, through: end, monthEnd: .clamp)
      let spilt = try wholeMonths(after: start, through: end, monthEnd: .spill)
      guard clamped == spilt else { throw .ambiguousMonthEnd(start, months: clamped) }
      return clamped
    }
  }
}
