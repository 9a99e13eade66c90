/// What is recommended for a contract, without why: its verdicts counted, and where its money goes.
package struct BriefDecision: Hashable, Sendable {
  package let title: String
  package let supplierName: String?
  package let currency: Currency
  package let decision: Decision
  /// The decisions for its milestones and invoices, each once.
  package let decisionsOfParts: DecisionSet
  package let amounts: Amounts
  /// The unpaid balance of the contract that a suspension blocks.
  package let blocked: Amount?
  /// How many findings have each verdict, by its place among all.
  package let verdicts: [Int]
  /// The day as of which it was decided, where its own document states one.
  package let statedAsOf: CivilDate?

  package init(
    title: String, supplierName: String?, currency: Currency, decision: Decision,
    decisionsOfParts: DecisionSet, amounts: Amounts, blocked: Amount?, verdicts: [Int],
    statedAsOf: CivilDate?
  ) {
    self.title = title
    self.supplierName = supplierName
    self.currency = currency
    self.decision = decision
    self.decisionsOfParts = decisionsOfParts
    self.amounts = amounts
    self.blocked = blocked
    self.verdicts = verdicts
    self.statedAsOf = statedAsOf
  }

  /// What a whole decision says in brief; nil where that takes more than a brief one has.
  package init?(_ whole: ContractDecision) {
    guard let currency = whole.contract.currency, let amounts = whole.settled.amounts[.contract],
      whole.settled.paidToDate.isEmpty
    else { return nil }
    var verdicts = [Int](repeating: 0, count: Verdict.allCases.count)
    for finding in whole.findings { verdicts[finding.verdict.place] += 1 }
    self.init(
      title: whole.contract.title, supplierName: whole.contract.supplierName, currency: currency,
      decision: whole.settled.decision,
      decisionsOfParts: DecisionSet(Array(whole.settled.decisions.values)), amounts: amounts,
      blocked: whole.settled.blocked, verdicts: verdicts, statedAsOf: whole.statedAsOf)
  }
}
