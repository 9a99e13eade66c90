package import ContractModel
package import SourceText

/// Everything one run has to say, in a fixed order and of no format.
package struct Report: Sendable {
  package let asOf: CivilDate
  /// Whether nobody named the date, so that it is the day of the run.
  package let asOfIsToday: Bool
  /// In the order of their ids, by bytes.
  package let contracts: [ContractDecision]
  package let diagnostics: [Diagnostic]
  package let files: SourceFiles

  package init(
    asOf: CivilDate, asOfIsToday: Bool, contracts: [ContractDecision], diagnostics: [Diagnostic],
    files: SourceFiles
  ) {
    self.asOf = asOf
    self.asOfIsToday = asOfIsToday
    self.contracts = contracts.sorted {
      $0.contract.id.utf8.lexicographicallyPrecedes($1.contract.id.utf8)
    }
    self.diagnostics = diagnostics
    self.files = files
  }
}
