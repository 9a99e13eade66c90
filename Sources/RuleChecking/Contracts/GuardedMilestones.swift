import ContractModel
import SourceText

/// Whether money can be held over each milestone at all.
extension ContractChecker {
  /// Warns of milestones that no incorporated rule is about.
  mutating func reportUnguardedMilestones() {
    guard hasSoundClauses, incorporations.count > 0 else { return }
    var isGuarded = [Bool](repeating: false, count: subjects.count)
    for incorporation in incorporations { note(guardedBy: incorporation, in: &isGuarded) }
    for index in subjects.indices where subjects[index].kind == .milestone && !isGuarded[index] {
      lines.report(.unguardedMilestone(subjects[index]))
    }
  }

  /// Notes the milestones that a rule of an incorporated clause is about, by their places.
  private func note(guardedBy incorporation: Incorporation, in isGuarded: inout [Bool]) {
    let isOfWhole = incorporation.scope.isEmpty
    let reach: Set = isOfWhole ? [SubjectID.contract] : Set(incorporation.scope)
    var (guardsAll, guardsMilestones, guardsDeliverables) = (false, false, false)
    for rule in rules.clauses[incorporation.clause].rules {
      if let role = rule.subject.role {
        if let part = incorporation.roles[role] { note(milestoneAround: part, in: &isGuarded) }
        continue
      }
      switch rule.subject.kind {
      case .contract: guardsAll = guardsAll || isOfWhole
      case .milestone: guardsMilestones = true
      case .deliverable: guardsDeliverables = true
      case .line:
        guardsAll = guardsAll || isOfWhole
        guardsMilestones = true
      case .invoice: continue
      }
    }
    for index in subjects.indices {
      let part = SubjectID(index)
      switch subjects[index].kind {
      case .milestone where guardsAll || guardsMilestones && isWithin(part, anyOf: reach):
        isGuarded[index] = true
      case .deliverable where guardsDeliverables && isWithin(part, anyOf: reach):
        note(milestoneAround: part, in: &isGuarded)
      case .contract, .milestone, .deliverable, .invoice, .line: continue
      }
    }
  }

  private func note(milestoneAround part: SubjectID, in isGuarded: inout [Bool]) {
    var current: SubjectID? = part
    while let subject = current {
      if subjects[subject.index].kind == .milestone { isGuarded[subject.index] = true }
      current = subjects[subject.index].parent
    }
  }

  private func isWithin(_ part: SubjectID, anyOf containers: Set<SubjectID>) -> Bool {
    var current: SubjectID? = part
    while let subject = current {
      if containers.contains(subject) { return true }
      current = subjects[subject.index].parent
    }
    return false
  }
}
