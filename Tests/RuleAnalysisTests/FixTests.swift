import RuleAnalysis
import SourceText
import Testing

/// What a finding comes with mends it, and leaves every comment where it is.
@Suite struct Fixes {
  private static func rule(_ lines: String) -> String {
    AnalysisSample.clause("  rule r for each milestone {\n\(lines)\n    otherwise report x\n  }")
  }

  @Test(arguments: [
    (
      "    require finding is works and late is at most 5 calendar days and finding is works",
      "    require finding is works and late is at most 5 calendar days"
    ),
    (
      "    require late is at most 9 calendar days and late is at most 5 calendar days",
      "    require late is at most 5 calendar days"
    ),
    (
      "    require late is at most 5 calendar days\n    require late is at most 9 calendar days  ",
      "    require late is at most 5 calendar days"
    ),
    (
      "    require late is at most 5 calendar days\n      and late is at most 9 calendar days\n"
        + "      and finding is works",
      "    require late is at most 5 calendar days\n      and finding is works"
    ),
    (
      "    require any of {\n      finding is works\n      finding is works or degraded\n    }",
      "    require any of {\n      finding is works or degraded\n    }"
    ),
    (
      "    admits statements\n    require finding is works",
      "    require finding is works"
    ),
  ])
  func takeAwayWhatAddsNothing(_ lines: String, _ mended: String) {
    let analysed = Analysed(rules: Self.rule(lines))
    #expect(analysed.outcome.diagnostics.count == 1, "\(analysed.report)")
    #expect(analysed.fixedText == Self.rule(mended))
    #expect(Analysed(rules: analysed.fixedText).outcome.diagnostics.isEmpty)
  }

  /// Where a comment would go with it, or the finding does not tell what was meant, it stays.
  @Test(arguments: [
    "    require late is at most 5 calendar days\n    require late is at most 9 calendar days  // why",
    "    require late is at most 5 calendar days\n      // why\n      and late is at most 9 calendar days",
    "    require late is at most 5 calendar days  // this and\n      and late is at most 9 calendar days",
    "    require late is at most late",
    "    require late is at least 0 calendar days and finding is works",
    "    when finding is works\n    require finding is works and late is at most 5 calendar days",
  ])
  func leaveTheRest(_ lines: String) {
    let analysed = Analysed(rules: Self.rule(lines))
    #expect(analysed.outcome.diagnostics.count == 1, "\(analysed.report)")
    let comments = lines.split(separator: "\n").filter { $0.contains("//") }
    #expect(comments.allSatisfy { analysed.fixedText.contains($0.split(separator: "//")[1]) })
    #expect(Analysed(rules: analysed.fixedText).outcome.diagnostics.allSatisfy { !$0.isError })
  }

  @Test(arguments: [
    ("  idle means number of delays\n", true),
    ("  /// Why.\n  idle means number of delays\n", false),
    ("  idle means number of delays  // why\n", false),
    ("  term idle percent default 5%\n", false),
  ])
  func takeAwayWhatNothingReads(_ lines: String, isTaken: Bool) {
    let text = AnalysisSample.clause(lines)
    let analysed = Analysed(rules: text)
    #expect(analysed.outcome.diagnostics.map(\.id.rawValue) == ["meaning-never-read"])
    #expect(analysed.fixedText == (isTaken ? AnalysisSample.clause("") : text))
  }
}
