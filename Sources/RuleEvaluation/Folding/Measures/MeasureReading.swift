import ContractModel
import Records

extension MeasurePlan {
  /// Returns what the rules draw from the records that an engine measured, with all that is wrong with
  /// the answer; nil where anything is.
  ///
  /// A row that is missing may be the one that holds money back, so every one must be there.
  package func evidence(
    from rows: [MeasuredRow]
  ) -> (evidence: FoldedEvidence?, mistakes: [MeasureMistake]) {
    var reading = MeasureReading(plan: self, rows: rows)
    let states = fold.kinds.enumerated().map { kind, folded in
      (folded?.slots ?? []).enumerated().map { place, slot in
        reading.state(of: slot, at: place, of: kind)
      }
    }
    guard reading.mistakes.isEmpty else { return (nil, reading.mistakes) }
    let state = FoldState(fold, kinds: states)
    return (FoldedEvidence(state, roles: fold.roles), [])
  }
}

private struct MeasureReading {
  private struct Key: Hashable {
    let measure: String
    let about: String
  }

  let plan: MeasurePlan
  let rows: [MeasuredRow]
  private var places: [Key: Int] = [:]
  private(set) var mistakes: [MeasureMistake] = []
  private var faultyKinds: Set<Int> = []

  init(plan: MeasurePlan, rows: [MeasuredRow]) {
    self.plan = plan
    self.rows = rows
    let asked = plan.measures.reduce(into: Set<Key>()) { asked, measure in
      for subject in measure.slot.parts {
        asked.insert(Key(measure: measure.name, about: plan.spelling(of: subject)))
      }
    }
    for (place, row) in rows.enumerated() {
      let key = Key(measure: row.measure, about: row.about)
      if !asked.contains(key) {
        mistakes.append(.unasked(row: place))
      } else if let first = places[key] {
        mistakes.append(.twice(row: place, first: first))
      } else {
        places[key] = place
      }
    }
  }

  /// What was drawn for each subject of a slot.
  mutating func state(of slot: FoldSlot, at place: Int, of kind: Int) -> SlotState {
    guard let measure = plan.measures.first(where: { $0.kind == kind && $0.place == place }) else {
      return SlotState(slot)
    }
    var found: [FoundMeasure] = []
    for subject in slot.parts {
      let key = Key(measure: measure.name, about: plan.spelling(of: subject))
      guard let place = places[key] else {
        mistakes.append(.missing(measure: key.measure, about: key.about))
        continue
      }
      let row = rows[place]
      if row.faults != 0, faultyKinds.insert(kind).inserted {
        mistakes.append(
          .faulty(row: place, plural: plan.kinds[kind].plural, count: row.faults))
      }
      let column = plan.kinds[kind].content(of: slot.measure, roles: plan.fold.roles)
      switch FoundMeasure.reading(row, of: slot.measure, column) {
      case .success(let measure): found.append(measure)
      case .failure(let failure):
        mistakes.append(.impossible(row: place, column: failure.column))
      }
    }
    return found.count == slot.parts.count ? found.state(of: slot) : SlotState(slot)
  }
}

/// One row, understood: only what its measure says is there.
private struct FoundMeasure {
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
  fileprivate func state(of slot: FoldSlot) -> SlotState {
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
        map { Histogram(scale: scale, value: $0.number, count: $0.members) })
    case .longestRun: return .run(map { PassingRun(longest: Int($0.value)) })
    case .worstDay:
      return .days(
        map { found in
          found.members > 0
            ? DayShares(worst: .init(passed: found.passed, count: found.total)) : DayShares()
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

/// What the values of one measure are.
private enum ValueContent {
  case number
  case day
  case words([String])
  case roles([String])

  /// The whole number that stands for a value; nil where it can be none.
  func number(of text: String) -> Int128? {
    switch self {
    case .number: Int128(wholeNumber: text)
    case .day:
      Int128(wholeNumber: text).flatMap { number in
        let days = Int128(CivilDate.first.dayNumber)...Int128(CivilDate.last.dayNumber)
        return days.contains(number) ? number : nil
      }
    case .words(let words):
      words.firstIndex { $0.utf8.elementsEqual(text.utf8) }.map {
        Int128(Int64(bitPattern: 1 << UInt64($0)))
      }
    case .roles(let roles):
      roles.firstIndex { $0.utf8.elementsEqual(text.utf8) }.map { Int128($0) }
    }
  }
}

extension RecordKind {
  fileprivate func content(of measure: FoldSlot.Measure, roles: [String]) -> ValueContent {
    switch measure.column {
    case nil: return .number
    case .by: return .roles(roles)
    case .dated: return .day
    case .declared(let place):
      switch fields[place].type {
      case .words(let words): return .words(words)
      case .date: return .day
      case .money, .moneyPer, .percent, .number, .count, .days, .weeks, .months, .text, .party,
        .condition:
        return .number
      }
    }
  }
}

extension Int128 {
  /// The number that digits spell, with a minus or without; nil for any other text.
  fileprivate init?(wholeNumber text: String) {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    self.init(text)
  }
}
