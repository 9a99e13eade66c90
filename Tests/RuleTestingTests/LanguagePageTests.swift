import ContractCheck
import ContractModel
import Foundation
import RuleTesting
import Testing

/// The tests that the page on the language shows are run.
@Suite struct TestsOfTheLanguagePage {
  private static func blocks(in language: String) throws -> [String] {
    let page = try String(
      contentsOf: Trial.root.appending(path: "Rules/LANGUAGE.md"), encoding: .utf8)
    return page.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }

  @Test func pass() throws {
    let rules = try Self.blocks(in: "holdback").filter { !"\n\($0)".contains("\ncontract ") }
    let tests = try Self.blocks(in: "holdback-tests")
    #expect(!tests.isEmpty)
    let outcome = RuleTesting.run(
      TestInput(
        ruleFiles: rules.enumerated().map {
          InputFile(path: "block \($0).rules", bytes: Array($1.utf8))
        },
        testFiles: tests.enumerated().map {
          InputFile(path: "block \($0).tests", bytes: Array($1.utf8))
        }))
    #expect(outcome.errorIDs == [], "\(outcome.words)")
    #expect(outcome.results.count >= 2)
    #expect(outcome.statuses.allSatisfy { $0 == .passed }, "\(outcome.words)")
  }
}
