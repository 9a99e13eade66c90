import RuleAnalysis
import SourceText
import TestSupport
import Testing

/// One row of a table of findings: the finding expected, and a text with its place marked.
struct FindingCase: CustomTestStringConvertible, Sendable {
  let id: DiagnosticID
  let text: String

  var testDescription: String { "\(id.rawValue): \(text)" }

  /// Returns the rows of a table: the name of a finding and a colon, its text indented below, and
  /// an empty line.
  static func cases(_ table: String) -> [FindingCase] {
    table.split(separator: "\n\n").map { row in
      let lines = row.split(separator: "\n", maxSplits: 1)
      precondition(lines.count == 2 && lines[0].hasSuffix(":"), "a row is a name and a text")
      return FindingCase(
        id: DiagnosticID(String(lines[0].dropLast())), text: String(lines[1]))
    }
  }
}

/// What was found in a rules file that reads the records of another.
struct Analysed {
  let outcome: AnalysisOutcome

  init(
    rules text: String, knowing known: String = AnalysisSample.records,
    contract: String? = nil, tests: String? = nil
  ) {
    outcome = RuleAnalysis.run(
      AnalysisInput(
        rules: [SourceFile(path: "a.rules", bytes: Array(text.utf8))],
        knownRules: [SourceFile(path: "known.rules", bytes: Array(known.utf8))],
        contracts: contract.map { [SourceFile(path: "a.contract", bytes: Array($0.utf8))] } ?? [],
        tests: tests.map { [SourceFile(path: "a.tests", bytes: Array($0.utf8))] } ?? []))
  }

  var report: String {
    outcome.diagnostics.map { $0.rendered(in: outcome.files) }.joined(separator: "\n")
  }

  /// The first file after the changes that its findings come with.
  var fixedText: String {
    var bytes = outcome.files.files[0].bytes
    let fixes = Set(outcome.diagnostics.compactMap(\.fix).filter { $0.range.file == FileID(0) })
    for fix in fixes.sorted(by: { $0.range.lower > $1.range.lower }) {
      bytes.replaceSubrange(fix.range.lower..<fix.range.upper, with: fix.replacement.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Expects one finding at each mark of a file of rules, and no other.
  static func expect(
    _ id: DiagnosticID, _ marked: String, at place: SourceLocation = #_sourceLocation
  ) {
    let source = MarkedSource(marked)
    let analysed = Analysed(rules: source.text)
    let found = analysed.outcome.diagnostics
    #expect(
      found.map(\.id) == source.ranges.map { _ in id }, "\(analysed.report) in \(marked)",
      sourceLocation: place)
    #expect(
      found.map(\.range) == source.ranges, "\(analysed.report) in \(marked)",
      sourceLocation: place)
    for finding in found {
      #expect(!finding.isError && finding.help != nil, sourceLocation: place)
      let starts = finding.message.first?.isUppercase == false
      #expect(starts && !finding.message.hasSuffix("."), sourceLocation: place)
    }
  }
}

/// Records for the rules of tests, and clauses to put lines into.
enum AnalysisSample {
  static let records = """
    evidence capability plural capabilities asserted by buyer or verifier {
      about deliverable
      dated date
      state works or degraded or fails
      took  optional number at least 0
      share percent 0% to 100%
    }
    register defect plural defects keyed by number asserted by buyer {
      about deliverable
      dated date
      number text
      severity critical or minor
      state open or closed
    }
    claim statement asserted by supplier {
      about milestone
      dated date
      says text
    }
    act acceptance plural acceptances asserted by buyer {
      about milestone
      dated date
      result accepted or rejected
    }
    act delay plural delays asserted by buyer {
      about milestone
      dated date
      begins date
      ends date
      cause buyer or supplier
    }

    """

  /// A clause with lines of its own.
  static func clause(_ lines: String) -> String {
    """
    clause sample {
      cites "1"
      rounds half up to cent
      term floor percent 50% to 100% default 90%
      term window calendar days default 14 calendar days
      finding means latest state of capabilities
      passing means share of capabilities where state is works
      tried means number of capabilities
      finished means earliest dated of acceptances, or as-of while none
      late means calendar days after due through finished
      rule reading for each milestone {
        when passing is at least floor and late is at least window
        then report read showing finding, tried
      }
    \(lines)
    }
    """
  }
}
