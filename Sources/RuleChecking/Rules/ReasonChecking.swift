import ContractModel
import RuleSyntax

extension ClauseChecker {
  /// Returns the code that a rule gives its findings; nil where it is none of the closed set.
  mutating func checkReason(_ name: NameSyntax) -> ReasonCode? {
    if let code = ReasonCode(word: name.text) { return code }
    reportMissing(.unknownName(name, what: .reason, among: ReasonCode.allCases.map(\.word)))
    return nil
  }
}
