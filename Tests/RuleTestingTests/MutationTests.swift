import ContractModel
import RuleTesting
import SourceText
import Testing

/// What becomes of mutants.
@Suite struct MutantFates {
  private static let works = MutationTrial.finding("2013-10-01", "works")

  /// One requirement, and the tests of both sides of it.
  private func report(
    _ condition: String, _ records: [(String, String)]
  ) throws -> MutationReport {
    let tests = records.enumerated().map { place, trial in
      MutationTrial.oneMore(
        "test \(place)", recording: trial.0, expecting: "tried-rule \(trial.1)",
        of: "milestone launch")
    }
    let outcome = MutationTrial.run(
      MutationTrial.clause(requiring: condition), MutationTrial.base + tests.joined())
    return try #require(outcome.mutation, "\(outcome.words)")
  }

  private func fates(_ report: MutationReport, of change: Mutant.Change) -> [Bool] {
    report.valid.filter { $0.mutant.change == change }.map { $0.fate == .killed }
  }

  @Test func atTheBoundTheyAreKilled() throws {
    let one = MutationTrial.finding("2013-10-01", "works")
    let two = one + "\n" + MutationTrial.finding("2013-10-02", "works")
    let loose = try report("tried is at least 2 findings", [("", "unproven")])
    #expect(fates(loose, of: .bound) == [false] && fates(loose, of: .comparison) == [false])
    let far = try report("working is at least 50%", [(one, "met")])
    #expect(fates(far, of: .bound) == [false] && fates(far, of: .comparison) == [true])
    let close = try report(
      "working is at least 50%",
      [(one + "\n" + MutationTrial.finding("2013-10-03", "fails"), "met"), (two, "met")])
    #expect(fates(close, of: .bound) == [true])
  }

  /// What is printed is what was run: pasted, it kills what it is printed for.
  @Test(arguments: [
    "working is at least 50%", "seen is works or degraded", "finished is on or before due",
    "no findings where state is fails and dated is after due",
  ])
  func suggestedTestsKillThem(_ condition: String) throws {
    let records = """
      \(Self.works)
      acceptance {
        dated    2013-09-20
        result   accepted
        asserted by buyer
      }
      """
    let tests = MutationTrial.test(
      recording: records, expecting: "invoiced USD 100")
    let clause = MutationTrial.clause(requiring: condition)
    let first = MutationTrial.run(clause, tests, mostExperiments: 150)
    let before = try #require(first.mutation, "\(first.words)")
    let proofs = before.survivors.compactMap { result -> SuggestedTest? in
      guard case .survived(let test?) = result.fate, test.isProof else { return nil }
      return test
    }
    #expect(!proofs.isEmpty)
    #expect(proofs.allSatisfy { $0.path == "a.tests" })
    let second = MutationTrial.run(
      clause, tests + proofs.map(\.text).joined(separator: "\n") + "\n")
    let after = try #require(second.mutation, "\(second.words)")
    #expect(after.survivors.count <= before.survivors.count - proofs.count)
  }

  @Test func oneThatNothingTellsApartHasATestToBeginWith() throws {
    let report = try report("tried is at least 0 findings", [(Self.works, "met")])
    let survivor = try #require(report.survivors.first { $0.mutant.change == .bound })
    guard case .survived(let test?) = survivor.fate else {
      Issue.record("no test at all")
      return
    }
    #expect(test.text.hasPrefix("test \"work, bound at "))
  }

  @Test func theAuthorMayExplainOne() throws {
    let clause = """
      rounds half up to cent
      seen means latest state of findings
      rule tried-rule for each milestone {
        // equivalent negation: whatever it is, it is reported
        require seen is works  // equivalent bound: there is none
        otherwise report a
      }
      """
    let outcome = MutationTrial.run(clause, MutationTrial.test(expecting: "invoiced USD 100"))
    let report = try #require(outcome.mutation, "\(outcome.words)")
    let explained = report.results.filter {
      $0.fate == .explained("whatever it is, it is reported")
    }
    #expect(explained.map(\.mutant.change) == [.negation])
    #expect(report.explainedCount == 1 && report.killed.whole == report.valid.count)
    #expect(outcome.diagnostics.map(\.id.rawValue) == ["explains-nothing"])
    #expect(outcome.diagnostics.allSatisfy { !$0.isError })
  }

  @Test func theyComeOutTheSameEveryTime() throws {
    let runs = try (0..<3).map { _ in try report("seen is works", [(Self.works, "met")]).results }
    #expect(runs[0] == runs[1] && runs[1] == runs[2])
  }
}
