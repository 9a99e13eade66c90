import ContractModel
import Records

/// What was drawn for each part of one slot.
struct SlotState: Sendable {
  /// Members by part.
  let counts: [Int]
  /// The first members, as many as are cited.
  let cited: [[RecordReference]]
  let drawn: Drawing

  init(counts: [Int], cited: [[RecordReference]], drawn: Drawing) {
    self.counts = counts
    self.cited = cited
    self.drawn = drawn
  }

  /// Nothing drawn from no records.
  init(_ slot: FoldSlot) {
    self.init(
      counts: [Int](repeating: 0, count: slot.parts.count),
      cited: [[RecordReference]](repeating: [], count: slot.parts.count), drawn: Drawing(slot))
  }

  /// What is drawn beside the number, by part.
  enum Drawing: Sendable {
    case nothing
    case passes([Passes])
    case sum([Sum])
    case first([Extreme], isLatest: Bool)
    case magnitude([Int64], isLargest: Bool)
    case percentile(Histograms)
    case run([ByDay<PassingRun>])
    case days([ByDay<DayShare>])
  }
}

extension SlotState.Drawing {
  init(_ slot: FoldSlot) {
    func each<State>(_ state: State) -> [State] {
      [State](repeating: state, count: slot.parts.count)
    }
    self =
      switch slot.measure {
      case .members: .nothing
      case .passes: .passes(each(Passes()))
      case .sum: .sum(each(Sum()))
      case .earliest: .first(each(Extreme()), isLatest: false)
      case .latest: .first(each(Extreme()), isLatest: true)
      case .largest: .magnitude(each(.min), isLargest: true)
      case .smallest: .magnitude(each(.max), isLargest: false)
      case .percentile(_, _, let scale):
        .percentile(Histograms(scale: scale, parts: slot.parts.count))
      case .longestRun: .run(each(ByDay()))
      case .worstDay: .days(each(ByDay()))
      }
  }

  /// Takes out what is drawn, so that nothing of it is copied when it is added to.
  private mutating func taken() -> Self {
    var drawn = Self.nothing
    swap(&drawn, &self)
    return drawn
  }

  private static func isBroken() -> Never {
    preconditionFailure("a slot keeps what its measure draws")
  }

  // MARK: Adding

  /// Draws from records that count for parts; whether each passes is told where it is tested.
  mutating func add(
    _ batch: RecordBatch, of measure: FoldSlot.Measure, passing: [Bool], _ parts: [Int32]
  ) {
    let days = batch.days.span
    let passing = passing.span
    let values = measure.column.map { batch.values(of: $0) } ?? []
    let numbers = values.span
    func reference(_ row: Int) -> RecordReference {
      RecordReference(file: batch.file, line: batch.lines[row])
    }
    switch taken() {
    case .nothing: break
    case .passes(var states):
      states.add(to: parts) { state, row in
        state.add(passing[row], reference(row))
      }
      self = .passes(states)
    case .sum(var states):
      states.add(to: parts) { state, row in state.add(numbers[row]) }
      self = .sum(states)
    case .first(var states, let isLatest):
      states.add(to: parts) { state, row in
        state.add(numbers[row], on: days[row], reference(row), isLatest: isLatest)
      }
      self = .first(states, isLatest: isLatest)
    case .magnitude(var states, let isLargest):
      states.add(to: parts) { state, row in
        state = isLargest ? max(state, numbers[row]) : min(state, numbers[row])
      }
      self = .magnitude(states, isLargest: isLargest)
    case .percentile(var states):
      states.add(values, to: parts)
      self = .percentile(states)
    case .run(var states):
      states.add(to: parts) { state, row in state.add(passing[row], on: days[row]) }
      self = .run(states)
    case .days(var states):
      states.add(to: parts) { state, row in state.add(passing[row], on: days[row]) }
      self = .days(states)
    }
  }

  // MARK: Putting together

  /// Takes out the runs; there are none where something else is drawn.
  mutating func takeRuns() -> [ByDay<PassingRun>] {
    guard case .run(let runs) = self else { return [] }
    self = .run([ByDay<PassingRun>](repeating: ByDay(), count: runs.count))
    return runs
  }

  /// Adds runs that follow all of these.
  mutating func append(_ runs: [ByDay<PassingRun>]) {
    if runs.isEmpty { return }
    guard case .run(var states) = taken() else { Self.isBroken() }
    for place in states.indices { states[place].append(runs[place]) }
    self = .run(states)
  }

  /// Adds what was drawn from other records, in whatever order, but for the runs.
  mutating func merge(_ other: Self) {
    switch (taken(), other) {
    case (.nothing, _): break
    case (.passes(var states), .passes(let others)):
      for place in states.indices { states[place].merge(others[place]) }
      self = .passes(states)
    case (.sum(var states), .sum(let others)):
      for place in states.indices { states[place].merge(others[place]) }
      self = .sum(states)
    case (.first(var states, let isLatest), .first(let others, _)):
      for place in states.indices { states[place].merge(others[place], isLatest: isLatest) }
      self = .first(states, isLatest: isLatest)
    case (.magnitude(let states, let isLargest), .magnitude(let others, _)):
      self = .magnitude(
        zip(states, others).map { isLargest ? max($0, $1) : min($0, $1) }, isLargest: isLargest)
    case (.percentile(var states), .percentile(let others)):
      states.merge(others)
      self = .percentile(states)
    case (.run(let states), .run(let others)):
      precondition(others.allSatisfy(\.isEmpty), "runs are taken out, as they have an order")
      self = .run(states)
    case (.days(var states), .days(let others)):
      for place in states.indices { states[place].append(others[place]) }
      self = .days(states)
    case (.passes, _), (.sum, _), (.first, _), (.magnitude, _), (.percentile, _), (.run, _),
      (.days, _):
      Self.isBroken()
    }
  }

  /// Gives the lines that are cited other numbers.
  mutating func renumber(_ number: (Int) -> Int) {
    switch self {
    case .passes(var states):
      for place in states.indices { states[place].renumber(number) }
      self = .passes(states)
    case .first(var states, let isLatest):
      for place in states.indices { states[place].renumber(number) }
      self = .first(states, isLatest: isLatest)
    case .nothing, .sum, .magnitude, .percentile, .run, .days: break
    }
  }
}
