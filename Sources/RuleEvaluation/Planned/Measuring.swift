import ContractModel
import Records
import RuleChecking

extension ClauseRun {
  /// Returns what an aggregate comes to for a subject, from the records its slot found.
  mutating func measured(_ aggregate: CheckedAggregate, slot: Int, for subject: SubjectID) -> Known
  {
    if let known = folded(aggregate, slot: slot, for: subject) { return known }
    let found = found(in: slot, for: subject)
    let records = kinds[aggregate.collection.kind]
    let drawn = Drawn(records: records, found: found, absence: absence(slot, for: subject))
    if found.trouble != .none {
      return Known(
        found.trouble.evaluated, missing: drawn.open, records: records.origins(found.troubledRows))
    }
    return drawn.measured(aggregate.measure, by: contract)
  }
}

/// The records drawn for one aggregate and one subject.
struct Drawn {
  let records: KindRecords
  let certain: [SlotMembers.Member]
  let possible: [SlotMembers.Member]
  /// Certain and possible ones, in the order of the files.
  let members: [SlotMembers.Member]
  /// What would decide of each record whether it passes.
  let openTests: Gathered<MissingEvidence>
  /// What would decide of each possible record whether it belongs.
  let doubts: Gathered<MissingEvidence>
  let absence: Absence

  init(records: KindRecords, found: SlotMembers, absence: Absence) {
    self.records = records
    certain = found.certain
    possible = found.possible
    members = found.members
    openTests = found.missingOfTests
    doubts = found.missing
    self.absence = absence
  }

  var isAbsenceKnown: Bool { absence.isKnown }

  /// What would help to know the collection better.
  var open: Gathered<MissingEvidence> { isAbsenceKnown ? doubts : doubts.union([absence.further]) }

  /// The evidence that nothing on file gives.
  var lacking: Known { Known(.missing, missing: doubts.union([absence.further])) }

  /// Nothing on file: certainly none, or not known.
  var nothing: Known {
    var known = lacking
    known.records = origins(possible)
    if isAbsenceKnown, possible.isEmpty { known.value = .none }
    return known
  }

