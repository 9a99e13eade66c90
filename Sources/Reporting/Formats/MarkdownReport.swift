internal import ContractModel

/// The report in GitHub's Markdown, for comments and summaries of steps: a table of all contracts
/// first, then a section for each.
///
/// Where the text may not grow beyond a number of bytes, whole sections and rows are left out, those
/// of contracts that are to be paid first, and what is left out is counted.
package struct MarkdownReport: ReportWriter {
  /// A row of the first table.
  private struct Row {
    let text: String
    let decision: Decision
  }

  private let limit: Int?
  private var rows: [Row] = []
  private var sectionBytes = 0
  private var sectionsLeftOut = 0

  /// Makes the writer of a report of at most so many bytes, where there is a limit.
  package init(limit: Int? = nil) { self.limit = limit }

  package var opensWithTotals: Bool { true }

  package func opening(_ totals: ReportTotals) -> String {
    let top = MarkdownSummary(totals)
    let rows = rowsThatFit(beside: top.text(rows: "") + closing(totals))
    return top.text(rows: rows)
  }

  package mutating func contract(_ contract: ReportedContract) -> String {
    let section = MarkdownContract(contract)
    rows.append(Row(text: section.row, decision: contract.decision.settled.decision))
    let room = limit.map { $0 * 5 / 8 - sectionBytes } ?? .max
    guard limit == nil || section.hasSomethingToTell, let text = section.text(limit: room) else {
      sectionsLeftOut += 1
      return ""
    }
    sectionBytes += text.utf8.count
    return text
  }

  package func closing(_ totals: ReportTotals) -> String {
    let lines = totals.diagnostics.map { diagnostic in
      "- " + diagnostic.lines.map(MarkdownText.escaping).joined(separator: "; ") + "\n"
    }
    var text = ""
    if !lines.isEmpty {
      text += "\n## What was found in the inputs\n\n"
      text += Self.fitting(lines, into: limit.map { $0 / 8 }) { "- \($0) more\n" }
    }
    if sectionsLeftOut > 0 {
      text += "\nLeft out here: the sections of \(sectionsLeftOut) of the contracts above.\n"
    }
    return text
  }

  /// Returns the rows, or as many of them as leave room for the rest, the gravest decisions first.
  private func rowsThatFit(beside rest: String) -> String {
    guard let limit else { return rows.map(\.text).joined() }
    let room = limit - sectionBytes - rest.utf8.count
    let all = rows.map(\.text)
    if all.reduce(0, { $0 + $1.utf8.count }) <= room { return all.joined() }
    let gravest = Decision.allCases.flatMap { decision in
      rows.filter { $0.decision == decision }.map(\.text)
    }
    return Self.fitting(gravest, into: room) { "| and \($0) more | | | | |\n" }
  }

  /// Returns the first lines that fit into a number of bytes with a count of those left out.
  static func fitting(
    _ lines: [String], into room: Int?, more: (Int) -> String
  ) -> String {
    guard let room, lines.reduce(0, { $0 + $1.utf8.count }) > room else { return lines.joined() }
    var text = ""
    for (index, line) in lines.enumerated() {
      let rest = more(lines.count - index)
      guard text.utf8.count + line.utf8.count + rest.utf8.count <= room else { return text + rest }
      text += line
    }
    return text
  }
}

/// Writes the title, what the run comes to, and the table around the rows of contracts.
private struct MarkdownSummary {
  let totals: ReportTotals

  init(_ totals: ReportTotals) { self.totals = totals }

  func text(rows: String) -> String {
    var paragraphs = ["# What to pay as of \(totals.head.asOf.text)"]
    if !totals.isComplete {
      paragraphs.append("**Incomplete**: not everything could be decided; see below.")
    }
    paragraphs.append("\(totals.contractsText); \(totals.casesText).")
    if !totals.head.honoursWaivers { paragraphs.append("Waivers are left out.") }
    if let shard = totals.head.shard {
      paragraphs.append("This is shard \(shard.text): other contracts are in the other shards.")
    }
    if let baseline = totals.head.baseline {
      paragraphs.append("Held against \(MarkdownText.escaping(baseline)).")
    }
    if totals.contractCount > 0 { paragraphs.append(table(rows)) }
    if totals.isIllustrative { paragraphs.append(MarkdownText.escaping(MoneyTotal.legend)) }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  private func table(_ rows: String) -> String {
    let head = "| contract | decision | invoiced | pay | held or taken |\n"
    return head + "| --- | --- | ---: | ---: | --- |\n" + rows
      + totals.money.map(row).joined(separator: "\n")
  }

  private func row(of total: MoneyTotal) -> String {
    "| **all in \(total.currency.code)** | | \(MarkdownAmounts(total).cells) |"
  }
}
