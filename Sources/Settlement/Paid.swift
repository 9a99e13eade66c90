import ContractModel

/// What was paid before, beside what is payable to date.
extension Contract {
  var namesPaidInvoices: Bool { payments.contains { $0.invoice != nil } }

  /// Returns what was paid for each invoice, in minor units; those that nothing was paid for are left
  /// out.
  func paidBefore() throws(SettlementFailure) -> [SubjectID: Int64] {
    var sums: [SubjectID: Int64] = [:]
    for payment in payments {
      guard let invoice = payment.invoice else { continue }
      let (sum, overflows) = (sums[invoice] ?? 0).addingReportingOverflow(payment.amount)
      guard !overflows else {
        throw .overflow("the payments for \(words(for: invoice)) do not fit")
      }
      sums[invoice] = sum
    }
    return sums
  }

  /// Returns what was paid, what is to be paid now and what was overpaid, of each invoice and of the
  /// contract; nothing where no payment names an invoice.
  ///
  /// Invoices stand for themselves: what was overpaid on one pays for no other.
  func paidToDate(
    under findings: [Finding], movements: [Movement]
  ) throws(SettlementFailure) -> [SubjectID: PaidToDate] {
    guard namesPaidInvoices else { return [:] }
    let before = try paidBefore()
    let byInvoice = Dictionary(grouping: movements) { self[$0.line].parent }
    var all: [SubjectID: PaidToDate] = [:]
    var total = PaidToDate(before: .zero, now: .zero, overpaid: .zero)
    for invoice in subjects(of: .invoice) {
      let paid = try paidToDate(
        of: invoice, before[invoice] ?? 0, byInvoice[invoice] ?? [], under: findings)
      all[invoice] = paid
      total = try total.adding(paid)
    }
    all[.contract] = total
    return all
  }

  private func paidToDate(
    of invoice: SubjectID, _ before: Int64, _ movements: [Movement], under findings: [Finding]
  ) throws(SettlementFailure) -> PaidToDate {
    var payable: Int128 = 0
    var open: Int128 = 0
    for movement in movements {
      if movement.bucket == .pay {
        payable += Int128(movement.amount.nominal)
      } else if movement.isOpen(under: findings) {
        open += Int128(movement.amount.ceiling ?? .max)
      }
    }
    let now = max(0, payable - Int128(before))
    let overpaid = max(0, Int128(before) - payable - open)
    guard let now = Int64(exactly: now), let overpaid = Int64(exactly: overpaid) else {
      throw .overflow("what is payable of \(words(for: invoice)) does not fit")
    }
    return PaidToDate(
      before: Amount(nominal: before), now: Amount(nominal: now),
      overpaid: Amount(nominal: overpaid))
  }
}

extension Movement {
  /// Whether the money is withheld only until evidence settles the matter or payments go on: nothing
  /// says that it is not payable.
  fileprivate func isOpen(under findings: [Finding]) -> Bool {
    guard bucket == .withheld else { return false }
    guard let finding, findings.indices.contains(finding) else { return reason == .evidenceMissing }
    return reason == .evidenceMissing || !findings[finding].isSettled
  }
}

extension Finding {
  /// Whether it takes money away for a reason that evidence bears out.
  fileprivate var isSettled: Bool {
    certainEffects.contains { $0.verb.takesMoney && $0.verb != .suspend }
  }
}

extension PaidToDate {
  fileprivate func adding(_ other: PaidToDate) throws(SettlementFailure) -> PaidToDate {
    PaidToDate(
      before: try before.summed(with: other.before, for: "the payments"),
      now: try now.summed(with: other.now, for: "the payments"),
      overpaid: try overpaid.summed(with: other.overpaid, for: "the payments"))
  }
}
