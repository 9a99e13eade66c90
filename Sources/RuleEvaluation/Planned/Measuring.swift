import ContractModel
import Records
import RuleChecking

extension ClauseRun {
  /// Returns what an aggregate comes to for a subject, from the records its slot found.
  func measured(_ aggregate: CheckedAggregate, slot: Int, for subject: SubjectID) -> Known {
    if let known = folded(aggregate, slot: slot, for: subject) { return known }
    let found = members[slot][subject] ?? SlotMembers()
    let records = kinds[aggregate.collection.kind]
    let drawn = Drawn(
      records: records, found: found, absence: absence(slot, for: subject),
      calendar: contract.calendar)
    if found.trouble != .none {
      return Known(
        found.trouble.evaluated, missing: drawn.open, records: records.origins(found.troubledRows))
    }
    return drawn.measured(aggregate.measure)
  }
}

/// The records drawn for one aggregate and one subject.
struct Drawn {
  let records: KindRecords
  let certain: [SlotMembers.Member]
  let possible: [SlotMembers.Member]
  /// Certain and possible ones, in the order of the files.
  let members: [SlotMembers.Member]
  /// What would decide of each possible record whether it belongs.
  let doubts: Set<MissingEvidence>
  let absence: Absence
  let calendar: BusinessCalendar?

  init(
    records: KindRecords, found: SlotMembers, absence: Absence, calendar: BusinessCalendar?
  ) {
    self.records = records
    certain = found.certain
    possible = found.possible
    members = found.members
    doubts = found.missing
    self.absence = absence
    self.calendar = calendar
  }

  var isAbsenceKnown: Bool { absence.isKnown }

  /// What would help to know the collection better.
  var open: Set<MissingEvidence> { isAbsenceKnown ? doubts : doubts.union([absence.further]) }

  /// The evidence that nothing on file gives.
  var lacking: Known { Known(.missing, missing: doubts.union([absence.further])) }

  /// Nothing on file: certainly none, or not known.
  var nothing: Known {
    var known = lacking
    known.records = origins(possible)
    if isAbsenceKnown, possible.isEmpty { known.value = .none }
    return known
  }

  func measured(_ measure: CheckedAggregate.Measure) -> Known {
    switch measure {
    case .number: number()
    case .share: share()
    case .sum(let field): sum(of: field)
    case .earliest(let field): extreme(field, isLatest: false)
    case .latest(let field): extreme(field, isLatest: true)
    case .largest(let field): magnitude(field) { $0.greater(of: $1) }
    case .smallest(let field): magnitude(field) { $0.lesser(of: $1) }
    case .percentile(let share, let field): percentile(share, of: field)
    case .longestRun: longestRun()
    case .worstDay: worstDay()
    case .daysCovered(let day, let begins, let ends): daysCovered(day, begins, ends)
    }
  }

  func origins(_ members: [SlotMembers.Member]) -> Set<RecordReference> {
    records.origins(members.map(\.row))
  }

  func cell(_ field: RowField, _ member: SlotMembers.Member) -> Known {
    records.known(field, row: member.row)
  }

  /// Without a complete register there may be more than is on file.
  private func number() -> Known {
    let most = isAbsenceKnown ? members.count : nil
    return Known(
      .quantity(Interval(fewest: certain.count, most: most)), missing: open,
      records: origins(members))
  }

  private func share() -> Known { certain.isEmpty ? lacking : share(of: members) }

  /// The share that pass, between the least and the greatest that undecided records allow.
  func share(of members: [SlotMembers.Member]) -> Known {
    let trouble = members.map(\.passes.trouble).max() ?? .none
    var known = Known(trouble.evaluated, missing: doubts, records: origins(members))
    for member in members { known.missing.formUnion(member.passes.missing) }
    if trouble != .none { return known }
    func count(_ isCertain: Bool, _ truths: [Truth]) -> Int {
      members.filter { $0.isCertain == isCertain && truths.contains($0.passes.truth) }.count
    }
    let certain = count(true, [.yes, .no, .unknown])
    let mayFail = count(false, [.no, .unknown])
    let mayPass = count(false, [.yes, .unknown])
    let low = try? Rational(Int128(count(true, [.yes])), over: Int128(certain + mayFail))
    let high = try? Rational(
      Int128(count(true, [.yes, .unknown]) + mayPass), over: Int128(certain + mayPass))
    known.value = .quantity(
      Interval(lower: .included(low ?? .one), upper: .included(high ?? .zero)))
    return known
  }

  /// Where there may be further records the sum is a lower bound, if none on file is below zero.
  private func sum(of field: RowField) -> Known {
    if certain.isEmpty, !isAbsenceKnown { return lacking }
    let zero = Interval(exactly: .zero)
    let sure = certain.map { cell(field, $0) }
    let unsure = possible.map { cell(field, $0) }
    var known = Known.combining(sure + unsure) { parts in
      try parts.enumerated().reduce(zero) { sum, part in
        try sum.adding(part.offset < sure.count ? part.element : part.element.hull(with: zero))
      }
    }
    known.missing.formUnion(open)
    guard let total = known.interval, !isAbsenceKnown else { return known }
    let isNeverNegative = (sure + unsure).allSatisfy { ($0.interval?.lower?.value.sign ?? -1) >= 0 }
    known.value = isNeverNegative ? .quantity(Interval(lower: total.lower, upper: nil)) : .missing
    return known
  }

  private func magnitude(
    _ field: RowField, _ pick: (Interval, Interval) -> Interval
  ) -> Known {
    guard !certain.isEmpty else { return nothing }
    var known = Known.combining((certain + possible).map { cell(field, $0) }) { values in
      Array(values[..<certain.count]).picking(pick).hull(with: values.picking(pick))
    }
    known.missing.formUnion(doubts)
    return known
  }

  /// The value at the rank of the share, from the smallest; 0% is the smallest too.
  private func percentile(_ share: Rational, of field: RowField) -> Known {
    guard !certain.isEmpty else { return nothing }
    let cells = certain.map { cell(field, $0) }
    var known = Known(.missing, missing: doubts, records: origins(members))
    for cell in cells { known.missing.formUnion(cell.missing) }
    let values = cells.compactMap { $0.interval?.exact }.sorted()
    guard possible.isEmpty, values.count == certain.count else { return known }
    let rank = try? share.multiplied(by: Rational(values.count))
      .rounded(.up, toMultipleOf: .one).floor
    let place = max(rank.flatMap { Int(exactly: $0) } ?? .max, 1) - 1
    known.value =
      values.indices.contains(place) ? .quantity(Interval(exactly: values[place])) : .errored
    return known
  }
}
