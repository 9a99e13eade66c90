import ContractModel
import RuleChecking
import RuleSyntax
import SourceText

/// What a test says, understood: the day, and what must come out.
struct TestSayings {
  let day: CivilDate?
  let parts: [ExpectedPart]
  let expected: [ExpectedDiagnostic]
  let diagnostics: [Diagnostic]
  /// False where something was not understood: the test must not pass.
  let isSound: Bool

  init(asOf: LineSyntax, _ expectations: [LineSyntax], under rules: RuleBook) {
    var reader = ExpectationReader(rules: rules)
    day = reader.day(of: asOf)
    var parts: [ExpectedPart] = []
    var expected: [ExpectedDiagnostic] = []
    var isComplete = true
    for line in expectations {
      if let diagnostic = ExpectedDiagnostic(line) {
        expected.append(diagnostic)
      } else if let part = reader.part(line) {
        parts.append(part)
      } else {
        isComplete = false
      }
    }
    self.parts = parts
    self.expected = expected
    diagnostics = reader.diagnostics
    isSound = isComplete && day != nil && reader.isSound
  }
}
