internal import ContractModel
internal import SourceText

/// Timelines as people read them on a terminal.
package enum TextTimeline {
  /// Returns the whole page, every line ended.
  package static func rendering(_ report: TimelineReport, style: TextStyle) -> String {
    var page = TextPage(style: style)
    for (index, timeline) in report.timelines.enumerated() {
      if index > 0 { page.blankLine() }
      var writer = TimelineText(timeline: timeline, page: TextPage(style: style))
      writer.write()
      page.add(writer.page)
    }
    if report.timelines.contains(where: { $0.steps.contains { !$0.illustrative.isEmpty } }) {
      page.blankLine()
      page.writeIllustrativeLegend()
    }
    return page.text
  }
}

private struct TimelineText {
  let timeline: Timeline
  let bar: TimelineBar
  var page: TextPage
  /// The amounts that were written last, which are not repeated while they stay.
  private var shown: [AmountKind: Amount]?

  /// Where what belongs to a day stands, below its decision.
  private static let indent = 14
  private static let longestBar = 60

  init(timeline: Timeline, page: TextPage) {
    self.timeline = timeline
    self.page = page
    let room = page.style.width - Self.indent - 2
    bar = TimelineBar(timeline.steps, width: min(Self.longestBar, max(8, room)))
  }

  mutating func write() {
    let supplier = timeline.supplier.map { " · \($0)" } ?? ""
    let (first, last) = (timeline.days.lowerBound.text, timeline.days.upperBound.text)
    page.edges(
      TextWord.untrusted(timeline.title + supplier, .bold),
      [TextWord("\(first) to \(last)")])
    for step in timeline.steps { write(step) }
    writeLegend()
    for days in timeline.unseen {
      page.line(
        TextWord.words(
          of: "not looked at: \(days.lowerBound.text) to \(days.upperBound.text)", .yellow),
        indent: 2)
    }
    if let last = timeline.steps.last, last.through == timeline.days.upperBound,
      !last.daily.isEmpty
    {
      page.line(
        TextWord.words(of: "still moving on the last day: --to DATE looks further", .dim),
        indent: 2)
    }
  }

  private mutating func write(_ step: TimelineStep) {
    let decision = step.decision
    var head = [
      TextWord(step.day.text, .bold), TextWord(decision.mark.text, decision.ink, gap: 2),
    ]
    head += TextWord.words(of: decision.words, decision.ink)
    if step.through > step.day {
      page.line(head + [TextWord("until \(step.through.text)", gap: 2)], indent: 2)
      writeDaily(step)
    } else {
      page.line(head, indent: 2)
    }
    writeAmounts(of: step)
    guard page.style.verbosity != .quiet else { return }
    for reason in step.reasons { line(words(of: reason)) }
  }

  private mutating func writeAmounts(of step: TimelineStep) {
    guard step.amounts != shown else { return }
    shown = step.amounts
    line(TextWord.separated(amountWords(of: step)))
    let bar = bar.text(of: step)
    if !bar.isEmpty, page.style.verbosity != .quiet { line([TextWord("|\(bar)|", .dim)]) }
  }

  private mutating func writeDaily(_ step: TimelineStep) {
    guard let currency = step.currency else { return }
    let moves = AmountKind.all.compactMap { kind -> [TextWord]? in
      guard let move = step.daily[kind] else { return nil }
      let sum = Amount(nominal: abs(move)).text(in: currency)
      return TextWord.words(of: "\(kind.words) \(move < 0 ? "falls" : "grows")") + [TextWord(sum)]
        + TextWord.words(of: "a day")
    }
    line(
      moves.isEmpty
        ? TextWord.words(of: "amounts of its parts move every day, their sum does not")
        : TextWord.separated(moves))
  }

  private func amountWords(of step: TimelineStep) -> [[TextWord]] {
    let nothing = [TextWord("nothing invoiced", .dim)]
    guard let currency = step.currency else { return [nothing] }
    func text(_ kind: AmountKind) -> String {
      (step.amounts[kind] ?? .zero).text(in: currency)
        + (step.illustrative.contains(kind) ? "*" : "")
    }
    let paid = [
      TextWord("pay \(text(step.amounts[.payNow] == nil ? .bucket(.pay) : .payNow))", .green),
      TextWord("of \(text(.invoiced))"), TextWord("invoiced"),
    ]
    return [step.amounts[.invoiced, default: .zero].isZero ? nothing : paid]
      + step.heldAmounts.map { [TextWord("\($0.kind.words) \(text($0.kind))")] }
  }

  private func words(of reason: TimelineReason) -> [TextWord] {
    switch reason {
    case .amended(let name): TextWord.untrusted("amendment \(name) is in force")
    case .waiverBegins(let name): TextWord.untrusted("waiver \(name) begins")
    case .waiverEnded(let name): TextWord.untrusted("waiver \(name) has ended")
    case .paid(let name): TextWord.untrusted("payment \(name) was made")
    case .received(let part): TextWord.untrusted("invoice \(part.path) is received")
    case .replaced(let part): TextWord.untrusted("invoice \(part.path) is replaced")
    case .due(let part): TextWord.untrusted("milestone \(part.path) was due the day before")
    case .finding(let part, let rule, let old, let new, let records):
      words(of: rule, for: part, from: old, to: new, on: records)
    }
  }

  private func words(
    of rule: Citation, for part: PartName, from old: Verdict?, to new: Verdict?,
    on records: [RecordReference]
  ) -> [TextWord] {
    var words = new.map { [$0.mark] } ?? []
    words += TextWord.untrusted("\(part.path) \(rule.rule):")
    if let old, old != new { words += TextWord.words(of: "\(old.words) →", .dim) }
    if let new { words += TextWord.words(of: new.words, new.mark.ink) }
    for record in records {
      words += TextWord.untrusted(timeline.files.placeText(of: record), .dim)
    }
    return words
  }

  /// What the signs of the bars stand for, as far as there are any.
  private mutating func writeLegend() {
    guard page.style.verbosity != .quiet else { return }
    let used = Bucket.allCases.filter { bucket in
      timeline.steps.contains { bar.text(of: $0).contains(bucket.sign) }
    }
    guard !used.isEmpty else { return }
    page.line(
      used.enumerated().flatMap { index, bucket in
        [TextWord("\(bucket.sign) \(bucket.words)", .dim, gap: index == 0 ? 1 : 3)]
      }, indent: 2)
  }

  private mutating func line(_ words: [TextWord]) {
    page.line(words, indent: page.isAligned ? Self.indent : 4, hanging: Self.indent + 2)
  }
}
