import ContractModel
import RuleChecking

// What defeats a rule.
extension ReferenceRuling {
  /// Exceptions speak where the rule has failed or is open: those to the rule first, then those to
  /// the whole clause.
  ///
  /// One that holds excuses, and what it says follows instead; if it defers, nothing is due. Two of
  /// one level that hold and say different things contradict each other. An open one is cited, with
  /// what would settle it. What nobody can rule out is held beside what follows: what each of two
  /// that contradict could take, or an open one, or a rule that is open itself if it is met.
  func applyExceptions(to conclusion: inout Conclusion) {
    guard conclusion.verdict == .failed || conclusion.isOpen else { return }
    let candidates = situation.clause.exceptions.indices.compactMap { exception(at: $0) }
    for isToClause in [false, true] {
      let level = candidates.filter { $0.isToClause == isToClause }
      let holding = level.filter { $0.judgement.standing == .yes }
      guard let first = holding.first else { continue }
      let results = holding.map { effects(of: $0) }
      for exception in holding { conclusion.records.formUnion(exception.judgement.records) }
      let isOneVoice = results.allSatisfy { $0.summary == results[0].summary }
      conclusion.defeat = Defeat(.exception(first.place), isUndecided: !isOneVoice)
      let rivals = level.filter {
        !$0.judgement.standing.isDecided && effects(of: $0).summary != results[0].summary
      }
      guard isOneVoice else {
        conclusion.verdict = .contested
        conclusion.possible = (holding + rivals).flatMap { possible($0) }
        for rival in rivals { conclusion.missing.formUnion(rival.judgement.missing) }
        return
      }
      if conclusion.isOpen {
        conclusion.possible = provisional(rule.consequences, from: .consequences)
      }
      conclusion.verdict = first.defers ? .notDue : .excused
      if conclusion.possible.isEmpty { conclusion.missing = [] }
      conclusion.missing.formUnion(results[0].missing)
      conclusion.effects = results[0].effects
      conclusion.hasEffects = true
      if results[0].isErrored {
        conclusion.verdict = .errored
        conclusion.effects = possible(first)
      }
      if !rivals.isEmpty {
        conclusion.possible += provisional(rule.remedies, from: .remedies)
      }
      for rival in rivals {
        conclusion.possible += possible(rival)
        conclusion.missing.formUnion(rival.judgement.missing)
      }
      return
    }
    let open = (candidates.filter { !$0.isToClause } + candidates.filter(\.isToClause))
      .filter { !$0.judgement.standing.isDecided }
    guard let nearest = open.first else { return }
    conclusion.defeat = Defeat(.exception(nearest.place), isUndecided: true)
    for exception in open { conclusion.missing.formUnion(exception.judgement.missing) }
    conclusion.possible = open.flatMap { possible($0) }
  }

  private func possible(_ exception: JudgedException) -> [EffectOutcome] {
    provisional(exception.body.consequences, from: .exception(exception.place))
  }

  private func exception(at index: Int) -> JudgedException? {
    let exception = situation.clause.exceptions[index]
    guard exception.targets.contains(place), let body = exception.bodies[rule.subject.kind] else {
      return nil
    }
    return JudgedException(
      place: index, isToClause: exception.isToClause, body: body,
      judgement: .all(body.conditions.map { situation.judge($0.condition) }))
  }

  /// What an exception says instead; to excuse is to take nothing.
  private func effects(of exception: JudgedException) -> EffectList {
    effects(exception.body.consequences, from: .exception(exception.place), isProvisional: false)
  }
}

/// An exception that is about the rule and the subject, and how it stands.
private struct JudgedException {
  let place: Int
  let isToClause: Bool
  let body: CheckedException.Body
  let judgement: Judgement

  var defers: Bool { body.consequences.contains { $0.verb == .defer } }
}
