import Reporting
import Testing

@Suite struct TAP {
  @Test(arguments: FormatLaws.texts)
  func namesCannotTurnAFailure(_ hostile: String) throws {
    let report = SampleContract(
      id: hostile, name: hostile, rule: hostile, message: hostile
    ).report
    let lines = TAPReport().rendering(report).lines
    #expect(lines.prefix(2) == ["TAP version 13", "1..12"])
    let tests = lines.dropFirst(2).filter { !$0.hasPrefix("  ") && !$0.isEmpty }
    for (index, line) in tests.enumerated() {
      let test = try #require(
        line.wholeMatch(
          of: /(not )?ok ([0-9]+) - [A-Za-z0-9._\/-]+( # SKIP [a-z ]+)?/))
      #expect(Int(test.2) == index + 1)
    }
    #expect(tests.count { $0.hasPrefix("not ok") } == 5)
  }

  @Test func countsAsTheTotalsDo() {
    let report = Report.mixed
    let text = TAPReport().rendering(report)
    #expect(text.count(of: "not ok ") == report.count(.failed, .undecided))
    #expect(text.count(of: " # SKIP ") == report.count(.skipped))
    #expect(text.count(of: " # SKIP known\n") == 5)
    #expect(text.contains("\n1..\(report.caseCount)\n"))
  }

  /// `1..0` passes, as everything is skipped.
  @Test func aPlanWithoutATestFails() {
    #expect(TAPReport().rendering(.empty()) == "TAP version 13\n1..1\n")
  }

  /// A list would be safe in YAML, but readers of TAP take `- "a: b"` for a key.
  @Test func blocksHoldOnlyQuotedValues() throws {
    let message = "a: \"b\" \\ c"
    for line in TAPReport().rendering(SampleContract(message: message).report).lines
    where line.hasPrefix("  ") && line != "  ---" && line != "  ..." {
      #expect(line.wholeMatch(of: #/  [a-z-]+: "([^"\\]|\\["\\])*"/#) != nil, "\(line)")
    }
  }
}
