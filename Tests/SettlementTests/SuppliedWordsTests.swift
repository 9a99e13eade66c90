import ContractModel
import Settlement
import Testing

/// What rules read of the settlement: each word counts what its stages left.
@Suite struct SuppliedWords {
  @Test func ofWhatIsEarnedBeforeFollowTheDayOfReceiptThenTheText() throws {
    let sums = try earnedBefore(days: [.minorUnits(20), .minorUnits(10), .minorUnits(20)])
    #expect(sums == [.minorUnits(200), .minorUnits(0), .minorUnits(300)])
  }

  /// Nobody guesses which of two invoices of one month was first.
  @Test func ofWhatIsEarnedBeforeAreBoundedWhereTheOrderIsOpen() throws {
    let sums = try earnedBefore(days: [.between(10, 30), .minorUnits(20), .minorUnits(30)])
    #expect(sums == [.between(0, 200), .between(0, 100), .minorUnits(300)])
  }

  /// Of one day the text decides: nothing is open between these two.
  @Test func ofWhatIsEarnedBeforeCountADayThatIsPerhapsTheSameForTheTextBefore() throws {
    let sums = try earnedBefore(days: [.between(10, 20), .minorUnits(20)])
    #expect(sums == [.minorUnits(0), .minorUnits(100)])
  }

  @Test func countWhatEachPhaseLeft() throws {
    var draft = ContractDraft()
    let line = draft.line("a", in: draft.invoice(), 1_000)
    let findings: [Finding] = [
      .of("one", line, [.of(.dispute, .minorUnits(100))]),
      .of("two", line, [.of(.withhold, .minorUnits(200)).reading(.entitled)]),
      .of("three", line, [.of(.withhold, .minorUnits(70)).reading(.earned)]),
      .of("four", line, [.of(.deduct, .minorUnits(30))]),
    ]
    var supplied = SuppliedAmounts()
    for phase in DecisionPhase.allCases {
      try supplied.supply(phase, of: draft.contract, under: findings)
    }
    #expect(supplied[.entitled, line] == .minorUnits(900))
    #expect(supplied[.earned, .contract] == .minorUnits(700))
    #expect(supplied[.payable, line] == .minorUnits(600))
  }

  private func earnedBefore(days: [Interval]) throws -> [Interval?] {
    var draft = ContractDraft()
    var invoices: [SubjectID] = []
    for (place, day) in days.enumerated() {
      invoices.append(draft.invoice("i\(place)", received: day))
      _ = draft.line("l\(place)", in: invoices[place], (place + 1) * 100)
    }
    var supplied = SuppliedAmounts()
    try supplied.supply(.earned, of: draft.contract, under: [])
    return invoices.map { supplied[.earnedBefore, $0] }
  }
}

extension Effect {
  fileprivate func reading(_ phase: DecisionPhase) -> Effect {
    Effect(verb: verb, amount: amount, releasedBy: releasedBy, phase: phase)
  }
}
