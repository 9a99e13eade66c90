package import SourceText

/// What came of one test of the rules, or of one row of its table.
package struct TestResult: Sendable {
  package enum Status: String, CaseIterable, Hashable, Sendable {
    case passed
    case failed
    /// A mistake in the test, or in the rules it tries, left nothing to compare.
    case invalid
  }

  package let title: String
  /// The row of the table, as `column cell, column cell`; nil where there is no table.
  package let row: String?
  /// The test, or the row of its table.
  package let range: SourceRange
  package let status: Status
  package let failures: [TestFailure]

  package init(
    title: String, row: String?, range: SourceRange, status: Status, failures: [TestFailure]
  ) {
    self.title = title
    self.row = row
    self.range = range
    self.status = status
    self.failures = failures
  }
}

/// One expectation that a decision did not meet.
package struct TestFailure: Hashable, Sendable {
  /// As the test names it: `milestone launch`.
  package let subject: String
  /// What was looked at: `deducted`, `rule accepted-without-delay`.
  package let what: String
  package let expected: String
  package let found: String
  package let range: SourceRange

  package init(
    subject: String, what: String, expected: String, found: String, range: SourceRange
  ) {
    self.subject = subject
    self.what = what
    self.expected = expected
    self.found = found
    self.range = range
  }
}
