import RuleChecking
import RuleSyntax
import SourceText

extension AnalysedTexts {
  /// Clauses that no contract and no test incorporates, where there are any to do so.
  var unincorporatedClauses: [Diagnostic] {
    let lines = contracts.map(\.line) + tests.flatMap(\.lines)
    guard !lines.isEmpty else { return [] }
    let incorporated = lines.reduce(into: Set<String>()) { $0.formUnion($1.clausesIncorporated) }
    return clauses.filter { !incorporated.contains($0.checked.name) }.map {
      .clauseNeverIncorporated($0.checked)
    }
  }
}

extension SyntaxTree {
  var lines: [LineSyntax] {
    declarations.compactMap { declaration in
      if case .line(let line) = declaration { line } else { nil }
    }
  }
}

extension LineSyntax {
  /// The first of its values, where that is a name.
  var name: NameSyntax? {
    if case .name(let name)? = values.first { name } else { nil }
  }

  fileprivate var clausesIncorporated: Set<String> {
    var names: Set<String> = []
    if keyword.text == "incorporates", let name { names.insert(name.text) }
    for line in block ?? [] { names.formUnion(line.clausesIncorporated) }
    return names
  }
}

extension Diagnostic {
  fileprivate static func clauseNeverIncorporated(_ clause: CheckedClause) -> Diagnostic {
    Diagnostic(
      .warning, .clauseNeverIncorporated,
      "no contract and no test incorporates '\(clause.name)'", at: clause.range,
      help: "write a test of it, or take it away")
  }
}
