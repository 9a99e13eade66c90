import Reporting
import SourceText
import Testing

@Suite struct FormatGoldens {
  @Test(arguments: [
    (FormatCase.junit, "junit.xml"), (.tap, "report.tap"), (.github, "github.txt"),
    (.azure, "azure.txt"), (.markdown, "report.md"), (.csv, "report.csv"),
  ])
  func isWritten(_ format: FormatCase, to file: String) throws {
    try expectGolden(format.text(SampleContract().report), file)
  }

  @Test func outputsOfAStepAreWordsAndNumbers() {
    let text = Report.mixed.totals.gitHubOutputs
    #expect(text == "decision=withhold\ncomplete=false\ncontracts=2\nfailed=2\nundecided=4\n")
    #expect(Report.empty().totals.gitHubOutputs.hasPrefix("decision=none\ncomplete=true\n"))
  }

  /// A statement to be signed has only the names of tests.
  @Test(arguments: FormatCase.allCases)
  func aRunThatIsNotCompleteSaysSo(_ format: FormatCase) {
    var report = Report.empty()
    report.add(ReportedDiagnostic(error: DiagnosticID("unreadable-file"), "it cannot be read"))
    let text = format.text(report)
    #expect(text.contains("unreadable-file"), "\(text)")
    #expect(format == .attestation || text.contains("it cannot be read"), "\(text)")
  }

  /// GitLab has no place for them.
  @Test(arguments: FormatCase.allCases.filter { $0 != .gitlab })
  func waiversAreTold(_ format: FormatCase) {
    let text = format.text(.sample())
    for words in ["staff", "Commissioner", "2014-01-31", "the plan for staff came late"] {
      #expect(text.contains(words), "\(text)")
    }
  }
}
