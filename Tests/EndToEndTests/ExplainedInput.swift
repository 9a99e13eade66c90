import ContractCheck
import ContractModel
import SourceText

extension CheckInput {
  /// Returns why each contract is decided as it is, file by file, and what is wrong.
  func explained() -> (explanations: [Explanation], diagnostics: [Diagnostic]) {
    var session = CheckSession(CheckTerms(ruleFiles: ruleFiles, asOf: asOf, purpose: .explain))
    var (explanations, diagnostics) = ([Explanation](), session.rules.diagnostics)
    for file in contractFiles {
      let records = RecordInputs(files: recordFiles[file.path] ?? [])
      session.decide(ContractInput(file: file, records: records, zones: zoneFiles)) {
        explanations += $0.explanations
        diagnostics += $0.diagnostics
      }
    }
    return (explanations, diagnostics)
  }
}
