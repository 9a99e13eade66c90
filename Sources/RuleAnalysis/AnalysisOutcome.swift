package import SourceText

/// What an analysis found.
package struct AnalysisOutcome: Sendable {
  /// Mistakes are errors, findings are warnings; by file and place.
  package let diagnostics: [Diagnostic]
  package let files: SourceFiles

  package init(diagnostics: [Diagnostic], files: SourceFiles) {
    self.diagnostics = diagnostics
    self.files = files
  }
}
