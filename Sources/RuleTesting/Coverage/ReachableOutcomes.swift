import ContractModel
import RuleChecking

extension CheckedClause {
  /// Returns what a rule of the clause can come to, as far as its text tells.
  ///
  /// One that grants something is not applicable where one that requires something fails. What is
  /// said here is asked of tests, so it errs towards less: an outcome that only a record with a gap, a
  /// value within bounds or a contradiction brings about is left out.
  func reachableOutcomes(ofRule place: Int, kinds: [RecordKind]) -> [CoveredOutcome] {
    let rule = rules[place]
    let isOpen = canBeUnproven(rule, kinds: kinds)
    let canFail = rule.requirements.contains { canBeNo($0.condition, kinds: kinds) }
    var outcomes: [CoveredOutcome] = [.met]
    if canFail { outcomes.append(.failed) }
    if rule.requirements.isEmpty, !rule.conditions.isEmpty { outcomes.append(.notApplicable) }
    if isOpen { outcomes.append(.unproven) }
    let isDefeated = exceptions.contains {
      $0.targets.contains(place) && $0.bodies[rule.subject.kind] != nil
    }
    if isDefeated, canFail || isOpen { outcomes.append(.excused) }
    if canFail { outcomes.append(.waived) }
    return outcomes
  }

  private func canBeUnproven(_ rule: CheckedRule, kinds: [RecordKind]) -> Bool {
    let stated = (rule.conditions + rule.requirements).map(\.condition)
    let conditions = [rule.subject.filter].compactMap { $0 } + stated
    var reading = OpenReading(clause: self, kinds: kinds, askedFor: conditions)
    return conditions.contains { reading.isOpen($0) }
  }

  /// Whether an answer can be no. That there is some evidence or a claim never is: their absence is
  /// unknown, whatever else the records say.
  private func canBeNo(_ condition: CheckedCondition, kinds: [RecordKind]) -> Bool {
    switch condition {
    case .all(let parts): return parts.contains { canBeNo($0, kinds: kinds) }
    case .any(let parts): return parts.allSatisfy { canBeNo($0, kinds: kinds) }
    case .some(let collection):
      switch kinds[collection.kind].nature {
      case .claim, .evidence: return false
      case .register, .act: return true
      }
    case .meaning(let place):
      guard case .condition(let named) = meanings[place].form else { return true }
      return canBeNo(named, kinds: kinds)
    case .no, .everyPart, .somePart, .noPart, .everyRecord, .test, .invalid: return true
    }
  }
}
