internal import ContractModel
internal import SourceText

/// An explanation as people read it on a terminal: each amount that is not paid, what put it where
/// it is, and what would release it.
package enum TextExplanation {
  /// Returns the whole page, every line ended.
  package static func rendering(_ report: ExplanationReport, style: TextStyle) -> String {
    var page = TextPage(style: style)
    var isStarred = false
    for (place, explanation) in report.explanations.enumerated() {
      if place > 0 { page.blankLine() }
      var writer = ExplanationText(explanation, report: report, page: TextPage(style: style))
      writer.write()
      page.add(writer.page)
      isStarred = isStarred || writer.illustrative.contains(.contract)
    }
    if isStarred {
      page.blankLine()
      page.writeIllustrativeLegend()
    }
    return page.text
  }
}

/// Writes why one contract was decided as it was.
struct ExplanationText {
  let explanation: Explanation
  let report: ExplanationReport
  let illustrative: IllustrativeFigures
  var page: TextPage
  /// Findings that were explained on this page already.
  var explained: Set<Int> = []

  init(_ explanation: Explanation, report: ExplanationReport, page: TextPage) {
    self.explanation = explanation
    self.report = report
    illustrative = IllustrativeFigures(explanation.decision)
    self.page = page
  }

  var contract: Contract { explanation.contract }
  var isVerbose: Bool { page.style.verbosity == .verbose }

  mutating func write() {
    writeHeader()
    for amount in explanation.amounts where isAsked(about: amount) { write(amount) }
    writePaid()
    writeOthers()
  }

  private mutating func writeHeader() {
    let decision = explanation.decision.settled.decision
    let supplier = contract.supplierName.map { " · \($0)" } ?? ""
    let isToday = report.asOfIsToday && explanation.decision.statedAsOf == nil
    page.edges(
      [decision.mark] + TextWord.untrusted(contract.title + supplier, .bold),
      [
        TextWord(decision.words, decision.ink), TextWord("·", .dim),
        TextWord("as of \(explanation.asOf(in: report).text)\(isToday ? ", today" : "")"),
      ])
    guard let amounts = explanation.decision.settled.amounts[.contract],
      contract.currency != nil
    else { return }
    page.line(
      [
        TextWord("pay \(money(paid?.now ?? amounts[.pay], .payNow))", .green),
        TextWord("of \(money(amounts.invoiced, .invoiced)) invoiced"),
      ], indent: 2)
    guard let paid else { return }
    let isStarred = illustrative.containsPayment(for: .contract)
    page.line(
      TextWord.separated(
        [[TextWord("payable to date \(money(amounts[.pay], .bucket(.pay)))")]]
          + paid.words { money($0, isStarred: isStarred) }), indent: 2)
  }

  /// What was paid of the contract before, if anything was.
  private var paid: PaidToDate? { explanation.decision.settled.paidToDate[.contract] }

  private func isAsked(about amount: ExplainedAmount) -> Bool {
    guard report.isFocused else { return true }
    let findings = amount.findings.map { explanation.decision.findings[$0] }
    return findings.contains { report.asks(about: $0, in: contract) }
  }

  private mutating func write(_ amount: ExplainedAmount) {
    page.blankLine()
    page.line(heading(of: amount), indent: 2)
    if amount.findings.isEmpty { writeReason(of: amount) }
    for finding in amount.findings { writeFinding(finding) }
    if let cures = explanation.cures.first(where: { $0.held == amount.held }) { write(cures) }
  }

  private func heading(of amount: ExplainedAmount) -> [TextWord] {
    let text = money(amount.amount, isStarred: amount.held.isIllustrative(by: illustrative))
    switch amount.held {
    case .suspension:
      return [
        TextWord("blocked"), TextWord(text, .bold),
        TextWord("of the contract, whatever is billed next"),
      ]
    case .line(let line, let bucket):
      return [TextWord(bucket.words), TextWord(text, .bold)]
        + TextWord.untrusted("of line \(contract[line].name)")
        + (contract[line].parent.map {
          TextWord.untrusted("of invoice \(contract[$0].name)", .dim)
        } ?? [])
    }
  }

  /// What no rule holds is held for a reason of the settlement itself.
  private mutating func writeReason(of amount: ExplainedAmount) {
    guard case .line(let line, let bucket) = amount.held else { return }
    let reasons = explanation.decision.settled.movements.filter {
      $0.line == line && $0.bucket == bucket
    }.compactMap(\.reason).map { explanation.decision.words(releasing: $0, of: line) }
      .withoutRepetition
    page.line(TextWord.words(of: reasons.joined(separator: ", ")), indent: 4)
  }

  /// Returns an amount of a part, starred where it rests on a figure that nobody reported.
  private func money(
    _ amount: Amount, _ kind: AmountKind, of part: SubjectID = .contract
  ) -> String {
    money(amount, isStarred: illustrative.contains(kind, of: part))
  }

  func money(_ amount: Amount, isStarred: Bool) -> String {
    contract.money(amount, isStarred: isStarred)
  }

  /// What is paid, and the rules that let it be.
  private mutating func writePaid() {
    let lines = contract.subjects(of: .line).filter { line in
      guard let pay = explanation.decision.settled.amounts[line]?[.pay] else { return false }
      return !pay.isZero && report.asks(about: line, in: contract) && report.rule == nil
    }
    guard !lines.isEmpty else { return }
    page.blankLine()
    for line in lines {
      guard let pay = explanation.decision.settled.amounts[line]?[.pay] else { continue }
      page.line(
        [
          TextWord(paid == nil ? "pay" : "payable to date", .green),
          TextWord(money(pay, .bucket(.pay), of: line), .bold),
        ] + TextWord.untrusted("of line \(contract[line].name)"), indent: 2)
    }
  }

  /// The findings that moved no money: all that are asked about, else those that are not met.
  private mutating func writeOthers() {
    let findings = explanation.decision.findings
    let others = findings.indices.filter { place in
      !explained.contains(place) && report.asks(about: findings[place], in: contract)
    }
    let isAll = isVerbose || report.isFocused
    let shown = others.filter { isAll || !findings[$0].verdict.isUnremarkable }
    if !shown.isEmpty {
      page.blankLine()
      page.line(
        TextWord.words(of: isAll ? "every other rule" : "found, but no money depends on it", .dim),
        indent: 2)
      for place in shown { writeFinding(place) }
    }
    let met = others.count { findings[$0].verdict == .met }
    let idle = others.count { findings[$0].verdict == .notApplicable }
    guard !isAll, met + idle > 0 else { return }
    page.blankLine()
    let counted = [(met, "met"), (idle, "not applicable")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    page.line(
      [Verdict.met.mark] + TextWord.words(of: "\(counted); --verbose explains them", .dim),
      indent: 2)
  }
}
