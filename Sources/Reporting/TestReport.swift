package import ContractModel
package import SourceText

/// Everything one run of tests has to say, in a fixed order and of no format.
package struct TestReport: Sendable {
  package let results: [TestResult]
  package let diagnostics: [Diagnostic]
  package let files: SourceFiles

  /// Nil where nobody asked.
  package let coverage: TestCoverage?
  /// Nil where nobody asked, or where a test did not pass.
  package let mutation: MutationReport?

  package init(
    results: [TestResult], diagnostics: [Diagnostic], files: SourceFiles,
    coverage: TestCoverage? = nil, mutation: MutationReport? = nil
  ) {
    self.results = results
    self.diagnostics = diagnostics
    self.files = files
    self.coverage = coverage
    self.mutation = mutation
  }

  func count(_ status: TestResult.Status) -> Int { results.count { $0.status == status } }
}
