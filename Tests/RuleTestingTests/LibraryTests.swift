import ContractCheck
import ContractModel
import Foundation
import RuleTesting
import SourceText
import Testing

/// The tests that stand beside the clause library.
@Suite struct Library {
  private static func files(ending: String) -> [InputFile] {
    let rules = Trial.root.appending(path: "Rules")
    let walk = FileManager.default.enumerator(atPath: rules.path(percentEncoded: false))
    let names = (walk?.allObjects ?? []).compactMap { $0 as? String }
    return names.filter { $0.hasSuffix(ending) }.sorted().compactMap { name in
      guard let data = try? Data(contentsOf: rules.appending(path: name)) else { return nil }
      return InputFile(path: "Rules/\(name)", bytes: Array(data))
    }
  }

  /// Every test passes, and together they show nearly all that the rules can come to.
  @Test func isTested() throws {
    let outcome = RuleTesting.run(
      TestInput(
        ruleFiles: Self.files(ending: ".rules"), testFiles: Self.files(ending: ".tests"),
        measuresCoverage: true))
    #expect(outcome.results.count > 1_000)
    #expect(outcome.errorIDs == [], "\(outcome.words)")
    #expect(outcome.results.filter { $0.status != .passed }.map(\.title) == [], "\(outcome.words)")
    let coverage = try #require(outcome.coverage)
    #expect(coverage.outcomes.isAtLeast(percent: 95) && coverage.rows.isAtLeast(percent: 95))
  }
}
