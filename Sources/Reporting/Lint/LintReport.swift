package import SourceText

/// Everything one run of lint has to say, in a fixed order and of no format.
package struct LintReport: Sendable {
  /// Mistakes, which are errors, and findings, which are warnings.
  package let diagnostics: [Diagnostic]
  /// What could not be looked at.
  package let problems: [ReportedDiagnostic]
  package let files: SourceFiles
  /// How many files were looked at.
  package let fileCount: Int
  /// How many findings were mended in the text.
  package let fixedCount: Int

  package init(
    diagnostics: [Diagnostic], problems: [ReportedDiagnostic], files: SourceFiles, fileCount: Int,
    fixedCount: Int
  ) {
    self.diagnostics = diagnostics
    self.problems = problems
    self.files = files
    self.fileCount = fileCount
    self.fixedCount = fixedCount
  }

  /// All of it, as formats tell it that do not show the text itself.
  var reported: [ReportedDiagnostic] {
    diagnostics.map { ReportedDiagnostic($0, in: files) } + problems
  }

  var mistakeCount: Int { diagnostics.count(where: \.isError) }
  var findingCount: Int { diagnostics.count - mistakeCount }
  /// How many findings come with a change that mends them.
  var fixableCount: Int { diagnostics.count { !$0.isError && $0.fix != nil } }

  /// How much it all is, in the order of reading.
  var summary: [(text: String, ink: TextWord.Ink)] {
    var items: [(text: String, ink: TextWord.Ink)] = []
    func add(_ count: Int, _ one: String, _ several: String, _ ink: TextWord.Ink) {
      if count > 0 { items.append(("\(count) \(count == 1 ? one : several)", ink)) }
    }
    add(mistakeCount, "mistake", "mistakes", .red)
    add(findingCount, "finding", "findings", .yellow)
    if items.isEmpty {
      items.append(
        fileCount == 0 ? ("nothing looked at", .yellow) : ("nothing found", .green))
    }
    add(fixableCount, "can be mended by --fix", "can be mended by --fix", .plain)
    add(fixedCount, "was mended", "were mended", .green)
    add(fileCount, "file", "files", .dim)
    add(fileCount == 0 ? 0 : problems.count, "could not be read", "could not be read", .red)
    return items
  }

  /// The same on one line and in words of ours only.
  var sentence: String { summary.map(\.text).joined(separator: ", ") }
}
