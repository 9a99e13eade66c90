import ContractCheck
import ContractModel
import RuleTesting
import Testing

/// The mistakes that are made in rules.
@Suite struct Mutants {
  /// The lines that each mutant of a clause makes of the line that begins with a word.
  private func changes(of word: String, in clause: String) throws -> [String] {
    let outcome = MutationTrial.run(clause, MutationTrial.test(expecting: "invoiced USD 100"))
    let report = try #require(outcome.mutation, "\(outcome.words)")
    let valid = report.valid.filter { result in
      result.before.contains { $0.split(separator: " ").first.map(String.init) == word }
    }
    return valid.map { result in
      let lines = result.after.map { $0.split(separator: " ").joined(separator: " ") }
      return "\(result.mutant.change.rawValue): \(lines.joined(separator: " "))"
    }.sorted()
  }

  @Test(arguments: [
    (
      "tried is at least 2 findings",
      [
        "bound: require tried is more than 2 findings",
        "comparison: require tried is at most 2 findings",
        "figure: require tried is at least 1 findings",
      ]
    ),
    (
      "working is more than 99.5%",
      [
        "bound: require working is at least 99.5%",
        "comparison: require working is less than 99.5%",
        "figure: require working is more than 99.6%",
      ]
    ),
    (
      "amount is at most USD 5,000",
      [
        "bound: require amount is less than USD 5,000",
        "comparison: require amount is at least USD 5,000",
        "figure: require amount is at most USD 5000.01",
      ]
    ),
    (
      "working is above 5% to below 10%",
      [
        "bound: require working is 5% to below 10%",
        "bound: require working is above 5% to 10%",
        "figure: require working is above 5% to below 9%",
        "figure: require working is above 6% to below 10%",
      ]
    ),
    (
      "finished is on or before due",
      [
        "bound: require finished is before due",
        "comparison: require finished is on or after due",
        "figure: require finished is on or before 1 calendar days after due",
      ]
    ),
    ("seen is works", ["negation: require seen is not works"]),
    ("seen is not works", ["negation: require seen is works"]),
    (
      "seen is works or degraded",
      [
        "alternative: require seen is degraded", "alternative: require seen is works",
        "negation: require seen is not works or degraded",
      ]
    ),
    (
      "no findings where state is fails and dated is before due",
      [
        "bound: require no findings where state is fails and dated is on or before due",
        "comparison: require no findings where state is fails and dated is after due",
        "condition: require no findings where dated is before due",
        "condition: require no findings where state is fails",
        "figure: require no findings where state is fails and dated is before 1 calendar days before due",
        "negation: require no findings where state is not fails and dated is before due",
        "negation: require some findings where state is fails and dated is before due",
      ]
    ),
    (
      "some findings ever where state is fails",
      [
        "condition: require some findings ever",
        "fallback: require some findings where state is fails",
        "negation: require no findings ever where state is fails",
        "negation: require some findings ever where state is not fails",
      ]
    ),
  ])
  func ofARequirement(_ condition: String, expected: [String]) throws {
    let found = try changes(of: "require", in: MutationTrial.clause(requiring: condition))
    #expect(found == expected.sorted())
  }

  @Test(arguments: [
    (
      "first means earliest dated of findings where state is works, or as-of while none",
      [
        "choice: first means latest dated of findings where state is works, or as-of while none",
        "condition: first means earliest dated of findings , or as-of while none",
        "fallback: first means earliest dated of findings where state is works",
        "negation: first means earliest dated of findings where state is not works, or as-of while none",
      ]
    ),
    (
      "first means later of 30 calendar days after due and finished",
      [
        "choice: first means earlier of 30 calendar days after due and finished",
        "figure: first means later of 31 calendar days after due and finished",
        "sign: first means later of 30 calendar days before due and finished",
        "unit: first means later of 30 business days after due and finished",
      ]
    ),
  ])
  func ofAMeaning(_ meaning: String, expected: [String]) throws {
    let clause = MutationTrial.clause(requiring: "first is before 2014-01-01", adding: meaning)
    #expect(try changes(of: "first", in: clause) == expected.sorted())
  }

  @Test(arguments: [
    (
      "withhold 10% of amount until met or some acceptances",
      [
        "alternative: otherwise withhold 10% of amount until met",
        "figure: otherwise withhold 11% of amount until met or some acceptances",
        "negation: otherwise withhold 10% of amount until met or no acceptances",
        "verb: otherwise dispute 10% of amount until met or some acceptances",
      ]
    ),
    (
      "deduct USD 5 as delay capped at amount capped at USD 7",
      [
        "cap: otherwise deduct USD 5 as delay capped at USD 7",
        "cap: otherwise deduct USD 5 as delay capped at amount",
        "figure: otherwise deduct USD 5 as delay capped at amount capped at USD 7.01",
        "figure: otherwise deduct USD 5.01 as delay capped at amount capped at USD 7",
        "verb: otherwise set off USD 5",
      ]
    ),
    (
      "notify supplier of delay by finished",
      ["figure: otherwise notify supplier of delay by 1 calendar days after finished"]
    ),
  ])
  func ofAnEffect(_ effect: String, expected: [String]) throws {
    let clause = MutationTrial.clause(requiring: "seen is works", otherwise: effect)
    #expect(try changes(of: "otherwise", in: clause) == expected.sorted())
  }

  @Test func leaveOutARequirementAConditionAnEffectAndAnException() throws {
    let outcome = MutationTrial.run(
      """
      rounds half up to cent
      seen means latest state of findings
      rule first for each milestone {
        when critical is yes
        require seen is works
        require seen is not degraded
        otherwise withhold amount until met
        otherwise report a
      }
      exception let-off to first for each milestone {
        when some acceptances
        then excuse
      }
      """, MutationTrial.test(expecting: "invoiced USD 100"))
    let report = try #require(outcome.mutation, "\(outcome.words)")
    let gone = report.valid.filter(\.after.isEmpty).map(\.mutant.change)
    #expect(
      gone == [.condition, .requirement, .requirement, .effect, .effect, .exception])
    #expect(report.valid.first?.mutant.change == .rounding)
  }

  @Test func areNotMadeOfClausesWithoutATest() throws {
    let rules =
      "clause other \"Other\" {\ncites \"1\"\nrule b for contract {\nthen report b\n}\n}\n"
    let outcome = MutationTrial.run(
      MutationTrial.clause(requiring: "seen is works"),
      MutationTrial.test(expecting: "invoiced USD 100"), adding: rules)
    let report = try #require(outcome.mutation, "\(outcome.words)")
    #expect(report.untested == ["other"])
    #expect(report.results.allSatisfy { $0.mutant.clause == "work" })
  }

  @Test func areNotMadeWhereATestFails() {
    let outcome = MutationTrial.run(
      MutationTrial.clause(requiring: "seen is works"),
      MutationTrial.test(expecting: "invoiced USD 99"))
    #expect(outcome.mutation == nil && outcome.statuses == [.failed])
  }
}
