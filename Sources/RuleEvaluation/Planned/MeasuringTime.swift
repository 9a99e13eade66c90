import ContractModel
import RuleChecking
import Records

extension Drawn {
  /// The field of the record that is first or last by `dated`, the highest rank before the date.
  func extreme(_ field: RowField, isLatest: Bool) -> Known {
    guard !found.members.isEmpty else { return nothing }
    guard !found.certain.isEmpty else { return lacking }
    let settled = winner(among: found.certain, field, isLatest: isLatest)
    var result = settled
    for member in found.possible {
      let other = winner(among: found.certain + [member], field, isLatest: isLatest)
      result = joined(result, other)
    }
    return result
  }

  /// What two ways it may be have in common.
  private func joined(_ first: Known, _ second: Known) -> Known {
    if first.value == second.value { return first }
    var result = Known(
      .missing, missing: first.missing.union(second.missing).union(lacking.missing),
      records: first.records.union(second.records))
    switch (first.value, second.value) {
    case (.quantity(let one), .quantity(let other)): result.value = .quantity(one.hull(with: other))
    case (.words(let one), .words(let other)): result.value = .words(one | other)
    case (.contested, _), (_, .contested): result.value = .contested
    default: break
    }
    return result
  }

  private func winner(
    among members: [SlotMembers.Member], _ field: RowField, isLatest: Bool
  ) -> Known {
    let highest = run.standing[kind].ranks.highest(of: members.map(\.row), in: table)
    let rows =
      isLatest
      ? Recency.latest(of: highest, in: table) : Recency.earliest(of: highest, in: table)
    let cells = rows.map { run.known(field, row: $0, of: kind) }
    var result = cells[0]
    for other in cells { result.records.formUnion(other.records) }
    if case .dated = field { return day(of: cells, isLatest: isLatest, records: result.records) }
    if cells.allSatisfy({ $0.value == cells[0].value }) {
      if result.value == .none { result.value = .missing }
      return result
    }
    let days = rows.map { table.dated[$0] }
    let isOneDay = days.allSatisfy { $0?.exact != nil && $0 == days[0] }
    for other in cells { result.missing.formUnion(other.missing) }
    result.value = isOneDay ? .contested : .missing
    return result
  }

  private func day(
    of cells: [Known], isLatest: Bool, records: Set<RecordReference>
  ) -> Known {
    let days = cells.compactMap(\.interval)
    guard days.count == cells.count, !days.isEmpty else { return lacking }
    let picked = days.dropFirst().reduce(days[0]) {
      isLatest ? $0.greater(of: $1) : $0.lesser(of: $1)
    }
    return Known(.quantity(picked), records: records)
  }

  /// Most consecutive records, in order of their days, that pass.
  func longestRun() -> Known {
    guard found.possible.isEmpty else { return lacking }
    guard !found.members.isEmpty else {
      return isAbsenceKnown ? Known(.quantity(Self.count(0, 0))) : lacking
    }
    let ordered = found.members.sorted { first, second in
      let days = (lastDay(first), lastDay(second))
      return days.0 == days.1 ? first.row < second.row : days.0 < days.1
    }
    func longest(_ counts: (Truth) -> Bool) -> Int {
      var best = 0
      var current = 0
      for member in ordered {
        current = counts(member.passes) ? current + 1 : 0
        best = max(best, current)
      }
      return best
    }
    return Known(
      .quantity(Self.count(longest { $0 == .yes }, longest { $0 != .no })),
      missing: found.doubt.missing, records: origins(found.members))
  }

  private func lastDay(_ member: SlotMembers.Member) -> Rational {
    table.dated[member.row]?.upper?.value ?? Rational(Int(CivilDate.last.dayNumber))
  }

  /// The lowest share of one day.
  func worstDay() -> Known {
    guard !found.members.isEmpty, found.possible.isEmpty else { return lacking }
    let days = Dictionary(grouping: found.members) { lastDay($0) }
    func lowest(_ counts: (Truth) -> Bool) -> Rational? {
      days.values.compactMap { members in
        try? Rational(
          Int128(members.filter { counts($0.passes) }.count), over: Int128(members.count))
      }.min()
    }
    guard let low = lowest({ $0 == .yes }), let high = lowest({ $0 != .no }) else {
      return Known(.errored)
    }
    return Known(
      .quantity(Interval(lower: .included(low), upper: .included(high))),
      missing: found.doubt.missing, records: origins(found.members))
  }

  /// Days that at least one record covers, each once.
  func daysCovered(
    _ day: DayKind, _ begins: RowField, _ ends: RowField
  ) throws(EvaluationFailure) -> Known {
    guard !found.members.isEmpty else {
      return isAbsenceKnown ? Known(.quantity(Self.count(0, 0))) : lacking
    }
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
