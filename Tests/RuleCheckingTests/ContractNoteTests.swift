import RuleChecking
import SourceText
import TestSupport
import Testing

/// What mistakes say beside their place: where else to look, and what to write.
@Suite struct ContractNotes {
  private func mistake(_ lines: String) -> (mistake: Diagnostic?, places: [SourceRange]) {
    let source = MarkedSource(
      "contract sample {\n party buyer \"B\"\n party supplier \"S\"\n\(lines)\n}")
    let reading = ContractReading(source.text)
    return (reading.mistakes.first { $0.isError }, source.ranges)
  }

  /// The first mark is the note, the second the mistake.
  @Test(arguments: [
    "«value» USD 5\n «value» USD 6",
    "«milestone a» { }\n milestone «a» { }",
    "«invoice a» { }\n invoice «a» { }",
    "value «USD 5»\n paid «EUR 5»",
    "milestone a {\n «deliverable b»\n deliverable «b»\n }",
    "party «guest» \"A\"\n party «guest» \"B\"",
    "incorporates «reporting»\n incorporates «reporting»",
    "records «\"a\"»\n records «\"a\"»",
  ])
  func showsBothPlaces(_ lines: String) {
    let (mistake, places) = mistake(lines)
    #expect(mistake?.notes.map(\.range) == [places[0]])
    #expect(mistake?.range == places[1])
  }

  @Test(arguments: [
    ("milestoen a { }", "did you mean 'milestone'?"),
    ("defec { }", "write 'value'"),
    ("calendar us-federl", "did you mean 'us-federal'?"),
    ("value USX 5", "did you mean 'USD'?"),
    ("month-end never", "write 'clamp', 'spill' or 'refuse'"),
    ("incorporates damags", "did you mean 'damages'?"),
    ("incorporates damages", "write 'cap USD 1,000' in the block of this line"),
    ("milestone a {\n capability { }\n }", "move it into the block of a deliverable"),
    ("milestone a {\n remittance {\n took 5 days\n }\n }", "write 'sum'"),
    ("invoice a {\n line b { }\n }", "write 'amount USD 1,000' in its block"),
    ("value USD 5 per days", "write 'calendar days' or 'business days'"),
    ("value at most 2013-12-01T09:00:00Z", "write '2013-12-01'"),
    ("value 5%", "write an amount of money, as in 'USD 1,000'"),
    ("value", "write an amount of money, as in 'USD 1,000'"),
    ("value USD 5.0015", "state the amount itself: nothing is rounded here"),
    (
      "value USD 80.000", "a point stands before a fraction: if these are thousands, write '80,000'"
    ),
    (
      "value USD 80 000",
      "if these are digits of the number before, part them by commas, as in 'USD 80,000'"
    ),
    ("value USD 5 million", "write all the digits of the number, as in 'USD 80,000'"),
    ("milestone a {\n due \"2013-12-01\"\n }", "write '2013-12-01', without quotes"),
    ("milestone a {\n due \"soon\"\n }", "write a date, as in '2013-12-01'"),
  ])
  func saysWhatToWrite(_ lines: String, _ help: String) {
    let found = mistake(lines).mistake?.help
    #expect(found?.hasPrefix(help) == true, "\(found ?? "nothing")")
  }

  @Test func reportsAMissingTermOnce() {
    let waiver = """
      waiver later of on-time {
        from 2013-12-01
        through 2013-12-31
        approved "Commissioner"
        because "report to follow"
      }
      """
    let source = "contract sample {\n party buyer \"B\"\n party supplier \"S\"\n"
    let reading = ContractReading(source + "incorporates damages\n\(waiver)\n}")
    #expect(reading.mistakes.map(\.id) == [.missingTerm])
  }

  @Test func pointsToTheDeclaration() {
    for lines in ["incorporates damages", "register capability complete through 2013-12-26"] {
      #expect(mistake(lines).mistake?.notes.map(\.range) == [declared])
    }
  }
}
