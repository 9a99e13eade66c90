package import RuleChecking
package import SourceText

/// What an analysis found.
package struct AnalysisOutcome: Sendable {
  /// Mistakes are errors, findings are warnings; by file and place, each once.
  package let diagnostics: [Diagnostic]
  package let files: SourceFiles
  package let rules: RuleBook
  package let contracts: [FileID]
  package let tests: [FileID]

  init(
    _ diagnostics: [Diagnostic], files: SourceFiles, rules: RuleBook, contracts: [FileID],
    tests: [FileID]
  ) {
    self.diagnostics = diagnostics.inOrder
    self.files = files
    self.rules = rules
    self.contracts = contracts
    self.tests = tests
  }

  /// Returns the same with mistakes that others found in these texts.
  package func adding(_ mistakes: [Diagnostic]) -> AnalysisOutcome {
    AnalysisOutcome(
      diagnostics + mistakes, files: files, rules: rules, contracts: contracts, tests: tests)
  }
}

extension [Diagnostic] {
  /// By file and place, each once, however it is to be mended.
  fileprivate var inOrder: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let sorted = enumerated().sorted { left, right in
      let (first, second) = (left.element.range, right.element.range)
      return (first.file, first.lower, first.upper, left.offset)
        < (second.file, second.lower, second.upper, right.offset)
    }
    return sorted.map(\.element).filter { seen.insert($0.mended(by: nil)).inserted }
  }
}
