import ContractModel
import RuleChecking

extension ClauseRun {
  /// Returns ways to make a condition hold, or not hold, for a subject; none where no record could.
  mutating func proposals(
    making condition: PlannedCondition, _ wanted: Bool, for subject: SubjectID
  ) -> [Proposal] {
    let truth = judge(condition, for: subject).truth
    if truth == (wanted ? .yes : .no) { return [.nothing] }
    guard takeProposalStep() else { return [] }
    switch condition {
    case .all(let parts), .any(let parts):
      var isAll = false
      if case .all = condition { isAll = true }
      let ways = parts.map { proposals(making: $0, wanted, for: subject) }
      return isAll == wanted ? Self.together(ways) : Self.oneOf(ways)
    case .slot(let slot, let isNegated):
      return proposals(forSlot: slot, wanted != isNegated, for: subject)
    case .parts(let slot, let isNegated):
      return proposals(forParts: slot, wanted != isNegated, for: subject)
    case .test(let expression, let isNegated, let range):
      let value = self.wanted(
        range, isNegated: isNegated == wanted, of: type(of: expression), for: subject)
      return Self.oneOf([
        value.map { proposals(making: expression, $0, for: subject) } ?? [],
        isNegated == wanted ? [] : movingBounds(of: range, around: expression, for: subject),
      ])
    case .meaning(let place):
      guard let inner = plan.meaningConditions[place],
        let about = contract.ancestor(of: subject, kind: clause.meanings[place].subject)
      else { return [] }
      return proposals(making: inner, wanted, for: about)
    case .invalid: return []
    }
  }

  /// A value lies in a range, too, where the range comes to lie around it.
  private mutating func movingBounds(
    of range: CheckedRange, around expression: CheckedExpression, for subject: SubjectID
  ) -> [Proposal] {
    guard case .bounds(let lower, let upper) = range,
      let value = value(of: expression, for: subject).interval
    else { return [] }
    var ways: [[Proposal]] = []
    if let lower, let least = value.lower {
      let below = Interval(
        lower: nil, upper: Interval.Endpoint(least.value, isIncluded: lower.isIncluded))
      ways.append(proposals(making: lower.value, .quantities([below]), for: subject))
    }
    if let upper, let most = value.upper {
      let above = Interval(
        lower: Interval.Endpoint(most.value, isIncluded: upper.isIncluded), upper: nil)
      ways.append(proposals(making: upper.value, .quantities([above]), for: subject))
    }
    return ways.isEmpty ? [] : Self.together(ways)
  }

  /// Every one of several conditions: a way for each.
  static func together(_ ways: [[Proposal]]) -> [Proposal] {
    var joined = [Proposal.nothing]
    for ways in ways {
      // What is too long to be tried need not grow any longer.
      if joined.allSatisfy({ $0.steps.count > ProposalLimits.changes }) { break }
      joined = Array(
        joined.flatMap { first in ways.map { first.joined(with: $0) } }
          .prefix(ProposalLimits.ways))
    }
    return joined
  }

  /// Any one of several conditions: the ways of all.
  static func oneOf(_ ways: [[Proposal]]) -> [Proposal] {
    var found: [Proposal] = []
    for proposal in ways.joined() where !found.contains(proposal) { found.append(proposal) }
    return Array(found.prefix(ProposalLimits.ways))
  }

  private mutating func proposals(
    forParts slot: Int, _ wanted: Bool, for subject: SubjectID
  ) -> [Proposal] {
    let asked = plan.partSlots[slot]
    guard let condition = asked.condition else { return [] }
    var ways: [[Proposal]] = []
    for part in parts(asked.parts, of: subject) {
      ways.append(proposals(making: condition, wanted, for: part))
    }
    guard !ways.isEmpty else { return [] }
    return (asked.quantifier == .every) == wanted ? Self.together(ways) : Self.oneOf(ways)
  }

  /// Whether some record is a member, or every member passes.
  private mutating func proposals(
    forSlot slot: Int, _ wanted: Bool, for subject: SubjectID
  ) -> [Proposal] {
    let asked = plan.slots[slot]
    guard let test = asked.use.test else {
      if wanted { return drafts(in: slot, for: subject).map { Proposal([.record($0)]) } }
      return Self.together([
        withdrawals(of: found(in: slot, for: subject).members, from: slot, for: subject),
        completions(of: slot, for: subject),
      ])
    }
    guard wanted else {
      return drafts(in: slot, failing: test, for: subject).map { Proposal([.record($0)]) }
    }
    let failing = found(in: slot, for: subject).members.filter { $0.passes != .yes }
    if failing.isEmpty {
      return drafts(in: slot, passing: test, for: subject).map { Proposal([.record($0)]) }
    }
    return Self.together(
      failing.prefix(ProposalLimits.records).map { member in
        replacements(of: member, in: slot, for: subject) { [($0, true), (test, true)] }
          .map { Proposal([.record($0)]) }
      })
  }

  /// That there is nothing more than what is on file has to be known.
  private func completions(of slot: Int, for subject: SubjectID) -> [Proposal] {
    let kind = kinds[plan.slots[slot].collection.kind].kind
    if absence(slot, for: subject).isKnown { return [.nothing] }
    return kind.nature == .register ? [Proposal([.register(kind.name)])] : []
  }

  /// Ways in which records cease to be members: each is replaced by one that does not belong.
  mutating func withdrawals(
    of members: [SlotMembers.Member], from slot: Int, for subject: SubjectID
  ) -> [Proposal] {
    Self.together(
      members.prefix(ProposalLimits.records).map { member in
        replacements(of: member, in: slot, for: subject) { [($0, false)] }
          .map { Proposal([.record($0)]) }
      })
  }

  private func type(of expression: CheckedExpression) -> ValueType {
    switch expression {
    case .meaning(let place): clause.meanings[place].type
    case .term(let place): clause.terms[place].type
    case .field(let field, _): field.type
    default: .number
    }
  }
}
