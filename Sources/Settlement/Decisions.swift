import ContractModel

/// Collects what findings and movements say of the contract, its invoices and its milestones.
///
/// A finding speaks for its subject and whatever holds it, even where nothing is invoiced; for
/// other parts it speaks where it moved their money. A suspension of the contract is of all parts.
struct Decisions {
  private let contract: Contract
  private var grounds: [Grounds]

  init(
    of contract: Contract, findings: [Finding], movements: [Movement],
    paidToDate: [SubjectID: PaidToDate]
  ) {
    self.contract = contract
    grounds = Array(repeating: [], count: contract.subjects.count)
    let given = findings.map { Grounds($0) }
    for place in findings.indices where !given[place].isEmpty {
      let subject = findings[place].subject
      add(given[place], toOwnersOf: subject)
      if subject == .contract, given[place].contains(.suspended) { suspendAllParts() }
    }
    for movement in movements {
      let moved = ([movement.finding].compactMap { $0 } + movement.alsoCited)
        .reduce(into: Grounds()) { $0.formUnion(given[$1]) }
        .intersection(Grounds(of: movement.bucket))
      let own = movement.reason.map { Grounds($0) } ?? []
      add(moved.union(own), toOwnersOf: movement.line)
    }
    for (part, paid) in paidToDate where !paid.overpaid.isZero {
      grounds[part.index].insert(.overpaid)
    }
  }

  /// Returns the decision for one subject, given its amounts.
  func decision(for subject: SubjectID, amounts: Amounts?) -> Decision {
    let amounts = amounts ?? Amounts(invoiced: .zero)
    return Standing(grounds: grounds[subject.index], amounts: amounts).decision
  }

  private mutating func add(_ added: Grounds, toOwnersOf subject: SubjectID) {
    guard !added.isEmpty else { return }
    var current: SubjectID? = subject
    while let owner = current {
      grounds[owner.index].formUnion(added)
      current = contract[owner].parent
    }
    let milestone = contract[subject].billed.flatMap { contract.ancestor(of: $0, kind: .milestone) }
    if let milestone { grounds[milestone.index].formUnion(added) }
  }

  private mutating func suspendAllParts() {
    for index in grounds.indices { grounds[index].insert(.suspended) }
  }
}
