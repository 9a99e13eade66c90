import ContractModel

/// Keeps of a decision for each day only what is not as it was, and condenses runs of days on which
/// amounts move by the same sums.
struct TimelineBuilder {
  /// As written, with all its amendments.
  let contract: Contract
  private(set) var steps: [TimelineStep] = []
  private(set) var firstUndecided: CivilDate?
  private var last: DayState?
  /// Days since the last step that only amounts moved on, and by the same sums each.
  private var run: [DayState] = []
  private var runMoves: [Measure: Int64] = [:]
  /// The day before the first of them.
  private var beforeRun: DayState?

  /// Fewer days than this are shown one by one.
  private static let shortestRun = 3

  init(contract: Contract) { self.contract = contract }

  mutating func add(_ decision: ContractDecision, on day: CivilDate) {
    let state = DayState(decision, on: day)
    if state.hasErrors { firstUndecided = firstUndecided ?? day }
    defer { last = state }
    guard let last else { return add(state, after: nil) }
    if let moves = state.dailyMoves(since: last) {
      if moves != runMoves { finishRun() }
      if run.isEmpty { beforeRun = last }
      runMoves = moves
      run.append(state)
    } else {
      finishRun()
      if !state.isSame(as: last) { add(state, after: last) }
    }
  }

  /// A day that could not be decided; what is decided after it is a step of its own.
  mutating func addUndecided(_ day: CivilDate) {
    finishRun()
    firstUndecided = firstUndecided ?? day
    last = nil
  }

  mutating func finishRun() {
    defer {
      run = []
      runMoves = [:]
      beforeRun = nil
    }
    guard let first = run.first, let end = run.last else { return }
    guard run.count >= Self.shortestRun else {
      var earlier = beforeRun
      for state in run {
        add(state, after: earlier)
        earlier = state
      }
      return
    }
    var daily: [AmountKind: Int64] = [:]
    for case (.amount(let part, let kind), let move) in runMoves where part.kind == .contract {
      daily[kind] = move
    }
    steps.append(
      TimelineStep(
        day: first.day, through: end.day, of: end.decision, daily: daily,
        reasons: beforeRun.map { contract.reasons(from: $0, to: first) } ?? []))
  }

  private mutating func add(_ state: DayState, after last: DayState?) {
    steps.append(state.step(reasons: last.map { contract.reasons(from: $0, to: state) } ?? []))
  }
}

/// What is decided on one day, put up for comparison.
struct DayState {
  let day: CivilDate
  let decision: ContractDecision
  private(set) var decisions: [Measure: Decision] = [:]
  private(set) var amounts: [Measure: Amount] = [:]
  private(set) var findings: [Measure: MeasuredFinding] = [:]

  init(_ decision: ContractDecision, on day: CivilDate) {
    self.day = day
    self.decision = decision
    for (measure, value) in decision.measures {
      switch value {
      case .decision(let decision): decisions[measure] = decision
      case .amount(let amount, _): amounts[measure] = amount
      case .finding(let finding): findings[measure] = finding
      }
    }
  }

  var hasErrors: Bool { findings.values.contains { $0.verdict == .errored } }

  func isSame(as other: DayState) -> Bool { hasSameVerdicts(as: other) && amounts == other.amounts }

  /// Returns what moved since the day before, where nothing but exact amounts did; nil else.
  func dailyMoves(since other: DayState) -> [Measure: Int64]? {
    guard other.day.next == day, hasSameVerdicts(as: other), amounts.count == other.amounts.count
    else { return nil }
    var moves: [Measure: Int64] = [:]
    for (measure, amount) in amounts {
      guard let before = other.amounts[measure] else { return nil }
      guard before != amount else { continue }
      guard before.isExact, amount.isExact else { return nil }
      moves[measure] = amount.nominal - before.nominal
    }
    return moves.isEmpty ? nil : moves
  }

  func step(reasons: [TimelineReason]) -> TimelineStep {
    TimelineStep(day: day, through: day, of: decision, daily: [:], reasons: reasons)
  }

  private func hasSameVerdicts(as other: DayState) -> Bool {
    decisions == other.decisions
      && findings.mapValues(\.verdict) == other.findings.mapValues(\.verdict)
  }
}
