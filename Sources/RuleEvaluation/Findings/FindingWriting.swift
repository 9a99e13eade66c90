package import ContractModel
package import RuleChecking

/// Puts what the rules came to into words; nothing here changes a verdict or an amount.
package struct FindingWriter {
  let rules: RuleBook
  let incorporations: [Incorporation]
  let contract: Contract

  /// The contract must be the version that was evaluated.
  package init(rules: RuleBook, incorporations: [Incorporation], contract: Contract) {
    self.rules = rules
    self.incorporations = incorporations
    self.contract = contract
  }

  package func finding(for outcome: RuleOutcome) -> Finding {
    let clause = rules.clauses[incorporations[outcome.incorporation].clause]
    let rule = clause.rules[outcome.rule]
    let values = outcome.values.map { named in
      let name = clause.meanings[named.meaning].name
      let type = clause.meanings[named.meaning].type
      return NamedValue(
        name: named.subject == outcome.subject ? name : "\(contract[named.subject].name)'s \(name)",
        text: named.value.text(of: type, in: contract.currency))
    }
    let effects = outcome.effects.compactMap { effect(for: $0, of: outcome, in: clause) }
    return Finding(
      rule: rule.citation, subject: outcome.subject, verdict: outcome.verdict,
      code: code(for: outcome, of: rule, in: clause, effects),
      message: message(for: outcome, of: rule, values),
      documentation: rule.documentation, records: outcome.records,
      missing: outcome.missing.filter { $0.uncoveredDay == nil },
      values: values, effects: effects, defeatedBy: citation(of: outcome.defeatedBy, in: clause))
  }

  private func citation(of defeat: Defeat?, in clause: CheckedClause) -> Citation? {
    switch defeat?.cause {
    case .exception(let place)?: clause.exceptions[place].citation
    case .waiver(let place)?:
      Citation(
        clause: contract.id, rule: contract.waivers[place].name, section: nil,
        range: contract.waivers[place].range)
    case nil: nil
    }
  }

  private func effect(
    for outcome: EffectOutcome, of rule: RuleOutcome, in clause: CheckedClause
  ) -> Effect? {
    let checkedRule = clause.rules[rule.rule]
    let checked = clause.effects(from: outcome.from, of: checkedRule)[outcome.effect]
    return Effect(
      verb: checked.verb, amount: outcome.amount, cap: outcome.cap, ground: checked.ground,
      object: checked.object, deadline: outcome.deadline,
      releasedBy: releases(of: checked, outcome, rule, checkedRule),
      isProvisional: outcome.isProvisional, phase: checkedRule.phase)
  }

  /// What ends a hold, any one of them: what the rule says, and, while it is undecided, what would
  /// decide it.
  private func releases(
    of effect: CheckedEffect, _ outcome: EffectOutcome, _ rule: RuleOutcome, _ checked: CheckedRule
  ) -> [String] {
    var releases: [String] = []
    if outcome.isProvisional {
      switch rule.verdict {
      case .contested where rule.hasRivalExceptions:
        releases.append("a record by which only one of the exceptions holds")
      case .contested:
        releases.append("a record that settles which of the contradicting ones stands")
      case .errored: releases.append("the error named in the finding is mended")
      default: releases += alternative(of: rule.missing.map { words(for: $0) })
      }
    }
    if let release = effect.release {
      if release.isMetEnough {
        releases += alternative(of: checked.requirements.map(\.text))
      }
      releases += release.conditions.map(\.text)
    }
    if releases.isEmpty, effect.verb == .defer {
      releases.append(releaseOfDeferral(outcome, rule))
    } else if releases.isEmpty, outcome.isProvisional {
      releases.append("the rule \(checked.citation.rule) is decided")
    }
    return releases
  }

  /// What is needed together is one way out.
  private func alternative(of parts: [String]) -> [String] {
    parts.isEmpty ? [] : [parts.joined(separator: " and ")]
  }

  /// What was put off by an exception is due again where the exception no longer holds.
  private func releaseOfDeferral(_ outcome: EffectOutcome, _ rule: RuleOutcome) -> String {
    let clause = rules.clauses[incorporations[rule.incorporation].clause]
    guard case .exception(let place) = outcome.from else {
      return "the rule \(clause.rules[rule.rule].citation.rule) is met"
    }
    return "the exception \(clause.exceptions[place].citation.rule) no longer holds"
  }

  /// Returns what is not on file in words: `an acceptance about milestone launch`.
  package func words(for missing: MissingEvidence) -> String {
    let subject = contract[missing.subject]
    let part =
      missing.subject == .contract ? "the contract" : "\(subject.kind.rawValue) \(subject.name)"
    if SubjectField(rawValue: missing.kind) != nil { return "the \(missing.kind) of \(part)" }
    let article = "aeiou".utf8.contains(missing.kind.utf8.first ?? 0) ? "an" : "a"
    if let field = missing.field {
      return "the \(field) of \(article) \(missing.kind) about \(part)"
    }
    return "\(article) \(missing.kind) about \(part)"
  }

  /// The day is one that a calendar does not cover.
  private func words(forDayOf missing: MissingEvidence) -> String {
    let day = missing.uncoveredDay?.text ?? ""
    return missing.kind.isEmpty
      ? "the contract names no calendar, on which \(day) could be counted"
      : "the calendar \(missing.kind) says nothing about \(day)"
  }

  private func message(
    for outcome: RuleOutcome, of rule: CheckedRule, _ values: [NamedValue]
  ) -> String {
    var shown = ""
    for value in values {
      if !shown.isEmpty { shown += ", " }
      shown += value.name
      shown += " is "
      shown += value.text
    }
    let because = shown.isEmpty ? "" : ": \(shown)"
    switch outcome.verdict {
    case .met: return shown.isEmpty ? "holds" : shown
    case .failed:
      let failed = outcome.failedRequirements.map { "requires \(rule.requirements[$0].text)" }
      return (failed + (shown.isEmpty ? [] : [shown])).joined(separator: "; ")
    case .unproven:
      let missing = outcome.missing.map { words(for: $0) }.joined(separator: ", ")
      return missing.isEmpty
        ? "what is on file does not settle it\(because)" : "not on file: \(missing)"
    case .contested where outcome.hasRivalExceptions:
      return "exceptions that say different things hold\(because)"
    case .contested: return "records of equal authority contradict each other\(because)"
    case .excused, .notDue, .waived: return defeatWords(outcome, rule) + because
    case .notApplicable: return "does not apply\(because)"
    case .errored:
      let days = outcome.missing.compactMap { $0.uncoveredDay == nil ? nil : words(forDayOf: $0) }
      return "could not be evaluated\(days.map { ": \($0)" }.joined())\(because)"
    }
  }

  private func defeatWords(_ outcome: RuleOutcome, _ rule: CheckedRule) -> String {
    let clause = rules.clauses[incorporations[outcome.incorporation].clause]
    switch outcome.defeatedBy?.cause {
    case .exception(let place)?: return "by exception \(clause.exceptions[place].citation.rule)"
    case .waiver(let place)?:
      let waiver = contract.waivers[place]
      return "waived by \(waiver.approvedBy) through \(waiver.through.text): \(waiver.reason)"
    case nil: return "defeated"
    }
  }

  /// The reason that the text gives: of a rule that failed, or is met with effects; of the
  /// exception that holds.
  private func statedCode(
    for outcome: RuleOutcome, of rule: CheckedRule, in clause: CheckedClause
  ) -> ReasonCode? {
    switch outcome.verdict {
    case .failed: return rule.reason
    case .met: return outcome.effects.isEmpty ? nil : rule.reason
    case .excused, .notDue:
      guard case .exception(let place)? = outcome.defeatedBy?.cause else { return nil }
      return clause.exceptions[place].reason
    case .unproven, .contested, .waived, .notApplicable, .errored: return nil
    }
  }

  private func code(
    for outcome: RuleOutcome, of rule: CheckedRule, in clause: CheckedClause, _ effects: [Effect]
  ) -> ReasonCode {
    if let stated = statedCode(for: outcome, of: rule, in: clause) { return stated }
    switch outcome.verdict {
    case .met: return effects.lazy.compactMap { $0.code(isOfTime: false) }.first ?? .satisfied
    case .notApplicable: return .satisfied
    case .unproven: return .evidenceMissing
    case .contested: return .contested
    case .excused: return .customerCaused
    case .waived: return .waived
    case .notDue: return .notDue
    case .errored: return .error
    case .failed:
      let isOfTime = outcome.failedRequirements.contains {
        rule.requirements[$0].condition.isOfTime
      }
      return effects.lazy.compactMap { $0.code(isOfTime: isOfTime) }.first ?? .notAccepted
    }
  }
}

extension Effect {
  /// The reason code that a verb stands for; nil for verbs that only accompany another.
  fileprivate func code(isOfTime: Bool) -> ReasonCode? {
    switch verb {
    case .suspend: .suspended
    case .reject: .invoiceImproper
    case .withhold: isOfTime ? .late : .notAccepted
    case .defer: .notDue
    case .dispute: .chargeUnsupported
    case .retain: .retainage
    case .release: .releaseDue
    case .recover: .advanceRecovery
    case .deduct: .late
    case .setOff: .setOff
    case .report: object.flatMap(ReasonCode.init(word:)) ?? .reported
    case .pay, .owe, .notify, .refer, .excuse: nil
    }
  }
}

extension CheckedCondition {
  /// Whether a requirement is about dates or lengths of time.
  fileprivate var isOfTime: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.isOfTime)
    case .everyPart(_, let inner): inner.isOfTime
    case .somePart(_, let filter), .noPart(_, let filter): filter?.isOfTime ?? false
    case .test(_, let type, _, _): type == .date || type.isDays
    case .some, .no, .everyRecord, .meaning, .invalid: false
    }
  }
}

extension ValueType {
  fileprivate var isDays: Bool {
    if case .days = self { return true }
    return false
  }
}
