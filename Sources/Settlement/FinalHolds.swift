import ContractModel

/// What is held at the end: money that may yet be taken.
extension Ledger {
  /// Holds what retainage, recovery and deductions known only within bounds may take beyond what
  /// they certainly take.
  ///
  /// A line that is itself known only within bounds pays no more than what is certain anyway.
  mutating func holdWhatMayBeTaken() {
    var uncertain: [Claim] = []
    for var claim in claims where claim.stage.precedes == .payable && claim.stage != .release {
      guard let amount = claim.amount, !amount.isExact else { continue }
      claim.amount = amount.ceiling.map { Amount(nominal: $0 - amount.certain) }
      claim.reach = claim.reach.filter { lines[$0].uncertain == nil }
      uncertain.append(claim)
    }
    hold(uncertain, in: .withheld, because: .evidenceMissing)
  }
}

extension Contract {
  /// The value less all that was paid, never below zero; nil where the contract does not state both.
  var unpaidValue: Amount? {
    guard case .quantity(let value)? = self[.contract].fields[.value],
      case .quantity(let paid)? = self[.contract].fields[.paid],
      var unpaid = try? value.subtracting(paid)
    else { return nil }
    for payment in payments where payment.invoice != nil {
      guard let rest = try? unpaid.subtracting(Interval(exactly: Rational(Int(payment.amount))))
      else { return nil }
      unpaid = rest
    }
    return Amount(unpaid)?.clamped
  }
}
