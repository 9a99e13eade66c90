internal import ContractModel

extension TextPage {
  /// Writes what all contracts come to, and what the star means.
  mutating func writeSummary(of totals: ReportTotals) {
    let decisions = totals.decisions.filter { $0.count > 0 }
      .map { [TextWord("\($0.count) \($0.decision.words)", $0.decision.ink)] }
    let label =
      decisions.isEmpty ? TextWord(totals.countText) : TextWord(totals.countText + ":", .bold)
    line([label] + TextWord.separated(decisions), indent: 0)
    for total in totals.money { write(total) }
    writeErrors(of: totals)
    if !totals.head.honoursWaivers { line(TextWord.words(of: "waivers are left out"), indent: 0) }
    if let baseline = totals.head.baseline {
      line(
        TextWord.words(of: "held against") + TextWord.untrusted(baseline)
          + TextWord.words(of: "· what it had already does not fail again"), indent: 0)
    }
    if let shard = totals.head.shard {
      line(
        TextWord.words(
          of: "shard \(shard.text): 'holdback merge' puts it together with the others"),
        indent: 0)
    }
    if totals.isIllustrative { writeIllustrativeLegend() }
  }

  /// Writes what the star means.
  mutating func writeIllustrativeLegend() {
    line(TextWord.words(of: MoneyTotal.legend, .dim), indent: 0, hanging: 2)
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
    let before = total.paidToDate?.words { text($0, false) } ?? []
    line(
      TextWord.separated([total.payWords(text)] + before + total.heldWords(text)), indent: 2)
  }
}

extension MoneyTotal {
  /// Returns what is to be paid of what was invoiced, each amount as it is written with its mark.
  func payWords(_ text: (Amount, Bool) -> String) -> [TextWord] {
    let word = paidToDate == nil ? "pay" : "pay now"
    return [
      TextWord("\(word) \(text(pay.amount, pay.isIllustrative))", .green),
      TextWord("of \(text(amounts.invoiced, isIllustrative))"), TextWord("invoiced"),
    ]
  }

  /// Returns the buckets that hold something back, in the same way.
  func heldWords(_ text: (Amount, Bool) -> String) -> [[TextWord]] {
    held.map { [TextWord("\($0.bucket.words) \(text($0.amount, $0.isIllustrative))")] }
  }
}
