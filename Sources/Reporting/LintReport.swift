package import SourceText

/// Everything one run of lint has to say, in a fixed order and of no format.
package struct LintReport: Sendable {
  /// Mistakes, which are errors, and findings, which are warnings.
  package let diagnostics: [Diagnostic]
  package let files: SourceFiles
  /// How many files were looked at.
  package let fileCount: Int
  /// How many findings were mended in the text.
  package let fixedCount: Int

  package init(
    diagnostics: [Diagnostic], files: SourceFiles, fileCount: Int, fixedCount: Int
  ) {
    self.diagnostics = diagnostics
    self.files = files
    self.fileCount = fileCount
    self.fixedCount = fixedCount
  }

  var mistakeCount: Int { diagnostics.count(where: \.isError) }
  var findingCount: Int { diagnostics.count - mistakeCount }
  /// How many findings come with a change that mends them.
  var fixableCount: Int { diagnostics.count { !$0.isError && $0.fix != nil } }
}
