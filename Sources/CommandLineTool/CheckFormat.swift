internal import Reporting

/// The formats of the report of `check`, by the names that users give.
enum CheckFormat: String, CaseIterable {
  case text
  case json
  case junit
  case tap
  case github
  case azure
  case markdown
  case csv

  /// Whether reports in this format name what was read, with its digest.
  var namesInputs: Bool {
    switch self {
    case .json: true
    case .text, .junit, .tap, .github, .azure, .markdown, .csv: false
    }
  }

  /// Returns what writes a report in this format; the style is for people only.
  func writer(_ head: ReportHead, style: TextStyle) -> any ReportWriter {
    switch self {
    case .text: TextReport(head, style: style)
    case .json: JSONReport()
    case .junit: JUnitReport()
    case .tap: TAPReport()
    case .github: AnnotationReport(.gitHub)
    case .azure: AnnotationReport(.azure)
    case .markdown: MarkdownReport()
    case .csv: CSVReport(head)
    }
  }
}
