import ContractModel
import Settlement
import Testing

@Suite struct Decisions {
  @Test(
    arguments: [
      (Verdict.met, [], Decision.pay),
      (.failed, [.of(.report)], .pay),
      (.failed, [.of(.deduct, .minorUnits(10))], .payInPart),
      (.met, [.of(.retain, .minorUnits(10))], .payInPart),
      (.notDue, [.of(.defer)], .notDue),
      (.notDue, [.of(.defer, .minorUnits(10))], .payInPart),
      (.unproven, [.provisional(.withhold)], .holdForEvidence),
      (.contested, [.provisional(.suspend)], .holdForEvidence),
      (.unproven, [], .pay),
      (.errored, [.provisional(.withhold)], .undecided),
      (.failed, [.of(.dispute, .minorUnits(10))], .dispute),
      (.failed, [.of(.withhold), .of(.dispute)], .withhold),
      (.failed, [.of(.reject), .of(.withhold)], .rejectInvoice),
      (.failed, [.of(.suspend), .of(.reject)], .suspendAll),
    ] as [(Verdict, [Effect], Decision)])
  func followTheTable(_ verdict: Verdict, _ effects: [Effect], _ decision: Decision) throws {
    var draft = ContractDraft()
    let invoice = draft.invoice()
    let line = draft.line("a", in: invoice, 100)
    let settled = try draft.contract.settled(under: [.of("rule", line, verdict, effects)])
    #expect(settled.decision == decision)
    #expect(settled.decisions[invoice] == decision)
  }

  @Test func withholdEvenWhereNothingIsInvoiced() throws {
    var draft = ContractDraft()
    let (late, other) = (draft.milestone("late"), draft.milestone("other"))
    let settled = try draft.contract.settled(
      under: [.of("accepted", late, [.of(.withhold, .minorUnits(5_100))])])
    #expect(settled.decision == .withhold)
    #expect(settled.decisions == [late: .withhold, other: .pay])
  }

  @Test func holdWhatGoesBeyondTheUnpaidValue() throws {
    var draft = ContractDraft(value: 1_000, paid: 900)
    let invoice = draft.invoice()
    let first = draft.line("a", in: invoice, 80)
    let second = draft.line("b", in: invoice, 80)
    let settled = try draft.contract.settled(under: [])
    #expect(settled.amounts[first]?[.pay] == .exactly(80))
    #expect(settled.amounts[second]?[.pay] == .exactly(20))
    #expect(settled.amounts[second]?[.withheld] == .exactly(60))
    #expect(settled.movements.compactMap(\.reason) == [.overCeiling])
    #expect(settled.decision == .withhold)
  }
}
