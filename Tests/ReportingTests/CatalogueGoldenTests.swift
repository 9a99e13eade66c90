import ContractModel
import Reporting
import SourceText
import Testing

@Suite struct CatalogueGoldens {
  private static let report: CatalogueReport = {
    var files = SourceFiles()
    let text = String(repeating: "\n", count: 60)
    let file = files.add(SourceFile(path: "Rules/sample.rules", bytes: Array(text.utf8)))
    func entry(_ name: String, _ documentation: String?, line: Int) -> RuleCatalogue.Entry {
      RuleCatalogue.Entry(
        name: name, documentation: documentation,
        range: SourceRange(file: file, lower: line - 1, upper: line))
    }
    let kind = RuleCatalogue.Kind(
      entry: entry(
        "capability", "What one deliverable was seen\nto do. It is filed once.", line: 2),
      nature: "evidence", plural: "capabilities", about: ["milestone", "deliverable"],
      asserters: ["buyer", "verifier"], keys: ["number"],
      fields: [
        .init(name: "state", type: "working or degraded", isOptional: false),
        .init(name: "note", type: "text", isOptional: true),
      ])
    let clause = RuleCatalogue.Clause(
      entry: entry("delay-damages", "Damages for delay, day by day", line: 10),
      title: "Damages for each day \u{1B}[31mof delay", section: "Model 20",
      terms: [
        .init(
          entry: entry("rate", "What one day costs.", line: 12),
          type: "money per calendar day by days-late", allowed: nil, standard: nil),
        .init(
          entry: entry("cap", nil, line: 13), type: "percent", allowed: "0% to 100%",
          standard: "10%"),
      ],
      rules: [
        .init(
          entry: entry(
            "accepted-without-delay",
            "Each day from the due date to acceptance costs its rate, up to the cap. Later.",
            line: 20),
          subject: "each milestone where critical is yes", section: "Model 20.1", target: nil),
        .init(
          entry: entry("descoped", nil, line: 30), subject: nil, section: nil,
          target: "accepted-without-delay"),
      ])
    return CatalogueReport(
      catalogue: RuleCatalogue(kinds: [kind], clauses: [clause]), diagnostics: [], files: files)
  }()

  private func text(
    width: Int = 80, verbosity: TextStyle.Verbosity = .normal
  ) -> String {
    TextCatalogue.rendering(
      Self.report, style: TextStyle(colour: false, width: width, verbosity: verbosity))
  }

  @Test func isAText() throws { try expectGolden(text(), "catalogue.txt") }

  @Test func isShortWhenQuiet() throws {
    try expectGolden(text(verbosity: .quiet), "catalogue-quiet.txt")
  }

  @Test(arguments: [40, 80, 120]) func staysInItsColumns(_ width: Int) {
    #expect(text(width: width).split(separator: "\n").allSatisfy { $0.count <= width })
  }

  @Test func isJSON() throws {
    try expectGolden(JSONCatalogue.rendering(Self.report), "catalogue.json")
  }

  @Test(arguments: [
    ("capabilities", 1, 0, 0), ("It is filed", 1, 0, 0), ("delay", 0, 1, 2),
    ("Model 20.1", 0, 1, 1),
    ("descoped", 0, 1, 1), ("one day costs", 0, 1, 0), ("nothing", 0, 0, 0),
  ])
  func aFilterKeepsWhatSpeaksOfIt(_ text: String, kinds: Int, clauses: Int, rules: Int) {
    let kept = Self.report.catalogue.filtered(by: text)
    #expect(kept.kinds.count == kinds)
    #expect(kept.clauses.count == clauses)
    #expect(kept.clauses.flatMap(\.rules).count == rules)
  }
}
