import ContractModel
import Settlement
import Testing

/// The audit throws on a settlement that is wrong, whichever stage made it so.
@Suite struct Auditing {
  private let contract: Contract
  private let line: SubjectID
  private let invoice: SubjectID
  private let finding: Finding
  private let good: Settled

  init() throws {
    var draft = ContractDraft(value: 1_000, paid: 0)
    invoice = draft.invoice()
    line = draft.line("a", in: invoice, 100)
    contract = draft.contract
    finding = .of("accepted", line, [.of(.withhold, .minorUnits(40))])
    good = try contract.settled(under: [finding])
  }

  @Test func passesWhatIsRight() throws {
    try audit(good.movements).check()
  }

  @Test func noticesLostMoney() {
    expectBroken([move(.withheld, 40, 0), move(.pay, 59)], "line 'a' invoices USD 1.00")
  }

  @Test func noticesInventedMoney() {
    expectBroken([move(.withheld, 41, 0), move(.pay, 60)], "line 'a' invoices USD 1.00")
  }

  @Test func noticesPayBeyondWhatWasEarned() {
    expectBroken([move(.withheld, 30, 0), move(.pay, 70)], "pays more than was earned")
  }

  @Test func noticesNegativeMoney() {
    expectBroken([move(.withheld, 110, 0), move(.pay, -10)], "moves less than nothing")
  }

  @Test func noticesTotalsThatDoNotFollow() {
    var amounts = good.amounts
    amounts[invoice]?[.pay] = .exactly(61)
    expectBroken(good.movements, amounts: amounts, "invoice 'one' states amounts other than")
  }

  @Test func noticesMoneyMovedForNoReason() {
    expectBroken([move(.withheld, 40), move(.pay, 60)], "for no reason")
  }

  @Test func noticesAHoldThatNothingEnds() {
    let endless = Finding.of("endless", line, [Effect(verb: .withhold)])
    expectBroken(good.movements, findings: [endless], "nothing releases")
  }

  @Test func noticesBoundsFromNowhere() {
    let bounded = Amount(nominal: 40, bound: .moreThan)
    let hold = Movement(line: line, bucket: .withheld, amount: bounded, finding: 0)
    expectBroken([hold, move(.pay, 60)], "has bounds in 1 buckets")
  }

  @Test func throwsOnAHoldWithoutAnEndInARun() {
    let endless = Finding.of("endless", line, [Effect(verb: .withhold)])
    #expect(throws: SettlementFailure.self) { try contract.settled(under: [endless]) }
  }

  @Test func throwsOnAFractionOfACent() throws {
    let half = Interval(exactly: try Rational(1, over: 2))
    let failure = #expect(throws: SettlementFailure.self) {
      try contract.settled(under: [.of("half", line, [.of(.withhold, half)])])
    }
    #expect(
      failure
        == .conservationBroken(
          "rule 'payment half' has an amount that is not in whole minor units"))
  }

  @Test func throwsOnSumsThatDoNotFit() {
    var draft = ContractDraft()
    let invoice = draft.invoice()
    _ = draft.line("a", in: invoice, Int.max)
    _ = draft.line("b", in: invoice, 1)
    let failure = #expect(throws: SettlementFailure.self) {
      try draft.contract.settled(under: [])
    }
    #expect(failure == .overflow("the lines of the contract do not fit"))
  }

  private func move(_ bucket: Bucket, _ amount: Int64, _ finding: Int? = nil) -> Movement {
    Movement(line: line, bucket: bucket, amount: .exactly(amount), finding: finding)
  }

  private func audit(
    _ movements: [Movement], amounts: [SubjectID: Amounts]? = nil, findings: [Finding]? = nil
  ) -> Audit {
    let settled = Settled(
      decision: .pay, movements: movements, amounts: amounts ?? good.amounts, decisions: [:],
      blocked: nil, carriedForward: [:])
    return Audit(
      contract: contract, findings: findings ?? [finding], earned: [line: 60], settled: settled)
  }

  private func expectBroken(
    _ movements: [Movement], amounts: [SubjectID: Amounts]? = nil, findings: [Finding]? = nil,
    _ words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let failure = #expect(throws: SettlementFailure.self, sourceLocation: sourceLocation) {
      try audit(movements, amounts: amounts, findings: findings).check()
    }
    guard case .conservationBroken(let text)? = failure else { return }
    #expect(text.contains(words), sourceLocation: sourceLocation)
  }
}
