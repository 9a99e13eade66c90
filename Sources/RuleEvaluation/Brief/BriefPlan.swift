package import ContractModel
package import RuleChecking

/// The clauses of contracts that all incorporate the same ones, each for the whole contract, to be
/// decided in brief.
package struct BriefPlan: Sendable {
  /// What is known of a kind of record.
  struct Kind: Sendable {
    let nature: RecordNature
    let keys: BriefKeys?

    /// Whether it is known that what is not on file does not exist.
    func isAbsenceKnown(completeThrough day: Int64, asOf: Int64) -> Bool {
      switch nature {
      case .act: true
      case .register: day >= asOf
      case .claim, .evidence: false
      }
    }
  }

  let programs: [BriefProgram]
  let kinds: [Kind]
  /// The kinds of which one record replaces another.
  let keyed: [Int]
  /// Whether some rule is about the contract, every milestone or every line, and so about what each
  /// milestone is paid for.
  let guardsMilestones: Bool
  /// Whether one is about every deliverable.
  let guardsDeliverables: Bool
  /// For each ground of an effect its place in the order in which grounds take money.
  package let groundOrder: [Int32]

  /// Nil where a clause asks what is not decided in brief.
  package init?(_ rules: RuleBook, clauses: [Int], currency: Currency) {
    var grounds = BriefGrounds()
    var programs: [BriefProgram] = []
    do throws(NotInBrief) {
      for clause in clauses {
        programs.append(
          try BriefPlanner.program(
            of: rules.clauses[clause], kinds: rules.kinds, currency: currency,
            grounds: &grounds))
      }
    } catch {
      return nil
    }
    self.programs = programs
    let about = Set(clauses.flatMap { rules.clauses[$0].rules.map(\.subject.kind) })
    guardsMilestones = !about.isDisjoint(with: [.contract, .milestone, .line])
    guardsDeliverables = about.contains(.deliverable)
    kinds = rules.kinds.map { Kind(nature: $0.nature, keys: BriefKeys($0)) }
    keyed = kinds.indices.filter { rules.kinds[$0].isKeyed }
    groundOrder = grounds.order
  }
}
