import ContractModel
import Settlement
import Testing

@Suite struct Bounds {
  @Test func moveWholeUnderADisputeOfTheSameAmount() throws {
    let settled = try Self.settled(.moreThan(1_000), [.of(.dispute, .moreThan(1_000))])
    #expect(settled[.disputed] == Amount(nominal: 1_000, bound: .moreThan))
    #expect(settled[.pay] == .exactly(0))
  }

  @Test func loseAnExactPartToASmallerHold() throws {
    let settled = try Self.settled(.moreThan(1_000), [.of(.withhold, .minorUnits(300))])
    #expect(settled[.withheld] == Amount(nominal: 300, bound: .moreThan))
    #expect(settled[.pay] == .exactly(700))
  }

  @Test func payTheLowEndAndHoldTheRestForEvidence() throws {
    let settled = try Self.settled(.moreThan(1_000), [])
    #expect(settled[.pay] == .exactly(1_000))
    #expect(settled[.withheld] == Amount(nominal: 0, bound: .moreThan))
  }

  @Test func keepTheirWidth() throws {
    let settled = try Self.settled(.between(1_000, 1_500), [.of(.deduct, .minorUnits(100))])
    #expect(settled[.pay] == .exactly(900))
    #expect(settled[.deducted] == .exactly(100))
    #expect(settled[.withheld] == Amount(nominal: 0, bound: .to(500)))
  }

  @Test func approximateAmountsAreHeldWhole() throws {
    let amount = Amount(nominal: 20_000, bound: .approximately)
    for effects in [[], [Effect.of(.withhold)], [.of(.withhold, .about(20_000))]] {
      let settled = try Self.settled(.about(20_000), effects)
      #expect(settled[.withheld] == amount)
      #expect(settled[.pay] == .exactly(0))
    }
  }

  @Test func ofAnUndecidedLineRecommendHoldingForEvidence() throws {
    var draft = ContractDraft()
    let line = draft.line("a", in: draft.invoice(), .about(20_000))
    let settled = try draft.contract.settled(under: [])
    #expect(settled.decision == .holdForEvidence)
    #expect(settled.movements.map(\.reason) == [.evidenceMissing])
    #expect(settled.movements.map(\.line) == [line])
  }

  @Test func ofADeductionTakeWhatIsCertainAndHoldWhatMayBe() throws {
    let settled = try Self.settled(.minorUnits(1_000), [.of(.deduct, .between(100, 250))])
    #expect(settled[.deducted] == .exactly(100))
    #expect(settled[.withheld] == .exactly(150))
    #expect(settled[.pay] == .exactly(750))
  }

  @Test func ofAnExactLineAreHeldToTheirHighEnd() throws {
    #expect(
      try Self.settled(.minorUnits(1_000), [.of(.withhold, .atMost(400))])[.pay] == .exactly(600))
    #expect(
      try Self.settled(.minorUnits(1_000), [.of(.withhold, .moreThan(400))])[.pay] == .exactly(0))
  }

  @Test(
    arguments: [
      (Interval.minorUnits(5), Amount(nominal: 5)),
      (.moreThan(5), Amount(nominal: 5, bound: .moreThan)),
      (Interval(lower: .included(Rational(5)), upper: nil), Amount(nominal: 5, bound: .atLeast)),
      (.atMost(5), Amount(nominal: 5, bound: .atMost)),
      (Interval(lower: nil, upper: .excluded(Rational(5))), Amount(nominal: 5, bound: .lessThan)),
      (.between(5, 9), Amount(nominal: 5, bound: .to(9))),
      (.about(5), Amount(nominal: 5, bound: .approximately)),
    ])
  func ofAnIntervalBecomeThoseOfAnAmount(_ interval: Interval, _ amount: Amount) {
    #expect(Amount(interval) == amount)
  }

  @Test func thatAreNotWholeMinorUnitsAreNoAmount() throws {
    #expect(Amount(Interval(exactly: try Rational(1, over: 2))) == nil)
    #expect(Amount(.unbounded) == nil)
  }

  private static func settled(_ amount: Interval, _ effects: [Effect]) throws -> Amounts {
    var draft = ContractDraft()
    let line = draft.line("a", in: draft.invoice(), amount)
    let settled = try draft.contract.settled(under: [.of("rule", line, effects)])
    return try #require(settled.amounts[line])
  }
}
