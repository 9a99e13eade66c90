import RuleEvaluation
import Testing

/// The comparison finds what differs, and nothing where nothing does.
@Suite struct DifferentialTests {
  @Test func findsNoDisagreementOfTheReferenceWithItself() {
    let found = Differential.disagreements(1...20) { Differential.reference($0, in: $1) }
    #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
  }

  /// Both evaluators on thousands of generated rule sets and records: every verdict, every amount.
  @Test(arguments: 0..<8)
  func findsThePlannedEvaluatorEqualToTheReference(part: UInt64) {
    let seeds = (part * 150 + 1)...(part * 150 + 150)
    print("comparing evaluators on seeds \(seeds), two rule sets each")
    let found = Differential.disagreements(seeds) { made, phase in
      PlannedEvaluator(
        plan: EvaluationPlan(made.rules), contract: made.contract, records: made.records,
        asOf: made.asOf
      ).outcomes(in: phase, given: made.supplied)
    }
    #expect(found.isEmpty, "\(found.prefix(3).map(\.description).joined(separator: "\n"))")
  }

  @Test func findsAMissingOutcome() {
    let found = Differential.disagreements(1...20) {
      Array(Differential.reference($0, in: $1).dropLast())
    }
    #expect(found.map(\.seed) == Array(1...20))
  }
}
