package import ContractModel
import RuleChecking
package import RuleEvaluation
package import RuleSyntax
package import SourceText

extension ContractCheck {
  /// Reads rules once, for many contracts; their texts are added to the files.
  package static func plan(
    reading ruleFiles: [InputFile], into files: inout SourceFiles
  ) -> Diagnosed<EvaluationPlan> {
    var run = CheckRun(asOf: .first, files: files)
    let rules = run.readRules(ruleFiles)
    files = run.files
    return Diagnosed(EvaluationPlan(rules), run.diagnostics)
  }

  /// Decides one contract on nothing but the records that stand in its own text; notes the rows of
  /// tables that applied if asked to.
  package static func deciding(
    _ line: LineSyntax, calendars: [BusinessCalendar], in files: SourceFiles,
    under plan: EvaluationPlan, asOf: CivilDate, notingRows: Bool = false
  ) -> CheckOutcome {
    var run = CheckRun(asOf: asOf, files: files)
    run.isTest = true
    if notingRows { run.appliedRows = [] }
    if let contract = run.check(line, calendars: calendars, under: plan.rules) {
      run.decide(contract, statedBy: line, records: .none, under: plan, isRead: true)
    }
    return run.outcome
  }

  /// Reads one contract and the records that stand in its own text; nil where anything at all is to be
  /// said of it.
  package static func binding(
    _ line: LineSyntax, calendars: [BusinessCalendar], in files: SourceFiles,
    under plan: EvaluationPlan
  ) -> BoundContract? {
    var run = CheckRun(asOf: .first, files: files)
    let bound = run.check(line, calendars: calendars, under: plan.rules).flatMap { contract in
      run.bind(.none, to: contract, statedBy: line, under: plan)
    }
    return run.diagnostics.isEmpty ? bound : nil
  }

  /// Decides a contract that was read before; its terms must be those of the plan.
  package static func deciding(
    _ bound: BoundContract, in files: SourceFiles, under plan: EvaluationPlan, asOf: CivilDate
  ) -> CheckOutcome {
    var run = CheckRun(asOf: asOf, files: files)
    run.isTest = true
    run.decide(bound, under: plan)
    return run.outcome
  }
}
