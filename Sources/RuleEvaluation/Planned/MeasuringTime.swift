import ContractModel
import RuleChecking

extension Drawn {
  /// The field of the record that is first or last by `dated`, the highest rank before the date.
  ///
  /// Every record that may win is heard. Where they differ, certain records of one exact day
  /// contradict each other; of the day itself there are bounds; anything else is not known.
  func extreme(_ field: RowField, isLatest: Bool) -> Known {
    guard !certain.isEmpty else { return nothing }
    let winners = mayWin(isLatest: isLatest)
    if winners.count == 1 {
      var only = cell(field, winners[0])
      only.records = origins(winners)
      if case .none = only.value { only.value = .missing }
      return only
    }
    let cells = winners.map { cell(field, $0) }
    var result = Known(.missing, records: origins(winners))
    for known in cells { result.missing.formUnion(known.missing) }
    if cells.contains(where: { $0.value == .missing || $0.value == .none }) { return result }
    if cells.allSatisfy({ $0.value.isSame(as: cells[0].value) }) {
      result.value = cells[0].value
      return result
    }
    let areCertain = winners.allSatisfy(\.isCertain)
    let days = winners.map { records.day($0.row) }
    result.missing.formUnion(doubts)
    for (winner, day) in zip(winners, days) where day.exact == nil {
      result.missing.insert(records.missing("dated", row: winner.row))
    }
    if areCertain, days.allSatisfy({ $0.exact != nil && $0 == days[0] }) {
      result.value = .contested
    } else if case .dated = field {
      result.value = .quantity(
        areCertain
          ? days.picking { isLatest ? $0.greater(of: $1) : $0.lesser(of: $1) }
          : days.dropFirst().reduce(days[0]) { $0.hull(with: $1) })
    }
    return result
  }

  /// Not outranked by a certain record, and not certainly beaten by one that nothing may outrank.
  private func mayWin(isLatest: Bool) -> [SlotMembers.Member] {
    if records.standing.ranks.isFlat, let bar = outermostDay(isLatest: isLatest) {
      return members.filter { member in
        records.exactDay(member.row).map { isLatest ? $0 >= bar : $0 <= bar } ?? true
      }
    }
    let (ranks, table) = (records.standing.ranks, records.table)
    let (all, sure) = (members.map(\.row), certain.map(\.row))
    let ranked = Set(ranks.highest(of: all, against: sure, in: table))
    let unbeaten = ranks.highest(of: sure, against: all, in: table)
    let bar =
      isLatest
      ? Recency.latestStart(of: unbeaten, in: table) : Recency.earliestEnd(of: unbeaten, in: table)
    return members.filter { member in
      guard ranked.contains(member.row) else { return false }
      guard let bar else { return true }
      let day = records.day(member.row)
      return (isLatest ? day.isLess(than: bar) : bar.isLess(than: day)) != .yes
    }
  }

  /// The last or first day of those that certainly belong, where that of each record is exactly known.
  private func outermostDay(isLatest: Bool) -> Int64? {
    var outermost: Int64?
    for member in members {
      guard let day = records.exactDay(member.row) else { return nil }
      guard member.isCertain else { continue }
      outermost = outermost.map { isLatest ? max($0, day) : min($0, day) } ?? day
    }
    return outermost
  }

  /// The days of all records, where each is exactly known.
  private var exactDays: [Int64]? {
    var days: [Int64] = []
    days.reserveCapacity(members.count)
    for member in members {
      guard let day = records.exactDay(member.row) else { return nil }
      days.append(day)
    }
    return days
  }

  /// The records in the order of their days, and those of one day in that of the files; nil where
  /// their order is not certain.
  private var ordered: [SlotMembers.Member]? {
    if let days = exactDays {
      return members.indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { members[$0] }
    }
    let ordered = members.sorted { isBefore($0.row, $1.row) }
    return isOrderCertain(ordered.map { records.day($0.row) }) ? ordered : nil
  }

  /// Most consecutive records, in order of their days, that pass.
  ///
  /// An undecided record breaks a run for the lower bound and carries it on for the upper; where the
  /// order of the records is not certain, the run is not known.
  func longestRun() -> Known {
    guard !certain.isEmpty else {
      var known = nothing
      if known.value == .none { known.value = .quantity(Interval(fewest: 0, most: 0)) }
      return known
    }
    guard let ordered else { return undated }
    var known = Known(.missing, missing: doubts, records: origins(members))
    known.missing.formUnion(openTests)
    let trouble = ordered.map(\.trouble).max() ?? .none
    known.value =
      trouble == .none ? .quantity(Self.streak(of: ordered)) : trouble.evaluated
    return known
  }

