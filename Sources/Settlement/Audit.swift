package import ContractModel

/// Checks a finished settlement against what was invoiced, with nothing but its own arithmetic.
///
/// It runs on every settlement: a sum that is wrong is an error, never a report.
package struct Audit {
  let contract: Contract
  let findings: [Finding]
  /// What is certainly earned on each line.
  let earned: [SubjectID: Int64]
  let settled: Settled

  package init(
    contract: Contract, findings: [Finding], earned: [SubjectID: Int64], settled: Settled
  ) {
    self.contract = contract
    self.findings = findings
    self.earned = earned
    self.settled = settled
  }

  /// Throws `conservationBroken` with the first invariant that does not hold, in words.
  package func check() throws(SettlementFailure) {
    let moved = Dictionary(grouping: settled.movements, by: \.line)
    var sums: [SubjectID: Amounts] = [:]
    for line in contract.subjects(of: .line) {
      let movements = moved[line] ?? []
      try checkLine(line, movements)
      for owner in contract.owners(of: line) { try add(line, movements, to: &sums[owner]) }
    }
    for (subject, amounts) in sums.sorted(by: { $0.key > $1.key }) {
      try checkConservation(of: subject, amounts)
    }
    guard moved.keys.allSatisfy({ contract[$0].kind == .line }) else {
      throw .conservationBroken("money moved that no line invoiced")
    }
    try checkLimit()
    try checkPayments()
    for movement in settled.movements { try checkCitation(of: movement) }
  }

  /// Only what is earned is paid, nothing is negative, and bounds end up in one bucket.
  private func checkLine(
    _ line: SubjectID, _ movements: [Movement]
  ) throws(SettlementFailure) {
    let bounded = movements.filter { !$0.amount.isExact }.count
    guard bounded == (try contract.invoiced(on: line).isExact ? 0 : 1) else {
      throw broken(line, "has bounds in \(bounded) buckets")
    }
    guard movements.allSatisfy({ $0.amount.nominal >= 0 }) else {
      throw broken(line, "moves less than nothing")
    }
    var pay: Int64 = 0
    for movement in movements where movement.bucket == .pay { pay += movement.amount.nominal }
    guard pay <= earned[line] ?? 0 else { throw broken(line, "pays more than was earned") }
    guard movements.allSatisfy({ $0.bucket != .pay || $0.amount.isExact }) else {
      throw broken(line, "pays an amount known only within bounds")
    }
  }

  private func add(
    _ line: SubjectID, _ movements: [Movement], to sums: inout Amounts?
  ) throws(SettlementFailure) {
    var amounts = sums ?? Amounts(invoiced: .zero)
    amounts.invoiced = try amounts.invoiced.summed(
      with: try contract.invoiced(on: line), for: contract.words(for: line))
    for movement in movements {
      amounts[movement.bucket] = try amounts[movement.bucket].summed(
        with: movement.amount, for: contract.words(for: line))
    }
    sums = amounts
  }

  /// What was invoiced is the sum of the buckets, and the settlement says just that.
  private func checkConservation(
    of subject: SubjectID, _ expected: Amounts
  ) throws(SettlementFailure) {
    var sum = Amount.zero
    for bucket in Bucket.allCases {
      sum = try sum.summed(with: expected[bucket], for: contract.words(for: subject))
    }
    guard sum == expected.invoiced else {
      throw broken(subject, "invoices \(text(expected.invoiced)), its buckets \(text(sum))")
    }
    guard let stated = settled.amounts[subject], stated.invoiced == expected.invoiced,
      Bucket.allCases.allSatisfy({ stated[$0] == expected[$0] })
    else { throw broken(subject, "states amounts other than what moved") }
  }

  private func checkLimit() throws(SettlementFailure) {
    guard let limit = try PaymentLimit(of: contract) else { return }
    guard settled.amounts[.contract]?[.pay].nominal ?? 0 <= limit.amount else {
      throw broken(.contract, "pays more than its value, ceiling or funds allow")
    }
    guard let paid = settled.paidToDate[.contract], paid.now.nominal > 0 else { return }
    guard Int128(paid.before.nominal) + Int128(paid.now.nominal) <= Int128(limit.amount) else {
      throw broken(.contract, "pays more in all than its value, ceiling or funds allow")
    }
  }

  /// What is to be paid now is what is payable less what was paid; nothing is both due and overpaid.
  private func checkPayments() throws(SettlementFailure) {
    guard contract.namesPaidInvoices else { return }
    let all = try contract.paidBefore()
    for invoice in contract.subjects(of: .invoice) {
      let payable = settled.amounts[invoice]?[.pay].nominal ?? 0
      let before = all[invoice] ?? 0
      guard let paid = settled.paidToDate[invoice], paid.before.nominal == before,
        paid.now.nominal == max(0, payable - before),
        (0...max(0, before - payable)).contains(paid.overpaid.nominal)
      else { throw broken(invoice, "does not set what was paid off against what is payable") }
    }
  }

  /// Money that is not paid has a finding or a reason, and a hold says what ends it.
  private func checkCitation(of movement: Movement) throws(SettlementFailure) {
    guard movement.bucket != .pay, movement.reason == nil else { return }
    guard let finding = movement.finding else {
      throw broken(movement.line, "has money \(movement.bucket.rawValue) for no reason")
    }
    guard findings.indices.contains(finding) else {
      throw broken(movement.line, "cites a finding that does not exist")
    }
    guard movement.bucket != .withheld || findings[finding].saysWhatEndsIt else {
      throw broken(movement.line, "has money withheld that nothing releases")
    }
  }

  private func broken(_ subject: SubjectID, _ what: String) -> SettlementFailure {
    .conservationBroken("\(contract.words(for: subject)) \(what)")
  }

  private func text(_ amount: Amount) -> String {
    contract.currency.map { amount.text(in: $0) } ?? "\(amount.nominal) minor units"
  }
}

extension Finding {
  /// Whether a hold under it names its end: a condition, missing evidence, or a verdict to come.
  fileprivate var saysWhatEndsIt: Bool {
    !missing.isEmpty || effects.contains { $0.isProvisional || !$0.releasedBy.isEmpty }
  }
}
