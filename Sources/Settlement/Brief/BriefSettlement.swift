package import ContractModel

/// Where the money of a plain contract goes, and what is recommended.
package struct BriefSettlement: Sendable {
  package let decision: Decision
  /// The decisions for its milestones and invoices, each once.
  package let decisionsOfParts: DecisionSet
  private let sums: BriefSums
  private let blockedUnits: Int64?

  init(decision: Decision, decisionsOfParts: DecisionSet, sums: BriefSums, blocked: Int64?) {
    self.decision = decision
    self.decisionsOfParts = decisionsOfParts
    self.sums = sums
    blockedUnits = blocked
  }

  package var amounts: Amounts { sums.amounts }

  /// The unpaid balance of the contract that a suspension blocks.
  package var blocked: Amount? { blockedUnits.map { Amount(nominal: $0) } }
}

/// What several lines come to.
struct BriefSums {
  private var invoiced: Int64 = 0
  private var paid: Int64 = 0
  private var retained: Int64 = 0
  private var deducted: Int64 = 0
  private var withheld: Int64 = 0
  private var disputed: Int64 = 0
  private var rejected: Int64 = 0
  private var notDue: Int64 = 0

  mutating func add(_ line: BriefLine) {
    invoiced += line.invoiced
    paid += line.paid
    retained += line.retained
    deducted += line.deducted
    withheld += line.withheld
    disputed += line.disputed
    rejected += line.rejected
    notDue += line.notDue
  }

  func decision(under grounds: Grounds) -> Decision {
    Standing(
      grounds: grounds, pays: paid != 0, keepsSome: paid != invoiced,
      takesFromEarned: retained != 0 || deducted != 0
    ).decision
  }

  var amounts: Amounts {
    var amounts = Amounts(invoiced: Amount(nominal: invoiced))
    amounts[.pay] = Amount(nominal: paid)
    amounts[.retained] = Amount(nominal: retained)
    amounts[.deducted] = Amount(nominal: deducted)
    amounts[.withheld] = Amount(nominal: withheld)
    amounts[.disputed] = Amount(nominal: disputed)
    amounts[.rejected] = Amount(nominal: rejected)
    amounts[.notDue] = Amount(nominal: notDue)
    return amounts
  }
}
