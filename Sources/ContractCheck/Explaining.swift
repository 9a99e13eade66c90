import ContractModel
import RuleChecking
import RuleEvaluation
import SourceText

extension DecidedContract {
  /// Returns why it was decided as it was, and what would release what is held.
  func explanation(under plan: EvaluationPlan, in files: SourceFiles) -> Explanation {
    var writer = ExplanationWriter(self, plan: plan, files: files)
    return Explanation(
      decision: decision, findings: writer.findings, cures: cureLists(under: plan), files: files)
  }
}

/// Puts into words how the findings of one contract came about.
private struct ExplanationWriter {
  let decided: DecidedContract
  let rules: RuleBook
  let files: SourceFiles
  let words: FindingWriter
  private var inspections: OutcomeInspections

  init(_ decided: DecidedContract, plan: EvaluationPlan, files: SourceFiles) {
    self.decided = decided
    self.files = files
    rules = plan.rules
    words = FindingWriter(
      rules: plan.rules, incorporations: decided.bound.contract.incorporations,
      contract: decided.decision.contract)
    inspections = OutcomeInspections(of: decided, under: plan)
  }

  private var contract: Contract { decided.decision.contract }

  /// One for each outcome of a rule.
  var findings: [Int: ExplainedFinding] {
    mutating get {
      var findings: [Int: ExplainedFinding] = [:]
      for (place, outcome) in decided.outcomes.enumerated() {
        findings[place] = finding(outcome, inspections.derivation(of: outcome))
      }
      return findings
    }
  }

  private func incorporation(of outcome: RuleOutcome) -> Incorporation {
    decided.bound.contract.incorporations[outcome.incorporation]
  }

  private func finding(_ outcome: RuleOutcome, _ derivation: Derivation) -> ExplainedFinding {
    let incorporation = incorporation(of: outcome)
    let clause = rules.clauses[incorporation.clause]
    return ExplainedFinding(
      clause: clause.title ?? clause.name,
      effects: derivation.consequences.map { effect($0, in: incorporation, of: outcome.subject) },
      conditions: derivation.steps.map { condition($0, in: incorporation, of: outcome.subject) })
  }

  private func effect(
    _ consequence: Derivation.Consequence, in incorporation: Incorporation, of subject: SubjectID
  ) -> ExplainedEffect {
    ExplainedEffect(
      text: files.line(at: consequence.range), amount: consequence.outcome.amount,
      cap: consequence.outcome.cap,
      values: consequence.reads.map { value($0, in: incorporation, for: subject) })
  }

  private func condition(
    _ step: Derivation.Step, in incorporation: Incorporation, of subject: SubjectID
  ) -> ExplainedCondition {
    let role: ExplainedCondition.Role =
      switch step.role {
      case .when: .when
      case .require: .require
      case .release(let verb): .release(verb)
      case .exception(let place):
        .exception(rules.clauses[incorporation.clause].exceptions[place].citation.rule)
      }
    return ExplainedCondition(
      role: role, text: step.text, range: step.range, verdict: step.verdict,
      values: step.reads.map { value($0, in: incorporation, for: subject) }, records: step.records)
  }

  private func value(
    _ derived: DerivedValue, in incorporation: Incorporation, for subject: SubjectID
  ) -> ExplainedValue {
    let clause = rules.clauses[incorporation.clause]
    let isOfPart = !contract.isWithin(subject, derived.subject)
    var text = derived.value.text(of: derived.type, in: contract.currency)
    var definition: String?
    var range: SourceRange?
    let name: String
    switch derived.source {
    case .meaning(let place):
      let meaning = clause.meanings[place]
      name = isOfPart ? "\(owner(derived.subject))'s \(meaning.name)" : meaning.name
      range = meaning.range
      definition = files.line(at: meaning.range).afterMeans
    case .term(let place):
      name = clause.terms[place].name
      range = incorporation.statedTerms[place] ?? clause.terms[place].range
    case .field(let field):
      name = "\(owner(derived.subject))'s \(field.rawValue)"
      range = contract[derived.subject].range
    case .asOf: name = "as-of"
    case .records(let kind):
      name = "number of \(rules.kinds[kind].plural) about \(owner(derived.subject))"
      text = "\(derived.records.count)"
    }
    return ExplainedValue(
      name: name, text: text, definition: definition, range: range, records: derived.records,
      missing: derived.missing.filter { $0.uncoveredDay == nil }.map(words.words),
      values: derived.reads.map { value($0, in: incorporation, for: subject) })
  }

  private func owner(_ subject: SubjectID) -> String {
    subject == .contract ? "contract" : contract[subject].name
  }
}

extension String {
  /// What stands after `means`.
  fileprivate var afterMeans: String {
    let parts = split(separator: " means ", maxSplits: 1)
    return parts.count == 2 ? String(parts[1]) : self
  }
}
