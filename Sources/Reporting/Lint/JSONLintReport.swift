internal import SourceText

/// What lint found, for other programs; the shape is versioned.
package enum JSONLintReport {
  /// The version of the shape; it changes only when a reader of the old one would break.
  package static let version = 1

  /// Returns the whole JSON text, the same for the same findings.
  package static func rendering(_ report: LintReport) -> String {
    JSONValue.object([
      ("version", .number(version)),
      (
        "summary",
        .object([
          ("files", .number(report.fileCount)), ("mistakes", .number(report.mistakeCount)),
          ("findings", .number(report.findingCount)), ("fixable", .number(report.fixableCount)),
          ("fixed", .number(report.fixedCount)),
        ])
      ),
      ("diagnostics", .array(report.reported.map(\.json))),
    ]).text
  }
}
