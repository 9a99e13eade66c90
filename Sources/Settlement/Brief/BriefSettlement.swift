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

/// What some lines come to: what was invoiced, and where it went.
struct BriefSums {
  private var invoiced: Int64
  /// By the places of the buckets.
  private var parts = InlineArray<8, Int64>(repeating: 0)

  init(invoiced: Int64 = 0) { self.invoiced = invoiced }

  subscript(bucket: Bucket) -> Int64 {
    get { parts[bucket.place] }
    set { parts[bucket.place] = newValue }
  }

  mutating func add(_ other: BriefSums) {
    invoiced += other.invoiced
    let others = other.parts.span
    for place in parts.indices { parts[place] += others[place] }
  }

  /// Whether the buckets come to what was invoiced, and none is below zero.
  var areBalanced: Bool {
    var sum: Int64 = 0
    let parts = parts.span
    for place in parts.indices {
      guard parts[place] >= 0 else { return false }
      sum += parts[place]
    }
    return sum == invoiced
  }

  func decision(under grounds: Grounds) -> Decision {
    Standing(
      grounds: grounds, pays: self[.pay] != 0, keepsSome: self[.pay] != invoiced,
      takesFromEarned: self[.retained] != 0 || self[.recovered] != 0 || self[.deducted] != 0
    ).decision
  }

  var amounts: Amounts {
    var amounts = Amounts(invoiced: Amount(nominal: invoiced))
    for bucket in Bucket.allCases { amounts[bucket] = Amount(nominal: self[bucket]) }
    return amounts
  }
}
