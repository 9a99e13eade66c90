import Foundation
import Testing

/// The page of the library has a row for every clause: its source, its parameters, its tests.
@Suite struct ClauseTable {
  struct Clause: CustomTestStringConvertible {
    let name: String
    let source: String
    let terms: [String]

    var testDescription: String { name }
  }

  static func clauses() throws -> [Clause] {
    try SourceTree.files(below: "Rules", ending: ".rules").flatMap { file in
      file.text.split(separator: "\nclause ").dropFirst().compactMap { text in
        guard let name = text.prefixMatch(of: /[a-z0-9-]+/)?.output,
          let source = text.firstMatch(of: /\n  cites "([^"]*)"/)?.1
        else { return nil }
        let terms = text.matches(of: /\n  term ([a-z0-9-]+)/).map { String($0.1) }
        return Clause(name: String(name), source: String(source), terms: terms)
      }
    }
  }

  /// The cells of the row that begins with a clause.
  static func row(of clause: Clause) throws -> [Substring] {
    let page = try SourceTree.text(of: "Rules/README.md")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `\(clause.name)` |") }
    try #require(rows.count == 1, "\(clause.name) has \(rows.count) rows")
    return rows[0].split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
  }

  @Test func clausesAreFound() throws { #expect(try Self.clauses().count > 60) }

  @Test(arguments: try clauses()) func hasARow(_ clause: Clause) throws {
    let cells = try Self.row(of: clause)
    try #require(cells.count == 5)
    #expect(cells[1].trimmingCharacters(in: .whitespaces) == clause.source)
    let named = cells[2].matches(of: /`([a-z0-9-]+)`/).map { String($0.1) }
    #expect(clause.terms.filter { !named.contains($0) } == [])
    #expect(named.count == clause.terms.count)
  }

  /// A file of tests that a row names has a contract with the clause.
  @Test(arguments: try clauses()) func hasTests(_ clause: Clause) throws {
    let cells = try Self.row(of: clause)
    let files = cells[4].matches(of: /\(([a-z\/-]+\.tests)\)/).map { String($0.1) }
    #expect(!files.isEmpty)
    for file in files {
      let text = try SourceTree.text(of: "Rules/\(file)")
      let line = try Regex("\\n +incorporates \(clause.name)( |\\n)")
      #expect(text.contains(line), "\(file)")
    }
  }
}
