internal import ContractModel

/// What was invoiced and where it goes, each amount that rests on a made up figure starred.
struct MarkdownAmounts {
  private let invoiced: String
  private let pay: String
  private let held: [String]

  init(
    _ amounts: Amounts, pay: Amount?, currency: Currency, isIllustrative: Bool,
    illustrative: Set<Bucket>
  ) {
    func money(_ amount: Amount, _ isStarred: Bool) -> String {
      MarkdownText.escaping(amount.text(in: currency) + (isStarred ? "*" : ""))
    }
    invoiced = money(amounts.invoiced, isIllustrative)
    self.pay = money(pay ?? amounts[.pay], illustrative.contains(.pay))
    held = Bucket.allCases.filter { $0 != .pay && !amounts[$0].isZero }
      .map { "\($0.words) \(money(amounts[$0], illustrative.contains($0)))" }
  }

  /// The last three cells of a row of the first table.
  var cells: String { [invoiced, pay, held.joined(separator: ", ")].joined(separator: " | ") }

  var sentence: String { (["pay \(pay) of \(invoiced) invoiced"] + held).joined(separator: ", ") }
}
