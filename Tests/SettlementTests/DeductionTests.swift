import ContractModel
import Settlement
import Testing

@Suite struct Deductions {
  @Test func stopAtTheirCap() throws {
    let amounts = try Self.settled(1_000, [.of(.deduct, .minorUnits(400), cap: .minorUnits(50))])
    #expect(amounts[.deducted] == .exactly(50))
  }

  @Test func ofOneGroundForOneSubjectCountOnce() throws {
    var draft = ContractDraft()
    let line = draft.line("a", in: draft.invoice(), 1_000)
    let findings = [
      Finding.of("contract", line, [.of(.deduct, .minorUnits(100), as: "delay")]),
      .of("statute", line, [.of(.deduct, .minorUnits(150), as: "delay")]),
      .of("service", line, [.of(.deduct, .minorUnits(20), as: "credits")]),
    ]
    let settled = try draft.contract.settled(under: findings)
    #expect(settled.amounts[line]?[.deducted] == .exactly(170))
    let delay = try #require(settled.movements.first { $0.finding == 1 })
    #expect(delay.alsoCited == [0])
  }

  @Test func withoutAGroundAdd() throws {
    let amounts = try Self.settled(
      1_000, [.of(.setOff, .minorUnits(100)), .of(.setOff, .minorUnits(30))])
    #expect(amounts[.deducted] == .exactly(130))
  }

  @Test func goOnToTheOtherLinesOfTheInvoiceAndAreThenCarriedForward() throws {
    var draft = ContractDraft()
    let (one, two) = (draft.invoice("one"), draft.invoice("two"))
    let other = draft.line("other", in: one, 100)
    let touched = draft.line("touched", in: one, 50)
    let elsewhere = draft.line("elsewhere", in: two, 100)
    let settled = try draft.contract.settled(
      under: [.of("delay", touched, [.of(.deduct, .minorUnits(180), as: "delay")])])
    #expect(settled.amounts[touched]?[.deducted] == .exactly(50))
    #expect(settled.amounts[other]?[.deducted] == .exactly(100))
    #expect(settled.amounts[elsewhere]?[.pay] == .exactly(100))
    #expect(settled.carriedForward == [0: .exactly(30)])
  }

  @Test func withNothingInvoicedAreCarriedForwardWhole() throws {
    var draft = ContractDraft()
    let milestone = draft.milestone("m")
    let settled = try draft.contract.settled(
      under: [.of("delay", milestone, [.of(.deduct, .about(500), as: "delay")])])
    #expect(settled.carriedForward == [0: Amount(nominal: 500, bound: .approximately)])
  }

  @Test func leaveRoomForNoMoreRecoveryThanIsLeft() throws {
    let amounts = try Self.settled(
      100,
      [
        .of(.retain, .minorUnits(60)), .of(.recover, .minorUnits(60)),
        .of(.deduct, .minorUnits(60)),
      ])
    #expect(amounts[.retained] == .exactly(60))
    #expect(amounts[.recovered] == .exactly(40))
    #expect(amounts[.deducted] == .exactly(0))
    #expect(amounts[.pay] == .exactly(0))
  }

  @Test func areNotMadeWhileTheirRuleIsUndecided() throws {
    let amounts = try Self.settled(100, [.provisional(.deduct, .minorUnits(40))])
    #expect(amounts[.deducted] == .exactly(0))
    #expect(amounts[.withheld] == .exactly(40))
  }

  @Test func releasesMoveNothing() throws {
    let amounts = try Self.settled(100, [.of(.release, .minorUnits(40))])
    #expect(amounts[.pay] == .exactly(100))
  }

  private static func settled(_ amount: Int, _ effects: [Effect]) throws -> Amounts {
    var draft = ContractDraft()
    let line = draft.line("a", in: draft.invoice(), amount)
    let settled = try draft.contract.settled(under: [.of("rule", line, effects)])
    return try #require(settled.amounts[line])
  }
}

@Suite struct Shares {
  @Test func ofRetainageFollowWhatEachLineEarned() throws {
    var draft = ContractDraft()
    let invoice = draft.invoice()
    let first = draft.line("a", in: invoice, 200)
    let second = draft.line("b", in: invoice, 100)
    let findings = [
      Finding.of("charge", first, [.of(.dispute, .minorUnits(150))]),
      .of("retainage", invoice, .met, [.of(.retain, .minorUnits(16))]),
    ]
    let settled = try draft.contract.settled(under: findings)
    #expect(settled.amounts[first]?[.retained] == .exactly(5))
    #expect(settled.amounts[second]?[.retained] == .exactly(11))
  }

  @Test func ofRetainageDoNotAdd() throws {
    var draft = ContractDraft()
    let line = draft.line("a", in: draft.invoice(), 200)
    let findings = [
      Finding.of("ten", line, .met, [.of(.retain, .minorUnits(20))]),
      .of("five", line, .met, [.of(.retain, .minorUnits(10))]),
    ]
    let settled = try draft.contract.settled(under: findings)
    #expect(settled.amounts[line]?[.retained] == .exactly(20))
  }
}
