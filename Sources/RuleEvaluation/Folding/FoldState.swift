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
      let isMember = slot.filters.count == 1 ? slot.filters[0].passing(in: batch) : nil
      kinds[kind][place].add(batch, of: slot, isSeen: isSeen, isMember: isMember)
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

/// What was drawn for each subject of one slot.
struct SlotState: Sendable {
  /// Members by subject.
  private(set) var counts: [Int]
  /// The first members, as many as are cited.
  private(set) var cited: [[RecordReference]]
  private(set) var drawn: Drawing

  /// What is drawn beside the number, by subject.
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
    let subjects = slot.subjects.count
    counts = [Int](repeating: 0, count: subjects)
    cited = [[RecordReference]](repeating: [], count: subjects)
    func each<State>(_ state: State) -> [State] { [State](repeating: state, count: subjects) }
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

  mutating func add(_ batch: RecordBatch, of slot: FoldSlot, isSeen: [Bool], isMember: [Bool]?) {
    // What each state is, is taken out for the pass, so that nothing of it is copied.
    var drawn = Drawing.nothing
    swap(&drawn, &self.drawn)
    defer { swap(&drawn, &self.drawn) }
    switch (slot.measure, drawn) {
    case (.members, _): members(of: batch, slot, isSeen, isMember) { _, _, _ in }
    case (.passes(let test), .passes(var states)):
      drawn = .nothing
      let passing = test.passing(in: batch)
      members(of: batch, slot, isSeen, isMember) { row, subject, reference in
        states[subject].add(passing[row], reference)
      }
      drawn = .passes(states)
    case (.sum(let column), .sum(var states)):
      drawn = .nothing
      let values = batch.values(of: column)
      members(of: batch, slot, isSeen, isMember) { row, subject, _ in
        states[subject].add(values[row])
      }
      drawn = .sum(states)
    case (.earliest(let column), .first(var states, let isLatest)),
      (.latest(let column), .first(var states, let isLatest)):
      drawn = .nothing
      let (values, days) = (batch.values(of: column), batch.days)
      members(of: batch, slot, isSeen, isMember) { row, subject, reference in
        states[subject].add(values[row], on: days[row], reference, isLatest: isLatest)
      }
      drawn = .first(states, isLatest: isLatest)
    case (.largest(let column), .magnitude(var states, let isLargest)),
      (.smallest(let column), .magnitude(var states, let isLargest)):
      drawn = .nothing
      let values = batch.values(of: column)
      members(of: batch, slot, isSeen, isMember) { row, subject, _ in
        let value = values[row]
        states[subject] = isLargest ? max(states[subject], value) : min(states[subject], value)
      }
      drawn = .magnitude(states, isLargest: isLargest)
    case (.percentile(let column, _, _), .percentile(var states)):
      drawn = .nothing
      let values = batch.values(of: column)
      members(of: batch, slot, isSeen, isMember) { row, subject, _ in
        states[subject].add(values[row])
      }
      drawn = .percentile(states)
    case (.longestRun(let test), .run(var states)):
      drawn = .nothing
      let (passing, days) = (test.passing(in: batch), batch.days)
      members(of: batch, slot, isSeen, isMember) { row, subject, _ in
        states[subject].add(passing[row], on: days[row])
      }
      drawn = .run(states)
    case (.worstDay(let test), .days(var states)):
      drawn = .nothing
      let (passing, days) = (test.passing(in: batch), batch.days)
      members(of: batch, slot, isSeen, isMember) { row, subject, _ in
        states[subject].add(passing[row], on: days[row])
      }
      drawn = .days(states)
    case (.passes, _), (.sum, _), (.earliest, _), (.latest, _), (.largest, _), (.smallest, _),
      (.percentile, _), (.longestRun, _), (.worstDay, _):
      preconditionFailure("a slot keeps what its measure draws")
    }
  }

  /// Counts every member for every subject that looks where it is.
  @inline(__always)
  private mutating func members(
    of batch: RecordBatch, _ slot: FoldSlot, _ isSeen: [Bool], _ isMember: [Bool]?,
    _ draw: (_ row: Int, _ subject: Int, _ reference: RecordReference) -> Void
  ) {
    let (subjects, lines, file) = (batch.subjects, batch.lines, batch.file)
    for row in 0..<lines.count where isSeen[row] && (isMember?[row] ?? true) {
      let about = Int(subjects[row])
      let reference = RecordReference(file: file, line: lines[row])
      let only = slot.onlyReaders[about]
      if only == -1 { continue }
      if only >= 0, isMember != nil {
        count(Int(only), reference)
        draw(row, Int(only), reference)
        continue
      }
      for reader in slot.readers[about] {
        let subject = Int(reader)
        guard isMember != nil || slot.filters[subject].passes(row, of: batch) else { continue }
        count(subject, reference)
        draw(row, subject, reference)
      }
    }
  }

  @inline(__always)
  private mutating func count(_ subject: Int, _ reference: RecordReference) {
    if counts[subject] < Citing.most { cited[subject].append(reference) }
    counts[subject] += 1
  }

  mutating func append(_ other: SlotState, after lines: Int) {
    for subject in counts.indices {
      counts[subject] += other.counts[subject]
      cited[subject].cite(other.cited[subject], after: lines)
    }
    switch (drawn, other.drawn) {
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
      drawn = .nothing
      for place in states.indices { states[place].append(others[place]) }
      drawn = .percentile(states)
    case (.run(var states), .run(let others)):
      for place in states.indices { states[place].append(others[place]) }
      drawn = .run(states)
    case (.days(var states), .days(let others)):
      drawn = .nothing
      for place in states.indices { states[place].append(others[place]) }
      drawn = .days(states)
    case (.passes, _), (.sum, _), (.first, _), (.magnitude, _), (.percentile, _), (.run, _),
      (.days, _):
      preconditionFailure("two states of one slot draw the same")
    }
  }
}
