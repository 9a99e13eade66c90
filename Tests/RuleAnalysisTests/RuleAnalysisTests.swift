import RuleAnalysis
import SourceText
import TestSupport
import Testing

@Suite struct IdleText {
  @Test func aClauseWithoutARuleIsFound() {
    let source = MarkedSource("clause «idle» {\n  cites \"1\"\n}\n")
    let outcome = RuleAnalysis.run(
      AnalysisInput(rules: [SourceFile(path: "idle.rules", bytes: source.bytes)]))
    #expect(outcome.diagnostics.map(\.id.rawValue) == ["clause-without-rule"])
    #expect(outcome.diagnostics.map(\.range) == source.ranges)
  }
}
