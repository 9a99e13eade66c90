import ContractModel

/// What is held at the end: money that may yet be taken, or is beyond what the contract owes.
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

  /// Holds what goes beyond the unpaid value of the contract, from the last line upwards.
  mutating func holdBeyondUnpaidValue() {
    guard let unpaid = contract.unpaidValue, unpaid.isExact else { return }
    var excess = lines.reduce(0) { $0 + $1.left.nominal } - unpaid.nominal
    for position in lines.indices.reversed() where excess > 0 {
      let amount = min(excess, lines[position].left.nominal)
      let attribution = Attribution(reason: .overCeiling)
      lines[position].move(Amount(nominal: amount), to: .withheld, for: attribution)
      excess -= amount
    }
  }
}

extension Contract {
  /// The value less what was paid, never below zero; nil where the contract does not state both.
  var unpaidValue: Amount? {
    guard case .quantity(let value)? = self[.contract].fields[.value],
      case .quantity(let paid)? = self[.contract].fields[.paid],
      let unpaid = try? value.subtracting(paid)
    else { return nil }
    return Amount(unpaid)?.clamped
  }
}
