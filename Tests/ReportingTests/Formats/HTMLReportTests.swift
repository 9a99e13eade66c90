import ContractModel
import Reporting
import SourceText
import Testing

@Suite struct HTMLReports {
  @Test func areOnePage() throws {
    try expectGolden(page(SampleContract().report), "report.html")
  }

  @Test func haveBalancedTagsAndOneOfEachLandmark() throws {
    let page = try HTMLPage(page(SampleContract().report))
    for name in ["h1", "header", "nav", "main", "footer", "style"] {
      #expect(page.elements(name).count == 1, "\(name)")
    }
    #expect(page.elements("html").first?.attributes["lang"] == "en")
    #expect(page.levels.first == 1)
    #expect(zip(page.levels, page.levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  @Test func nameEveryTableColumnAndRow() throws {
    let page = try HTMLPage(page(SampleContract().report))
    #expect(page.elements("table").count > 5)
    #expect(page.elements("table").count == page.elements("caption").count)
    #expect(page.elements("th").allSatisfy { ["col", "row"].contains($0.attributes["scope"]) })
  }

  @Test func linkOnlyToTheirOwnParts() throws {
    let page = try HTMLPage(page(SampleContract().report))
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let targets = page.elements.compactMap { $0.attributes["href"] }
    #expect(targets.count > 10)
    #expect(targets.allSatisfy { $0.hasPrefix("#") && ids.contains(String($0.dropFirst())) })
    let words = page.elements.compactMap { $0.attributes["aria-labelledby"] }
    #expect(words.flatMap { $0.split(separator: " ") }.allSatisfy { ids.contains(String($0)) })
  }

  @Test func giveEachDrawingATitleAndWords() throws {
    let page = try HTMLPage(page(SampleContract().report))
    let drawings = page.elements("svg")
    #expect(drawings.count == 3)
    #expect(drawings.allSatisfy { $0.attributes["role"] == "img" })
    #expect(page.elements("desc").count == drawings.count)
    // The page has one too.
    #expect(page.elements("title").count == drawings.count + 1)
  }

  @Test(arguments: HostileText.texts + markup)
  func keepTextText(_ hostile: String) throws {
    let text = page(SampleContract.saying(hostile).report)
    let tame = try HTMLPage(page(SampleContract.saying("tame").report))
    let page = try HTMLPage(text)
    #expect(page.elements.map(\.name) == tame.elements.map(\.name))
    #expect(
      page.elements.map { $0.attributes.keys.sorted() }
        == tame.elements.map { $0.attributes.keys.sorted() })
    #expect(page.styles == tame.styles)
    #expect(!text.contains("##"))
    for line in text.split(separator: "\n") {
      #expect(!line.drop { $0.isWhitespace }.hasPrefix("::"), "\(line)")
    }
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !HostileText.isControl($0) })
  }

  @Test func showStacksOfSignsAsTheyAreWritten() {
    let text = page(SampleContract.saying("a" + String(repeating: "\u{E47}", count: 6)).report)
    #expect(text.contains("\\u{E47}\\u{E47}<"))
    #expect(!text.contains("\\u{E47}\\u{E47}\\u{E47}"))
  }

  @Test func drawMoneySoThatItAddsUp() throws {
    let text = page(SampleContract().report)
    let bars = try HTMLPage(text).elements("rect").filter { $0.attributes["height"] == "16" }
    let drawn = try bars.map { bar in
      try (start: parts(bar.attributes["x"]), length: parts(bar.attributes["width"]))
    }
    #expect(drawn.count == 6)
    for chart in [drawn.prefix(3), drawn.suffix(3)] {
      let invoiced = try #require(chart.first)
      #expect(chart.dropFirst().reduce(0) { $0 + $1.length } == invoiced.length)
      #expect(chart.last?.start == 0)
    }
  }

  @Test func sayThatTheyAreNotComplete() throws {
    var report = SampleContract().report
    report.add(
      ReportedDiagnostic(
        error: DiagnosticID("unreadable-file"), "status/a.json could not be <read>"))
    let text = page(report)
    #expect(text.contains("This report is not complete"))
    #expect(text.contains("<li>status/a.json could not be &lt;read&gt;</li>"))
    #expect(text.contains("1 rule could not be evaluated"))
  }

  @Test func nameWaiversThatDoNotCountAndTheEarlierReport() {
    let head = ReportHead(
      asOf: SampleContract.asOf, asOfIsToday: true, toolVersion: "1.2.3", honoursWaivers: false,
      baseline: "<old>.json")
    let text = HTMLReport(head).rendering(Report(head))
    #expect(text.contains("Waivers do not count in this report."))
    #expect(text.contains("the earlier report &lt;old&gt;.json"))
    #expect(text.contains("today: no date was named"))
    #expect(text.contains("No contract was decided."))
  }

  @Test func listWhatWasRead() {
    var totals = SampleContract().report.totals
    let input = ReportedInput(path: "a & b.rules", role: .rules, bytes: [1])
    totals.add(input)
    let text = HTMLReport(totals.head).closing(totals)
    #expect(text.contains("a &amp; b.rules"))
    #expect(text.contains("<code>\(input.sha256)</code>"))
  }

  @Test func markWhatAnEarlierReportHad() throws {
    let head = SampleContract().report.totals.head
    var report = Report(head)
    let files = try #require(SampleContract().report.contracts.first?.files)
    report.add(
      ReportedContract(
        SampleContract().decision, files: files,
        comparison: BaselineComparison(knownFindings: [0], isKnown: false)))
    let text = page(report)
    #expect(text.ranges(of: "known: the earlier report had it").count == 1)
  }

  private static let markup = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='x' y='",
    "</style><style>*{background:url(//a.example)}", "</pre></code></title>", "<!--", "-->",
    "]]>", "&lt;b&gt;", "&#60;", "javascript:x", "expression(1)", "\u{FFFE}",
    "\u{301}x", "\u{5D0}\u{5D1}",
  ]

  private func page(_ report: Report) -> String { FormatCase.html.text(report) }

  private func parts(_ percent: String?) throws -> Int {
    let digits = try #require(percent).filter { $0 != "." && $0 != "%" }
    return try #require(Int(digits))
  }
}
