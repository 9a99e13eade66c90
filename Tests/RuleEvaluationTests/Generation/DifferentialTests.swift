import RuleEvaluation
import Testing

/// The comparison finds what differs, and nothing where nothing does.
@Suite struct DifferentialTests {
  @Test func findsNoDisagreementOfTheReferenceWithItself() {
    let found = Differential.disagreements(1...20) { Differential.reference($0, earned: $1) }
    #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
  }

  @Test func findsAMissingOutcome() {
    let found = Differential.disagreements(1...20) {
      Array(Differential.reference($0, earned: $1).dropLast())
    }
    #expect(found.map(\.seed) == Array(1...20))
  }
}
