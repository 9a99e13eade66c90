internal import SourceText

/// What lint found, for people.
package enum TextLintReport {
  /// Returns the whole text: what was found, and how much of it.
  package static func rendering(_ report: LintReport, style: TextStyle) -> String {
    var page = TextPage(style: style)
    let items = report.summary.map { TextWord.words(of: $0.text, $0.ink) }
    page.line(TextWord.separated(items), indent: 0)
    guard style.verbosity != .quiet else { return page.text }
    return report.diagnostics.map { $0.rendered(in: report.files) + "\n\n" }.joined() + page.text
  }
}