  func measured(_ measure: CheckedAggregate.Measure, by contract: Contract) -> Known {
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
    case .daysCovered(let day, let begins, let ends):
      daysCovered(day, begins, ends, by: contract.calendar)
    }
  }

  func origins(_ members: [SlotMembers.Member]) -> Gathered<RecordReference> {
    records.origins(members)
  }

  /// Returns the value of a field of a record, without the record.
  func cell(_ field: RowField, _ member: SlotMembers.Member) -> Known {
    records.stated(field, row: member.row)
  }

  /// The values of a field, where all records certainly belong and each states one whole number.
  private func wholes(_ field: RowField) -> [Int64]? {
    guard possible.isEmpty else { return nil }
    var values: [Int64] = []
    values.reserveCapacity(members.count)
    for member in members {
      guard let value = records.whole(field, row: member.row) else { return nil }
      values.append(value)
    }
    return values
  }

  /// Without a complete register there may be more than is on file.
  private func number() -> Known {
    let most = isAbsenceKnown ? members.count : nil
    return Known(
      .quantity(Interval(fewest: certain.count, most: most)), missing: open,
      records: origins(members))
  }

  private func share() -> Known {
    guard !certain.isEmpty else { return lacking }
    let tally = PassTally(members)
    return Known(
      tally.trouble == .none ? .quantity(tally.share) : tally.trouble.evaluated,
      missing: doubts.union(openTests), records: origins(members))
  }

  /// Where there may be further records the sum is a lower bound, if none on file is below zero.
  private func sum(of field: RowField) -> Known {
    if certain.isEmpty, !isAbsenceKnown { return lacking }
    if let values = wholes(field), let total = values.sum {
      return sum(
        Interval(exactly: Rational(Int(total))), isNeverNegative: values.allSatisfy { $0 >= 0 })
    }
    let zero = Interval(exactly: .zero)
    let sure = certain.map { cell(field, $0) }
    let unsure = possible.map { cell(field, $0) }
    var known = Known.combining(sure + unsure) { parts in
      try parts.enumerated().reduce(zero) { sum, part in
        try sum.adding(part.offset < sure.count ? part.element : part.element.hull(with: zero))
      }
    }
    if let total = known.interval {
      known.value =
        sum(
          total,
          isNeverNegative: (sure + unsure).allSatisfy {
            ($0.interval?.lower?.value.sign ?? -1) >= 0
          }
        ).value
    }
    known.missing.formUnion(open)
    known.records = origins(members)
    return known
  }

  private func sum(_ total: Interval, isNeverNegative: Bool) -> Known {
    var known = Known(.quantity(total), missing: open, records: origins(members))
    if !isAbsenceKnown {
      known.value = isNeverNegative ? .quantity(Interval(lower: total.lower, upper: nil)) : .missing
    }
    return known
  }

  private func magnitude(
    _ field: RowField, _ pick: (Interval, Interval) -> Interval
  ) -> Known {
    guard !certain.isEmpty else { return nothing }
    if let values = wholes(field), let least = values.min(), let greatest = values.max() {
      let ends = [least, greatest].map { Interval(exactly: Rational(Int($0))) }
      return Known(.quantity(pick(ends[0], ends[1])), missing: doubts, records: origins(members))
    }
    var known = Known.combining((certain + possible).map { cell(field, $0) }) { values in
      Array(values[..<certain.count]).picking(pick).hull(with: values.picking(pick))
    }
    known.missing.formUnion(doubts)
    known.records = origins(members)
    return known
  }

  /// The value at the rank of the share, from the smallest; 0% is the smallest too.
  private func percentile(_ share: Rational, of field: RowField) -> Known {
    guard !certain.isEmpty else { return nothing }
    var known = Known(.missing, missing: doubts, records: origins(members))
    if let values = wholes(field) {
      known.value = Self.percentile(share, of: values.sorted()) { Rational(Int($0)) }
      return known
    }
    let cells = certain.map { cell(field, $0) }
    for cell in cells { known.missing.formUnion(cell.missing) }
    let values = cells.compactMap { $0.interval?.exact }.sorted()
    guard possible.isEmpty, values.count == certain.count else { return known }
    known.value = Self.percentile(share, of: values) { $0 }
    return known
  }

  private static func percentile<Value>(
    _ share: Rational, of sorted: [Value], _ exact: (Value) -> Rational
  ) -> Evaluated {
    let rank = try? share.multiplied(by: Rational(sorted.count))
      .rounded(.up, toMultipleOf: .one).floor
    let place = max(rank.flatMap { Int(exactly: $0) } ?? .max, 1) - 1
    return sorted.indices.contains(place)
      ? .quantity(Interval(exactly: exact(sorted[place]))) : .errored
  }
}

extension [Int64] {
  /// What they come to; nil where that does not fit.
  fileprivate var sum: Int64? {
    var sum: Int64 = 0
    for value in self {
      let (next, overflows) = sum.addingReportingOverflow(value)
      if overflows { return nil }
      sum = next
    }
    return sum
  }
}

/// How many records pass a test, of those that certainly belong and of those that may.
struct PassTally {
  private(set) var trouble = Trouble.none
  private var certain = 0
  private var certainlyPass = 0
  private var certainMayPass = 0
  private var othersMayFail = 0
  private var othersMayPass = 0

  init(_ members: [SlotMembers.Member]) {
    for member in members { add(member) }
  }

  mutating func add(_ member: SlotMembers.Member) {
    trouble = max(trouble, member.trouble)
    if member.isCertain {
      certain += 1
      if member.passes == .yes { certainlyPass += 1 }
      if member.passes != .no { certainMayPass += 1 }
    } else {
      if member.passes != .yes { othersMayFail += 1 }
      if member.passes != .no { othersMayPass += 1 }
    }
  }

  /// Whether a record certainly belongs.
  var isOfCertain: Bool { certain > 0 }

  /// The share that pass, between the least and the greatest that undecided records allow.
  var share: Interval {
    let low = try? Rational(Int128(certainlyPass), over: Int128(certain + othersMayFail))
    let high = try? Rational(
      Int128(certainMayPass + othersMayPass), over: Int128(certain + othersMayPass))
    return Interval(lower: .included(low ?? .one), upper: .included(high ?? .zero))
  }
}
