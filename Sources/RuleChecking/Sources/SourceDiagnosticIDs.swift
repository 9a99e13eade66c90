package import SourceText

/// The mistakes in sources, and in documents that are read by one.
extension DiagnosticID {
  package static let eachWithoutPath = DiagnosticID("each-without-path")
  package static let emptySource = DiagnosticID("empty-source")
  package static let mappedTwice = DiagnosticID("mapped-twice")
  package static let notAPath = DiagnosticID("not-a-path")
  package static let notASourceCondition = DiagnosticID("not-a-source-condition")
  package static let notAUnit = DiagnosticID("not-a-unit")
  package static let notAWordTable = DiagnosticID("not-a-word-table")
}
