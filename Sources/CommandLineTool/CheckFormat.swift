internal import Reporting

/// The formats of the report of `check`, by the names that users give.
enum CheckFormat: String, CaseIterable {
  case text
  case json
  case junit
  case sarif
  case tap
  case ctrf
  case github
  case gitlab
  case azure
  case markdown
  case html
  case csv
  case attestation

  /// Whether reports in this format name what was read, with its digest.
  var namesInputs: Bool {
    switch self {
    case .json, .sarif, .html, .attestation: true
    case .text, .junit, .tap, .ctrf, .github, .gitlab, .azure, .markdown, .csv: false
    }
  }

  /// Returns what writes a report in this format; the style is for people only, and the inclusions
  /// for code scanning.
  func writer(
    _ head: ReportHead, style: TextStyle, including inclusions: Set<SARIFReport.Inclusion>
  ) -> any ReportWriter {
    switch self {
    case .text: TextReport(head, style: style)
    case .json: JSONReport()
    case .junit: JUnitReport()
    case .sarif: SARIFReport(head, includes: inclusions)
    case .tap: TAPReport()
    case .ctrf: CTRFReport()
    case .github: AnnotationReport(.gitHub)
    case .gitlab: GitLabReport()
    case .azure: AnnotationReport(.azure)
    case .markdown: MarkdownReport()
    case .html: HTMLReport(head)
    case .csv: CSVReport(head)
    case .attestation: AttestationReport()
    }
  }
}
