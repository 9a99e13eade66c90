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

  static let tests = files(ending: ".tests").map(\.path)

  @Test func isTested() { #expect(Self.tests.count >= 2) }

  @Test(arguments: tests)
  func passes(_ path: String) {
    let outcome = RuleTesting.run(
      TestInput(
        ruleFiles: Self.files(ending: ".rules"),
        testFiles: Self.files(ending: ".tests").filter { $0.path == path }))
    #expect(!outcome.results.isEmpty)
    #expect(outcome.errorIDs == [], "\(outcome.words)")
    #expect(outcome.results.filter { $0.status != .passed }.map(\.title) == [], "\(outcome.words)")
  }
}
