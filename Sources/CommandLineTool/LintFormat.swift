internal import Reporting

/// The formats of the report of `lint`, by the names that users give: those of `check` that show
/// remarks at a place.
enum LintFormat: String, CaseIterable {
  case text
  case json
  case github
  case gitlab
  case azure

  /// Returns the whole report; the style is for people only.
  func rendering(_ report: LintReport, style: TextStyle) -> String {
    switch self {
    case .text: TextLintReport.rendering(report, style: style)
    case .json: JSONLintReport.rendering(report)
    case .github: AnnotationLintReport.rendering(report, for: .gitHub)
    case .gitlab: GitLabLintReport.rendering(report)
    case .azure: AnnotationLintReport.rendering(report, for: .azure)
    }
  }
}
