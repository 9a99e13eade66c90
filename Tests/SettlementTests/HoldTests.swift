import ContractModel
import Settlement
import Testing

@Suite struct Holds {
  @Test func doNotAddOnOneLine() throws {
    var draft = ContractDraft()
    let invoice = draft.invoice()
    let line = draft.line("a", in: invoice, 100)
    let findings = [
      Finding.of("small", line, [.of(.withhold, .minorUnits(30))]),
      .of("large", invoice, [.of(.withhold, .minorUnits(60))]),
      .of("unproven", line, .unproven, [.provisional(.withhold, .minorUnits(50))]),
    ]
    let settled = try draft.contract.settled(under: findings)
    let hold = try #require(settled.movements.first { $0.bucket == .withheld })
    #expect(hold.amount == .exactly(60))
    #expect(hold.finding == 1)
    #expect(hold.alsoCited == [0, 2])
    #expect(settled.amounts[line]?[.pay] == .exactly(40))
  }

  /// Were it decided, the deduction would find what the hold left.
  @Test func addWhereAnUndecidedRuleCouldTakeMore() throws {
    var draft = ContractDraft()
    let line = draft.line("a", in: draft.invoice(), 100)
    let settled = try draft.contract.settled(under: [
      .of("hold", line, [.of(.withhold, .minorUnits(60))]),
      .of("unproven", line, .unproven, [.provisional(.deduct, .minorUnits(30))]),
    ])
    #expect(settled.amounts[line]?[.withheld] == .exactly(90))
    #expect(settled.amounts[line]?[.pay] == .exactly(10))
  }

  @Test func areATotalOverTheLinesTheyTouchInOrderOfTheText() throws {
    var draft = ContractDraft()
    let milestone = draft.milestone("m")
    let deliverable = draft.deliverable("d", in: milestone)
    let invoice = draft.invoice()
    let first = draft.line("a", in: invoice, bills: milestone, 100)
    let second = draft.line("b", in: invoice, bills: deliverable, 100)
    let other = draft.line("c", in: invoice, 100)
    let settled = try draft.contract.settled(
      under: [.of("accepted", milestone, [.of(.withhold, .minorUnits(150))])])
    #expect(settled.amounts[first]?[.withheld] == .exactly(100))
    #expect(settled.amounts[second]?[.withheld] == .exactly(50))
    #expect(settled.amounts[other]?[.withheld] == .exactly(0))
    #expect(settled.amounts[milestone]?.invoiced == .exactly(200))
  }

  @Test func ofADeliverableTouchTheLineOfItsMilestone() throws {
    var draft = ContractDraft()
    let milestone = draft.milestone("m")
    let deliverable = draft.deliverable("d", in: milestone)
    let line = draft.line("a", in: draft.invoice(), bills: milestone, 100)
    let settled = try draft.contract.settled(
      under: [.of("accepted", deliverable, [.of(.withhold)])])
    #expect(settled.amounts[line]?[.withheld] == .exactly(100))
    #expect(settled.decisions[milestone] == .withhold)
  }

  @Test func areCappedToWhatIsLeft() throws {
    var draft = ContractDraft()
    let line = draft.line("a", in: draft.invoice(), 100)
    let findings = [
      Finding.of("late", line, [.of(.withhold, .minorUnits(80))]),
      .of("descoped", line, .notDue, [.of(.defer, .minorUnits(80))]),
      .of("charge", line, [.of(.dispute, .minorUnits(80))]),
    ]
    let amounts = try draft.contract.settled(under: findings).amounts[line]
    #expect(amounts?[.withheld] == .exactly(80))
    #expect(amounts?[.notDue] == .exactly(20))
    #expect(amounts?[.disputed] == .exactly(0))
  }

  @Test func comeAfterRejection() throws {
    var draft = ContractDraft()
    let invoice = draft.invoice()
    let line = draft.line("a", in: invoice, 100)
    let findings = [
      Finding.of("accepted", line, [.of(.withhold)]), .of("proper", invoice, [.of(.reject)]),
    ]
    let settled = try draft.contract.settled(under: findings)
    #expect(settled.amounts[invoice]?[.rejected] == .exactly(100))
    #expect(settled.decision == .rejectInvoice)
  }
}

@Suite struct Suspension {
  @Test func withholdsEveryLineAndBlocksTheUnpaidBalance() throws {
    var draft = ContractDraft(value: 6_900, paid: 1_100)
    let invoice = draft.invoice()
    let line = draft.line("a", in: invoice, 100)
    let findings = [
      Finding.of("works", .contract, [.of(.suspend)]), .of("proper", invoice, [.of(.reject)]),
    ]
    let settled = try draft.contract.settled(under: findings)
    #expect(settled.decision == .suspendAll)
    #expect(settled.decisions[invoice] == .suspendAll)
    #expect(settled.blocked == .exactly(5_800))
    #expect(settled.amounts[line]?[.withheld] == .exactly(100))
  }

  @Test func needsNoInvoice() throws {
    var draft = ContractDraft(value: 6_900, paid: 1_100)
    let milestone = draft.milestone("site")
    let settled = try draft.contract.settled(
      under: [.of("works", .contract, [.of(.suspend)])])
    #expect(settled.decision == .suspendAll)
    #expect(settled.decisions[milestone] == .suspendAll)
    #expect(settled.blocked == .exactly(5_800))
    #expect(settled.amounts[.contract]?.invoiced == .exactly(0))
  }

  @Test func blocksNothingKnownWhereTheContractStatesNoPayments() throws {
    let settled = try ContractDraft(value: 6_900).contract.settled(
      under: [.of("works", .contract, [.of(.suspend)])])
    #expect(settled.blocked == nil)
  }
}
