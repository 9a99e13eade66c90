import ContractModel
import SourceText
import Testing

@testable import Reporting

@Suite struct Markdown {
  @Test(arguments: [
    ("a | b", "a &#124; b"), ("\\|", "\\\\&#124;"), ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
    ("![x](http://e)", "\\!\\[x\\](http\\://e)"),
    ("*a* _b_ ~c~ `d`", "\\*a\\* \\_b\\_ \\~c\\~ \\`d\\`"),
    ("@octocat closes #1", "@<!-- -->octocat closes \\#<!-- -->1"),
    ("me@site.example", "me@<!-- -->site.example"), ("www.site.example", "www\\.site.example"),
    ("# heading", "\\# heading"), ("##[error]", "\\#\\\\\\#\\[error\\]"),
    ("costs $5 or $6", "costs <span>$</span>5 or <span>$</span>6"),
    (":white_check_mark: paid", ":<!-- -->white\\_check\\_mark: paid"),
    ("a.json:14 at 10:30", "a.json:14 at 10:30"), ("a\nb", "a\\\\u{A}b"),
  ])
  func showsTextsAsTheyAre(_ text: String, written: String) {
    #expect(MarkdownText.escaping(text) == written)
  }

  @Test(arguments: FormatLaws.texts)
  func keepsTheCellsOfItsTables(_ hostile: String) {
    let report = SampleContract(title: hostile, name: hostile, rule: hostile, message: hostile)
    for line in MarkdownReport().rendering(report.report).lines where line.hasPrefix("|") {
      #expect([6, 8].contains(line.count { $0 == "|" }), "\(line)")
    }
  }

  @Test(arguments: [3000, 20_000, 60_000])
  func staysWithinItsLimit(_ limit: Int) throws {
    var report = Report.empty()
    for number in 1...60 {
      report.add(Self.contract("contract-\(number)", decision: number == 59 ? .withhold : .pay))
    }
    for number in 1...40 {
      report.add(ReportedDiagnostic(error: DiagnosticID("unreadable"), "\(number)"))
    }
    let whole = MarkdownReport().rendering(report)
    let text = MarkdownReport(limit: limit).rendering(report)
    #expect(text.utf8.count <= limit)
    #expect(text.contains("contract-59)"), "the gravest is the last to be left out")
    #expect(text.contains("60 contracts: 1 withhold, 59 pay"))
    #expect(text.contains("the sections of ") && text.contains("all in USD"))
    #expect(whole.utf8.count > 60_000 && whole.contains("## Title · CGI (contract-59)"))
    let rows = text.lines.count { $0.contains("| ✓ pay |") || $0.contains("| ✗ withhold |") }
    let left = try text.firstMatch(of: /\n\| and ([0-9]+) more \|/).map {
      try #require(Int($0.1))
    }
    #expect(rows + (left ?? 0) == 60)
  }

  @Test func leavesNothingOutWhereThereIsRoom() {
    let report = SampleContract().report
    #expect(MarkdownReport(limit: 65_536).rendering(report) == MarkdownReport().rendering(report))
  }

  @Test func leavesOutRowsOfALongSection() {
    let sample = SampleContract()
    let decision = ContractDecision(
      contract: sample.decision.contract,
      findings: Array(repeating: sample.findings[0], count: 500), settled: sample.settled)
    var report = Report.empty()
    report.add(ReportedContract(decision, files: sample.report.contracts[0].files))
    let text = MarkdownReport(limit: 10_000).rendering(report)
    #expect(text.utf8.count <= 10_000)
    #expect(text.contains(/\| \| and [0-9]+ more \| \| \| \| \| \|/))
    #expect(text.contains("- withheld USD"), "what follows the table is not cut off")
  }

  private static func contract(_ id: String, decision: Decision) -> ReportedContract {
    let sample = SampleContract(id: id, title: "Title")
    let settled = Settled(
      decision: decision, movements: sample.settled.movements, amounts: sample.settled.amounts,
      decisions: [:], blocked: nil, carriedForward: [:])
    return ReportedContract(
      ContractDecision(
        contract: sample.decision.contract, findings: sample.findings, settled: settled),
      files: sample.report.contracts[0].files)
  }
}
