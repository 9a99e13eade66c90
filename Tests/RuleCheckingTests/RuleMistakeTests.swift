import RuleChecking
import SourceText
import Testing

@Suite struct RuleMistakes {
  @Test func acceptsWhatTheOthersChange() {
    let text = RuleSample.meaning("x means latest dated of capabilities")
    #expect(RuleReading(text).report == "")
  }

  @Test(arguments: MarkedCase.linesOfRules)
  func reportsALineOfARule(_ mistake: MarkedCase) {
    let ends = mistake.text.contains("then") || mistake.text.contains("otherwise")
    let rest = ends ? "" : "\n otherwise report x"
    RuleReading.expect(mistake.id, RuleSample.rule(mistake.text + rest, for: "each invoice"))
  }

  @Test(arguments: MarkedCase.meanings)
  func reportsAMeaning(_ mistake: MarkedCase) {
    RuleReading.expect(mistake.id, RuleSample.meaning(mistake.text))
  }

  @Test(arguments: MarkedCase.parts)
  func reportsWhatPartsAreAsked(_ mistake: MarkedCase) {
    RuleReading.expect(mistake.id, RuleSample.meaning(mistake.text))
  }

  @Test func reportsAPartThatMayLackWhatIsRead() {
    RuleReading.expect(
      .optionalUnguarded,
      RuleSample.rule(
        "require no contract's invoices where «number» is \"5\"\n otherwise report x",
        for: "each invoice"))
    let guarded = "require number is given\n require no contract's invoices where «number» is \"5\""
    RuleReading.expect(
      .optionalUnguarded,
      RuleSample.rule("\(guarded)\n otherwise report x", for: "each invoice"))
  }

  @Test(arguments: MarkedCase.rulesAndExceptions)
  func reportsARuleOrAnException(_ mistake: MarkedCase) {
    RuleReading.expect(
      mistake.id, RuleSample.clause(mistake.text), isError: mistake.id != .meaningNeverRead)
  }

  @Test(arguments: MarkedCase.declarations)
  func reportsADeclaration(_ mistake: MarkedCase) {
    RuleReading.expect(mistake.id, mistake.text)
  }

  @Test func reportsALongListOfWords() {
    let words = (0..<65).map { "w\($0)" }.joined(separator: " or ")
    RuleReading.expect(.tooManyWords, RuleSample.meaning("term t «\(words)»\n x means t"))
  }

  @Test func reportsADeepDefinition() {
    let meanings = (0..<5_000).map { "m\($0) means m\($0 + 1) + 5%" }.joined(separator: "\n")
    let text = RuleSample.meaning("x means m0\n\(meanings)\n m5000 means 5%")
    #expect(RuleReading(text).mistakes.filter(\.isError).map(\.id) == [.definitionTooDeep])
  }

  @Test(arguments: [
    "withhold «5% of amount» until met", "withhold «amount / 2» until met",
    "withhold «x» until met", "withhold «amount * 0.5» until met",
    "deduct «5% of amount» as y without limit", "deduct amount as y capped at «5% of amount»",
    "withhold «lesser of 5% of amount and amount» until met",
  ])
  func reportsFractionsOfACent(_ effect: String) {
    RuleReading.expect(
      .roundingUnsaid,
      RuleSample.rule(
        "require x is at most USD 5\n otherwise \(effect)", with: "x means 5% of amount",
        rounds: false))
  }

  /// What moves is whole cents: nothing else that a clause could say would be done.
  @Test(arguments: ["USD 10", "5%", "2013-12-01", "EUR 5", "USD 0", "2 calendar days"])
  func reportsAClauseThatRoundsToMoreThanCents(_ unit: String) {
    let rule = RuleSample.rule(
      "require x is at most USD 5\n otherwise withhold 5% of amount until met",
      with: "x means amount")
    precondition(rule.contains("rounds half up to cent"))
    RuleReading.expect(
      .roundingUnit,
      rule.replacing("rounds half up to cent", with: "rounds half up to «\(unit)»"))
  }

  @Test(arguments: [
    "first is on or before due", "first is before due", "first is not after due",
    "late is 0 calendar days", "late is at most 5 calendar days", "weeks-late is 0 weeks",
    "punctual", "first is on or before due and some acceptances", "later is on or before due",
  ])
  func reportsAReleaseOutOfReach(_ requirement: String) {
    let meanings = """
      first means earliest dated of acceptances where result is accepted, or as-of while none
      later means 5 calendar days after first
      late means calendar days after due through later
      weeks-late means started weeks of late
      punctual means first is on or before due
      """
    let rule = "require \(requirement)\n otherwise withhold amount until"
    let shown = "\n otherwise report x showing first, later, late, weeks-late, punctual"
    RuleReading.expect(
      .releaseOutOfReach,
      RuleSample.rule("\(rule) «met»", with: meanings).replacing(
        "«met»", with: "met\(shown)"
      ).replacing("until met", with: "«until met»"))
    let released = RuleSample.rule("\(rule) met or some acceptances\(shown)", with: meanings)
    #expect(RuleReading(released).report == "")
  }
}
