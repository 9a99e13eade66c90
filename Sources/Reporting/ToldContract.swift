package import ContractModel

/// What the totals of a run need of a contract, as another report told it.
package struct ToldContract: Sendable {
  /// As a JSON report of the whole run writes it, without the space before it.
  package let text: String
  package let decision: Decision
  /// Those of the milestones and invoices.
  package let decisionsOfParts: [Decision]
  package let currency: Currency?
  package let amounts: Amounts
  /// nil where no payment names an invoice.
  package let paidToDate: PaidToDate?
  package let isIllustrative: Bool
  /// The buckets that rest on a figure which nobody reported.
  package let illustrative: Set<Bucket>
  /// Each finding, and whether an earlier report had it already.
  package let findings: [(verdict: Verdict, isKnown: Bool)]
  /// Whether an earlier report had all that stands against it.
  package let isKnown: Bool

  package init(
    text: String, decision: Decision, decisionsOfParts: [Decision], currency: Currency?,
    amounts: Amounts,
    paidToDate: PaidToDate?, isIllustrative: Bool, illustrative: Set<Bucket>,
    findings: [(verdict: Verdict, isKnown: Bool)], isKnown: Bool
  ) {
    self.text = text
    self.decision = decision
    self.decisionsOfParts = decisionsOfParts
    self.currency = currency
    self.amounts = amounts
    self.paidToDate = paidToDate
    self.isIllustrative = isIllustrative
    self.illustrative = illustrative
    self.findings = findings
    self.isKnown = isKnown
  }

  package var allDecisions: [Decision] { [decision] + decisionsOfParts }

  /// How each of its cases came out, as `ReportedContract.cases` counts them.
  var outcomes: [ReportCase.Outcome] {
    let whole = ReportCase.Outcome.whole(of: DecisionSet(allDecisions))
    return [whole.isOpen && isKnown ? .skipped : whole]
      + findings.map { finding in
        let outcome = finding.verdict.outcome
        return outcome.isOpen && finding.isKnown ? .skipped : outcome
      }
  }
}
