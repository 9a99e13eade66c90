internal import ContractModel

/// What all contracts come to: how they were decided, and the money of each currency.
struct HTMLTotals {
  let totals: ReportTotals

  var markup: Markup {
    """
    <section id="totals" aria-labelledby="totals-head">
    <h2 id="totals-head">Totals</h2>
    \(decisions)\(totals.money.map(money))\(legend)\(cases)</section>

    """
  }

  private var decisions: Markup {
    let items = totals.decisions.filter { $0.count > 0 }.map { decision, count -> Markup in
      """
      <li class="\(Tone(decision.ink).rawValue)"><span class="count">\(count)</span> \
      <span class="word"><span aria-hidden="true">\(decision.mark.text)</span> \(decision.words)</span></li>

      """
    }
    guard !items.isEmpty else { return "<p>Nothing was decided.</p>\n" }
    return """
      <h3 id="decisions">Decisions, by number of contracts</h3>
      <ul class="tiles" aria-labelledby="decisions">
      \(items)</ul>

      """
  }

  private func money(_ total: MoneyTotal) -> Markup {
    let code = total.currency.code
    return """
      <h3>All contracts in \(code)</h3>
      \(HTMLMoney(
        id: "all-\(code.lowercased())", total: total, owner: "all contracts in \(code)"
      ).markup)
      """
  }

  private var legend: Markup? {
    totals.isIllustrative ? "<p class=\"fine\">\(MoneyTotal.legend)</p>\n" : nil
  }

  /// What formats of tests count, so that the numbers can be held against theirs.
  private var cases: Markup {
    let sum = totals.caseCount
    return """
      <p class="fine">\(sum) \(sum == 1 ? "case" : "cases"): \(totals.casesText). A case is a \
      contract as a whole, a rule for one of its parts, or an input that could not be used.</p>

      """
  }
}
