import ContractModel
import RuleChecking

// Numbers drawn from a collection.
extension Situation {
  func value(of aggregate: CheckedAggregate) -> Reading {
    let members = members(of: aggregate.collection)
    if let trouble = members.trouble {
      return Reading(
        value: trouble.evaluated, missing: members.missing, records: references(members.troubled))
    }
    var reading = value(of: aggregate.measure, members)
    if reading.records.isEmpty { reading.records = references(members.all) }
    return reading
  }

  private func value(of measure: CheckedAggregate.Measure, _ members: Members) -> Reading {
    switch measure {
    case .number: number(of: members)
    case .share(let test): share(of: members, where: test)
    case .sum(let field): sum(of: field, members)
    case .earliest(let field): first(field, of: members, isLatest: false)
    case .latest(let field): first(field, of: members, isLatest: true)
    case .largest(let field): extreme(field, of: members) { $0.greater(of: $1) }
    case .smallest(let field): extreme(field, of: members) { $0.lesser(of: $1) }
    case .percentile(let share, let field): percentile(share, of: field, members)
    case .longestRun(let test): longestRun(of: members, where: test)
    case .worstDay(let test): worstDay(of: members, where: test)
    case .daysCovered(let kind, let begins, let ends):
      daysCovered(kind, by: members, begins: begins, ends: ends)
    }
  }

  /// At least the certain members; at most the possible ones too, where no further can exist.
  private func number(of members: Members) -> Reading {
    let most = members.all.count
    return Reading(
      value: .quantity(
        Interval(
          lower: .included(Rational(members.certain.count)),
          upper: members.isAbsenceKnown ? .included(Rational(most)) : nil)),
      missing: members.missing)
  }

  /// The sum over the certain members, widened by what each possible one may add.
  ///
  /// Where further records can exist it is a lower bound, if no value on file may be below zero;
  /// else, and where no record is certainly there, it is missing.
  private func sum(of field: RowField, _ members: Members) -> Reading {
    guard members.isAbsenceKnown || !members.certain.isEmpty else { return none(of: members) }
    let certain = members.certain.map { value(of: field, in: $0) }
    let possible = members.possible.map { value(of: field, in: $0) }
    var reading = Reading.combining(certain + possible) { values in
      var sum = Interval(exactly: .zero)
      for (place, value) in values.enumerated() {
        let isCertain = place < certain.count
        sum = try sum.adding(isCertain ? value : value.hull(with: Interval(exactly: .zero)))
      }
      return sum
    }
    reading.missing.formUnion(members.missing)
    guard case .quantity(let sum) = reading.value, !members.isAbsenceKnown else { return reading }
    let isNeverNegative = (certain + possible).allSatisfy { part in
      guard case .quantity(let value) = part.value, let lower = value.lower else { return false }
      return lower.value.sign >= 0
    }
    reading.value =
      isNeverNegative ? .quantity(Interval(lower: sum.lower, upper: nil)) : .missing
    return reading
  }

  /// The share of the members that pass, of what is recorded: between the least and the greatest
  /// that the undecided records allow. Without a certain member it is missing.
  private func share(of members: Members, where test: RowTest) -> Reading {
    guard !members.certain.isEmpty else {
      return .missing(members.further, besides: members.doubts)
    }
    var tally = ShareTally()
    for row in members.certain { tally.add(judge(test, of: row), isCertain: true) }
    for row in members.possible { tally.add(judge(test, of: row), isCertain: false) }
    return tally.reading(with: members.doubts)
  }

  /// The lowest share of one day. Every record must have an exact day.
  private func worstDay(of members: Members, where test: RowTest) -> Reading {
    guard !members.certain.isEmpty else {
      return .missing(members.further, besides: members.doubts)
    }
    let inexact = members.all.filter { dated($0).exact == nil }
    guard inexact.isEmpty else {
      return Reading(value: .missing, missing: Set(inexact.map { missing(.dated, in: $0) }))
    }
    let days = Set(members.all.map { dated($0) })
    var certain: [Reading] = []
    var possible: [Reading] = []
    for day in days {
      var tally = ShareTally()
      let today = members.certain.filter { dated($0) == day }
      for row in today { tally.add(judge(test, of: row), isCertain: true) }
      for row in members.possible where dated(row) == day {
        tally.add(judge(test, of: row), isCertain: false)
      }
      let reading = tally.reading(with: members.doubts)
      if today.isEmpty { possible.append(reading) } else { certain.append(reading) }
    }
    return .combining(certain + possible) { shares in
      let worst = Array(shares[..<certain.count]).extreme { $0.lesser(of: $1) }
      return shares[certain.count...].reduce(worst) { $0.hull(with: $0.lesser(of: $1)) }
    }
  }

  /// There is certainly none where absence is known and no record may be a member; else what there
  /// is is missing.
  func none(of members: Members) -> Reading {
    let isNone = members.isAbsenceKnown && members.possible.isEmpty
    return Reading(
      value: isNone ? .none : .missing, missing: members.doubts.union([members.further]))
  }
}

extension Reading {
  static func missing(
    _ evidence: MissingEvidence, besides others: Set<MissingEvidence>
  ) -> Reading {
    Reading(value: .missing, missing: others.union([evidence]))
  }
}

/// Counts, for a share, the records that pass and those that do not.
private struct ShareTally {
  private var passes = 0
  private var fails = 0
  private var undecided = 0
  private var possiblePasses = 0
  private var possibleFails = 0
  private var possibleUndecided = 0
  private var trouble: Standing?
  private var missing: Set<MissingEvidence> = []

  mutating func add(_ judgement: Judgement, isCertain: Bool) {
    switch (judgement.standing, isCertain) {
    case (.yes, true): passes += 1
    case (.no, true): fails += 1
    case (.unknown, true): undecided += 1
    case (.yes, false): possiblePasses += 1
    case (.no, false): possibleFails += 1
    case (.unknown, false): possibleUndecided += 1
    case (.contested, _), (.errored, _):
      trouble = max(trouble ?? judgement.standing, judgement.standing)
    }
    if !judgement.standing.isDecided { missing.formUnion(judgement.missing) }
  }

  func reading(with doubts: Set<MissingEvidence>) -> Reading {
    if let trouble { return Reading(value: trouble.evaluated, missing: missing.union(doubts)) }
    let certain = passes + fails + undecided
    let least = Self.ratio(passes, of: certain + possibleFails + possibleUndecided, else: .one)
    let most = Self.ratio(
      passes + undecided + possiblePasses + possibleUndecided,
      of: certain + possiblePasses + possibleUndecided, else: .zero)
    return Reading(
      value: .quantity(Interval(lower: .included(least), upper: .included(most))),
      missing: missing.union(doubts))
  }

  private static func ratio(_ part: Int, of whole: Int, else empty: Rational) -> Rational {
    (try? Rational(Int128(part), over: Int128(whole))) ?? empty
  }
}
