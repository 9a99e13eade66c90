import Foundation
import Reporting
import Testing

/// The formats that services, programs and people read, each by its name.
enum FormatCase: String, CaseIterable {
  case junit, tap, github, azure, markdown, csv, html
  case sarif, wholeSARIF, ctrf, gitlab, attestation

  /// Those whose text is JSON.
  static let json: [FormatCase] = [.sarif, .wholeSARIF, .ctrf, .gitlab, .attestation]

  func text(_ report: Report) -> String {
    let head = report.totals.head
    return switch self {
    case .junit: JUnitReport().rendering(report)
    case .tap: TAPReport().rendering(report)
    case .github: AnnotationReport(.gitHub).rendering(report)
    case .azure: AnnotationReport(.azure).rendering(report)
    case .markdown: MarkdownReport().rendering(report)
    case .csv: CSVReport(head).rendering(report)
    case .html: HTMLReport(head).rendering(report)
    case .sarif: SARIFReport(head).rendering(report)
    case .wholeSARIF: SARIFReport(head, includes: [.passed, .waived]).rendering(report)
    case .ctrf: CTRFReport().rendering(report)
    case .gitlab: GitLabReport().rendering(report)
    case .attestation: AttestationReport().rendering(report)
    }
  }
}

typealias JSONObject = [String: Any]

/// Reads a text as another program would.
func json<Value>(_ text: String, as: Value.Type = JSONObject.self) throws -> Value {
  try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? Value)
}

extension String {
  var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }

  func count(of part: String) -> Int { ranges(of: part).count }
}
