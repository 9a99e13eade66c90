import ContractModel
package import Records

/// What was drawn so far from the records of every kind that is not kept.
package struct FoldState: Sendable {
  private let fold: EvidenceFold
  private var kinds: [[SlotState]]

  package init(_ fold: EvidenceFold) {
    self.fold = fold
    kinds = fold.kinds.map { kind in (kind?.slots ?? []).map(SlotState.init) }
  }

  /// What somebody else drew, by kind and slot.
  init(_ fold: EvidenceFold, kinds: [[SlotState]]) {
    self.fold = fold
    self.kinds = kinds
  }

  /// Draws from records of a kind, which follow all that were drawn from before.
  package mutating func add(_ batch: RecordBatch, of kind: Int) {
    guard let folded = fold.kinds[kind], batch.count > 0 else { return }
    let isSeen = (0..<batch.count).map { row in
      batch.recorded[row] <= folded.asOf && folded.isOnFile[Int(batch.subjects[row])]
    }
    for (place, slot) in folded.slots.enumerated() {
      let isMember = zip(isSeen, slot.filter.passing(in: batch)).map { $0 && $1 }
      kinds[kind][place].add(batch, of: slot, isMember: isMember)
    }
  }

  /// Adds what was drawn from records that follow all of these, in lines that follow so many others.
  package mutating func append(_ other: FoldState, after lines: Int) {
    for kind in kinds.indices {
      for place in kinds[kind].indices {
        kinds[kind][place].append(other.kinds[kind][place], after: lines)
      }
    }
  }

  /// The same with nothing drawn yet.
  package var emptied: FoldState { FoldState(fold) }

  /// Whether all of it comes to what it would if the records had been kept: the days of a run must
  /// have been in order.
  package var isSound: Bool { kinds.allSatisfy { $0.allSatisfy(\.isSound) } }

  /// What was drawn for one slot of one incorporation; nil where its records are kept.
  subscript(place: Int, slot: Int, kind: Int) -> (slot: FoldSlot, state: SlotState)? {
    guard let folded = fold.kinds[kind],
      let found = folded.slots.firstIndex(where: { $0.place == place && $0.slot == slot })
    else { return nil }
    return (folded.slots[found], kinds[kind][found])
  }
}

/// What was drawn for each part of one slot.
struct SlotState: Sendable {
  /// Members by part.
  private(set) var counts: [Int]
  /// The first members, as many as are cited.
  private(set) var cited: [[RecordReference]]
  private(set) var drawn: Drawing

  /// What is drawn beside the number, by part.
  enum Drawing: Sendable {
    case nothing
    case passes([Passes])
    case sum([Sum])
    case first([Extreme], isLatest: Bool)
    case magnitude([Int64], isLargest: Bool)
    case percentile([Histogram])
    case run([PassingRun])
    case days([DayShares])
  }

  init(_ slot: FoldSlot) {
    let parts = slot.parts.count
    counts = [Int](repeating: 0, count: parts)
    cited = [[RecordReference]](repeating: [], count: parts)
    func each<State>(_ state: State) -> [State] { [State](repeating: state, count: parts) }
    drawn =
      switch slot.measure {
      case .members: .nothing
      case .passes: .passes(each(Passes()))
      case .sum: .sum(each(Sum()))
      case .earliest: .first(each(Extreme()), isLatest: false)
      case .latest: .first(each(Extreme()), isLatest: true)
      case .largest: .magnitude(each(.min), isLargest: true)
      case .smallest: .magnitude(each(.max), isLargest: false)
      case .percentile(_, _, let scale): .percentile(each(Histogram(scale: scale)))
      case .longestRun: .run(each(PassingRun()))
      case .worstDay: .days(each(DayShares()))
      }
  }

  /// What somebody else drew, by subject.
  init(counts: [Int], cited: [[RecordReference]], drawn: Drawing) {
    self.counts = counts
    self.cited = cited
    self.drawn = drawn
  }

  var isSound: Bool {
    if case .run(let runs) = drawn { return runs.allSatisfy(\.isInOrder) }
    return true
  }

  /// Takes out what is drawn, so that nothing of it is copied when it is added to.
  private mutating func taken() -> Drawing {
    var drawn = Drawing.nothing
    swap(&drawn, &self.drawn)
    return drawn
  }

