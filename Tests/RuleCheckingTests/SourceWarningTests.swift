import RuleChecking
import SourceText
import TestSupport
import Testing

/// What a source may say, and is asked whether it means.
extension SourceMistakes {
  /// What says nothing of it is left out as well, which is not seen in the text.
  @Test func warnsWhereWhatIsNotGivenIsLeftOut() {
    let runs = Self.record("says \"it\"").replacing(
      "run {", with: "run when «\"double\"» is not \"y\" {")
    let source = MarkedSource(runs)
    let warned = RuleReading(source.text)
    #expect(warned.mistakes.map(\.id) == [.leavesOutNotGiven])
    #expect(warned.mistakes.map(\.range) == source.ranges)
    #expect(warned.mistakes.allSatisfy { !$0.isError })
    #expect(warned.book.sources.map(\.isSound) == [true])
    expectSound(source.text.replacing("is not", with: "is given and \"double\" is not"))
  }
}
