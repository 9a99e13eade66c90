import SourceText
import Testing

/// One row of a table of mistakes: the mistake expected, and a text with its place marked.
struct MarkedCase: CustomTestStringConvertible, Sendable {
  let id: DiagnosticID
  let text: String

  var testDescription: String { "\(id.rawValue): \(text)" }

  /// Returns the rows of a table: the name of a mistake and a colon, its text indented below, and
  /// an empty line.
  static func cases(_ table: String) -> [MarkedCase] {
    var cases: [MarkedCase] = []
    for row in table.split(separator: "\n\n") {
      let lines = row.split(separator: "\n", maxSplits: 1)
      precondition(lines.count == 2 && lines[0].hasSuffix(":"), "a row is a name and a text")
      cases.append(
        MarkedCase(id: DiagnosticID(String(lines[0].dropLast())), text: String(lines[1])))
    }
    return cases
  }
}
