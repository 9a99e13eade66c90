import Reporting
import SourceText

/// The formats that services and programs read, each by its name.
enum FormatCase: String, CaseIterable {
  case junit, tap, github, azure, markdown, csv

  func text(_ report: Report) -> String {
    switch self {
    case .junit: JUnitReport().rendering(report)
    case .tap: TAPReport().rendering(report)
    case .github: AnnotationReport(.gitHub).rendering(report)
    case .azure: AnnotationReport(.azure).rendering(report)
    case .markdown: MarkdownReport().rendering(report)
    case .csv: CSVReport(report.totals.head).rendering(report)
    }
  }
}

extension Report {
  /// A report of no contracts.
  static func empty(baseline: String? = nil) -> Report {
    Report(
      ReportHead(
        asOf: SampleContract.asOf, asOfIsToday: false, toolVersion: "1.2.3", baseline: baseline))
  }

  /// The sample twice, once known from an earlier report, and an error.
  static var mixed: Report {
    var report = empty(baseline: "old.json")
    let sample = SampleContract().report.contracts[0]
    let known = BaselineComparison(knownFindings: [0, 1, 2, 10], isKnown: true)
    report.add(sample)
    report.add(ReportedContract(sample.decision, files: sample.files, comparison: known))
    report.add(
      ReportedDiagnostic(error: DiagnosticID("unreadable-file"), "'a, b: c' cannot be read"))
    return report
  }
}

extension String {
  var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }

  func count(of part: String) -> Int { ranges(of: part).count }
}
