import RuleChecking
import RuleSyntax
import SourceText

/// What rules, contracts and tests say of themselves, before there is any record.
package enum RuleAnalysis {
  /// Reads all texts and looks for what is wrong with them, and for what is right and does nothing.
  package static func run(_ input: AnalysisInput) -> AnalysisOutcome {
    let texts = AnalysedTexts(reading: input)
    let found = (texts.mendedMistakes + findings(in: texts)).filter {
      $0.isError || texts.isLookedAt($0.range.file)
    }
    let allowances = texts.allowances
    let left = found.without(allowances.value) + allowances.diagnostics
    return AnalysisOutcome(
      left, files: texts.files, rules: texts.book, contracts: texts.contractFiles,
      tests: texts.tests.map(\.file))
  }

  /// What may stand in texts without a mistake and yet cannot be meant.
  private static func findings(in texts: AnalysedTexts) -> [Diagnostic] {
    texts.clauses.flatMap { findings(in: $0, of: texts) }
      + GapAnalysis.findings(in: texts.book)
      + texts.contracts.flatMap {
        GapAnalysis.findings(in: $0.checked, of: texts.book, files: texts.files)
      } + texts.unreadRecords
      + texts.unincorporatedClauses + texts.contracts.flatMap(\.unmarkedFigures)
      + texts.tests.flatMap { $0.findingsInTests(in: texts.files) }
  }

  private static func findings(
    in clause: AnalysedClause, of texts: AnalysedTexts
  ) -> [Diagnostic] {
    var analysis = ClauseAnalysis(of: clause, kinds: texts.book.kinds, files: texts.files)
    analysis.run()
    return analysis.diagnostics + clause.idleText
      + clause.unreadClaims(of: texts.book.kinds, in: texts.files)
  }
}
