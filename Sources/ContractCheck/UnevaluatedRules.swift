import ContractModel
import RuleChecking
import RuleEvaluation
import SourceText

extension DecidedContract {
  /// Returns an error for each rule that could not be evaluated, once for each thing without a value that
  /// it read; days that no calendar covers are told of by themselves.
  func unevaluated(under plan: EvaluationPlan) -> [Diagnostic] {
    let failed = outcomes.filter { outcome in
      outcome.verdict == .errored && outcome.missing.allSatisfy { $0.uncoveredDay == nil }
    }
    guard !failed.isEmpty else { return [] }
    var inspections = OutcomeInspections(of: self, under: plan)
    var told: Set<String> = []
    var diagnostics: [Diagnostic] = []
    for outcome in failed {
      let clause = plan.rules.clauses[bound.contract.incorporations[outcome.incorporation].clause]
      let cause = inspections.derivation(of: outcome).steps.lazy.flatMap(\.reads).compactMap(
        \.withoutValue
      ).first
      let diagnostic = Diagnostic.notEvaluated(
        clause.rules[outcome.rule].citation, for: decision.contract.path(of: outcome.subject),
        in: decision.contract, because: cause.map { words(of: $0, in: clause) },
        at: cause.flatMap { $0.declaration(in: clause) })
      if told.insert("\(outcome.incorporation) \(diagnostic.message)").inserted {
        diagnostics.append(diagnostic)
      }
    }
    return diagnostics
  }

  /// What has no value, and what it was worked out from.
  private func words(of value: DerivedValue, in clause: CheckedClause) -> String {
    let name = value.name(in: clause)
    let read = value.reads.map { read in
      "\(read.name(in: clause)) is \(read.value.text(of: read.type, in: decision.contract.currency))"
    }
    return "'\(name)' has no value" + (read.isEmpty ? "" : " where \(read.joined(separator: ", "))")
  }
}

extension DerivedValue {
  /// The first of all that it was worked out from that has no value for itself alone.
  fileprivate var withoutValue: DerivedValue? {
    guard value == .errored else { return nil }
    return reads.lazy.compactMap(\.withoutValue).first ?? self
  }

  fileprivate func name(in clause: CheckedClause) -> String {
    switch source {
    case .meaning(let place): clause.meanings[place].name
    case .term(let place): clause.terms[place].name
    case .field(let field): field.rawValue
    case .asOf: "as-of"
    case .records: "number of records"
    }
  }

  fileprivate func declaration(in clause: CheckedClause) -> SourceRange? {
    switch source {
    case .meaning(let place): clause.meanings[place].range
    case .term(let place): clause.terms[place].range
    case .field, .asOf, .records: nil
    }
  }
}
