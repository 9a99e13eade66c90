internal import ContractModel
internal import SourceText

/// Writes one contract: its row of the first table, and its section.
struct MarkdownContract {
  private let reported: ReportedContract
  private let cases: [ReportCase]

  init(_ reported: ReportedContract) {
    self.reported = reported
    cases = reported.cases
  }

  private var decision: ContractDecision { reported.decision }
  private var contract: Contract { reported.contract }

  /// Whether a reader in a hurry wants to see the section.
  var hasSomethingToTell: Bool {
    cases.contains { $0.outcome == .failed || $0.outcome == .undecided }
      || !contract.waivers.isEmpty
  }

  /// What is recommended and its amounts, in one line.
  var row: String { "| \(name) | \(recommendation) | \(amounts?.cells ?? " | |") |\n" }

  private var recommendation: String {
    let recommended = decision.settled.decision
    return "\(MarkdownText.escaping(recommended.mark.text)) \(recommended.words)"
  }

  private var amounts: MarkdownAmounts? { decision.total.map(MarkdownAmounts.init) }

  /// Returns the section; `nil` where not even its first rows fit into a number of bytes.
  func text(limit: Int) -> String? {
    let sentence = amounts.map { ": \($0.sentence)" } ?? ""
    let head = "\n## \(name)\n\n\(recommendation)\(sentence)\n"
    let rest = (unremarkable + items).joined()
    let rows = cases.compactMap(row)
    guard !rows.isEmpty else { return fits(head + rest, into: limit) }
    let table = head + Self.tableHead
    let room = limit - table.utf8.count - rest.utf8.count
    let text = MarkdownReport.fitting(rows, into: room) { "| | and \($0) more | | | | | |\n" }
    return fits(table + text + rest, into: limit)
  }

  private static let tableHead = """

    | | subject | rule | verdict | why | § | records |
    | --- | --- | --- | --- | --- | --- | --- |

    """

  private func fits(_ text: String, into limit: Int) -> String? {
    text.utf8.count <= limit ? text : nil
  }

  /// The id stands last, as no heading may end with the full stop of a name.
  private var name: String {
    let supplier = contract.supplierName.map { " · \($0)" } ?? ""
    let title = contract.title.drop { $0 == " " }
    return MarkdownText.escaping("\(title)\(supplier) (\(contract.id))")
  }

  /// Returns the row of a finding that something is to be done about.
  private func row(of reportedCase: ReportCase) -> String? {
    guard let finding = reportedCase.finding.map({ decision.findings[$0] }),
      !finding.verdict.isUnremarkable
    else { return nil }
    let why = [reportedCase.message] + contract.missingTexts(of: finding).map { "missing \($0)" }
    let cells = [
      finding.verdict.mark.text, reportedCase.subject, reportedCase.rule,
      reportedCase.words + (contract.waiver(of: finding).map { " by \($0.name)" } ?? ""),
      why.joined(separator: "; "), finding.rule.section ?? "",
      reported.recordTexts(of: finding, atMost: 3).joined(separator: ", "),
    ]
    return "| " + cells.map(MarkdownText.escaping).joined(separator: " | ") + " |\n"
  }

  /// How many findings the table leaves out, as nothing is to be done about them.
  private var unremarkable: [String] {
    let verdicts = decision.findings.map(\.verdict)
    let counts = [Verdict.met, .notApplicable].map { verdict in
      (verdict.words, verdicts.count { $0 == verdict })
    }
    let words = counts.filter { $0.1 > 0 }.map { "\($1) \($0)" }
    return words.isEmpty ? [] : ["\nBeside these: \(words.joined(separator: ", ")).\n"]
  }

  /// What releases what, and the waivers on file.
  private var items: [String] {
    let waivers = decision.reportedWaivers.map { waiver, isUsed in
      waiver.sentence + (isUsed ? "" : " (it made no difference)")
    }
    let lines = CaseWording(reported).details(of: cases[0]).phrases + waivers
    return lines.isEmpty ? [] : ["\n"] + lines.map { "- \(MarkdownText.escaping($0))\n" }
  }
}
