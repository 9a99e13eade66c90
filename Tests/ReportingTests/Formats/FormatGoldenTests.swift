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

  @Test(arguments: FormatCase.allCases)
  func aRunThatIsNotCompleteSaysSo(_ format: FormatCase) {
    var report = Report.empty()
    report.add(ReportedDiagnostic(error: DiagnosticID("unreadable-file"), "it cannot be read"))
    let text = format.text(report)
    #expect(text.contains("unreadable-file") && text.contains("it cannot be read"), "\(text)")
  }

  @Test(arguments: FormatCase.allCases)
  func waiversAreTold(_ format: FormatCase) {
    let text = format.text(SampleContract().report)
    for words in ["staff", "Commissioner", "2014-01-31", "the plan for staff came late"] {
      #expect(text.contains(words), "\(text)")
    }
  }
}
