import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import Settlement

extension DecidedContract {
  /// Decisions that the search may make for one contract; fewer where each has many records or parts to
  /// go through.
  private static let decisions = 400
  private static let records = 20_000_000
  /// A part costs a decision as much as so many records.
  private static let recordsOfPart = 100

  /// Returns what would release each amount that is held, in the order of the lines.
  func cureLists(under plan: EvaluationPlan) -> [CureList] {
    let parts = decision.contract.subjects.count * Self.recordsOfPart
    let size = bound.records.tables.reduce(parts) { $0 + $1.count }
    var search = CureSearch(
      trial: CureTrial(decided: self, plan: plan),
      budget: max(1, min(Self.decisions, Self.records / size)))
    return amountsHeld.map { held, amount in
      var (found, isComplete) = search.cures(of: held)
      if found.isEmpty {
        let waived = search.cures(of: held, allowingWaivers: true)
        (found, isComplete) = (waived.found, isComplete && waived.isComplete)
      }
      let cures = found.map { cure in
        Cure(
          changes: CureWriter(contract: decision.contract, kinds: plan.rules.kinds, cure: cure)
            .changes, day: cure.decided.asOf, paid: paid(of: held, in: cure.decided))
      }
      return CureList(
        held: held, amount: amount,
        cures: cures.enumerated().sorted {
          ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
        }.map(\.element), isComplete: isComplete)
    }
  }

  /// Every amount that something may still release.
  private var amountsHeld: [(CureList.Held, Amount)] {
    var found: [(CureList.Held, Amount)] = []
    if let blocked = decision.settled.blocked { found.append((.suspension, blocked)) }
    for line in decision.contract.subjects(of: .line) {
      guard let amounts = decision.settled.amounts[line] else { continue }
      for bucket in Bucket.allCases where bucket.mayBeReleased && !amounts[bucket].isZero {
        found.append((.line(line, bucket), amounts[bucket]))
      }
    }
    return found
  }

  private func paid(of held: CureList.Held, in later: DecidedContract) -> Amount? {
    guard case .line(let line, _) = held else { return nil }
    return later.decision.settled.amounts[line]?[.pay]
  }
}

extension Cure {
  /// What the supplier can do goes first; what would have to have happened, last.
  fileprivate var rank: Int {
    changes.map { change in
      switch change.maker {
      case .supplier: 0
      case .time: 1
      case .other: 2
      case .past: 3
      }
    }.max() ?? 0
  }
}

extension Bucket {
  /// Whether what it holds may still be paid.
  fileprivate var mayBeReleased: Bool {
    switch self {
    case .retained, .withheld, .disputed, .rejected, .notDue: true
    case .pay, .recovered, .deducted: false
    }
  }
}
