import ContractModel

/// What may certainly be paid for all invoices together, beside what was paid without naming one.
struct PaymentLimit {
  /// In minor units; zero where the figures are too vague to be sure of more.
  let amount: Int64
  /// Why money beyond it is held.
  let reason: ReasonCode

  /// The least of value, ceiling and funds, less what was paid; nil where the contract states none.
  init?(of contract: Contract) throws(SettlementFailure) {
    let stated = contract[.contract].fields
    let limits = [SubjectField.value, .ceiling, .funds].compactMap { field -> Interval? in
      if case .quantity(let limit)? = stated[field] { limit } else { nil }
    }
    guard !limits.isEmpty else { return nil }
    var paid = Interval(exactly: .zero)
    if case .quantity(let stated)? = stated[.paid] { paid = stated }
    let isExact = paid.exact != nil && limits.allSatisfy { $0.exact != nil }
    reason = isExact ? .overCeiling : .evidenceMissing
    var least = Int128.max
    for limit in limits { least = min(least, limit.approximately == nil ? limit.least : 0) }
    guard let most = paid.most else {
      amount = 0
      return
    }
    guard let amount = Int64(exactly: max(0, least - most)) else {
      throw .overflow("what the contract may still pay")
    }
    self.amount = amount
  }
}

extension Interval {
  /// The least whole number that it may be, never below zero.
  fileprivate var least: Int128 { max(0, lower?.value.floor ?? 0) }

  /// The most that it may be, cut off; nil where there is no limit.
  fileprivate var most: Int128? { approximately == nil ? upper?.value.floor : nil }
}

extension Ledger {
  /// Holds what goes beyond what may be paid, from the last line upwards; what was not paid yet goes
  /// before what was, so that never more leaves the buyer than the limit allows.
  mutating func holdBeyondLimit() throws(SettlementFailure) {
    guard let limit = try PaymentLimit(of: contract) else { return }
    let paid = try contract.paidBefore().mapValues { Int128($0) }
    var open: [SubjectID: Int128] = [:]
    for line in lines { open[line.invoice, default: 0] += Int128(line.left.nominal) }
    let committed = Set(open.keys).union(paid.keys).reduce(Int128(0)) {
      $0 + max(open[$1] ?? 0, paid[$1] ?? 0)
    }
    let unpaid = open.reduce(into: open) { $0[$1.key] = max(0, $1.value - (paid[$1.key] ?? 0)) }
    hold(committed - Int128(limit.amount), among: unpaid, because: limit.reason)
    let payable = lines.reduce(Int128(0)) { $0 + Int128($1.left.nominal) }
    hold(payable - Int128(limit.amount), among: nil, because: limit.reason)
  }

  /// Holds an amount from the last line upwards, of each invoice no more than is said.
  private mutating func hold(
    _ amount: Int128, among limits: [SubjectID: Int128]?, because reason: ReasonCode
  ) {
    var (rest, limits) = (amount, limits)
    for position in lines.indices.reversed() where rest > 0 {
      let invoice = lines[position].invoice
      var part = min(rest, Int128(lines[position].left.nominal))
      if let limit = limits?[invoice] { part = min(part, limit) }
      lines[position].move(
        Amount(nominal: Int64(part)), to: .withheld, for: Attribution(reason: reason))
      rest -= part
      limits?[invoice]? -= part
    }
  }
}
