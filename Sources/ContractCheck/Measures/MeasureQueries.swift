package import ContractModel
import RuleChecking
import RuleEvaluation
package import SourceText

/// The query that has the records of a contract measured where they are.
package struct MeasureQuery: Sendable {
  /// Nil where there is not one contract without mistakes, or nothing that could be measured.
  package let text: String?
  /// The kinds whose records need not be read, by their plurals.
  package let measuredKinds: [String]
  /// How many contracts were understood.
  package let contractCount: Int
  package let diagnostics: [Diagnostic]
  package let files: SourceFiles
}

extension ContractCheck {
  /// Returns the query for the one contract of an input; its records are not looked at.
  package static func measureQuery(
    of input: CheckInput, in dialect: SQLDialect
  ) -> MeasureQuery {
    let read = understanding(input)
    let hasMistake = read.diagnostics.contains(where: \.isError)
    var (text, measuredKinds) = (String?.none, [String]())
    if !hasMistake, read.understood.count == 1 {
      let (contract, rules) = (read.understood[0].bound.contract, read.understood[0].plan)
      let plan = MeasurePlan(
        rules, for: contract, of: read.files, rules: input.ruleFiles, asOf: input.asOf)
      text = plan.isEmpty ? nil : plan.query(in: dialect)
      measuredKinds = plan.measuredKinds.map { rules.rules.kinds[$0].plural }
    }
    return MeasureQuery(
      text: text, measuredKinds: measuredKinds, contractCount: read.understood.count,
      diagnostics: read.diagnostics, files: read.files)
  }
}

extension MeasurePlan {
  /// Makes the plan for a contract with the digest of its text, that of the rules, and the date.
  init(
    _ plan: EvaluationPlan, for contract: CheckedContract, of files: SourceFiles,
    rules: [InputFile], asOf: CivilDate
  ) {
    let sorted = rules.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let texts = [files[contract.contract.range.file].bytes] + sorted.map(\.bytes)
    let digest = SHA256.hexadecimal(
      of: ["holdback measures 1", asOf.text, contract.contract.id]
        + texts.map { SHA256.hexadecimal(of: $0) })
    self.init(plan, for: contract, asOf: asOf, digest: digest)
  }
}
