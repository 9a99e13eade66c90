internal import ContractModel

/// What was invoiced and where it goes, each amount that rests on a made up figure starred.
struct MarkdownAmounts {
  let total: MoneyTotal

  init(_ total: MoneyTotal) { self.total = total }

  /// The last three cells of a row of the first table.
  var cells: String {
    let pay = total.pay
    let held = total.held.map { "\($0.bucket.words) \(text($0.amount, $0.isIllustrative))" }
    return [
      text(total.amounts.invoiced, total.isIllustrative), text(pay.amount, pay.isIllustrative),
      held.joined(separator: ", "),
    ].joined(separator: " | ")
  }

  var sentence: String { total.sentence(text) }

  private func text(_ amount: Amount, _ isStarred: Bool) -> String {
    MarkdownText.escaping(amount.text(in: total.currency) + (isStarred ? "*" : ""))
  }
}
