package import ContractModel

extension Contract {
  /// Returns where the money of every line goes under findings, and what is recommended.
  ///
  /// Throws where money would be lost, invented or moved without a reason.
  package func settled(under findings: [Finding]) throws(SettlementFailure) -> Settled {
    var ledger = try Ledger(of: self, under: findings)
    ledger.settleEntitlement()
    ledger.settleValuation()
    try ledger.settleEarnings()
    let settled = try settled(ledger, under: findings)
    let audit = Audit(
      contract: self, findings: findings, earned: ledger.earned, settled: settled)
    try audit.check()
    return settled
  }

  private func settled(
    _ ledger: Ledger, under findings: [Finding]
  ) throws(SettlementFailure) -> Settled {
    var totals = Totals(of: self)
    for line in ledger.lines { try totals.add(line) }
    let amounts = totals.amounts
    let movements = ledger.lines.flatMap(\.movements)
    let paidToDate = try paidToDate(under: findings, movements: movements)
    let decisions = Decisions(
      of: self, findings: findings, movements: movements, paidToDate: paidToDate)
    let parts = subjects(of: .milestone) + subjects(of: .invoice)
    let isSuspended = ledger.claims.contains { $0.stage == .suspend }
    return Settled(
      decision: decisions.decision(for: .contract, amounts: amounts[.contract]),
      movements: movements,
      amounts: amounts,
      decisions: Dictionary(
        uniqueKeysWithValues: parts.map {
          ($0, decisions.decision(for: $0, amounts: amounts[$0]))
        }),
      blocked: isSuspended ? unpaidValue : nil,
      carriedForward: ledger.carriedForward,
      paidToDate: paidToDate)
  }
}
