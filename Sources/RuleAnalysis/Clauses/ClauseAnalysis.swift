import ContractModel
import RuleChecking
import RuleSyntax
import SourceText

/// Looks at the conditions and effects of one clause.
struct ClauseAnalysis {
  let clause: AnalysedClause
  let estimates: ValueEstimates
  var statements: StatementChecker
  /// Named collections whose `where` was looked at.
  var collectionsSeen: Set<String> = []

  init(of clause: AnalysedClause, kinds: [RecordKind], files: SourceFiles) {
    self.clause = clause
    estimates = ValueEstimates(of: clause.checked, kinds: kinds)
    statements = StatementChecker(files: files)
  }

  var diagnostics: [Diagnostic] { statements.diagnostics }

  mutating func run() {
    guard clause.isWhole else { return }
    for meaning in clause.checked.meanings { check(meaning) }
    let rules = zip(clause.syntax.rules, clause.checked.rules).map { RuleText($0, $1, estimates) }
    for rule in rules { check(rule) }
    reportRepeats(of: rules)
    checkExceptions(to: rules)
  }

  func meaning(named name: String) -> MeaningSyntax? { clause.meanings[name] }

  private mutating func check(_ meaning: CheckedMeaning) {
    guard let written = self.meaning(named: meaning.name) else { return }
    switch (meaning.form, written.form) {
    case (.condition(let condition), .condition(let syntax)):
      statements.check([estimates.statement(condition, syntax)], in: .elsewhere)
      checkCollections(of: condition, syntax)
    case (.aggregate(let aggregate), let form):
      if let collection = form.collection { check(aggregate, collection) }
    case (.parts(let aggregate), let form):
      guard let syntax = form.collection?.filter, let filter = aggregate.condition else { return }
      statements.check([estimates.statement(filter, syntax)], in: .elsewhere)
      checkCollections(of: filter, syntax)
    case (.condition, _), (.table, _), (.quantity, _), (.invalid, _): break
    }
  }

  // MARK: Rules

  private mutating func check(_ rule: RuleText) {
    statements.check(rule.applies, in: .application(of: rule.name.text))
    checkCollections(of: rule.checked.conditions, rule.syntax.conditions)
    if let filter = rule.checked.subject.filter, let syntax = rule.syntax.subject?.filter {
      checkCollections(of: filter, syntax)
    }
    let settled = rule.requires.flatMap(\.conjuncts).allSatisfy { conjunct in
      conjunct.outlook == .always
        || rule.applies.flatMap(\.conjuncts).contains { $0.implies(conjunct) }
    }
    if !rule.requires.isEmpty, settled {
      statements.report(.ruleNeverFails(rule.name, requirement: rule.requires[0].range))
    } else {
      statements.check(
        rule.requires, given: rule.applies, in: .requirement(of: rule.name.text))
    }
    checkCollections(of: rule.checked.requirements, rule.syntax.requirements)
    check(rule.checked.consequences, rule.syntax.consequences)
    check(rule.checked.remedies, rule.syntax.remedies)
  }

  mutating func check(_ effects: [CheckedEffect], _ written: [EffectSyntax]) {
    // An effect that was not understood has no counterpart, and its mistake is reported.
    guard effects.count == written.count else { return }
    for (effect, syntax) in zip(effects, written) {
      if let amount = effect.amount, estimates.interval(of: amount).exact == .zero,
        let place = syntax.amount
      {
        statements.report(.effectOfNothing(effect.verb, at: place.range))
      }
      guard let release = effect.release, let ends = syntax.release?.conditions else { continue }
      statements.check(alternatives: statedConditions(release.conditions, ends))
      checkCollections(of: release.conditions, ends)
    }
  }

  func statedConditions(
    _ conditions: [StatedCondition], _ syntax: [ConditionSyntax]
  ) -> [Statement] {
    zip(conditions, syntax).map { estimates.statement($0.condition, $1) }
  }
}

/// A rule, as it was written and as it was understood.
struct RuleText {
  let syntax: RuleSyntax
  let checked: CheckedRule
  /// What must be so for it to apply.
  let applies: [Statement]
  let requires: [Statement]

  init(_ syntax: RuleSyntax, _ checked: CheckedRule, _ estimates: ValueEstimates) {
    self.syntax = syntax
    self.checked = checked
    func statements(_ conditions: [StatedCondition], _ written: [ConditionSyntax]) -> [Statement] {
      zip(conditions, written).map { estimates.statement($0.condition, $1) }
    }
    var applies = statements(checked.conditions, syntax.conditions)
    if let filter = checked.subject.filter, let written = syntax.subject?.filter {
      applies.insert(estimates.statement(filter, written), at: 0)
    }
    self.applies = applies
    requires = statements(checked.requirements, syntax.requirements)
  }

  var name: NameSyntax { syntax.name }
}

extension CheckedPartAggregate {
  /// What is asked of the parts.
  fileprivate var condition: CheckedCondition? {
    if case .share(let condition) = measure { condition } else { filter }
  }
}

extension MeaningSyntax.Form {
  /// What an aggregate is drawn from.
  var collection: CollectionSyntax? {
    switch self {
    case .collection(let collection), .number(let collection), .share(let collection),
      .sum(_, let collection), .extreme(_, _, let collection), .percentile(_, _, let collection),
      .longestRun(let collection), .worstDay(let collection), .daysCovered(_, let collection):
      collection
    case .table, .quantity, .condition: nil
    }
  }
}
