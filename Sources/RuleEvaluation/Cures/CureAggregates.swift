import ContractModel
import RuleChecking

extension ClauseRun {
  /// Returns records that bring what is drawn from a collection to what is wanted.
  mutating func proposals(
    making measure: CheckedAggregate.Measure, of slot: Int, _ wanted: Wanted,
    for subject: SubjectID
  ) -> [Proposal] {
    switch (measure, wanted) {
    case (.latest(let field), _), (.earliest(let field), _), (.largest(let field), _),
      (.smallest(let field), _):
      return extremes(field, of: slot, wanted, for: subject)
    case (.number, .quantities(let intervals)):
      return numbers(in: intervals[0], of: slot, for: subject)
    case (.share(let test), .quantities(let intervals)):
      return shares(in: intervals[0], passing: test, of: slot, for: subject)
    case (.longestRun(let test), .quantities(let intervals)):
      guard let count = intervals[0].lower?.value.upperWhole else { return [] }
      return repeated(drafts(in: slot, passing: test, for: subject), count)
    case (.worstDay(let test), .quantities):
      guard found(in: slot, for: subject).isEmpty else { return [] }
      return repeated(drafts(in: slot, passing: test, for: subject), 1)
    case (.sum(let field), .quantities(let intervals)):
      return sums(of: field, in: intervals[0], slot, for: subject)
    case (.percentile(let share, let field), .quantities(let intervals)):
      return percentiles(share, of: field, in: intervals[0], slot, for: subject)
    case (.daysCovered(let day, let begins, let ends), .quantities(let intervals)):
      guard day == .calendar, let days = intervals[0].lower?.value.upperWhole else { return [] }
      return coverings(of: days, begins, ends, slot, for: subject)
    default: return []
    }
  }

  private func repeated(
    _ drafts: [RecordDraft], _ count: Int, share: ShareWanted? = nil
  ) -> [Proposal] {
    guard count > 0, count <= ProposalLimits.records else { return [] }
    return drafts.map { Proposal([.record($0.counting(count, share: share))]) }
  }

  /// One record that says what is wanted; or one in the place of each that says otherwise.
  private mutating func extremes(
    _ field: RowField, of slot: Int, _ wanted: Wanted, for subject: SubjectID
  ) -> [Proposal] {
    if case .none = wanted {
      return withdrawals(of: found(in: slot, for: subject).members, from: slot, for: subject)
    }
    guard let wish = RecordWish().adding(wanted, to: field) else { return [] }
    return repeated(drafts(in: slot, saying: wish, for: subject), 1)
  }

  private mutating func numbers(
    in wanted: Interval, of slot: Int, for subject: SubjectID
  ) -> [Proposal] {
    let found = found(in: slot, for: subject)
    if let least = wanted.lower?.value.upperWhole, found.certain.count < least {
      return repeated(drafts(in: slot, for: subject), least - found.certain.count)
    }
    guard let most = wanted.upper?.value.lowerWhole, most >= 0, found.members.count > most else {
      return []
    }
    return withdrawals(
      of: Array(found.members.dropFirst(most)), from: slot, for: subject)
  }

  /// The fewest records that, all passing, bring the share to the least that is wanted.
  private mutating func shares(
    in wanted: Interval, passing test: RowTest, of slot: Int, for subject: SubjectID
  ) -> [Proposal] {
    let found = found(in: slot, for: subject).members
    let passing = found.filter { $0.isCertain && $0.passes == .yes }.count
    guard let floor = wanted.lower?.value else {
      return drafts(in: slot, failing: test, for: subject).map { Proposal([.record($0)]) }
    }
    guard let count = Self.needed(floor, of: found.count, passing: passing) else {
      // Where every record has to pass, only the failing ones themselves can be put right.
      let failing = found.filter { $0.passes != .yes }
      return Self.together(
        failing.prefix(ProposalLimits.records).map { member in
          replacements(of: member, in: slot, for: subject) { [($0, true), (test, true)] }
            .map { Proposal([.record($0)]) }
        })
    }
    let share = drafts(in: slot, failing: test, for: subject).first.map {
      ShareWanted(floor: floor, passing: passing, all: found.count, failing: $0.cells)
    }
    return repeated(drafts(in: slot, passing: test, for: subject), max(count, 1), share: share)
  }

