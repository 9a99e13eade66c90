import ContractModel
import RuleChecking

/// A rule in which it is seen that a table or a group of rules gives no answer, and what a test may
/// expect of it.
struct Observation {
  let subject: CheckedSubject
  let expectation: String
  /// What the contract and the records have to say beside.
  let scenario: Scenario
}

extension Scenario {
  /// Returns a rule that reads a table of the clause and would be decided but for it.
  func observation(of table: AnalysedTable, expecting result: Wanted?) -> Observation? {
    for rule in scope.clause.rules
    where scope.clause.meanings.indices.contains(where: {
      table.isMeaning($0) && rule.shown.contains($0)
    }) {
      var scenario = self
      guard let result, scenario.satisfy(scopeOf: rule) == .reached else { continue }
      let value = result.text(of: table.table.type, in: scope.currency)
      return Observation(
        subject: rule.subject, expectation: "\(table.name) \(value)", scenario: scenario)
    }
    for rule in scope.clause.rules {
      var scenario = self
      guard let verdict = scenario.letDecide(rule, but: table) else { continue }
      return Observation(
        subject: rule.subject, expectation: "\(rule.citation.rule) \(verdict.rawValue)",
        scenario: scenario)
    }
    return nil
  }

  /// Lets the rule be about the part at hand.
  mutating func satisfy(scopeOf rule: CheckedRule) -> Ending {
    rule.subject.filter.map { satisfy($0) } ?? .reached
  }

  /// Lets a rule apply.
  mutating func apply(_ rule: CheckedRule) -> Ending {
    attempt { scenario in
      let ending = scenario.satisfy(scopeOf: rule)
      guard ending == .reached else { return ending }
      return scenario.satisfy(.all(rule.conditions.map(\.condition)))
    }
  }

  /// Lets a rule come as far as the table; returns what it would be without the error there.
  private mutating func letDecide(_ rule: CheckedRule, but table: AnalysedTable) -> Verdict? {
    let requirements = rule.requirements.map(\.condition)
    let isRequired = table.isRead(by: Readings(of: requirements, in: scope.clause))
    let isOfMet = table.isRead(by: readings(of: rule.consequences))
    let isOfFailed = table.isRead(by: readings(of: rule.remedies))
    guard isRequired || isOfMet || isOfFailed, apply(rule) == .reached else { return nil }
    if isRequired { return .met }
    if isOfMet, satisfy(.all(requirements)) == .reached { return .met }
    guard isOfFailed, satisfy(.all(requirements), wanted: false) == .reached else { return nil }
    return .failed
  }

  private func readings(of effects: [CheckedEffect]) -> Readings {
    Readings(of: effects.flatMap(\.expressions), in: scope.clause)
  }
}
