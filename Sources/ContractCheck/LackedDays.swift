import ContractModel
import RuleChecking
import RuleEvaluation
import SourceText

extension CheckedContract {
  /// Returns an error for each rule and day where a rule could not be evaluated because the calendar
  /// does not reach the day, or there is none.
  func daysLacked(by outcomes: [RuleOutcome], under rules: RuleBook) -> [Diagnostic] {
    var reported: Set<Lack> = []
    var diagnostics: [Diagnostic] = []
    for outcome in outcomes where outcome.verdict == .errored {
      let clause = rules.clauses[incorporations[outcome.incorporation].clause]
      let rule = clause.rules[outcome.rule].citation
      for missing in outcome.missing {
        guard let day = missing.uncoveredDay,
          reported.insert(Lack(rule: rule.range, day: day)).inserted
        else { continue }
        diagnostics.append(
          contract.calendar.map { .outsideCalendar(day, $0, rule, contract) }
            ?? .noCalendar(rule, contract))
      }
    }
    return diagnostics
  }
}

private struct Lack: Hashable {
  let rule: SourceRange
  let day: CivilDate
}
