import RuleChecking
import SourceText

/// What an analysis finds, in alphabetical order.
extension Diagnostic {
  static func clauseWithoutRule(_ clause: CheckedClause) -> Diagnostic {
    Diagnostic(
      .warning, DiagnosticID("clause-without-rule"),
      "no rule stands in the clause '\(clause.name)'",
      at: clause.range, help: "write what the clause asks for as a rule, or take the clause away")
  }
}
