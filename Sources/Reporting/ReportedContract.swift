package import ContractModel
package import SourceText

/// One contract as reports tell it: its decision, and the texts that the decision refers to.
package struct ReportedContract: Sendable {
  package let decision: ContractDecision
  package let files: SourceFiles
  /// What an earlier report knew already; nil where none was named.
  package let comparison: BaselineComparison?
  /// Where in the whole run it stands, if this is a part of one.
  package let place: RunPlace?

  package init(
    _ decision: ContractDecision, files: SourceFiles, comparison: BaselineComparison? = nil,
    place: RunPlace? = nil
  ) {
    self.decision = decision
    self.files = files
    self.comparison = comparison
    self.place = place
  }

  package var contract: Contract { decision.contract }

  /// Whether the earlier report had this finding too.
  func isKnown(_ finding: Int) -> Bool { comparison?.knownFindings.contains(finding) ?? false }
}

/// A contract held against an earlier report.
package struct BaselineComparison: Hashable, Sendable {
  /// Indices of the findings that stand against paying and that the earlier report had too.
  package let knownFindings: Set<Int>
  /// Whether nothing that stands against paying is new: no finding, no graver decision of a part, no
  /// amount that is held beyond what was.
  package let isKnown: Bool

  package init(knownFindings: Set<Int>, isKnown: Bool) {
    self.knownFindings = knownFindings
    self.isKnown = isKnown
  }
}
