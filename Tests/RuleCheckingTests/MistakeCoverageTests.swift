import Foundation
import RuleChecking
import SourceText
import Testing

/// Each mistake that this module knows is expected by some test.
@Suite struct MistakeCoverage {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func texts(in folder: String) throws -> [String] {
    let names = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    let files = (names?.allObjects ?? []).compactMap { $0 as? URL }
    return try files.filter { $0.pathExtension == "swift" }.map {
      try String(contentsOf: $0, encoding: .utf8)
    }
  }

  @Test func everyMistakeIsExpectedSomewhere() throws {
    let declaration = /static let (\w+) = DiagnosticID\("([a-z0-9-]+)"\)/
    let sources = try Self.texts(in: "Sources/RuleChecking").joined(separator: "\n")
    let tests = try Self.texts(in: "Tests/RuleCheckingTests").joined(separator: "\n")
    let known = sources.matches(of: declaration)
    #expect(known.count > 90)
    // Each id has its name, so that the tests can be searched for one or the other.
    #expect(sources.split(separator: "DiagnosticID(\"").count - 1 == known.count)
    let missing = known.filter { match in
      let isNamed = tests.contains("." + match.1 + ",") || tests.contains("." + match.1 + "]")
      return !isNamed && !tests.contains("\n    " + match.2 + ":\n")
    }
    #expect(missing.map { String($0.2) } == [])
    #expect(Set(known.map { String($0.2) }).count == known.count)
  }

  /// A factory that nothing calls is a mistake that nobody can make.
  @Test func everyFactoryIsCalled() throws {
    let sources = try Self.texts(in: "Sources/RuleChecking").joined(separator: "\n")
    let factory = /static func (\w+)\([^{]*-> Diagnostic\n? *{/
    let names = sources.matches(of: factory).map { String($0.1) }
    #expect(names.count > 100)
    let unused = names.filter { !sources.contains(".\($0)(") }
    #expect(unused == [])
  }
}
