import ContractCheck
import ContractModel
import SourceText
import Testing

/// A rule that cannot be evaluated pays nothing, and says for want of what.
@Suite struct UnevaluatedRules {
  private static let contract = SmallWorld.contract(named: "a")
    .replacing("working-exchange", with: "charged").replacing("  records \"status/*\"\n", with: "")

  private func outcome(_ charged: String) -> CheckOutcome {
    let rules = """
      clause charged "Late work" {
        cites "1"
        rounds half up to cent
        term rate percent by late default
          | late                       | rate |
          | at most 5 calendar days    | 0%   |
          | more than 60 calendar days | 5%   |
        late means calendar days after due through as-of

        rule is-on-time for each milestone {
          cites "1.1"
          \(charged)
        }
      }

      """
    return ContractCheck.run(
      CheckInput(
        ruleFiles: [InputFile(path: "a.rules", bytes: Array(rules.utf8))],
        contractFiles: [InputFile(path: "a.contract", bytes: Array(Self.contract.utf8))],
        recordFiles: [:], asOf: CivilDate(year: 2013, month: 11, day: 20)!))
  }

  @Test func nameWhatHasNoValue() throws {
    let outcome = outcome("require rate is at most 1%\n    otherwise withhold amount until met")
    let found = try #require(outcome.diagnostics.first, "\(outcome.errorIDs)")
    #expect(outcome.errorIDs == ["not-evaluated"])
    #expect(
      found.message == "rule 'is-on-time' could not be evaluated for launch of 'a': 'rate' has no "
        + "value where late is 50 calendar days")
    let line = outcome.files[found.range.file].position(at: found.range.lower).line
    #expect(line == 10 && found.notes.count == 1)
    #expect(outcome.contracts.map { $0.amount(.bucket(.pay), of: .contract)?.isZero } == [true])
  }
}
