import RuleChecking
import SourceText

extension AnalysedClause {
  /// What stands in the clause and does nothing.
  var idleText: [Diagnostic] {
    guard isWhole else { return [] }
    return checked.rules.isEmpty ? [.clauseWithoutRule(checked)] : []
  }
}
