import ContractModel
import RuleEvaluation
import Settlement

/// Looks for the smallest sets of changes that release what is held, trying each out.
///
/// From a decision that holds the amount, each way to end the first of its holds makes a decision
/// that holds less, until nothing does. The smaller set is looked at first, so that what is found
/// first is the smallest.
struct CureSearch {
  let trial: CureTrial
  /// Decisions that may still be made.
  private var budget: Int
  /// The last decisions that were tried: one change mostly releases several lines.
  private var tried: [Trial] = []
  /// What the decision itself was made from, looked into clause by clause.
  private var inspections: [Int: ClauseInspection] = [:]

  init(trial: CureTrial, budget: Int) {
    self.trial = trial
    self.budget = budget
  }

  /// The most sets that are named for one amount.
  private static let named = 5

  /// So many decisions are kept: each is as large as the contract.
  private static let kept = 16

  private struct Trial {
    let steps: [Proposal.Step]
    let daysLater: Int32
    let decided: DecidedContract?
  }

  /// A set of changes, and what is decided with it.
  private struct Node {
    let steps: [Proposal.Step]
    let decided: DecidedContract
  }

  mutating func cures(
    of held: CureList.Held, allowingWaivers: Bool = false
  ) -> (found: [FoundCure], isComplete: Bool) {
    var open = [Node(steps: [], decided: trial.decided)]
    var seen: Set<Set<Proposal.Step>> = []
    var found: [FoundCure] = []
    var isComplete = true
    while !open.isEmpty, found.count < Self.named {
      let node = open.removeFirst()
      if found.contains(where: { cure in cure.steps.allSatisfy { node.steps.contains($0) } }) {
        continue
      }
      if node.decided.releases(held, since: trial.decided) {
        found.append(FoundCure(steps: node.steps, decided: node.decided))
        continue
      }
      let next = proposals(for: held, in: node, allowingWaivers: allowingWaivers)
      isComplete = isComplete && next.isComplete
      for proposal in next.proposals {
        let steps = Proposal(node.steps).joined(with: proposal).steps
        guard steps.count > node.steps.count, seen.insert(Set(steps)).inserted else { continue }
        guard steps.count <= ProposalLimits.changes else {
          isComplete = false
          continue
        }
        guard budget > 0 else {
          isComplete = false
          break
        }
        guard let decided = decided(with: steps, towards: held) else { continue }
        let node = Node(steps: steps, decided: decided)
        let place = open.firstIndex { $0.steps.count > steps.count } ?? open.count
        open.insert(node, at: place)
      }
    }
    return (found.map { smallest($0, for: held) }, isComplete)
  }

  /// The decision on the first day that the changes allow; where the records of that day contradict
  /// those on file, on the day after.
  private mutating func decided(
    with steps: [Proposal.Step], towards held: CureList.Held
  ) -> DecidedContract? {
    guard let first = applying(steps) else { return nil }
    let isContested = first.holders(of: held, since: trial.decided).contains {
      first.decision.findings[$0].verdict == .contested
    }
    guard isContested else { return first }
    return applying(steps, daysLater: 1) ?? first
  }

  private mutating func applying(
    _ steps: [Proposal.Step], daysLater: Int32 = 0
  ) -> DecidedContract? {
    if let known = tried.first(where: { $0.steps == steps && $0.daysLater == daysLater }) {
      return known.decided
    }
    budget -= 1
    let decided = trial.applying(steps, daysLater: daysLater)
    if tried.count == Self.kept { tried.removeFirst() }
    tried.append(Trial(steps: steps, daysLater: daysLater, decided: decided))
    return decided
  }

  /// Ways to end the first hold of the amount that can be ended at all.
  private mutating func proposals(
    for held: CureList.Held, in node: Node, allowingWaivers: Bool
  ) -> (proposals: [Proposal], isComplete: Bool) {
    let decided = node.decided
    let holders = decided.holders(of: held, since: trial.decided)
    guard let holder = holders.first, decided.outcomes.indices.contains(holder) else {
      return (holders.isEmpty ? exactFigures(for: held, in: decided) : [], true)
    }
    let outcome = decided.outcomes[holder]
    let known =
      node.steps.isEmpty ? inspections.removeValue(forKey: outcome.incorporation) : nil
    var inspection = known ?? inspection(of: outcome.incorporation, in: decided)
    var (proposals, isComplete) = inspection.cures(of: outcome)
    if node.steps.isEmpty { inspections[outcome.incorporation] = inspection }
    if allowingWaivers, outcome.verdict == .failed {
      let rule = decided.decision.findings[holder].rule.rule
      proposals.append(Proposal([.waiver(rule: rule, outcome.subject)]))
    }
    return (proposals, isComplete)
  }

  private func inspection(
    of incorporation: Int, in decided: DecidedContract
  ) -> ClauseInspection {
    PlannedEvaluator(
      plan: trial.plan, contract: decided.bound.contract, records: decided.bound.records,
      asOf: decided.asOf
    ).inspecting(incorporation, given: decided.supplied)
  }

