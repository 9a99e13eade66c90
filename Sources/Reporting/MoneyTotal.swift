package import ContractModel

/// What the contracts of one currency come to.
package struct MoneyTotal: Sendable {
  package let currency: Currency
  private var invoiced = AmountSum()
  private var buckets: [Bucket: AmountSum] = [:]
  private var before = AmountSum()
  private var now = AmountSum()
  private var overpaid = AmountSum()
  private var hasPayments = false
  /// Whether something invoiced rests on a figure that nobody reported.
  package private(set) var isIllustrative = false
  /// The buckets that do.
  package private(set) var illustrative: Set<Bucket> = []

  init(_ currency: Currency) { self.currency = currency }

  package var amounts: Amounts {
    Amounts(invoiced: invoiced.total, buckets: buckets.mapValues(\.total))
  }

  /// What is to be paid now, where something was paid for an invoice before; else nil.
  package var paidToDate: PaidToDate? {
    hasPayments
      ? PaidToDate(before: before.total, now: now.total, overpaid: overpaid.total) : nil
  }

  mutating func add(_ decision: ContractDecision) {
    let settled = decision.settled
    if let amounts = settled.amounts[.contract] {
      invoiced.add(amounts.invoiced)
      for bucket in Bucket.allCases { buckets[bucket, default: AmountSum()].add(amounts[bucket]) }
    }
    add(settled)
    let figures = IllustrativeFigures(decision)
    isIllustrative = isIllustrative || figures.contains(.contract)
    illustrative.formUnion(figures[.contract])
  }

  /// A contract without payments has all that is payable to be paid now.
  private mutating func add(_ settled: Settled) {
    hasPayments = hasPayments || !settled.paidToDate.isEmpty
    let paid =
      settled.paidToDate[.contract]
      ?? PaidToDate(
        before: .zero, now: settled.amounts[.contract]?[.pay] ?? .zero, overpaid: .zero)
    before.add(paid.before)
    now.add(paid.now)
    overpaid.add(paid.overpaid)
  }
}
