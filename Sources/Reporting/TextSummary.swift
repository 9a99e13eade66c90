internal import ContractModel

extension TextPage {
  /// Writes what all contracts come to, and what the star means.
  mutating func writeSummary(of report: Report) {
    let summary = ReportSummary(report)
    let count = report.contracts.count
    var words = [TextWord("\(count) \(count == 1 ? "contract" : "contracts"):", .bold)]
    if count == 0 { words = [TextWord("no contract was decided")] }
    for (decision, count) in summary.decisions where count > 0 {
      if words.count > 1 { words.append(TextWord("·", .dim)) }
      words.append(TextWord("\(count) \(decision.words)", decision.ink))
    }
    line(words, indent: 0)
    for (currency, amounts) in summary.totals { writeTotals(amounts, in: currency) }
    let hasStars = report.contracts.contains {
      IllustrativeFigures($0.contract).contains(.contract)
    }
    if hasStars {
      let legend = "* illustrative: made up for the example, reported by nobody"
      line(TextWord.words(of: legend, .dim), indent: 0, hanging: 2)
    }
  }

  private mutating func writeTotals(_ amounts: Amounts, in currency: Currency) {
    var words = [
      TextWord("pay", .green), TextWord(amounts[.pay].text(in: currency), .green), TextWord("of"),
      TextWord(amounts.invoiced.text(in: currency)), TextWord("invoiced"),
    ]
    for bucket in Bucket.allCases where bucket != .pay && !amounts[bucket].isZero {
      words += [TextWord("·", .dim), TextWord(bucket.words)]
      words.append(TextWord(amounts[bucket].text(in: currency)))
    }
    line(words, indent: 2)
  }
}