  /// What no finding holds is held for want of an exact figure, if the figures are not exact.
  private func exactFigures(
    for held: CureList.Held, in decided: DecidedContract
  ) -> [Proposal] {
    guard case .line(let line, _) = held else { return [] }
    let contract = decided.decision.contract
    let parts = [line, contract[line].billed].compactMap { $0 }
    let steps = parts.filter { part in
      guard case .quantity(let amount)? = contract[part].fields[.amount] else { return false }
      return amount.exact == nil
    }.map { Proposal.Step.statement($0, .amount) }
    return steps.isEmpty ? [] : [Proposal(steps)]
  }

  /// The same cure with as few records of each sort as will do, and without what it does not need.
  private mutating func smallest(_ cure: FoundCure, for held: CureList.Held) -> FoundCure {
    var cure = cure
    for step in cure.steps where cure.steps.count > 1 {
      let rest = cure.steps.filter { $0 != step }
      if let decided = released(held, by: rest) { cure = FoundCure(steps: rest, decided: decided) }
    }
    for (place, step) in cure.steps.enumerated() {
      guard case .record(let draft) = step, draft.count > 1 else { continue }
      // What the rule asks for is most often the least: one fewer does not do.
      var (few, enough) = (0, draft.count)
      var middle = draft.count - 1
      while enough - few > 1, budget > 0 {
        var steps = cure.steps
        steps[place] = .record(draft.counting(middle))
        if let decided = released(held, by: steps) {
          enough = middle
          cure = FoundCure(steps: steps, decided: decided)
        } else {
          few = middle
        }
        middle = (few + enough) / 2
      }
    }
    return withFailures(cure, for: held)
  }

  /// Says of records that need not all pass how many of a round number have to.
  private mutating func withFailures(_ cure: FoundCure, for held: CureList.Held) -> FoundCure {
    var cure = cure
    for (place, step) in cure.steps.enumerated() {
      guard case .record(let draft) = step, draft.count > 1, let share = draft.share else {
        continue
      }
      let all = (draft.count * 4).roundedUp
      guard let passing = share.passing(of: all), passing < all else { continue }
      var steps = cure.steps
      steps[place] = .record(draft.counting(passing))
      if let rest = draft.counting(failing: all - passing) { steps.append(.record(rest)) }
      guard released(held, by: steps) != nil else { continue }
      cure.shares[place] = FoundCure.Share(passing: passing, all: all)
    }
    return cure
  }

  private mutating func released(
    _ held: CureList.Held, by steps: [Proposal.Step]
  ) -> DecidedContract? {
    guard budget > 0, let decided = decided(with: steps, towards: held),
      decided.releases(held, since: trial.decided)
    else { return nil }
    return decided
  }
}

/// A set of changes after which an amount is held no more.
struct FoundCure {
  /// So many of all records would do, where not all have to pass.
  struct Share {
    let passing: Int
    let all: Int
  }

  let steps: [Proposal.Step]
  let decided: DecidedContract
  /// By the place of the step.
  var shares: [Int: Share] = [:]

  init(steps: [Proposal.Step], decided: DecidedContract) {
    self.steps = steps
    self.decided = decided
  }
}

extension Int {
  /// The next number that is round: 5, 10, 20, 50, 100, 150, 200 and so on by tens and hundreds.
  fileprivate var roundedUp: Int {
    let unit = self <= 20 ? 5 : self <= 100 ? 10 : self <= 1_000 ? 50 : 500
    return (self + unit - 1) / unit * unit
  }
}

extension DecidedContract {
  /// Whether nothing holds any more what an earlier decision held, and nothing else holds it instead.
  fileprivate func releases(_ held: CureList.Held, since earlier: DecidedContract) -> Bool {
    switch held {
    case .suspension: decision.settled.blocked == nil
    case .line(let line, let bucket):
      decision.settled.amounts[line].map { amounts in
        amounts[bucket].isZero && newlyHeld(of: line, bucket, since: earlier).isEmpty
      } ?? false
    }
  }

  /// The buckets that hold more of a line than they did.
  private func newlyHeld(
    of line: SubjectID, _ bucket: Bucket, since earlier: DecidedContract
  ) -> [Bucket] {
    let (now, before) = (decision.settled.amounts[line], earlier.decision.settled.amounts[line])
    return [.withheld, .disputed, .rejected, .notDue].filter { other in
      guard other != bucket, let now = now?[other], let before = before?[other] else {
        return false
      }
      return now.nominal > before.nominal
    }
  }

  /// The findings that hold it, the first one first.
  fileprivate func holders(of held: CureList.Held, since earlier: DecidedContract) -> [Int] {
    switch held {
    case .suspension:
      return decision.findings.indices.filter {
        decision.findings[$0].effects.contains { $0.verb == .suspend }
      }
    case .line(let line, let bucket):
      let buckets = [bucket] + newlyHeld(of: line, bucket, since: earlier)
      return decision.settled.movements.filter {
        $0.line == line && buckets.contains($0.bucket) && !$0.amount.isZero
      }.flatMap { [$0.finding].compactMap { $0 } + $0.alsoCited }
    }
  }
}
