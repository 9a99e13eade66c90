import RuleSyntax
import SourceText
import Testing

@Suite struct Grammar {
  @Test func readsTheWholeSample() {
    #expect(rendered(GrammarSample.text) == "")
    #expect(parsed(GrammarSample.text).value.declarations.count == 7)
  }

  private func clause(_ statement: String) throws -> ClauseSyntax {
    let text = "clause a {\n\(statement)\n}"
    try #require(rendered(text) == "")
    guard case .clause(let clause)? = parsed(text).value.declarations.first else {
      throw Missing()
    }
    return clause
  }

  private struct Missing: Error {}

  @Test(arguments: [
    ("test-runs", "quantity test-runs"),
    ("contract's amount", "quantity contract.amount"),
    ("test-runs ever", "collection test-runs ever"),
    ("contract's runs ever where a is b", "collection contract.runs ever where {a is b}"),
    (
      "runs where dated is within window before as-of and check is \"a\"",
      "collection runs where (and {dated is within window before as-of}, {check is \"a\"})"
    ),
    (
      "runs where dated is within 14 calendar days before as-of",
      "collection runs where {dated is within 14[calendar days] before as-of}"
    ),
    ("number of runs", "number runs"),
    ("share of runs where result is passed", "share runs where {result is passed}"),
    ("sum of price of runs", "sum price runs"),
    (
      "earliest dated of acceptances where result is accepted,\n or as-of while none",
      "earliest dated acceptances where {result is accepted} while-none as-of"
    ),
    ("95% percentile of took of runs", "percentile 95% took runs"),
    ("longest run of runs where a is b", "longest-run runs where {a is b}"),
    ("worst day of runs where a is b", "worst-day runs where {a is b}"),
    (
      "calendar days covered by delays where cause is buyer or force-majeure",
      "covered [calendar days] delays where {cause is buyer|force-majeure}"
    ),
    ("a less b less c + d", "quantity (+ (less (less a b) c) d)"),
    ("a + b * c / d", "quantity (+ a (/ (* b c) d))"),
    ("x less 5% of amount", "quantity (less x (share 5% amount))"),
    ("5% of (amount less x)", "quantity (share 5% ((less amount x)))"),
    ("30 calendar days after received", "quantity (after 30[calendar days] received)"),
    (
      "2 weeks before 3 months after due",
      "quantity (before 2[weeks] (after 3[months] due))"
    ),
    (
      "calendar days after due through finished less excused",
      "quantity (less (span [calendar days] after due finished) excused)"
    ),
    ("lesser of a, b + c and d less e", "quantity (lesser a, (+ b c), (less d e))"),
    ("first business day from due", "quantity (first due)"),
    ("first day of month from 16 with due", "quantity (first-of-month 16 due)"),
    ("last day of month with as-of", "quantity (last-of-month 1 as-of)"),
    ("whole months after due through as-of", "quantity (span [whole months] after due as-of)"),
    ("first business day from due within month", "quantity (first-within-month due)"),
    ("rate for each day of late", "quantity (each rate [day] late)"),
    ("rate for each started week of late", "quantity (each rate [started week] late)"),
    (
      "rate for each started 2 calendar days of late",
      "quantity (each rate [started 2[calendar days]] late)"
    ),
    ("rate for each whole grace of late", "quantity (each rate [whole grace] late)"),
    ("rate for each 2 weeks of late", "quantity (each rate [exact 2[weeks]] late)"),
    (
      "interest on a less b at 6% for late compounded every 30 calendar days",
      "quantity (interest (less a b) 6% late every 30[calendar days])"
    ),
    ("interest on a at rate for late", "quantity (interest a rate late)"),
    ("started weeks of late", "quantity (counted [started weeks] late)"),
    ("a * b rounded half up to cent", "quantity (rounded (* a b) half up to cent)"),
    ("USD 5,000 per calendar day", "quantity USD:5,000/[calendar day]"),
    ("late is more than 0 calendar days", "condition {late is >0[calendar days]}"),
    ("late and ready", "condition (and late, ready)"),
    ("some acceptances where a is b", "condition (some acceptances where {a is b})"),
    ("any of {\na is b\nc\n}", "condition (any {a is b}, c)"),
    (
      "all parts where a is b have c is d and e",
      "condition (and (all parts where {a is b} have {c is d}), e)"
    ),
    ("a is not 1% to below 2% or 3%", "condition {a is not [1%, 2%[|3%}"),
    ("a is above 1 to 2", "condition {a is ]1, 2]}"),
    ("a is less than b less c", "condition {a is <(less b c)}"),
    ("\n| a | b |\n| at most 1 week | none |", "table a, b; ≤1[week], none"),
  ])
  func tellsMeaningsApart(_ text: String, _ shape: String) throws {
    #expect(try clause("x means \(text)").meanings.map { Shape.of($0) } == [shape])
  }

