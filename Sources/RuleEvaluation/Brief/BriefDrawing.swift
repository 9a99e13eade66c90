import ContractModel

/// What a slot found in one part.
struct BriefDrawing {
  private(set) var count: Int64 = 0
  private(set) var passes: Int64 = 0
  /// The sum, the extreme, or what the first or last record says.
  private(set) var number: Int64 = 0
  private var day: Int64 = 0
  /// Whether something in it takes a closer look.
  private var isOdd = false

  mutating func note(_ passes: BriefTruth) {
    count += 1
    if passes == .yes { self.passes += 1 }
    if passes == .odd { isOdd = true }
  }

  mutating func noteOddity() { isOdd = true }

  mutating func note(_ value: Int64, on day: Int64, for measure: BriefProgram.Measure) {
    defer { count += 1 }
    guard value != PlainContract.unstated else {
      isOdd = true
      return
    }
    switch measure {
    case .sum:
      let (sum, overflows) = number.addingReportingOverflow(value)
      if overflows || value < 0 { isOdd = true }
      number = sum
    case .extreme(_, let isGreatest):
      if count == 0 || (value > number) == isGreatest { number = value }
    case .first(_, let isLatest):
      if count == 0 || (day > self.day) == isLatest && day != self.day {
        (number, self.day) = (value, day)
      } else if day == self.day, value != number {
        // Of one day they contradict each other, unless another day comes before.
        isOdd = true
      }
    case .number, .share, .some, .every: break
    }
  }

  /// What the measure comes to, where the numbers stand for so many parts of one.
  func value(
    _ measure: BriefProgram.Measure, over divisor: Int64, isAbsenceKnown: Bool
  ) -> BriefValue {
    if isOdd { return .odd }
    switch measure {
    case .number: return BriefValue(count, isAbsenceKnown ? .exact : .atLeast)
    case .share: return count == 0 ? .missing : BriefValue(passes, over: count)
    case .sum:
      if count == 0, !isAbsenceKnown { return .missing }
      return BriefValue(number, over: divisor, isAbsenceKnown ? .exact : .atLeast)
    case .first, .extreme:
      if count == 0 { return isAbsenceKnown ? .none : .missing }
      return BriefValue(number, over: divisor)
    case .some, .every: return .odd
    }
  }

  /// Whether what the measure asks holds.
  func truth(_ measure: BriefProgram.Measure, isAbsenceKnown: Bool) -> BriefTruth {
    if isOdd { return .odd }
    switch measure {
    case .some: return count > 0 ? .yes : isAbsenceKnown ? .no : .unknown
    case .every: return passes < count ? .no : count > 0 ? .yes : .unknown
    case .number, .share, .sum, .first, .extreme: return .odd
    }
  }
}
