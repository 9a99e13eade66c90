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
  /// Whether to find out which mistakes in the rules no test would notice.
  package var mutates: Bool
  /// How many contracts may be tried, for each clause, to find the tests that would kill its mutants.
  package var mostExperiments = 1000
  /// Whether to find out what the expectations would have to say.
  package var updates: Bool

  package init(
    ruleFiles: [InputFile], testFiles: [InputFile], filter: String? = nil,
    measuresCoverage: Bool = false, mutates: Bool = false, updates: Bool = false
  ) {
    self.ruleFiles = ruleFiles
    self.testFiles = testFiles
    self.filter = filter
    self.measuresCoverage = measuresCoverage
    self.mutates = mutates
    self.updates = updates
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
  /// Nil where nobody asked, or where a test did not pass.
  package let mutation: MutationReport?
  /// The files of tests as they would have to be; empty where nobody asked, or all is as expected.
  package let updates: [UpdatedFile]
}