  mutating func add(_ batch: RecordBatch, of slot: FoldSlot, isMember: [Bool]) {
    switch slot.measure {
    case .members: members(of: batch, slot, isMember) { _, _, _ in }
    case .passes(let test):
      guard case .passes(var states) = taken() else { Self.isBroken() }
      let passing = test.passing(in: batch)
      members(of: batch, slot, isMember) { row, part, reference in
        states[part].add(passing[row], reference)
      }
      drawn = .passes(states)
    case .sum(let column):
      guard case .sum(var states) = taken() else { Self.isBroken() }
      let values = batch.values(of: column)
      members(of: batch, slot, isMember) { row, part, _ in
        states[part].add(values[row])
      }
      drawn = .sum(states)
    case .earliest(let column), .latest(let column):
      guard case .first(var states, let isLatest) = taken() else { Self.isBroken() }
      let (values, days) = (batch.values(of: column), batch.days)
      members(of: batch, slot, isMember) { row, part, reference in
        states[part].add(values[row], on: days[row], reference, isLatest: isLatest)
      }
      drawn = .first(states, isLatest: isLatest)
    case .largest(let column), .smallest(let column):
      guard case .magnitude(var states, let isLargest) = taken() else { Self.isBroken() }
      let values = batch.values(of: column)
      members(of: batch, slot, isMember) { row, part, _ in
        let value = values[row]
        states[part] = isLargest ? max(states[part], value) : min(states[part], value)
      }
      drawn = .magnitude(states, isLargest: isLargest)
    case .percentile(let column, _, _):
      guard case .percentile(var states) = taken() else { Self.isBroken() }
      let values = batch.values(of: column)
      members(of: batch, slot, isMember) { row, part, _ in
        states[part].add(values[row])
      }
      drawn = .percentile(states)
    case .longestRun(let test):
      guard case .run(var states) = taken() else { Self.isBroken() }
      let (passing, days) = (test.passing(in: batch), batch.days)
      members(of: batch, slot, isMember) { row, part, _ in
        states[part].add(passing[row], on: days[row])
      }
      drawn = .run(states)
    case .worstDay(let test):
      guard case .days(var states) = taken() else { Self.isBroken() }
      let (passing, days) = (test.passing(in: batch), batch.days)
      members(of: batch, slot, isMember) { row, part, _ in
        states[part].add(passing[row], on: days[row])
      }
      drawn = .days(states)
    }
  }

  private static func isBroken() -> Never {
    preconditionFailure("a slot keeps what its measure draws")
  }

  /// Counts every member for the part that it lies in.
  @inline(__always)
  private mutating func members(
    of batch: RecordBatch, _ slot: FoldSlot, _ isMember: [Bool],
    _ draw: (_ row: Int, _ part: Int, _ reference: RecordReference) -> Void
  ) {
    let (subjects, lines, file, readers) = (batch.subjects, batch.lines, batch.file, slot.readers)
    for row in 0..<lines.count where isMember[row] {
      let part = Int(readers[Int(subjects[row])])
      guard part >= 0 else { continue }
      let reference = RecordReference(file: file, line: lines[row])
      if counts[part] < Citing.most { cited[part].append(reference) }
      counts[part] += 1
      draw(row, part, reference)
    }
  }

  mutating func append(_ other: SlotState, after lines: Int) {
    for part in counts.indices {
      counts[part] += other.counts[part]
      cited[part].cite(other.cited[part], after: lines)
    }
    switch (taken(), other.drawn) {
    case (.nothing, _): break
    case (.passes(var states), .passes(let others)):
      for place in states.indices { states[place].append(others[place], after: lines) }
      drawn = .passes(states)
    case (.sum(var states), .sum(let others)):
      for place in states.indices { states[place].append(others[place]) }
      drawn = .sum(states)
    case (.first(var states, let isLatest), .first(let others, _)):
      for place in states.indices {
        states[place].append(others[place], isLatest: isLatest, after: lines)
      }
      drawn = .first(states, isLatest: isLatest)
    case (.magnitude(let states, let isLargest), .magnitude(let others, _)):
      drawn = .magnitude(
        zip(states, others).map { isLargest ? max($0, $1) : min($0, $1) }, isLargest: isLargest)
    case (.percentile(var states), .percentile(let others)):
      for place in states.indices { states[place].append(others[place]) }
      drawn = .percentile(states)
    case (.run(var states), .run(let others)):
      for place in states.indices { states[place].append(others[place]) }
      drawn = .run(states)
    case (.days(var states), .days(let others)):
      for place in states.indices { states[place].append(others[place]) }
      drawn = .days(states)
    case (.passes, _), (.sum, _), (.first, _), (.magnitude, _), (.percentile, _), (.run, _),
      (.days, _):
      Self.isBroken()
    }
  }
}
