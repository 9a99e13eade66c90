import ContractModel
import SourceText
import Testing

@testable import Reporting

@Suite struct CaseWords {
  /// A day that a calendar lacks is not a record that is missing.
  @Test(arguments: [
    ("federal", "2013-12-24 in calendar federal"), ("", "a calendar for 2013-12-24"),
  ])
  func nameADayThatACalendarLacks(_ calendar: String, words: String) throws {
    let day = SampleContract.day(2013, 12, 24)
    let missing = MissingEvidence.days(
      lackedBy: DateFailure.outsideCalendar(day, calendar: calendar))
    let report = SampleContract.report(ofFinding: .errored, missing: missing)
    #expect(try details(report).lines.contains("missing: \(words)"))
    let head = report.totals.head
    let style = TextStyle(colour: false, width: 100, verbosity: .verbose)
    for text in [
      FormatCase.html.text(report), FormatCase.sarif.text(report),
      FormatCase.markdown.text(report), TextReport(head, style: style).rendering(report),
    ] {
      #expect(text.contains(words), "\(text)")
    }
  }

  /// An exception that could not be decided has lifted nothing.
  @Test(arguments: [
    (Verdict.excused, "by: exception 'late-state'", "by exception 'late-state'"),
    (.unproven, "undecided: exception 'late-state'", "undecided exception 'late-state'"),
  ])
  func tellOfExceptions(_ verdict: Verdict, line: String, phrase: String) throws {
    let report = SampleContract.report(ofFinding: verdict, defeatedBy: "late-state")
    let details = try details(report)
    #expect(details.lines.last == line)
    #expect(details.sentence.hasSuffix("; \(phrase)"))
  }

  @Test func markAWaiverThatIsMadeUp() {
    let waiver = Waiver(
      name: "staff", rule: "staffing", subject: .contract, from: SampleContract.day(2013, 12, 1),
      through: SampleContract.day(2014, 1, 31), approvedBy: "Commissioner", reason: "late",
      isIllustrative: true, range: SampleContract.nowhere)
    #expect(
      waiver.sentence == "waiver 'staff' of 'staffing' (illustrative) from 2013-12-01 through"
        + " 2014-01-31, approved by Commissioner: late")
  }

  @Test func markAmountsThatAreMadeUp() throws {
    let contract = SampleContract().report.contracts[0]
    let held = "withheld USD 5,100,000.00 (illustrative)"
    #expect(contract.sentence.contains("invoiced, \(held), disputed more than USD 1,000,000.00"))
    let wording = CaseWording(contract)
    #expect(wording.details(of: contract.cases[0]).phrases[1].hasPrefix("\(held), released by: "))
    #expect(wording.details(of: contract.cases[1]).phrases[0] == held)
  }

  private func details(_ report: Report) throws -> CaseDetails {
    let contract = try #require(report.contracts.first)
    return CaseWording(contract).details(of: contract.cases[1])
  }
}