  /// The least k with (passing + k) / (all + k) ≥ floor; nil where there is none.
  private static func needed(_ floor: Rational, of all: Int, passing: Int) -> Int? {
    guard floor < .one else { return passing == all ? 1 : nil }
    guard let share = try? floor.multiplied(by: Rational(all)),
      let short = try? share.subtracting(Rational(passing)),
      let count = try? short.divided(by: Rational.one.subtracting(floor))
    else { return nil }
    return count.upperWhole
  }

  private mutating func sums(
    of field: RowField, in wanted: Interval, _ slot: Int, for subject: SubjectID
  ) -> [Proposal] {
    let found = found(in: slot, for: subject)
    let records = kinds[plan.slots[slot].collection.kind]
    var sum = Rational.zero
    for member in found.members {
      guard let value = records.known(field, row: member.row).interval?.exact,
        let next = try? sum.adding(value)
      else { return [] }
      sum = next
    }
    guard let least = wanted.lower, let short = try? least.value.subtracting(sum), short.sign > 0
    else {
      return withdrawals(of: found.members, from: slot, for: subject)
    }
    let lacking = Interval(
      lower: Interval.Endpoint(short, isIncluded: least.isIncluded), upper: nil)
    guard let wish = RecordWish().adding(.quantities([lacking]), to: field) else { return [] }
    return repeated(drafts(in: slot, saying: wish, for: subject), 1)
  }

  /// As many records as it takes for the rank to fall on one that is as wanted.
  private mutating func percentiles(
    _ share: Rational, of field: RowField, in wanted: Interval, _ slot: Int,
    for subject: SubjectID
  ) -> [Proposal] {
    let found = found(in: slot, for: subject).members
    let records = kinds[plan.slots[slot].collection.kind]
    let values = found.compactMap { records.known(field, row: $0.row).interval?.exact }
    guard values.count == found.count,
      let wish = RecordWish().adding(.quantities([wanted]), to: field)
    else { return [] }
    let below = values.filter { value in wanted.upper.map { value <= $0.value } ?? false }.count
    let floor = wanted.upper != nil ? share : try? Rational.one.subtracting(share)
    let fitting = wanted.upper != nil ? below : values.filter(wanted.contains).count
    guard let floor, let count = Self.needed(floor, of: values.count, passing: fitting) else {
      return []
    }
    return repeated(drafts(in: slot, saying: wish, for: subject), max(count, 1))
  }

  /// One record over as many days as are lacking, up to the day of the decision.
  private mutating func coverings(
    of days: Int, _ begins: RowField, _ ends: RowField, _ slot: Int, for subject: SubjectID
  ) -> [Proposal] {
    let covered = found(in: slot, for: subject).certain
    let records = kinds[plan.slots[slot].collection.kind]
    let last = covered.compactMap { records.known(ends, row: $0.row).interval?.upper?.value }.max()
    let first = covered.compactMap { records.known(begins, row: $0.row).interval?.lower?.value }
      .min()
    let have =
      last.flatMap { last in first.map { (last, $0) } }
      .flatMap { try? $0.subtracting($1) }?.lowerWhole.map { $0 + 1 } ?? 0
    let lacking = days - have
    guard lacking > 0, let start = Self.start(of: lacking, before: first, asOf: asOf) else {
      return []
    }
    let end = try? start.adding(Rational(lacking - 1))
    guard let end,
      let wish = RecordWish().adding(.quantities([Interval(exactly: start)]), to: begins)?
        .adding(.quantities([Interval(exactly: end)]), to: ends)
    else { return [] }
    return repeated(drafts(in: slot, saying: wish, for: subject), 1)
  }

  /// The days go up to the day of the decision, or to the day before those that are covered.
  private static func start(
    of days: Int, before first: Rational?, asOf: CivilDate
  ) -> Rational? {
    let end = first ?? Rational(Int(asOf.dayNumber) + 1)
    return try? end.subtracting(Rational(days))
  }
}

extension Rational {
  /// The least whole number that is not below this one.
  fileprivate var upperWhole: Int? { Int(exactly: isInteger ? numerator : floor + 1) }

  /// The greatest whole number that is not above this one.
  fileprivate var lowerWhole: Int? { Int(exactly: floor) }
}
