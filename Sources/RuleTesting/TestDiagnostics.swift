import ContractModel
import RuleChecking
import RuleSyntax
import SourceText

/// The words for every mistake in a test, in alphabetical order.
extension Diagnostic {
  static func columnUnread(_ head: NameSyntax, among words: [String]) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("column-unread"), "nothing in this test names the column '\(head.text)'",
      at: head.range,
      help: NearestName.of(head.text, among: words).map { "did you mean '\($0)'?" }
        ?? "write '\(head.text)' where its cells belong, or leave the column out")
  }

  static func expectsNothing(_ title: TextSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("expects-nothing"), "this test expects nothing", at: title.range,
      help: "say what must come out, in a block as 'expect contract {'")
  }

  static func explainsNothing(_ change: String, at range: SourceRange) -> Diagnostic {
    let words = Mutant.Change.allCases.map(\.rawValue)
    return Diagnostic(
      .warning, DiagnosticID("explains-nothing"),
      "no mutant of the sort '\(change)' survives in this line", at: range,
      help: words.contains(change)
        ? "delete the comment: a test kills what it explains, or nothing is changed here"
        : suggestion(for: change, among: words) ?? "the sorts are \(words.joined(separator: ", "))")
  }

  static func notATest(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("not-a-test"), "'\(word)' does not belong in a file of tests", at: range,
      help: "a file of tests holds tests, the contracts they begin with, and calendars")
  }

  static func recordFilesOfATest(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("records-in-test"), "a test reads no record files", at: range,
      help: "write its records in the contract, each in the block of what it is about")
  }

  static func severalParts(_ name: NameSyntax, _ kind: SubjectKind) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("several-parts"),
      "more than one \(kind.rawValue) is named '\(name.text)'",
      at: name.range, help: "say which, as 'line \(name.text) of invoice one'")
  }

  static func unknownBase(_ name: NameSyntax, among bases: [String]) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("unknown-base"), "no contract of this file is named '\(name.text)'",
      at: name.range,
      help: suggestion(for: name.text, among: bases)
        ?? "give it a title, as 'contract \(name.text) \"Title\" {', if it is whole")
  }

  static func unknownExpectation(_ word: NameSyntax, among words: [String]) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("unknown-expectation"),
      "'\(word.text)' is neither a rule, nor a meaning, nor anything else that can be expected",
      at: word.range,
      help: NearestName.of(word.text, among: words).map { "did you mean '\($0)'?" }
        ?? "write the name of a rule, of a meaning, or of a bucket, as 'withheld USD 0'")
  }
}
