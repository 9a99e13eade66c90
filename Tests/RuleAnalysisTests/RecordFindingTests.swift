import RuleAnalysis
import SourceText
import Testing

/// What is asked for in records and decides nothing.
@Suite struct RecordFindings {
  private static func rules(_ lines: String) -> String {
    """
    evidence finding plural findings keyed by number asserted by buyer {
      about milestone
      dated date
      number text
      note text
      \(lines)
      state good or bad
    }
    clause sample {
      cites "1"
      rule r for each milestone {
        when no findings where state is bad
        then report x
      }
    }
    """
  }

  @Test(arguments: ["«cause buyer or supplier»", "«cost money»", "«seen optional date»"])
  func aFieldThatNothingReadsIsFound(_ field: String) {
    Analysed.expect(.init("field-never-read"), Self.rules(field))
  }

  /// A text is for people, and a key says which records are one.
  @Test(arguments: ["", "words text", "more optional text"])
  func aFieldForPeopleIsNot(_ field: String) {
    let analysed = Analysed(rules: Self.rules(field))
    #expect(analysed.outcome.diagnostics.isEmpty, "\(analysed.report)")
  }

  @Test func aKindThatNothingReadsIsFound() {
    Analysed.expect(
      .init("record-never-read"),
      Self.rules("")
        + "\nact «idle-act» plural idle-acts asserted by buyer {\n about milestone\n dated date\n"
        + " cost money\n}\n")
  }

  /// A clause that was not understood might read anything.
  @Test func nothingIsSaidBesideAMistake() {
    let analysed = Analysed(
      rules: Self.rules("cost money") + "\nclause other {\n cites \"2\"\n rule r {\n }\n}\n")
    let kinds = analysed.outcome.diagnostics.map(\.isError)
    #expect(kinds.contains(true) && !kinds.contains(false), "\(analysed.report)")
  }

  /// What is only known and not looked at may have fields for others.
  @Test func recordsOfOtherFilesAreNotLookedAt() {
    let analysed = Analysed(
      rules: "clause c {\n cites \"1\"\n rule r for each milestone {\n then report x\n }\n}\n",
      knowing: Self.rules("cost money"))
    #expect(analysed.outcome.diagnostics.isEmpty, "\(analysed.report)")
  }
}
