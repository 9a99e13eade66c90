internal import ContractModel

/// What all contracts of a report come to.
struct ReportSummary {
  /// How many contracts have each decision, the gravest first; none is left out.
  let decisions: [(decision: Decision, count: Int)]
  /// The sums for each currency, by code.
  let totals: [(currency: Currency, amounts: Amounts)]

  init(_ report: Report) {
    decisions = Decision.allCases.map { decision in
      (decision, report.contracts.count { $0.settled.decision == decision })
    }
    var parts: [Currency: [Amounts]] = [:]
    for contract in report.contracts {
      guard let currency = contract.contract.currency,
        let amounts = contract.settled.amounts[.contract]
      else { continue }
      parts[currency, default: []].append(amounts)
    }
    totals = parts.sorted { $0.key < $1.key }.map { ($0.key, Self.sum(of: $0.value)) }
  }

  private static func sum(of parts: [Amounts]) -> Amounts {
    var buckets: [Bucket: Amount] = [:]
    for bucket in Bucket.allCases { buckets[bucket] = AmountSum(parts.map { $0[bucket] }).total }
    return Amounts(invoiced: AmountSum(parts.map(\.invoiced)).total, buckets: buckets)
  }
}
