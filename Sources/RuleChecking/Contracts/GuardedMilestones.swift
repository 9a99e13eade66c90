import ContractModel
import SourceText

/// Whether money can be held over each milestone at all.
extension ContractChecker {
  /// Warns of milestones that no incorporated rule is about.
  mutating func reportUnguardedMilestones() {
    guard hasSoundClauses, incorporations.count > 0 else { return }
    for index in subjects.indices where subjects[index].kind == .milestone {
      let milestone = SubjectID(index)
      if !incorporations.contains(where: { isGuarded(milestone, by: $0) }) {
        lines.report(.unguardedMilestone(subjects[index]))
      }
    }
  }

  private func isGuarded(_ milestone: SubjectID, by incorporation: Incorporation) -> Bool {
    let reach = incorporation.scope.isEmpty ? [SubjectID.contract] : incorporation.scope
    let parts = subjects.indices.map(SubjectID.init).filter { part in
      reach.contains { isWithin(part, $0) }
    }
    return rules.clauses[incorporation.clause].rules.contains { rule in
      if let role = rule.subject.role {
        return incorporation.roles[role].map { isWithin($0, milestone) } ?? false
      }
      switch rule.subject.kind {
      case .contract: return incorporation.scope.isEmpty
      case .milestone: return parts.contains(milestone)
      case .deliverable:
        return parts.contains {
          subjects[$0.index].kind == .deliverable && isWithin($0, milestone)
        }
      case .line: return incorporation.scope.isEmpty || parts.contains(milestone)
      case .invoice: return false
      }
    }
  }
}
