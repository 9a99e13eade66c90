import ContractModel
import Settlement
import Testing

@Suite struct Payments {
  private var draft = ContractDraft()
  private let invoice: SubjectID
  private let line: SubjectID

  init() {
    invoice = draft.invoice()
    line = draft.line("a", in: invoice, 1_000)
  }

  private func settled(_ paid: Int64, _ findings: [Finding]) throws -> Settled {
    var contract = draft.contract
    contract.payments = [.of(paid, for: invoice)]
    return try contract.settled(under: findings)
  }

  private func paid(_ before: Int64, _ now: Int64, _ overpaid: Int64) -> PaidToDate {
    PaidToDate(before: .exactly(before), now: .exactly(now), overpaid: .exactly(overpaid))
  }

  @Test(
    arguments: [
      (0, 1_000, 0, Decision.pay), (400, 600, 0, .pay), (999, 1, 0, .pay), (1_000, 0, 0, .pay),
      (1_001, 0, 1, .recoverOverpayment),
    ] as [(Int64, Int64, Int64, Decision)])
  func arePaidOnce(_ before: Int64, _ now: Int64, _ overpaid: Int64, _ decision: Decision) throws {
    let settled = try settled(before, [])
    #expect(settled.amounts[invoice]?[.pay] == .exactly(1_000))
    #expect(settled.paidToDate[invoice] == paid(before, now, overpaid))
    #expect(settled.paidToDate[.contract] == paid(before, now, overpaid))
    #expect(settled.decision == decision)
    #expect(settled.decisions[invoice] == decision)
  }

  @Test func areRecoveredWhereAFailureShowsThatTheyWereNotOwed() throws {
    let settled = try settled(1_000, [.of("late", line, [.of(.deduct, .minorUnits(250))])])
    #expect(settled.paidToDate[invoice] == paid(1_000, 0, 250))
    #expect(settled.decision == .recoverOverpayment)
  }

  /// To lack evidence is no ground to ask for money back, as it is none to pay.
  @Test func areNotRecoveredForWantOfEvidence() throws {
    let unproven = Finding.of("works", line, .unproven, [.provisional(.withhold)])
    let settled = try settled(1_000, [unproven])
    #expect(settled.paidToDate[invoice] == paid(1_000, 0, 0))
    #expect(settled.decision == .holdForEvidence)
  }

  @Test func areNotRecoveredByASuspension() throws {
    let settled = try settled(400, [.of("works", .contract, [.of(.suspend)])])
    #expect(settled.paidToDate[invoice] == paid(400, 0, 0))
    #expect(settled.decision == .suspendAll)
  }

  @Test func areNotSpokenOfWhereNoneNamesAnInvoice() throws {
    #expect(try draft.contract.settled(under: []).paidToDate.isEmpty)
  }

  @Test func tooLargeToBeCountedAreNoSettlement() {
    var contract = draft.contract
    contract.payments = [.of(.max, for: invoice), .of(1, for: invoice)]
    #expect(throws: SettlementFailure.self) { try contract.settled(under: []) }
  }
}

@Suite struct PaymentLimits {
  private func settled(
    _ limits: [SubjectField: Interval], paying: [Int64] = [], invoicing amounts: [Int] = [600, 600]
  ) throws -> Settled {
    var draft = ContractDraft()
    var payments: [Payment] = []
    for (index, amount) in amounts.enumerated() {
      let invoice = draft.invoice("i\(index)")
      _ = draft.line("a", in: invoice, amount)
      if index < paying.count { payments.append(.of(paying[index], for: invoice)) }
    }
    var contract = draft.contract
    contract.payments = payments
    for (field, limit) in limits { contract.subjects[0].fields[field] = .quantity(limit) }
    return try contract.settled(under: [])
  }

  @Test(
    arguments: [
      ([.ceiling: 1_000], 1_000), ([.funds: 900], 900), ([.value: 800], 800),
      ([.value: 2_000, .ceiling: 1_500, .funds: 700], 700), ([.ceiling: 1_200], 1_200),
      ([.ceiling: 1_199], 1_199), ([.ceiling: 0], 0), ([.funds: 1_000, .paid: 300], 700),
      ([.funds: 1_000, .paid: 1_300], 0),
    ] as [([SubjectField: Int], Int64)])
  func areTheLeastThatIsStated(_ limits: [SubjectField: Int], _ pay: Int64) throws {
    let settled = try settled(limits.mapValues { .minorUnits($0) })
    #expect(settled.amounts[.contract]?[.pay] == .exactly(pay))
    let reasons = settled.movements.compactMap(\.reason)
    #expect(reasons.allSatisfy { $0 == .overCeiling } && reasons.isEmpty == (pay == 1_200))
  }

  @Test(
    arguments: [
      ([.ceiling: .atMost(1_000)], 0), ([.ceiling: .about(1_000)], 0),
      ([.ceiling: .between(700, 1_000)], 700),
      ([.ceiling: .minorUnits(1_000), .paid: .moreThan(1)], 0),
      ([.ceiling: .minorUnits(1_000), .paid: .between(1, 300)], 700),
    ] as [([SubjectField: Interval], Int64)])
  func knownOnlyWithinBoundsLetPayWhatIsCertain(
    _ limits: [SubjectField: Interval], _ pay: Int64
  ) throws {
    let settled = try settled(limits)
    #expect(settled.amounts[.contract]?[.pay] == .exactly(pay))
    #expect(settled.movements.compactMap(\.reason).allSatisfy { $0 == .evidenceMissing })
  }

  /// The last invoice was paid already: what the ceiling holds is the first, or it would be exceeded.
  @Test func countWhatWasPaidForAnyInvoice() throws {
    let settled = try settled([.ceiling: .minorUnits(1_000)], paying: [0, 600])
    let now = settled.paidToDate[.contract]?.now
    #expect(now == .exactly(400))
    #expect(settled.paidToDate[.contract]?.overpaid == .exactly(0))
  }

  @Test func countWhatWasOverpaid() throws {
    let settled = try settled([.ceiling: .minorUnits(1_000)], paying: [0, 700])
    #expect(settled.paidToDate[.contract]?.now == .exactly(300))
    #expect(settled.paidToDate[.contract]?.overpaid == .exactly(100))
  }
}

extension Payment {
  static func of(_ amount: Int64, for invoice: SubjectID) -> Payment {
    Payment(
      name: "p", made: .first, amount: amount, invoice: invoice, range: ContractDraft.nowhere)
  }
}
