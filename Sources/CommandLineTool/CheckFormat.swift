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

  /// Who reads it, as help says it.
  var readers: String {
    switch self {
    case .text: "people at a terminal"
    case .json: "programs of your own: its shape is versioned, see 'holdback schema report'"
    case .junit: "Jenkins, GitLab and whatever shows tests"
    case .sarif: "code scanning, as of GitHub"
    case .tap: "harnesses of the Test Anything Protocol, version 13"
    case .ctrf: "what reads the Common Test Report Format"
    case .github: "GitHub Actions: annotations, with a summary and outputs of the step"
    case .gitlab: "GitLab's Code Quality"
    case .azure: "Azure Pipelines"
    case .markdown: "comments on a change"
    case .html: "people in a browser or on paper: one file that needs nothing else"
    case .csv: "spreadsheets"
    case .attestation: "in-toto: a statement with the digests of all inputs, to be signed"
    }
  }

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
