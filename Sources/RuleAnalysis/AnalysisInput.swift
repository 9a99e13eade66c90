package import SourceText

/// The texts of one analysis.
package struct AnalysisInput: Sendable {
  /// Rules that are looked at.
  package var rules: [SourceFile]
  /// Rules that the others need, and that nothing is said of beyond their mistakes.
  package var knownRules: [SourceFile]
  package var contracts: [SourceFile]
  package var tests: [SourceFile]

  package init(
    rules: [SourceFile], knownRules: [SourceFile] = [], contracts: [SourceFile] = [],
    tests: [SourceFile] = []
  ) {
    self.rules = rules
    self.knownRules = knownRules
    self.contracts = contracts
    self.tests = tests
  }
}
