import ContractModel

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
