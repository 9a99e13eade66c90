import ContractModel
import Settlement
import Testing

/// One request through all stages (domain reference 2.19, T-26), in cents.
@Suite struct WholeChain {
  private struct Case {
    let contract: Contract
    let findings: [Finding]
    let invoice: SubjectID
    let eligibility: SubjectID
  }

  private static func make(lineOrder: [Int] = [0, 1, 2]) -> Case {
    var draft = ContractDraft(value: 1_000_000_000, paid: 0)
    let eligibility = draft.milestone("M3a")
    let accounts = draft.milestone("M3b")
    let invoice = draft.invoice()
    var labour = SubjectID.contract
    for line in lineOrder {
      switch line {
      case 0: _ = draft.line("eligibility", in: invoice, bills: eligibility, 70_000_000)
      case 1: _ = draft.line("accounts", in: invoice, bills: accounts, 50_000_000)
      default: labour = draft.line("labour", in: invoice, 4_000_000)
      }
    }
    let findings = [
      Finding.of("accounts-accepted", accounts, [.of(.withhold)]),
      .of("labour-supported", labour, [.of(.dispute, .minorUnits(1_500_000))]),
      .of("retainage", invoice, .met, [.of(.retain, .minorUnits(7_250_000))]),
      .of("advance", invoice, .met, [.of(.recover, .minorUnits(7_250_000))]),
      .of(
        "delay", eligibility,
        [.of(.deduct, .minorUnits(4_000_000), cap: .minorUnits(3_500_000), as: "delay")]),
    ]
    return Case(
      contract: draft.contract, findings: findings, invoice: invoice, eligibility: eligibility)
  }

  @Test func paysToTheCent() throws {
    let sample = Self.make()
    let settled = try sample.contract.settled(under: sample.findings)
    for subject in [SubjectID.contract, sample.invoice] {
      let amounts = try #require(settled.amounts[subject])
      #expect(amounts.invoiced == .exactly(124_000_000))
      #expect(amounts[.withheld] == .exactly(50_000_000))
      #expect(amounts[.disputed] == .exactly(1_500_000))
      #expect(amounts[.retained] == .exactly(7_250_000))
      #expect(amounts[.recovered] == .exactly(7_250_000))
      #expect(amounts[.deducted] == .exactly(3_500_000))
      #expect(amounts[.pay] == .exactly(54_500_000))
    }
    #expect(settled.amounts[sample.eligibility]?[.deducted] == .exactly(3_500_000))
    #expect(settled.decision == .withhold)
    #expect(settled.decisions[sample.eligibility] == .payInPart)
  }

  @Test func earnsWhatHoldsAndDisputesLeave() throws {
    let sample = Self.make()
    var supplied = SuppliedAmounts()
    try supplied.supply(.earned, of: sample.contract, under: sample.findings)
    #expect(supplied[.earned, .contract] == .minorUnits(72_500_000))
    #expect(supplied[.earned, sample.invoice] == .minorUnits(72_500_000))
  }

  @Test(arguments: [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func paysTheSameWhateverTheOrderOfLines(_ order: [Int]) throws {
    let settled = try Self.amountsByName(of: Self.make())
    #expect(try Self.amountsByName(of: Self.make(lineOrder: order)) == settled)
  }

  private static func amountsByName(of sample: Case) throws -> [String: Amounts] {
    let settled = try sample.contract.settled(under: sample.findings)
    return Dictionary(
      uniqueKeysWithValues: settled.amounts.map { (sample.contract[$0].name, $1) })
  }
}
