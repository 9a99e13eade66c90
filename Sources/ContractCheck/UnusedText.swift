import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import SourceText

extension RecordSet {
  /// Returns a warning for each record whose asserter has no authority over its kind.
  func setAside(under kinds: [RecordKind], in files: SourceFiles) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for table in tables {
      let kind = kinds[table.kind]
      for row in 0..<table.count {
        let role = roles[table.asserters[row]]
        if kind.asserters.contains(role) { continue }
        diagnostics.append(
          .recordSetAside(kind, by: role, at: files.range(of: table.origins[row])))
      }
    }
    return diagnostics
  }
}

extension SourceFiles {
  /// The range of the line that a record begins on.
  func range(of origin: RecordReference) -> SourceRange {
    let line = self[origin.file].line(origin.line)
    return SourceRange(file: origin.file, lower: line.startIndex, upper: line.endIndex)
  }
}

extension CheckedContract {
  /// Returns a warning for each text of the contract that did nothing: a waiver that waived nothing,
  /// a rule that was about no part of it.
  func unused(
    in outcomes: [RuleOutcome], rules: RuleBook, asOf: CivilDate
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (place, waiver) in contract.waivers.enumerated() {
      let isUsed = outcomes.contains { $0.defeatedBy == Defeat(.waiver(place), isUndecided: false) }
      if !isUsed { diagnostics.append(.waiverUnused(waiver, asOf: asOf)) }
    }
    for (place, incorporation) in incorporations.enumerated() {
      let clause = rules.clauses[incorporation.clause]
      for (rule, checked) in clause.rules.enumerated()
      where !outcomes.contains(where: { $0.incorporation == place && $0.rule == rule }) {
        diagnostics.append(.ruleWithoutSubject(checked, contract, at: incorporation.range))
      }
    }
    return diagnostics
  }
}
