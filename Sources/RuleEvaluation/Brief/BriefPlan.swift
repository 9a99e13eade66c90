package import ContractModel
package import RuleChecking

/// The clauses of contracts that all incorporate the same ones, each for the whole contract, to be
/// decided in brief.
package struct BriefPlan: Sendable {
  let program: BriefProgram
  /// What the absence of a record means, by kind.
  let natures: [RecordNature]
  /// On what records replace one another, where they do.
  let keys: [BriefKeys]
  /// Whether some rule is about the contract, every milestone or every line, and so about what each
  /// milestone is paid for.
  let guardsMilestones: Bool
  /// Whether one is about every deliverable.
  let guardsDeliverables: Bool
  /// For each ground of an effect its place in the order in which grounds take money.
  package let groundOrder: [Int32]

  /// Nil where a clause asks what is not decided in brief.
  package init?(_ rules: RuleBook, clauses: [Int], currency: Currency) {
    let planned = clauses.map { rules.clauses[$0] }
    guard let planner = try? BriefPlanner(of: planned, kinds: rules.kinds, currency: currency)
    else { return nil }
    program = planner.program
    let about = Set(clauses.flatMap { rules.clauses[$0].rules.map(\.subject.kind) })
    guardsMilestones = !about.isDisjoint(with: [.contract, .milestone, .line])
    guardsDeliverables = about.contains(.deliverable)
    natures = rules.kinds.map(\.nature)
    keys = rules.kinds.indices.compactMap { BriefKeys(rules.kinds[$0], at: $0) }
    groundOrder = planner.grounds.order
  }

  /// Whether it is known that what is not on file of a kind does not exist.
  func isAbsenceKnown(of kind: Int, in contract: borrowing PlainContract) -> Bool {
    switch natures[kind] {
    case .act: true
    case .register: contract.completeThrough[kind] >= contract.asOf
    case .claim, .evidence: false
    }
  }
}
