package import SourceText

/// The mistakes in sources, and in documents that are read by one.
extension DiagnosticID {
  package static let eachInRow = DiagnosticID("each-in-row")
  package static let eachWithoutPath = DiagnosticID("each-without-path")
  package static let emptySource = DiagnosticID("empty-source")
  package static let leavesOutNotGiven = DiagnosticID("leaves-out-not-given")
  package static let mappedTwice = DiagnosticID("mapped-twice")
  package static let missingPath = DiagnosticID("missing-path")
  package static let notAColumn = DiagnosticID("not-a-column")
  package static let notAPath = DiagnosticID("not-a-path")
  package static let notASourceCondition = DiagnosticID("not-a-source-condition")
  package static let notAUnit = DiagnosticID("not-a-unit")
  package static let notAWordTable = DiagnosticID("not-a-word-table")
  package static let pathLeavesDocument = DiagnosticID("path-leaves-document")
  package static let recordBesideContract = DiagnosticID("record-beside-contract")
  package static let sourceOfContracts = DiagnosticID("source-of-contracts")
  package static let unknownSource = DiagnosticID("unknown-source")
}
