import ContractModel
import RuleChecking

// Aggregates over the days that records speak of.
extension Situation {
  /// The most consecutive members that pass, in the order of `dated` and then of the files.
  ///
  /// An undecided record breaks a run for the lower bound and continues it for the upper. If the
  /// order of two records is not certain, the run is missing.
  func longestRun(of members: Members, where test: RowTest) -> Reading {
    guard !members.certain.isEmpty else {
      guard members.isAbsenceKnown, members.possible.isEmpty else { return none(of: members) }
      return Reading(value: .quantity(Interval(exactly: .zero)))
    }
    let unordered = members.all.filter { row in
      dated(row).exact == nil
        && members.all.contains { $0 != row && !isOrderCertain(row, $0) }
    }
    guard unordered.isEmpty else {
      return Reading(value: .missing, missing: Set(unordered.map { missing(.dated, in: $0) }))
    }
    var open = members.doubts
    var trouble: Standing?
    var (least, most) = (Run(), Run())
    for row in members.all.sorted(by: isBefore) {
      let judgement = judge(test, of: row)
      let isCertain = members.certain.contains(row)
      switch judgement.standing {
      case .yes:
        if isCertain { least.continue() }
        most.continue()
      case .no:
        least.break()
        if isCertain { most.break() }
      case .unknown:
        least.break()
        most.continue()
        open.formUnion(judgement.missing)
      case .contested, .errored:
        trouble = max(trouble ?? judgement.standing, judgement.standing)
        open.formUnion(judgement.missing)
      }
    }
    if let trouble { return Reading(value: trouble.evaluated, missing: open) }
    let bounds = Interval(
      lower: .included(Rational(least.longest)), upper: .included(Rational(most.longest)))
    return Reading(value: .quantity(bounds), missing: open)
  }

  private func isOrderCertain(_ first: RecordRow, _ second: RecordRow) -> Bool {
    dated(first).isLess(than: dated(second)) == .yes
      || dated(second).isLess(than: dated(first)) == .yes
  }

  private func isBefore(_ first: RecordRow, _ second: RecordRow) -> Bool {
    if isOrderCertain(first, second) { return dated(first).isLess(than: dated(second)) == .yes }
    return first.row < second.row
  }

  /// The days from `begins` through `ends` of the members, each day once; a record that ends before
  /// it begins has none.
  ///
  /// At least those of the certain members; at most those of the possible ones too, where no further
  /// can exist.
  func daysCovered(
    _ kind: DayKind, by members: Members, begins: RowField, ends: RowField
  ) -> Reading {
    var reading = Reading(value: .missing, missing: members.missing)
    var isKnown = true
    var (certain, all): (Set<Int>, Set<Int>) = ([], [])
    for row in members.all {
      let first = value(of: begins, in: row)
      let last = value(of: ends, in: row)
      reading.missing.formUnion(first.missing.union(last.missing))
      guard let begin = first.exactDay, let end = last.exactDay else {
        isKnown = false
        continue
      }
      guard begin <= end else { continue }
      all.formUnion(begin...end)
      if members.certain.contains(row) { certain.formUnion(begin...end) }
    }
    guard isKnown else { return reading }
    guard let least = try? count(certain, of: kind), let most = try? count(all, of: kind) else {
      reading.value = .errored
      return reading
    }
    reading.value = .quantity(
      Interval(
        lower: .included(Rational(least)),
        upper: members.isAbsenceKnown ? .included(Rational(most)) : nil))
    return reading
  }

  private func count(_ days: Set<Int>, of kind: DayKind) throws -> Int {
    guard kind == .business else { return days.count }
    guard !days.isEmpty else { return 0 }
    guard let calendar = contract.calendar else { throw DateTrouble() }
    return try days.count { try calendar.isBusinessDay(try date($0)) }
  }
}

extension Reading {
  fileprivate var exactDay: Int? {
    guard case .quantity(let interval) = value, let exact = interval.exact else { return nil }
    return Int(exactly: exact.floor)
  }
}

/// Counts records in a row.
private struct Run {
  private var current = 0
  private(set) var longest = 0

  mutating func `continue`() {
    current += 1
    longest = max(longest, current)
  }

  mutating func `break`() { current = 0 }
}
