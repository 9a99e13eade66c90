import ContractModel
import RuleChecking

/// One row, understood: only what its measure says is there.
struct FoundMeasure {
  struct Failure: Error {
    let column: String
  }

  let members: Int
  var passed = 0
  var total = 0
  var value: Int128 = 0
  let reference: RecordReference

  static func reading(
    _ row: MeasuredRow, of measure: FoldSlot.Measure, _ content: ValueContent
  ) -> Result<FoundMeasure, Failure> {
    do throws(Failure) {
      return .success(try FoundMeasure(row, of: measure, content))
    } catch {
      return .failure(error)
    }
  }

  private init(
    _ row: MeasuredRow, of measure: FoldSlot.Measure, _ content: ValueContent
  ) throws(Failure) {
    members = row.members
    reference = row.reference
    guard row.members >= 0 else { throw Failure(column: "members") }
    let (hasPassed, hasTotal, hasValue) = measure.columns
    // Of no record there is nothing but their number.
    let isThere = members > 0
    guard (row.passed != nil) == (hasPassed && isThere) else { throw Failure(column: "passed") }
    guard (row.total != nil) == (hasTotal && isThere) else { throw Failure(column: "total") }
    guard (row.value != nil) == (hasValue && isThere) else { throw Failure(column: "value") }
    if let count = row.total {
      guard 1...members ~= count else { throw Failure(column: "total") }
      total = count
    }
    if let count = row.passed {
      guard 0...(row.total ?? members) ~= count else { throw Failure(column: "passed") }
      passed = count
    }
    if let text = row.value {
      guard let number = content.number(of: text), measure.allows(number, of: members) else {
        throw Failure(column: "value")
      }
      value = number
    }
    if case .earliest = measure { try requireAllOrNone() }
    if case .latest = measure { try requireAllOrNone() }
  }

  private func requireAllOrNone() throws(Failure) {
    guard passed == 0 || passed == total else { throw Failure(column: "passed") }
  }
}

extension FoldSlot.Measure {
  /// Which columns say something.
  fileprivate var columns: (passed: Bool, total: Bool, value: Bool) {
    switch self {
    case .members: (false, false, false)
    case .passes: (true, false, false)
    case .sum: (true, false, true)
    case .earliest, .latest: (true, true, true)
    case .largest, .smallest, .percentile, .longestRun: (false, false, true)
    case .worstDay: (true, true, false)
    }
  }

  fileprivate func allows(_ value: Int128, of members: Int) -> Bool {
    switch self {
    case .sum: true
    case .longestRun: 0...Int128(members) ~= value
    case .members, .passes, .earliest, .latest, .largest, .smallest, .percentile, .worstDay:
      Int64(exactly: value) != nil
    }
  }
}

extension [FoundMeasure] {
  func state(of slot: FoldSlot) -> SlotState {
    SlotState(
      counts: map(\.members), cited: map { $0.members > 0 ? [$0.reference] : [] },
      drawn: drawing(of: slot.measure))
  }

  private func drawing(of measure: FoldSlot.Measure) -> SlotState.Drawing {
    switch measure {
    case .members: return .nothing
    case .passes:
      return .passes(
        map { found in
          let failed = found.members - found.passed
          return Passes(
            passed: found.passed, failed: failed, failing: failed > 0 ? [found.reference] : [])
        })
    case .sum:
      return .sum(map { Sum(total: $0.value, isNeverNegative: $0.passed == $0.members) })
    case .earliest: return .first(map(\.extreme), isLatest: false)
    case .latest: return .first(map(\.extreme), isLatest: true)
    case .largest: return .magnitude(map(\.number), isLargest: true)
    case .smallest: return .magnitude(map(\.number), isLargest: false)
    case .percentile(_, _, let scale):
      return .percentile(
        Histograms(scale: scale, values: map { ($0.number, $0.members) }))
    case .longestRun: return .run(map { ByDay(only: PassingRun(longest: Int($0.value))) })
    case .worstDay:
      return .days(
        map { found in
          found.members > 0
            ? ByDay(only: DayShare(passed: found.passed, count: found.total)) : ByDay()
        })
    }
  }
}

extension FoundMeasure {
  fileprivate var number: Int64 { Int64(truncatingIfNeeded: value) }

  fileprivate var extreme: Extreme {
    members > 0
      ? Extreme(value: number, agrees: passed == total, cited: [reference]) : Extreme()
  }
}
