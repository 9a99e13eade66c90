import Reporting
import Testing

@Suite struct ReportGoldens {
  @Test func tellsWhatIsNotMet() throws {
    try expectGolden(text(), "normal.txt")
  }

  @Test func tellsEverythingWhenAsked() throws {
    try expectGolden(text(verbosity: .verbose), "verbose.txt")
  }

  @Test func tellsOnlyWhatToPayWhenQuiet() throws {
    try expectGolden(text(verbosity: .quiet), "quiet.txt")
  }

  @Test func staysReadableInFortyColumns() throws {
    try expectGolden(text(width: 40), "narrow.txt")
  }

  @Test func isColouredWhenAsked() throws {
    let coloured = text(colour: true)
    #expect(plain(coloured) == text())
    try expectGolden(coloured.replacing("\u{1B}", with: "ESC"), "colour.txt")
  }

  @Test func isJSON() throws {
    try expectGolden(JSONReport().rendering(SampleContract().report), "report.json")
  }

  private func text(
    colour: Bool = false, width: Int = 100, verbosity: TextStyle.Verbosity = .normal
  ) -> String {
    let report = SampleContract().report
    let style = TextStyle(colour: colour, width: width, verbosity: verbosity)
    return TextReport(report.totals.head, style: style).rendering(report)
  }

  /// Returns the text without what selects colours.
  private func plain(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9]+m/, with: "") }
}
