import ContractModel
import RuleChecking
import Records

extension Drawn {
  /// The field of the record that is first or last by `dated`, the highest rank before the date.
  ///
  /// Every record that may win is heard. Where they differ, certain records of one exact day
  /// contradict each other; of the day itself there are bounds; anything else is not known.
  func extreme(_ field: RowField, isLatest: Bool) -> Known {
    guard !found.certain.isEmpty else { return nothing }
    let winners = mayWin(isLatest: isLatest)
    let cells = winners.map { cell(field, $0) }
    var result = Known(.missing, records: origins(winners))
    for known in cells { result.missing.formUnion(known.missing) }
    if cells.contains(where: { $0.value == .missing || $0.value == .none }) { return result }
    if cells.allSatisfy({ $0.value == cells[0].value }) {
      result.value = cells[0].value
      return result
    }
    let areCertain = winners.allSatisfy(\.isCertain)
    let days = winners.map { table.dated[$0.row] ?? .unbounded }
    if areCertain, days.allSatisfy({ $0.exact != nil && $0 == days[0] }) {
      result.value = .contested
    } else if case .dated = field {
      result.value = .quantity(joined(days, areCertain: areCertain, isLatest: isLatest))
    }
    result.missing.formUnion(found.missing)
    return result
  }

  private func joined(_ days: [Interval], areCertain: Bool, isLatest: Bool) -> Interval {
    days.dropFirst().reduce(days[0]) { known, day in
      if !areCertain { return known.hull(with: day) }
      return isLatest ? known.greater(of: day) : known.lesser(of: day)
    }
  }

  private func mayWin(isLatest: Bool) -> [SlotMembers.Member] {
    let ranks = run.standing[kind].ranks
    let certain = found.certain
    let sure = certain.filter { member in
      !found.members.contains { ranks.outranks($0.row, member.row, in: table) }
    }
    return found.members.filter { member in
      let day = table.dated[member.row] ?? .unbounded
      return !certain.contains { ranks.outranks($0.row, member.row, in: table) }
        && !sure.contains { other in
          let rival = table.dated[other.row] ?? .unbounded
          return (isLatest ? day.isLess(than: rival) : rival.isLess(than: day)) == .yes
        }
    }
  }

  /// Most consecutive records, in order of their days, that pass.
  ///
  /// An undecided record breaks a run for the lower bound and carries it on for the upper; where the
  /// order of the records is not certain, the run is not known.
  func longestRun() -> Known {
    guard !found.certain.isEmpty else {
      let none = nothing
      return none.value == .none ? Known(.quantity(Self.count(0, 0))) : none
    }
    guard isOrdered else { return lacking }
    let ordered = found.members.sorted { first, second in
      let days = (lastDay(first), lastDay(second))
      return days.0 == days.1 ? first.row < second.row : days.0 < days.1
    }
    let trouble = ordered.map(\.passes.trouble).max() ?? .none
    var (low, high) = (Streak(), Streak())
    for member in ordered {
      switch member.passes.truth {
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
    var known = Known(
      .quantity(Self.count(low.longest, high.longest)), missing: found.missing,
      records: origins(found.members))
    if trouble != .none { known.value = trouble.evaluated }
    for member in ordered { known.missing.formUnion(member.passes.missing) }
    return known
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

  /// Whether every record of inexact day is certainly before or after each other one.
  private var isOrdered: Bool {
    let days = found.members.map { table.dated[$0.row] ?? .unbounded }
    return days.indices.allSatisfy { place in
      days[place].exact != nil
        || days.indices.allSatisfy { other in
          other == place || days[place].isLess(than: days[other]) == .yes
            || days[other].isLess(than: days[place]) == .yes
        }
    }
  }

  private func lastDay(_ member: SlotMembers.Member) -> Rational {
    table.dated[member.row]?.upper?.value ?? Rational(Int(CivilDate.last.dayNumber))
  }

  /// The lowest share of one day; a day of which no record is certain may not count at all.
  func worstDay() -> Known {
    guard !found.certain.isEmpty else { return lacking }
    guard found.members.allSatisfy({ table.dated[$0.row]?.exact != nil }) else { return lacking }
    let days = Dictionary(grouping: found.members) { lastDay($0) }
    var result = Known(.missing, missing: found.missing, records: origins(found.members))
    var certain: [Interval] = []
    var possible: [Interval] = []
    var trouble = Trouble.none
    for members in days.values {
      let share = share(of: members)
      result.missing.formUnion(share.missing)
      trouble = max(trouble, members.map(\.passes.trouble).max() ?? .none)
      guard let interval = share.interval else { continue }
      if members.contains(where: \.isCertain) {
        certain.append(interval)
      } else {
        possible.append(interval)
      }
    }
    if trouble != .none {
      result.value = trouble.evaluated
      return result
    }
    let worst = certain.dropFirst().reduce(certain[0]) { $0.lesser(of: $1) }
    let lowest = possible.reduce(worst) { $0.lesser(of: $1) }
    result.value = .quantity(worst.hull(with: lowest))
    return result
  }

  /// Days that at least one record covers, each once.
  func daysCovered(
    _ day: DayKind, _ begins: RowField, _ ends: RowField
  ) throws(EvaluationFailure) -> Known {
    let certain = try covered(found.certain, day, begins, ends)
    let all = try covered(found.members, day, begins, ends)
    guard let certain, let all else { return lacking }
    var known = Known(
      .quantity(Self.count(certain, isAbsenceKnown ? all : nil)), records: origins(found.members))
    if !isAbsenceKnown || certain != all { known.missing = lacking.missing }
    return known
  }

  private func covered(
    _ members: [SlotMembers.Member], _ day: DayKind, _ begins: RowField, _ ends: RowField
  ) throws(EvaluationFailure) -> Int? {
    var spans: [(first: CivilDate, last: CivilDate)] = []
    for member in members {
      guard let start = cell(begins, member).interval, let end = cell(ends, member).interval,
        start.exact != nil, end.exact != nil, let first = try start.firstDay,
        let last = try end.lastDay
      else { return nil }
      if first <= last { spans.append((first, last)) }
    }
    spans.sort { ($0.first, $0.last) < ($1.first, $1.last) }
    var total = 0
    var open: (first: CivilDate, last: CivilDate)?
    for span in spans {
      guard let current = open else {
        open = span
        continue
      }
      if span.first <= current.last {
        open = (current.first, max(current.last, span.last))
      } else {
        total += try count(day, current)
        open = span
      }
    }
    if let open { total += try count(day, open) }
    return total
  }

  private func count(
    _ day: DayKind, _ span: (first: CivilDate, last: CivilDate)
  ) throws(EvaluationFailure) -> Int {
    do throws(DateFailure) {
      return try DaySpan.count(
        kind: day, from: span.first, through: span.last, isStartIncluded: true,
        calendar: run.contract.calendar)
    } catch {
      throw .date(error)
    }
  }
}
