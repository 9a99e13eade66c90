internal import Reporting

/// The formats of the report of `test`, by the names that users give: those of `check` that show tests
/// or remarks at a place.
enum TestFormat: String, CaseIterable {
  case text
  case json
  case junit
  case tap
  case ctrf
  case github
  case gitlab
  case azure

  /// Returns the whole report; the style is for people only.
  func rendering(_ report: TestReport, style: TextStyle) -> String {
    switch self {
    case .text: TextTestReport.rendering(report, style: style)
    case .json: JSONTestReport.rendering(report)
    case .junit: JUnitTestReport.rendering(report)
    case .tap: TAPTestReport.rendering(report)
    case .ctrf: CTRFTestReport.rendering(report)
    case .github: AnnotationTestReport.rendering(report, for: .gitHub)
    case .gitlab: GitLabTestReport.rendering(report)
    case .azure: AnnotationTestReport.rendering(report, for: .azure)
    }
  }
}
