internal import ContractModel

extension TextPage {
  /// Writes what all contracts come to, and what the star means.
  mutating func writeSummary(of totals: ReportTotals) {
    let count = totals.contractCount
    let label = TextWord("\(count) \(count == 1 ? "contract" : "contracts"):", .bold)
    let decisions = totals.decisions.filter { $0.count > 0 }
      .map { [TextWord("\($0.count) \($0.decision.words)", $0.decision.ink)] }
    line(
      count == 0 ? [TextWord("no contract was decided")] : [label] + TextWord.separated(decisions),
      indent: 0)
    for total in totals.money { write(total) }
    writeErrors(of: totals)
    if !totals.head.honoursWaivers { line(TextWord.words(of: "waivers are left out"), indent: 0) }
    if totals.money.contains(where: \.isIllustrative) {
      let legend = "* illustrative: made up for the example, reported by nobody"
      line(TextWord.words(of: legend, .dim), indent: 0, hanging: 2)
    }
  }

  /// The most errors that are named again after all contracts.
  private static var namedErrors: Int { 10 }

  /// Says that something could not be decided, since what standard error said may be far away.
  private mutating func writeErrors(of totals: ReportTotals) {
    guard !totals.isComplete else { return }
    line(
      TextWord.words(of: "incomplete: not everything could be decided", .red), indent: 0)
    let errors = totals.diagnostics.filter(\.isError)
    for error in errors.prefix(Self.namedErrors) {
      let place = error.place.map { " · \($0.path):\($0.line)" } ?? ""
      line(
        [TextWord("!", .red)] + TextWord.untrusted("\(error.message)\(place)"), indent: 2)
    }
    if errors.count > Self.namedErrors {
      line(TextWord.words(of: "and \(errors.count - Self.namedErrors) more"), indent: 2)
    }
  }

  private mutating func write(_ total: MoneyTotal) {
    func text(_ amount: Amount, _ isStarred: Bool) -> String {
      amount.text(in: total.currency) + (isStarred ? "*" : "")
    }
    let amounts = total.amounts
    let paid = total.paidToDate
    let pay = text(paid?.now ?? amounts[.pay], total.illustrative.contains(.pay))
    let word = paid == nil ? "pay" : "pay now"
    let invoiced = text(amounts.invoiced, total.isIllustrative)
    let first = [
      TextWord("\(word) \(pay)", .green), TextWord("of \(invoiced)"), TextWord("invoiced"),
    ]
    let held = amounts.heldWords { text($1, total.illustrative.contains($0)) }
    let before = paid?.words { text($0, false) } ?? []
    line(TextWord.separated([first] + before + held), indent: 2)
  }
}
