import RuleSyntax
import SourceText

extension SyntaxTree {
  /// What is found in a file of tests.
  func findingsInTests(in files: SourceFiles) -> [Diagnostic] {
    let tests = lines.compactMap(AnalysedTest.init)
    return unusedBases(by: tests) + tests.compactMap(\.misleadingTitle)
      + tests.flatMap { $0.repeatedCases(in: files) }
  }

  /// Contracts to begin with that no test begins with.
  private func unusedBases(by tests: [AnalysedTest]) -> [Diagnostic] {
    let used = Set(tests.compactMap(\.contract?.text))
    return lines.filter { $0.keyword.text == "contract" }.compactMap(\.name)
      .filter { !used.contains($0.text) }.map { .baseNeverUsed($0) }
  }
}

extension AnalysedTest {
  /// A title that says the opposite of everything that the test expects.
  var misleadingTitle: Diagnostic? {
    TitleReading(title.value).statements.contains(where: isContradicted)
      ? .titleMisleads(title) : nil
  }

  private func isContradicted(_ statement: TitleReading.Statement) -> Bool {
    switch statement.subject {
    case "late", "owed":
      let word = statement.subject == "late" ? "late" : nil
      let found = expects(word == nil ? "owed" : "code", word)
      return statement.isDenied && found.isStated && !found.isDenied
    default:
      guard let sizes = sizes(of: statement.subject), !sizes.isEmpty else { return false }
      return sizes.allSatisfy { $0 == (statement.isDenied ? .more : .zero) }
    }
  }

  /// Rows of `cases` that say the same as one above.
  func repeatedCases(in files: SourceFiles) -> [Diagnostic] {
    var first: [[String]: SourceRange] = [:]
    var diagnostics: [Diagnostic] = []
    for row in cases?.rows ?? [] {
      let file = files[row.range.file]
      let cells = row.cells.map { $0.words(in: file) }
      if let earlier = first[cells] {
        diagnostics.append(
          .caseRepeated(at: row.range, first: earlier, fix: file.removing(lines: row.range)))
      } else {
        first[cells] = row.range
      }
    }
    return diagnostics
  }
}

extension RangeSyntax {
  /// The words of a cell, however they are spaced.
  fileprivate func words(in file: SourceFile) -> String {
    String(decoding: file.bytes[range.lower..<range.upper], as: UTF8.self)
      .split(separator: " ").joined(separator: " ")
  }
}

extension Diagnostic {
  fileprivate static func baseNeverUsed(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .warning, .baseNeverUsed, "no test begins with '\(name.text)'",
      at: name.range, help: "write a test that does, or take the contract away")
  }

  fileprivate static func caseRepeated(
    at range: SourceRange, first: SourceRange, fix: Fix?
  ) -> Diagnostic {
    Diagnostic(
      .warning, .caseRepeated, "this row says what a row above says", at: range,
      notes: [.init("the row above", at: first)],
      help: "take it away, or write the case that it was meant to be", fix: fix)
  }

  fileprivate static func titleMisleads(_ title: TextSyntax) -> Diagnostic {
    Diagnostic(
      .warning, .titleMisleads,
      "the title says the opposite of everything that is expected", at: title.range,
      help: "mend the title or what is expected: some read the one, some run the other")
  }
}
