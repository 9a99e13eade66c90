import ContractModel
import RuleChecking
import SourceText
import Testing

@Suite struct GoodRules {
  @Test(
    arguments: [
      ("number of capabilities", "capabilities"), ("latest share of capabilities", "percent"),
      ("share of capabilities where state is works or degraded", "percent"),
      ("worst day of capabilities where state is works", "percent"),
      ("longest run of capabilities where state is works", "capabilities"),
      ("latest state of capabilities", "works or degraded or fails"),
      ("sum of price of capabilities", "money"), ("largest dated of capabilities", "date"),
      ("95% percentile of share of capabilities", "percent"),
      ("calendar days covered by delays", "calendar days"),
      ("business days covered by delays where cause is buyer or supplier", "business days"),
      ("latest took of capabilities where took is given", "number"),
      ("latest by of capabilities", "party"), ("latest note of capabilities", "text"),
      ("some acceptances where result is accepted", "condition"),
      ("contract's paid is given and amount is at least 5% of contract's paid", "condition"),
      ("5% of amount", "money"), ("amount / 2", "money"), ("amount / amount", "percent"),
      ("2 * 5%", "percent"), ("5% * 2", "percent"), ("2 * 3", "number"),
      ("5 capabilities / 2", "capabilities"), ("1 capability + 2 capabilities", "capabilities"),
      ("5 calendar days after due", "date"), ("3 months before due", "date"),
      ("10 business days after 30 calendar days after due", "date"),
      ("first business day from due within month", "date"),
      ("first day of month from 28 with due", "date"), ("last day of month with as-of", "date"),
      ("whole months after due through as-of", "months"),
      ("amount for each month of whole months after due through as-of", "money"),
      ("first business day from due", "date"), ("earlier of due and as-of", "date"),
      ("greater of 0% and (5% less 6%)", "percent"),
      ("calendar days from due through as-of", "calendar days"),
      ("started weeks of 5 calendar days", "weeks"),
      ("amount for each started week of 9 calendar days", "money"),
      ("amount for each capability of 5 capabilities", "money"),
      ("USD 5 per calendar day", "money per calendar day"),
      ("amount rounded half up to USD 100", "money"), ("5% rounded down to 0.1%", "percent"),
      ("latest dated of acceptances, or as-of while none", "date"),
      ("\n| critical | x |\n| yes | 5% |\n| any | 6% |", "percent"),
      (
        "\n| amount | due | x |\n| USD 5 to below USD 9 | any | 1 months |\n| any | before as-of | 2 months |",
        "months"
      ),
    ])
  func hasTheType(_ definition: String, _ type: String) {
    let reading = RuleReading(RuleSample.meaning("x means \(definition)"))
    let meaning = reading.book.clauses.first?.meanings.first { $0.name == "x" }
    #expect(reading.report == "")
    #expect(meaning?.type.description == type)
  }

  @Test(arguments: [
    "require number is given\n require number is \"5\"",
    "when number is given\n require number is \"5\"",
    "require number is given and number is \"5\"",
    "require contract's value is given\n require half is at least USD 5",
    "require received is within 5 calendar days before as-of",
    "require all lines have amount is at least USD 5",
    "require amount is USD 5 to below USD 6",
    "require no contract's stops where begins is given and begins is before as-of",
    "require any of {\n number is none\n received is before as-of\n }",
  ])
  func acceptsARule(_ lines: String) {
    let text = RuleSample.rule(
      lines + "\n otherwise report x showing half", for: "each invoice",
      with: "half means 50% of contract's value")
    #expect(RuleReading(text).report == "")
  }

  @Test(arguments: [
    "require half is at least USD 5\n require contract's value is given",
    "require any of {\n contract's value is given\n half is at least USD 5\n }",
    "require all lines have half is at least USD 5\n require contract's value is given",
  ])
  func wantsTheFieldOfAMeaningGiven(_ lines: String) {
    let text = RuleSample.rule(
      lines + "\n otherwise report x", for: "each invoice",
      with: "half means 50% of contract's value")
    #expect(RuleReading(text).mistakes.map(\.id) == [.optionalUnguarded])
  }

  @Test func proposesTheNearestName() {
    let text = RuleSample.meaning("x means latest dated of aceptances")
    #expect(RuleReading(text).mistakes.map(\.help) == ["did you mean 'acceptances'?"])
    let other = RuleSample.meaning("first-worked means 5%\n x means first-wokred + 5%")
    #expect(RuleReading(other).mistakes.map(\.help).contains("did you mean 'first-worked'?"))
  }

  @Test func acceptsAdmittedClaims() {
    let exception = "}\n exception e to r {\n when some statements\n then excuse"
    let meaning = "said means latest says of statements"
    let rule = "admits statements\n when said is given\n then report x showing said"
    #expect(RuleReading(RuleSample.rule("\(rule)\n \(exception)", with: meaning)).report == "")
  }

  @Test func readsAWiderPartThroughANamedCollection() throws {
    let text = RuleSample.meaning(
      "good means capabilities where state is works\n x means number of milestone's good",
      for: "each deliverable")
    let reading = RuleReading(text)
    #expect(reading.report == "")
    let meaning = try #require(reading.book.clauses.first?.meanings.first)
    guard case .aggregate(let aggregate) = meaning.form else {
      Issue.record("a number of records is expected")
      return
    }
    #expect(aggregate.collection.scope == .milestone)
  }

  @Test func picksTheRowOfATermByItsInput() throws {
    let lines = """
      term rate money per calendar day by late default
        | late | rate |
        | at most 3 calendar days | USD 5 per calendar day |
        | any | USD 9 per calendar day |
      term flat percent by amount default 5%
      late means calendar days after due through as-of
      x means (rate for each day of late) + (flat of amount)
      """
    let reading = RuleReading(RuleSample.meaning(lines))
    #expect(reading.report == "")
    let terms = try #require(reading.book.clauses.first?.terms)
    #expect(terms.map { $0.input?.type.description } == ["calendar days", "money"])
    for term in terms {
      guard case .table? = term.standard else {
        Issue.record("the default of '\(term.name)' is a table")
        continue
      }
    }
  }

  /// On one line, what stood on lines of their own does not read as one condition.
  @Test func alternativesStayApartInASentence() throws {
    let lines = """
      require any of {
          due is before as-of and some acceptances
            where result is accepted
            and dated is before as-of
          amount is at least USD 5
        }
        otherwise withhold amount until met
      """
    let reading = RuleReading(RuleSample.rule(lines))
    #expect(reading.report == "")
    let requirements = reading.book.clauses.first?.rules.first?.requirements
    #expect(
      requirements?.map(\.text) == [
        "any of { due is before as-of and some acceptances where result is accepted"
          + " and dated is before as-of; amount is at least USD 5 }"
      ])
  }
}
