import ContractModel
package import RuleChecking
import RuleEvaluation
import RuleSyntax
package import SourceText

extension RuleTesting {
  /// What is wrong with tests, their contracts and what they expect; none of them is run.
  ///
  /// Of a file that does not parse nothing is said: whoever read it knows.
  package static func mistakes(
    in tests: [FileID], of files: SourceFiles, under rules: RuleBook
  ) -> [Diagnostic] {
    let plan = EvaluationPlan(rules)
    var mistakes: [Diagnostic] = []
    for id in tests {
      let tree = SyntaxTree.parsing(files[id], id: id)
      if tree.diagnostics.contains(where: \.isError) { continue }
      let file = tree.value.checkedTests()
      mistakes += file.diagnostics
      for test in file.value.tests {
        for row in test.rows {
          var trial = TestTrial(
            FilledTest(test, row: row, calendars: file.value.calendars), files: files, plan: plan)
          trial.check()
          mistakes += trial.diagnostics
        }
      }
    }
    return mistakes.filter(\.isError)
  }
}

extension TestText {
  /// The rows of its cases; nil stands for a test that has none.
  fileprivate var rows: [CaseRow?] {
    guard let cases else { return [nil] }
    return cases.rows.map { CaseRow(heads: cases.heads, row: $0) }
  }
}
