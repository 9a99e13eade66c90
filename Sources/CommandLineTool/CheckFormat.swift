internal import Reporting

/// The formats of the report of `check`, by the names that users give.
enum CheckFormat: String, CaseIterable {
  case text
  case json
  case html

  /// Returns what writes a report in this format; the style is for people only.
  func writer(_ head: ReportHead, style: TextStyle) -> any ReportWriter {
    switch self {
    case .text: TextReport(head, style: style)
    case .json: JSONReport()
    case .html: HTMLReport(head)
    }
  }
}
