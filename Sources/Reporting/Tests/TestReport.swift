package import ContractModel
package import SourceText

/// Everything one run of tests has to say, in a fixed order and of no format.
package struct TestReport: Sendable {
  package let results: [TestResult]
  /// What kept tests from being read or run, and what was noticed beside.
  package let diagnostics: [ReportedDiagnostic]
  package let files: SourceFiles
  /// The version of the program: `0.5.0`.
  package let toolVersion: String

  /// Nil where nobody asked.
  package let coverage: TestCoverage?
  /// Nil where nobody asked, or where a test did not pass.
  package let mutation: MutationReport?
  /// What was to be shown or noticed at least.
  package let demands: [TestDemand]

  package init(
    results: [TestResult], diagnostics: [ReportedDiagnostic], files: SourceFiles,
    toolVersion: String, coverage: TestCoverage? = nil, mutation: MutationReport? = nil,
    demands: [TestDemand] = []
  ) {
    self.results = results
    self.diagnostics = diagnostics
    self.files = files
    self.toolVersion = toolVersion
    self.coverage = coverage
    self.mutation = mutation
    self.demands = demands
  }

  func count(_ status: TestResult.Status) -> Int { results.count { $0.status == status } }

  /// How many mistakes, and files that cannot be read, kept tests from being run.
  var problemCount: Int { diagnostics.count(where: \.isError) }

  /// Nil where there was none: `2 problems`.
  var problemsText: String? {
    problemCount == 0 ? nil : "\(problemCount) \(problemCount == 1 ? "problem" : "problems")"
  }
}

/// What a run of tests was asked to come to at least.
package struct TestDemand: Sendable {
  /// The option that asks: `coverage-at-least`.
  package let name: String
  /// In percent.
  package let least: Int
  /// What there is of it; empty where it could not be found out.
  package let shares: [(share: Share, of: String)]

  package init(_ name: String, least: Int, shares: [(share: Share, of: String)]) {
    self.name = name
    self.least = least
    self.shares = shares
  }

  package var isMet: Bool {
    !shares.isEmpty && shares.allSatisfy { $0.share.isAtLeast(percent: least) }
  }

  /// `83.1% of outcomes and 100% of rows, where 90% is asked`.
  var sentence: String {
    let parts = shares.map { "\($0.share.percentText) of \($0.of)" }
    return (parts.isEmpty ? "nothing could be measured" : parts.joined(separator: " and "))
      + ", where \(least)% is asked"
  }
}
