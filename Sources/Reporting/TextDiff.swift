internal import ContractModel

/// What two versions decide otherwise, as people read it on a terminal.
package enum TextDiff {
  /// Returns the whole page, every line ended.
  package static func rendering(_ report: DiffReport, style: TextStyle) -> String {
    var page = TextPage(style: style)
    let movers = report.movers
    let numbers = Dictionary(
      uniqueKeysWithValues: movers.enumerated().map { ($0.element, $0.offset + 1) })
    for contract in report.diff.contracts {
      guard style.verbosity == .quiet ? contract.moves : !contract.isSame else { continue }
      var writer = ContractDiffText(
        contract: contract, report: report, numbers: numbers, page: TextPage(style: style))
      writer.write()
      page.add(writer.page)
      page.blankLine()
    }
    page.writeEdits(of: report, movers: movers)
    page.writeSummary(of: report)
    return page.text
  }
}

/// Writes one contract: what moves, and by which edits.
private struct ContractDiffText {
  let contract: ContractDiff
  let report: DiffReport
  /// What each edit that moves something is called.
  let numbers: [Int: Int]
  var page: TextPage
  /// How wide the longest name of a part is, as far as there is room for it.
  private let widestPart: Int

  init(contract: ContractDiff, report: DiffReport, numbers: [Int: Int], page: TextPage) {
    self.contract = contract
    self.report = report
    self.numbers = numbers
    self.page = page
    let parts = contract.changes.filter(\.measure.isRecommendation).map(\.measure.part.path.count)
    widestPart = min(parts.max() ?? 0, 24)
  }

  mutating func write() {
    let supplier = contract.supplier.map { " · \($0)" } ?? ""
    page.edges(
      TextWord.untrusted(contract.title + supplier, .bold),
      [TextWord("as of \((contract.statedAsOf ?? report.asOf).text)")])
    switch contract.presence {
    case .both: break
    case .onlyOld: writePresence(in: report.old)
    case .onlyNew: writePresence(in: report.new)
    }
    for change in contract.changes { write(change) }
  }

  private mutating func writePresence(in side: DiffReport.Side) {
    page.line(
      TextWord.words(of: "decided in", .yellow) + TextWord.untrusted(side.name, .yellow)
        + TextWord.words(of: "only", .yellow), indent: 2)
  }

  private mutating func write(_ change: DecisionChange) {
    switch change.measure {
    case .decision(let part): writeRow(change, part, "decision")
    case .amount(let part, let kind): writeRow(change, part, kind.words)
    case .finding(let part, _, let rule, _):
      if page.style.verbosity != .quiet { writeFinding(change, part, rule) }
    }
  }

  private mutating func writeRow(_ change: DecisionChange, _ part: PartName, _ name: String) {
    var words = TextWord.untrusted(part.path, .bold)
    let column = 2 + widestPart + 2
    words += TextWord.words(of: name, gap: page.gap(after: words, indent: 2, toColumn: column))
    let values = column + "carried forward".count + 2
    let gap = page.gap(after: words, indent: 2, toColumn: values)
    let isShared = contract.presence == .both
    let old = change.old ?? (isShared ? change.new?.nothing : nil)
    let new = change.new ?? (isShared ? change.old?.nothing : nil)
    page.line(
      words + Self.words(of: old, gap: gap) + [TextWord("→", .dim)] + Self.words(of: new)
        + causeWords(of: change), indent: 2)
  }

  private mutating func writeFinding(
    _ change: DecisionChange, _ part: PartName, _ rule: String
  ) {
    let (old, new) = (change.old?.finding, change.new?.finding)
    var words = [(new ?? old)?.verdict.mark].compactMap(\.self)
    words += TextWord.untrusted(part.path) + TextWord.untrusted(rule, gap: 2)
    if old?.verdict != new?.verdict || old == nil || new == nil {
      words += Self.words(of: change.old, gap: 2) + [TextWord("→", .dim)]
      words += Self.words(of: change.new)
    }
    page.line(words + causeWords(of: change), indent: 4)
    guard old?.message != new?.message else { return }
    writeMessage("was", old?.message)
    writeMessage("now", new?.message)
  }

  private mutating func writeMessage(_ label: String, _ message: String?) {
    guard let message, !message.isEmpty else { return }
    page.line(
      [TextWord("\(label):", .dim)] + TextWord.untrusted(message), indent: 8, hanging: 13)
  }

  private static func words(of value: MeasuredValue?, gap: Int = 1) -> [TextWord] {
    switch value {
    case nil: [TextWord("none", .dim, gap: gap)]
    case .decision(let decision)?: TextWord.words(of: decision.words, decision.ink, gap: gap)
    case .amount(let amount, let currency)?: [TextWord(amount.text(in: currency), gap: gap)]
    case .finding(let finding)?:
      TextWord.words(of: finding.verdict.words, finding.verdict.mark.ink, gap: gap)
    }
  }

