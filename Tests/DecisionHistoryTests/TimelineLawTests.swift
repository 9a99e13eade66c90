import ContractCheck
import ContractModel
import TestSupport
import Testing

@testable import DecisionHistory

@Suite struct TimelineLaws {
  /// The contracts of an input from day to day; none of one about which the program is wrong.
  private static func timelines(of input: CheckInput, to: CivilDate? = nil) -> [Timeline] {
    let read = ContractCheck.understanding(input)
    return read.understood.compactMap { contract in
      guard case .followed(let timeline, _) = contract.followed(from: nil, to: to, in: read.files)
      else { return nil }
      return timeline
    }
  }

  /// Compares a timeline with a check of every day of it.
  private func expectTruth(_ input: CheckInput, _ label: String) throws {
    let timelines = Self.timelines(of: input)
    #expect(!timelines.isEmpty, "\(label)")
    for timeline in timelines {
      #expect(timeline.unseen.isEmpty)
      var last: DayState?
      for number in timeline.days.lowerBound.dayNumber...timeline.days.upperBound.dayNumber {
        let day = CivilDate(dayNumber: number)
        var daily = input
        daily.asOf = day
        let decided = try #require(
          ContractCheck.run(daily).contracts.first { $0.contract.id == timeline.id })
        let step = try #require(timeline.steps.last { $0.day <= day })
        #expect(
          step.shows(decided, on: day), "\(label): \(timeline.id) on \(day.text) is not \(step)")
        let state = DayState(decided, on: day)
        let isAsBefore = last.map { state.isSame(as: $0) } ?? false
        #expect(
          isAsBefore == !step.covers(day), "\(label): what moved on \(day.text) is not told")
        last = state
      }
    }
  }

  @Test(arguments: DiffLaws.seeds.prefix(6)) func everyDayIsAsACheckOfIt(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    try expectTruth(SampleWorld.random(using: &generator).input(), "seed \(seed)")
  }

  @Test func stepsAreInOrderAndCoverTheSpan() {
    let timeline = Self.timelines(of: SampleWorld().input())[0]
    #expect(timeline.steps.first?.day == timeline.days.lowerBound)
    for (step, next) in zip(timeline.steps, timeline.steps.dropFirst()) {
      #expect(step.day <= step.through && step.through < next.day)
    }
  }

  @Test func sumsThatGrowEveryDayAreOneStep() throws {
    var world = SampleWorld()
    world.records = []
    world.cap = "100%"
    let timeline = Self.timelines(
      of: world.input(), to: CivilDate(year: 2013, month: 11, day: 20)!)[0]
    let run = try #require(timeline.steps.last)
    #expect(run.day.text == "2013-10-26" && run.through.text == "2013-11-20")
    #expect(run.daily == [.carriedForward: 1_000_00])
  }

  @Test func reasonsSayWhatHappened() {
    var world = SampleWorld()
    world.amendedDue = "2013-11-01"
    world.waiver = "2013-11-25"
    let timeline = Self.timelines(of: world.input())[0]
    func reasons(_ day: String) -> [TimelineReason] {
      timeline.steps.first { $0.day.text == day }?.reasons ?? []
    }
    let invoice = PartName(kind: .invoice, path: "one")
    #expect(reasons("2013-10-10").contains(.amended(name: "more-time")))
    #expect(reasons("2013-10-25").contains(.received(invoice)))
    #expect(reasons("2013-11-01").contains(.waiverBegins(name: "patience")))
    let records = reasons("2013-11-10").compactMap { reason -> [Int]? in
      guard case .finding(_, _, .waived, .met, let records) = reason else { return nil }
      return records.map(\.line)
    }
    #expect(records == [[2]])
  }
}

extension TimelineStep {
  /// Whether something moved on a day of it.
  fileprivate func covers(_ day: CivilDate) -> Bool { self.day <= day && day <= through }

  /// Whether the step says of a day what was decided on it; between its ends a run says sums.
  fileprivate func shows(_ decision: ContractDecision, on day: CivilDate) -> Bool {
    let other = TimelineStep(day: day, through: day, of: decision, daily: [:], reasons: [])
    let back = Int64(max(0, day.days(to: through)))
    let amounts = amounts.map { kind, amount in
      (kind, Amount(nominal: amount.nominal - back * (daily[kind] ?? 0), bound: amount.bound))
    }
    return self.decision == other.decision && currency == other.currency
      && parts.elementsEqual(other.parts, by: ==)
      && Dictionary(uniqueKeysWithValues: amounts) == other.amounts
  }
}