  private static func streak(of ordered: [SlotMembers.Member]) -> Interval {
    var (low, high) = (Streak(), Streak())
    for member in ordered {
      switch member.passes {
      case .yes:
        if member.isCertain { low.goOn() }
        high.goOn()
      case .no:
        low.end()
        if member.isCertain { high.end() }
      case .unknown:
        low.end()
        high.goOn()
      }
    }
    return Interval(fewest: low.longest, most: high.longest)
  }

  private struct Streak {
    private var current = 0
    private(set) var longest = 0

    mutating func goOn() {
      current += 1
      longest = max(longest, current)
    }

    mutating func end() { current = 0 }
  }

  /// The lowest share of one day; a day of which no record is certain may not count at all.
  func worstDay() -> Known {
    guard !certain.isEmpty else { return lacking }
    guard let exactDays else { return undated }
    var days: [Int64: PassTally] = [:]
    for (member, day) in zip(members, exactDays) {
      days[day, default: PassTally([])].add(member)
    }
    var known = Known(.missing, missing: doubts.union(openTests), records: origins(members))
    let trouble = days.values.map(\.trouble).max() ?? .none
    let sure = days.values.filter(\.isOfCertain).map(\.share)
    let worst = sure.picking { $0.lesser(of: $1) }
    known.value =
      trouble == .none
      ? .quantity(worst.hull(with: days.values.map(\.share).picking { $0.lesser(of: $1) }))
      : trouble.evaluated
    return known
  }

  /// What keeps the records from being put in the order of their days.
  private var undated: Known {
    let inexact = members.filter { records.day($0.row).exact == nil }
    return Known(.missing, missing: Gathered(inexact.map { records.missing("dated", row: $0.row) }))
  }

  /// Days that at least one record covers, each once.
  func daysCovered(
    _ day: DayKind, _ begins: RowField, _ ends: RowField, by calendar: BusinessCalendar?
  ) -> Known {
    var known = Known(.missing, missing: open, records: origins(members))
    for member in members {
      known.missing.formUnion(cell(begins, member).missing)
      known.missing.formUnion(cell(ends, member).missing)
    }
    guard let sure = stretches(of: certain, begins, ends),
      let all = stretches(of: members, begins, ends)
    else { return known }
    do {
      let fewest = try count(day, sure, by: calendar)
      let most = try count(day, all, by: calendar)
      known.value = .quantity(Interval(fewest: fewest, most: isAbsenceKnown ? most : nil))
    } catch {
      known.value = .errored
      known.missing.formUnion(Gathered(MissingEvidence.days(lackedBy: error)))
    }
    return known
  }

  /// The days that records cover, as stretches in order that have no day in common; nil where one is
  /// not exactly known. A record that ends before it begins covers none.
  private func stretches(
    of members: [SlotMembers.Member], _ begins: RowField, _ ends: RowField
  ) -> [ClosedRange<Int>]? {
    var spans: [ClosedRange<Int>] = []
    for member in members {
      guard let first = cell(begins, member).exactDay, let last = cell(ends, member).exactDay
      else { return nil }
      if first <= last { spans.append(first...last) }
    }
    var merged: [ClosedRange<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let current = merged.last, span.lowerBound <= current.upperBound {
        merged[merged.count - 1] =
          current.lowerBound...max(current.upperBound, span.upperBound)
      } else {
        merged.append(span)
      }
    }
    return merged
  }

  private func count(
    _ day: DayKind, _ stretches: [ClosedRange<Int>], by calendar: BusinessCalendar?
  ) throws -> Int {
    try stretches.reduce(0) { total, stretch in
      total
        + (try DaySpan.count(
          kind: day, from: CivilDate(on: stretch.lowerBound),
          through: CivilDate(on: stretch.upperBound), isStartIncluded: true, calendar: calendar))
    }
  }

  /// By the days where their order is certain, else by the order of the files.
  private func isBefore(_ first: Int, _ second: Int) -> Bool {
    switch (records.day(first).lower, records.day(second).lower) {
    case (let left?, let right?) where left.value != right.value: left.value < right.value
    case (let left?, let right?) where left.isIncluded != right.isIncluded: left.isIncluded
    case (nil, _?): true
    case (_?, nil): false
    default: first < second
    }
  }

  /// Whether every day that is not exact is certainly before or after each other one; the days are in
  /// order of their lower ends.
  private func isOrderCertain(_ days: [Interval]) -> Bool {
    zip(days, days.dropFirst()).allSatisfy { day, next in
      (day.exact != nil && next.exact != nil) || day.isLess(than: next) == .yes
    }
  }
}

extension Known {
  fileprivate var exactDay: Int? { interval?.exact.flatMap { Int(exactly: $0.floor) } }
}
