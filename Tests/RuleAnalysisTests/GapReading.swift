import ContractCheck
import ContractModel
import RuleAnalysis
import RuleChecking
import RuleSyntax
import RuleTesting
import SourceText
import TestSupport
import Testing

/// What is found in a text of rules, with its counter-examples run as tests of these rules.
struct GapReading {
  let bytes: [UInt8]
  let files: SourceFiles
  /// Mistakes that the parser and the checker report: a sample should have none.
  let mistakes: [Diagnostic]
  let book: RuleBook
  let findings: [Diagnostic]

  init(_ bytes: [UInt8], path: String = "a.rules") {
    var files = SourceFiles()
    let id = files.add(SourceFile(path: path, bytes: bytes))
    let tree = SyntaxTree.parsing(files[id], id: id)
    let checked = RuleBook.checking([tree.value], in: files, having: tree.diagnostics)
    self.bytes = bytes
    self.files = files
    mistakes = (tree.diagnostics + checked.diagnostics).filter(\.isError)
    book = checked.value
    findings = GapAnalysis.findings(in: checked.value)
  }

  var report: String {
    (mistakes + findings).map { $0.rendered(in: files) }.joined(separator: "\n")
  }

  /// Runs the counter-example of a finding.
  func outcome(of finding: Diagnostic) -> TestOutcome? {
    finding.counterExample.map { test in
      RuleTesting.run(
        TestInput(
          ruleFiles: [InputFile(path: "a.rules", bytes: bytes)],
          testFiles: [InputFile(path: "a.tests", bytes: Array(test.utf8))]))
    }
  }

  /// Expects that every counter-example, or the first of each sort, runs and fails for the reason that
  /// it is there for.
  func expectFailingTests(isEach: Bool = true, at place: SourceLocation = #_sourceLocation) {
    var seen: Set<DiagnosticID> = []
    for finding in findings where isEach || seen.insert(finding.id).inserted {
      guard let outcome = outcome(of: finding) else { continue }
      let words =
        outcome.diagnostics.map { $0.rendered(in: outcome.files) }
        + outcome.results.flatMap(\.failures).map {
          "\($0.what): \($0.expected), found \($0.found)"
        }
      let report = words.joined(separator: "\n") + "\n" + finding.rendered(in: files)
      #expect(outcome.results.map(\.status) == [.failed], "\(report)", sourceLocation: place)
      let errors = outcome.diagnostics.filter(\.isError)
      #expect(errors.isEmpty, "\(report)", sourceLocation: place)
      for failure in outcome.results.flatMap(\.failures) {
        let isReason = Self.reasons[finding.id]?.contains(failure.found) ?? false
        #expect(isReason, "\(report)", sourceLocation: place)
      }
    }
  }

  /// What a test finds where a rule or a table has no single answer.
  private static let reasons: [DiagnosticID: [String]] = [
    .tableGap: ["«error»", "errored", "«missing»", "unproven"],
    .tableOverlap: ["«error»", "errored"],
    .tableRowSubsumed: ["«error»", "errored"],
    .rulesLeaveGap: ["not-applicable"],
    .rulesOverlap: ["met", "failed", "unproven"],
    .exceptionsOverlap: ["contested"],
  ]
}

/// One small text with what must be found in it.
struct GapCase: CustomTestStringConvertible, Sendable {
  let name: String
  /// What is expected, in the order of the text; nothing in a good one.
  let ids: [String]
  /// Of how many findings a test can be written.
  let tests: Int
  let text: String

  /// A good one.
  init(_ name: String, _ text: String) { self.init(name, [], text) }

  init(_ name: String, _ ids: [String], tests: Int? = nil, _ text: String) {
    self.name = name
    self.ids = ids
    self.tests = tests ?? ids.filter { !Self.untested.contains($0) }.count
    self.text = text
  }

  private static let untested = ["table-row-never-applies", "not-analysed-exactly"]

  var testDescription: String { name }

  func check() {
    let source = MarkedSource(text)
    let reading = GapReading(source.bytes)
    #expect(reading.mistakes.isEmpty, "\(reading.report)")
    #expect(reading.findings.map(\.id.rawValue) == ids, "\(reading.report)")
    #expect(reading.findings.map(\.range) == source.ranges, "\(reading.report)")
    let written = reading.findings.compactMap(\.counterExample)
    #expect(written.count == tests, "\(reading.report)")
    reading.expectFailingTests()
  }
}
