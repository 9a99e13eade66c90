import ContractModel
import RuleChecking
import SourceText

/// Finds two exceptions to one rule, neither nearer to it, that can hold at once and say different
/// things.
struct ExceptionConflicts {
  /// The most pairs of exceptions to one clause that are tried.
  private static let pairLimit = 500

  private let scope: ClauseScope
  private var pairsLeft = Self.pairLimit
  private(set) var findings: [Diagnostic] = []

  init(_ scope: ClauseScope) { self.scope = scope }

  mutating func run() {
    let exceptions = scope.clause.exceptions
    for second in exceptions.indices {
      for first in 0..<second where exceptions[first].isToClause == exceptions[second].isToClause {
        compare(exceptions[first], exceptions[second])
        guard pairsLeft > 0 else {
          findings.append(.notAllCompared("exceptions to one rule", of: scope.clause))
          return
        }
      }
    }
  }

  private mutating func compare(_ first: CheckedException, _ second: CheckedException) {
    for target in first.targets where second.targets.contains(target) {
      let rule = scope.clause.rules[target]
      guard let one = first.bodies[rule.subject.kind], let other = second.bodies[rule.subject.kind],
        one.consequences.consequence != other.consequences.consequence
      else { continue }
      pairsLeft -= 1
      var scenario = Scenario(scope: scope)
      let both = (one.conditions + other.conditions).map(\.condition)
      guard scenario.satisfy(.all(both)) == .reached, scenario.apply(rule) == .reached,
        scenario.isConsistent()
      else { continue }
      findings.append(
        .exceptionsOverlap(first, second, to: rule, test(scenario, rule, first)))
      return
    }
  }

  /// The rule has to fail before it is asked what defeats it.
  private func test(
    _ scenario: Scenario, _ rule: CheckedRule, _ exception: CheckedException
  ) -> String? {
    var scenario = scenario
    let requirements = CheckedCondition.all(rule.requirements.map(\.condition))
    guard scenario.satisfy(requirements, wanted: false) == .reached else { return nil }
    return scenario.test(
      "one exception decides", of: rule.subject, expecting: "\(rule.citation.rule) excused")
  }
}