  /// Says which edits move it: `[1]` alone, `[1] with [2]` only together, `[1] with others` with any
  /// of several.
  private func causeWords(of change: DecisionChange) -> [TextWord] {
    guard contract.presence == .both else { return [] }
    switch change.cause {
    case .alone(let edits):
      return edits.enumerated().flatMap { index, sole in
        [TextWord(name(of: sole.edit), .yellow, gap: index == 0 ? 2 : 1)]
          + (sole.value == change.new ? [] : partialWords(of: sole, in: change))
      }
    case .together(let edits):
      let names = edits.map(name) + (edits.count == 1 ? ["others"] : [])
      return [TextWord(names.joined(separator: " with "), .yellow, gap: 2)]
    case .all: return TextWord.words(of: "[all edits together]", .yellow, gap: 2)
    case .unknown: return TextWord.words(of: "[no edit that was tried]", .yellow, gap: 2)
    }
  }

  /// What an edit comes to alone, where that is not what all come to.
  private func partialWords(
    of sole: ChangeCause.SoleEdit, in change: DecisionChange
  ) -> [TextWord] {
    if case .finding(let finding)? = sole.value {
      return [TextWord("(alone: \(finding.verdict.words))", .dim)]
    }
    let words = Self.words(of: sole.value ?? change.new?.nothing ?? change.old?.nothing).map(\.text)
      .joined(separator: " ")
    return [TextWord("(alone: \(words))", .dim)]
  }

  private func name(of edit: Int) -> String { "[\(numbers[edit] ?? 0)]" }
}

extension MeasuredValue {
  fileprivate var finding: MeasuredFinding? {
    if case .finding(let finding) = self { return finding }
    return nil
  }

  /// What there is where an amount is none.
  fileprivate var nothing: MeasuredValue? {
    if case .amount(_, let currency) = self { return .amount(.zero, currency) }
    return nil
  }
}

extension TextPage {
  /// Writes the edits that move something under their numbers, and how many do not.
  fileprivate mutating func writeEdits(of report: DiffReport, movers: [Int]) {
    let edits = report.diff.edits
    for (index, place) in movers.enumerated() { write(edits[place], label: "[\(index + 1)]") }
    let moving = Set(movers)
    let idle = edits.indices.filter { !moving.contains($0) }
    if !report.diff.areEditsTried {
      line(
        TextWord.words(of: "\(edits.count) edits: too many to be tried one by one", .yellow),
        indent: 0)
    } else if style.verbosity == .verbose {
      for place in idle { write(edits[place], label: "[ ]") }
    } else if !idle.isEmpty, style.verbosity != .quiet {
      let isOther = !movers.isEmpty
      let isShared = report.diff.contracts.allSatisfy { $0.presence == .both }
      line(
        TextWord.words(
          of:
            "\(idle.count) \(isOther ? "other " : "")\(idle.count == 1 ? "edit moves" : "edits move")"
            + " nothing\(isShared ? "" : " that both decide")", .dim), indent: 0)
    }
    if !edits.isEmpty, style.verbosity != .quiet { blankLine() }
  }

  private mutating func write(_ edit: TextEdit, label: String) {
    guard style.verbosity != .quiet else { return }
    let places = [edit.old, edit.new].compactMap { $0.map { "\($0.path):\($0.line)" } }
    line(
      [TextWord(label, .yellow), TextWord(edit.kind.rawValue)]
        + TextWord.untrusted(edit.what, .bold),
      indent: 0)
    if let words = edit.words {
      line(
        TextWord.untrusted(words.old.isEmpty ? "nothing" : words.old, .red)
          + [TextWord("→", .dim)]
          + TextWord.untrusted(words.new.isEmpty ? "nothing" : words.new, .green), indent: 6)
    }
    line(
      places.enumerated().flatMap { index, place in
        (index == 0 ? [] : [TextWord("→", .dim)]) + TextWord.untrusted(place, .dim)
      }, indent: 6)
  }

  fileprivate mutating func writeSummary(of report: DiffReport) {
    let contracts = report.diff.contracts
    let count = contracts.count(where: \.moves)
    let noun = contracts.count == 1 ? "contract" : "contracts"
    line(
      count == 0
        ? TextWord.words(
          of: "no decision and no amount moves in \(contracts.count) \(noun)", .green)
        : TextWord.words(
          of: "\(count) of \(contracts.count) \(noun) \(count == 1 ? "moves" : "move")"),
      indent: 0)
  }
}