  @Test(arguments: [
    (
      "withhold milestone's amount until met or some settlements",
      "withhold milestone.amount until met (some settlements)"
    ),
    ("defer amount", "defer amount"),
    ("suspend payment until a is b", "suspend object payment until {a is b}"),
    ("reject invoice", "reject object invoice"),
    (
      "deduct rate for each day of late as delay capped at cap capped at 10% of value",
      "deduct (each rate [day] late) ground delay cap cap cap (share 10% value)"
    ),
    ("deduct x as delay without limit", "deduct x ground delay no limit"),
    ("set off x", "set-off x"),
    ("pay by due", "pay by due"),
    ("owe x as interest", "owe x ground interest"),
    ("notify buyer of delay by due", "notify object buyer ground delay by due"),
    ("report progress showing a, b", "report object progress showing a, b"),
    ("refer to verifier", "refer object verifier"),
    ("excuse", "excuse"),
  ])
  func readsEffects(_ text: String, _ shape: String) throws {
    let rules = try clause("rule b {\nthen \(text)\n}").rules
    #expect(rules.flatMap(\.consequences).map { Shape.of($0) } == [shape])
  }

  @Test(arguments: [
    ("due 2013-12", "due <2013-12>"),
    ("value more than USD 1 reported \"a\" in \"b\"", "value <>USD:1> !a@b"),
    ("moved 2013-10-01 through 2013-10-02", "moved <2013-10-01> through <2013-10-02>"),
    ("moved 2013-10-01 to 2013-10-02", "moved <[2013-10-01, 2013-10-02]>"),
    ("state works or degraded", "state <works|degraded>"),
    ("due on or before 2013-10-01 illustrative", "due <on-or-before 2013-10-01> !illustrative"),
    ("verifier outranks buyer on a, b", "verifier outranks buyer on a , b"),
    (
      "waiver a of b for c d { through 2013-10-01 }", "waiver a of b for c d {through <2013-10-01>}"
    ),
    ("from 2013-10-01\n}\na {", "from <2013-10-01>"),
    ("rate\n| a | b |\n| any | 5% |", "rate | a, b; any, 5%"),
    ("party b \"x \\\"y\\\" \\\\\"", "party b \"x \"y\" \\\""),
  ])
  func readsLines(_ text: String, _ shape: String) throws {
    let text = "contract a {\n\(text)\n}"
    try #require(rendered(text) == "")
    guard case .line(let line)? = parsed(text).value.declarations.first else { throw Missing() }
    #expect(line.block?.map { Shape.of($0) } == [shape])
  }

  @Test func keepsDocumentationWithItsDeclaration() throws {
    let clause = try clause("/// One.\n/// Two.\nterm x date // not this\n/// Lost.\n\nterm y date")
    #expect(clause.terms.map(\.documentation) == ["One.\nTwo.", nil])
  }

  @Test func takesStatementWordsAsNamesWhereTheyAreNames() throws {
    let clause = try clause("term means a\nrule means b\nx means some + any\ny means no is yes")
    #expect(clause.meanings.map(\.name.text) == ["term", "rule", "x", "y"])
  }
}
