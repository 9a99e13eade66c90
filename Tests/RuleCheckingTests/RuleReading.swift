import Foundation
import RuleChecking
import RuleSyntax
import SourceText
import TestSupport
import Testing

/// What was made of the text of one or more rules files.
struct RuleReading {
  let book: RuleBook
  let files: SourceFiles
  /// Found by the parser.
  let syntaxMistakes: [Diagnostic]
  /// Found by the checker.
  let mistakes: [Diagnostic]

  private let trees: [SyntaxTree]

  init(_ texts: [[UInt8]]) { self.init(texts, after: nil) }

  /// Reads one more file, without reading the others again.
  func adding(_ text: [UInt8]) -> RuleReading { RuleReading([text], after: self) }

  private init(_ texts: [[UInt8]], after earlier: RuleReading?) {
    var files = earlier?.files ?? SourceFiles()
    var trees = earlier?.trees ?? []
    var found = earlier?.syntaxMistakes ?? []
    for (number, bytes) in texts.enumerated() {
      let id = files.add(SourceFile(path: "\(number).rules", bytes: bytes))
      let tree = SyntaxTree.parsing(files[id], id: id)
      trees.append(tree.value)
      found += tree.diagnostics
    }
    let checked = RuleBook.checking(trees, in: files, having: found)
    self.files = files
    self.trees = trees
    book = checked.value
    syntaxMistakes = found
    mistakes = checked.diagnostics
  }

  init(_ text: String) { self.init([Array(text.utf8)]) }

  /// Every mistake as people see it.
  var report: String {
    (syntaxMistakes + mistakes).map { $0.rendered(in: files) }.joined(separator: "\n")
  }

  /// Expects one mistake at each mark of a text, and no other.
  static func expect(
    _ id: DiagnosticID, _ marked: String, isError: Bool = true,
    at place: SourceLocation = #_sourceLocation
  ) {
    let source = MarkedSource(marked)
    let reading = RuleReading(source.text)
    let ids = Array(repeating: id, count: source.ranges.count)
    #expect(reading.syntaxMistakes.isEmpty, "\(reading.report)", sourceLocation: place)
    #expect(
      reading.mistakes.map(\.id) == ids, "\(reading.report) in \(marked)", sourceLocation: place)
    #expect(
      reading.mistakes.map(\.range) == source.ranges, "\(reading.report) in \(marked)",
      sourceLocation: place)
    for mistake in reading.mistakes {
      #expect(mistake.isError == isError, sourceLocation: place)
      let starts = mistake.message.first?.isUppercase == false
      #expect(starts && !mistake.message.hasSuffix("."), sourceLocation: place)
      #expect(!mistake.message.contains("\n"), sourceLocation: place)
    }
  }

  /// The bytes of a file of this package.
  static func file(_ path: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: path)))
  }
}

/// Rules without a mistake, but for what a test puts into them.
enum RuleSample {
  static let records = """
    evidence capability plural capabilities asserted by buyer or verifier {
      about deliverable
      dated date
      state works or degraded or fails
      took optional number at least 0
      price money
      share percent 0% to 100%
      note text
    }
    register defect keyed by code asserted by buyer {
      about deliverable
      dated date
      code text
      open yes or no
    }
    claim statement asserted by supplier {
      about milestone
      dated date
      says text
      progress percent
    }
    act acceptance asserted by buyer {
      about milestone
      dated date
      result accepted or rejected
    }
    act delay asserted by buyer {
      about milestone
      dated date
      begins date
      ends date
      cause party
    }
    act stop asserted by buyer {
      about contract
      dated date
      begins optional date
      ends date
    }

    """

  /// A clause with lines of its own.
  static func clause(_ lines: String, rounds: Bool = true) -> String {
    records
      + """
      clause sample {
        cites "1"
        \(rounds ? "rounds half up to cent" : "")
        \(lines)
      }
      """
  }

  /// A clause whose only rule reports the meaning `x`, which is defined by the lines.
  static func meaning(_ lines: String, for subject: String = "each milestone") -> String {
    clause(lines + "\nrule r for \(subject) {\n then report x showing x\n }")
  }

  /// A clause with one rule, by its lines.
  static func rule(
    _ lines: String, for subject: String = "each milestone", with meanings: String = "",
    rounds: Bool = true
  ) -> String {
    clause(meanings + "\nrule r for \(subject) {\n \(lines)\n }", rounds: rounds)
  }
}
