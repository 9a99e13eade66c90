internal import Reporting

/// The formats of a report, by the names that users give.
enum ReportFormat: String, CaseIterable {
  case text
  case json

  /// Returns the report as this format writes it; the style is for people only.
  func rendering(_ report: Report, style: TextStyle) -> String {
    switch self {
    case .text: TextReport.rendering(report, style: style)
    case .json: JSONReport.rendering(report)
    }
  }
}
