import RuleAnalysis
import SourceText
import Testing

/// What an author says is meant is not found; what is allowed for nothing is.
@Suite struct Allowances {
  private static func clause(_ lines: String) -> String {
    "clause sample {\n  cites \"1\"\n  term floor percent default 90%\n"
      + "  rule r for each milestone {\n\(lines)\n    then report x\n  }\n}\n"
  }

  private func ids(_ lines: String) -> [String] {
    Analysed(rules: Self.clause(lines)).outcome.diagnostics.map(\.id.rawValue)
  }

  private static let odd = "    when floor is at least floor"

  @Test(arguments: [
    "    // lint: allow compared-with-itself because it is a test\n\(odd)",
    "\(odd)  // lint: allow compared-with-itself because it is a test",
    "    //lint: allow compared-with-itself   because  so\n    // another comment\n\n\(odd)",
    "    // lint: allow compared-with-itself because so\n    /// Documented.\n\(odd)",
  ])
  func allowAFinding(_ lines: String) { #expect(ids(lines) == []) }

  @Test(arguments: [
    (
      "    // lint: allow compared-with-itself\n\(odd)",
      ["allow-unreadable", "compared-with-itself"]
    ),
    (
      "    // lint: allow compared-with-itself because\n\(odd)",
      ["allow-unreadable", "compared-with-itself"]
    ),
    ("    // lint: alow x because y\n\(odd)", ["allow-unreadable", "compared-with-itself"]),
    (
      "    // lint: allow compared-with-itslf because so\n\(odd)",
      ["allow-unknown", "compared-with-itself"]
    ),
    (
      "    // lint: allow condition-implied because so\n\(odd)",
      ["allow-unused", "compared-with-itself"]
    ),
    (
      "    // lint: allow compared-with-itself because so\n    when floor is given\n\(odd)",
      ["allow-unused", "compared-with-itself"]
    ),
    (
      "    // lint: allow allow-unused because so\n    when floor is given\n    when floor is more than 5%",
      ["allow-unknown"]
    ),
    ("\(odd)\n    // a comment about lint: allow", ["compared-with-itself"]),
  ])
  func areTakenAtTheirWord(_ lines: String, ids: [String]) {
    #expect(self.ids(lines) == ids)
  }

  @Test func aMisspeltNameGetsTheNearest() {
    let analysed = Analysed(
      rules: Self.clause("    // lint: allow compared-with-itslf because so\n\(Self.odd)"))
    #expect(analysed.report.contains("did you mean 'compared-with-itself'?"))
  }

  /// Beside a mistake a finding may be missing, and what allows it is not idle for that.
  @Test func isNotIdleBesideAMistake() {
    let ids = ids("    // lint: allow compared-with-itself because so\n    when flor is given")
    #expect(ids.contains("unknown-name") && !ids.contains("allow-unused"), "\(ids)")
  }

  /// A mistake cannot be allowed.
  @Test func mistakesStay() {
    let ids = ids("    // lint: allow unknown-name because so\n    when flor is given")
    #expect(ids.contains("unknown-name") && ids.contains("allow-unknown"))
  }
}
