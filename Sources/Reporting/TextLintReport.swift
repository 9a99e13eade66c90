internal import SourceText

/// What lint found, for people.
package enum TextLintReport {
  /// Returns the whole text: what was found, and how much of it.
  package static func rendering(_ report: LintReport, style: TextStyle) -> String {
    var page = TextPage(style: style)
    page.line(TextWord.separated(summary(of: report)), indent: 0)
    guard style.verbosity != .quiet else { return page.text }
    return report.diagnostics.map { $0.rendered(in: report.files) + "\n\n" }.joined() + page.text
  }

  private static func summary(of report: LintReport) -> [[TextWord]] {
    var items: [[TextWord]] = []
    func add(_ count: Int, _ one: String, _ several: String, _ ink: TextWord.Ink) {
      guard count > 0 else { return }
      items.append(TextWord.words(of: "\(count) \(count == 1 ? one : several)", ink))
    }
    add(report.mistakeCount, "mistake", "mistakes", .red)
    add(report.findingCount, "finding", "findings", .yellow)
    if items.isEmpty {
      let isIdle = report.fileCount == 0
      items.append(
        TextWord.words(
          of: isIdle ? "nothing looked at" : "nothing found", isIdle ? .yellow : .green))
    }
    add(report.fixableCount, "can be mended by --fix", "can be mended by --fix", .plain)
    add(report.fixedCount, "was mended", "were mended", .green)
    add(report.fileCount, "file", "files", .dim)
    return items
  }
}
