package import ContractCheck
package import ContractModel
package import SourceText

/// All that a run of tests depends on.
package struct TestInput: Sendable {
  package var ruleFiles: [InputFile]
  package var testFiles: [InputFile]
  /// Only tests whose title contains it are run; nil for all.
  package var filter: String?
  /// Whether to find out how much of the rules the tests show.
  package var measuresCoverage: Bool

  package init(
    ruleFiles: [InputFile], testFiles: [InputFile], filter: String? = nil,
    measuresCoverage: Bool = false
  ) {
    self.ruleFiles = ruleFiles
    self.testFiles = testFiles
    self.filter = filter
    self.measuresCoverage = measuresCoverage
  }
}

/// What came of a run of tests.
package struct TestOutcome: Sendable {
  /// In the order of the files by path, of the tests in a file, of the rows of a test.
  package let results: [TestResult]
  /// Mistakes of the rules, of the tests and of their contracts, each once.
  package let diagnostics: [Diagnostic]
  package let files: SourceFiles
  /// What the program got wrong about itself, in words; no result counts then.
  package let brokenInvariant: String?
  /// Nil where nobody asked.
  package let coverage: TestCoverage?

  package init(
    results: [TestResult], diagnostics: [Diagnostic], files: SourceFiles, brokenInvariant: String?,
    coverage: TestCoverage? = nil
  ) {
    self.results = results
    self.diagnostics = diagnostics
    self.files = files
    self.brokenInvariant = brokenInvariant
    self.coverage = coverage
  }
}
