internal import ContractModel

/// The findings of a contract by the part that a reader looks them up under: the contract, a
/// milestone or an invoice.
struct ReportSections {
  private var findings: [SubjectID: [Int]] = [:]

  init(_ decision: ContractDecision) {
    for (index, finding) in decision.findings.enumerated() {
      let section = Self.section(of: finding.subject, in: decision.contract)
      findings[section, default: []].append(index)
    }
  }

  /// Indices of findings, in the order of the list that was settled.
  subscript(section: SubjectID) -> [Int] { findings[section] ?? [] }

  private static func section(of id: SubjectID, in contract: Contract) -> SubjectID {
    var current = id
    while let parent = contract.subjects[current.index].parent, parent != .contract {
      current = parent
    }
    return current
  }
}
