import ContractModel

/// Adds the movements of lines up for the lines, their invoices, milestones and the contract.
struct Totals {
  private let contract: Contract
  private(set) var amounts: [SubjectID: Amounts]

  init(of contract: Contract) {
    self.contract = contract
    amounts = [.contract: Amounts(invoiced: .zero)]
    for invoice in contract.subjects(of: .invoice) {
      amounts[invoice] = Amounts(invoiced: .zero)
    }
  }

  mutating func add(_ line: LineLedger) throws(SettlementFailure) {
    for owner in contract.owners(of: line.line) {
      var sums = amounts[owner] ?? Amounts(invoiced: .zero)
      sums.invoiced = try sums.invoiced.summed(with: line.invoiced, for: contract.words(for: owner))
      for movement in line.movements {
        sums[movement.bucket] = try sums[movement.bucket].summed(
          with: movement.amount, for: contract.words(for: owner))
      }
      amounts[owner] = sums
    }
  }
}

extension Contract {
  /// The line itself, its invoice, the milestone it bills and the contract.
  func owners(of line: SubjectID) -> [SubjectID] {
    let milestone = self[line].billed.flatMap { ancestor(of: $0, kind: .milestone) }
    return [line, self[line].parent, milestone, .contract].compactMap { $0 }
  }
}
