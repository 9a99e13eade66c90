internal import ContractModel

/// What all contracts of a report come to.
struct ReportSummary {
  /// How many contracts have each decision, the gravest first; none is left out.
  let decisions: [(decision: Decision, count: Int)]
  /// The sums for each currency, by code.
  let totals: [Total]

  struct Total {
    let currency: Currency
    let amounts: Amounts
    /// What is to be paid now, where something was paid for an invoice before; else nil.
    let paidToDate: PaidToDate?
    /// Whether something invoiced rests on a figure that nobody reported.
    let isIllustrative: Bool
    /// The buckets that do.
    let illustrative: Set<Bucket>
  }

  init(_ report: Report) {
    decisions = Decision.allCases.map { decision in
      (decision, report.contracts.count { $0.settled.decision == decision })
    }
    let byCurrency = Dictionary(grouping: report.contracts, by: \.contract.currency)
    totals = byCurrency.compactMap { currency, contracts in
      currency.map { Self.total(of: contracts, in: $0) }
    }.sorted { $0.currency < $1.currency }
  }

  private static func total(of contracts: [ContractDecision], in currency: Currency) -> Total {
    let figures = contracts.map(IllustrativeFigures.init)
    return Total(
      currency: currency, amounts: sum(of: contracts.compactMap { $0.settled.amounts[.contract] }),
      paidToDate: paidToDate(of: contracts),
      isIllustrative: figures.contains { $0.contains(.contract) },
      illustrative: figures.reduce(into: []) { $0.formUnion($1[.contract]) })
  }

  /// A contract without such payments has all that is payable to be paid now.
  private static func paidToDate(of contracts: [ContractDecision]) -> PaidToDate? {
    guard contracts.contains(where: { !$0.settled.paidToDate.isEmpty }) else { return nil }
    let paid = contracts.map { decision in
      decision.settled.paidToDate[.contract]
        ?? PaidToDate(
          before: .zero, now: decision.settled.amounts[.contract]?[.pay] ?? .zero, overpaid: .zero)
    }
    return PaidToDate(
      before: AmountSum(paid.map(\.before)).total, now: AmountSum(paid.map(\.now)).total,
      overpaid: AmountSum(paid.map(\.overpaid)).total)
  }

  private static func sum(of parts: [Amounts]) -> Amounts {
    var buckets: [Bucket: Amount] = [:]
    for bucket in Bucket.allCases { buckets[bucket] = AmountSum(parts.map { $0[bucket] }).total }
    return Amounts(invoiced: AmountSum(parts.map(\.invoiced)).total, buckets: buckets)
  }
}
