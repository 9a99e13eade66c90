package import ContractModel

extension SuppliedAmounts {
  /// Adds what the stages before a phase leave of each line, each invoice and the contract, under the
  /// findings of the phases before; only what is certain counts.
  package mutating func supply(
    _ phase: DecisionPhase, of contract: Contract, under findings: [Finding]
  ) throws(SettlementFailure) {
    guard phase != .first else { return }
    var ledger = try Ledger(of: contract, under: findings)
    ledger.settleEntitlement()
    if phase > .entitled { ledger.settleValuation() }
    if phase > .earned { try ledger.settleEarnings() }
    var sums: [SubjectID: Int64] = [.contract: 0]
    for invoice in contract.subjects(of: .invoice) { sums[invoice] = 0 }
    for line in ledger.lines {
      let left = phase == .payable ? line.paid : line.left.certain
      for owner in [line.line, line.invoice, .contract] { sums[owner, default: 0] += left }
    }
    let field = phase.word
    for (subject, sum) in sums { self[field, subject] = .units(sum) }
    guard phase == .earned else { return }
    var before: Int64 = 0
    for invoice in contract.invoicesByReceipt {
      self[.earnedBefore, invoice] = .units(before)
      before += sums[invoice] ?? 0
    }
  }
}

extension DecisionPhase {
  /// The word for what the stages before the phase leave.
  fileprivate var word: SubjectField {
    switch self {
    case .first, .entitled: .entitled
    case .earned: .earned
    case .payable: .payable
    }
  }
}

extension Interval {
  fileprivate static func units(_ count: Int64) -> Interval {
    Interval(exactly: Rational(Int(count)))
  }
}

extension Contract {
  /// The invoices in the order in which they arrived; of one day, or where nothing says which was
  /// first, in the order of the text.
  fileprivate var invoicesByReceipt: [SubjectID] {
    subjects(of: .invoice).sorted { left, right in
      guard case .quantity(let one)? = self[left].fields[.received],
        case .quantity(let other)? = self[right].fields[.received]
      else { return left < right }
      if one.isLess(than: other) == .yes { return true }
      if other.isLess(than: one) == .yes { return false }
      return left < right
    }
  }
}
