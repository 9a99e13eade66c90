internal import ContractModel

extension ContractText {
  /// Writes what is payable to date of an invoice or the contract beside what was paid for it.
  mutating func writePaidToDate(of part: SubjectID) {
    guard let paid = decision.settled.paidToDate[part], contract.currency != nil,
      let amounts = decision.settled.amounts[part]
    else { return }
    let isStarred = illustrative.containsPayment(for: part)
    let payable = moneyText(amounts[.pay], isStarred: illustrative[part].contains(.pay))
    let words =
      [[TextWord("payable to date \(payable)")]]
      + paid.words { moneyText($0, isStarred: isStarred) }
    page.line(TextWord.separated(words), indent: part == .contract ? 2 : 4)
  }

  /// What is to be paid now, or to be recovered, in the row of an invoice.
  func paidWords(
    _ paid: PaidToDate, _ amounts: Amounts, of part: SubjectID, _ recommended: Decision
  ) -> [TextWord] {
    let shown = recommended == .recoverOverpayment ? paid.overpaid : paid.now
    let ink: TextWord.Ink = recommended == .recoverOverpayment ? .red : .green
    let isStarred = illustrative[part].contains(.pay)
    return [TextWord(moneyText(shown, isStarred: isStarred), ink, gap: 2)]
      + invoicedWords(amounts, of: part)
  }
}

extension PaidToDate {
  /// What was paid before, and what of it too much.
  func words(_ text: (Amount) -> String) -> [[TextWord]] {
    let words = [[TextWord("paid before \(text(before))")]]
    return overpaid.isZero ? words : words + [[TextWord("overpaid \(text(overpaid))", .red)]]
  }
}
