import ContractModel
import RuleChecking
import RuleSyntax
import SourceText
import Testing

@Suite struct Literals {
  private let place = SourceRange(file: FileID(0), lower: 0, upper: 1)

  private func literal(_ form: LiteralSyntax.Form) -> ExpressionSyntax {
    .literal(LiteralSyntax(form, range: place))
  }

  private func unit(_ words: String...) -> UnitSyntax {
    UnitSyntax(words: words.map { NameSyntax($0, range: place) })
  }

  private func value(_ form: RangeSyntax.Form) -> LiteralValue? {
    let checked = RangeSyntax(form, range: place).checkedLiteral()
    #expect(checked.diagnostics.isEmpty)
    return checked.value
  }

  private func exactly(_ number: Int) -> Interval { Interval(exactly: Rational(number)) }

  @Test func areInTheUnitOfTheirType() throws {
    let amount = literal(.money(currency: "USD", digits: "1,200.5", per: nil))
    #expect(value(.exactly(amount)) == .money(exactly(120_050), .dollar))
    let rate = literal(.money(currency: "USD", digits: "5", per: unit("calendar", "day")))
    #expect(value(.exactly(rate)) == .moneyPer(exactly(500), .dollar, .calendar))
    let ratio = Interval(exactly: try Rational(99, over: 100))
    #expect(value(.exactly(literal(.percent("99")))) == .quantity(ratio, .percent))
    #expect(value(.exactly(literal(.number("1,000")))) == .quantity(exactly(1000), .number))
    #expect(
      value(.exactly(literal(.quantity("200", unit("test-runs")))))
        == .quantity(exactly(200), .count("test-runs")))
    #expect(
      value(.exactly(literal(.quantity("14", unit("business", "days")))))
        == .quantity(exactly(14), .days(.business)))
    #expect(
      value(.exactly(literal(.quantity("1", unit("month"))))) == .quantity(exactly(1), .months))
    #expect(
      value(.exactly(literal(.quantity("2", unit("weeks"))))) == .quantity(exactly(2), .weeks))
    #expect(value(.exactly(literal(.date("1970-01-02")))) == .quantity(exactly(1), .date))
    #expect(value(.exactly(literal(.text("a")))) == .text("a"))
  }

  @Test func areBounded() {
    let january = literal(.month("1970-01"))
    let number = literal(.number("5"))
    func dates(_ lower: Interval.Endpoint?, _ upper: Interval.Endpoint?) -> LiteralValue {
      .quantity(Interval(lower: lower, upper: upper), .date)
    }
    #expect(value(.exactly(january)) == dates(.included(.zero), .included(Rational(30))))
    #expect(value(.before(january)) == dates(nil, .excluded(.zero)))
    #expect(value(.onOrBefore(january)) == dates(nil, .included(Rational(30))))
    #expect(value(.after(january)) == dates(.excluded(Rational(30)), nil))
    #expect(value(.onOrAfter(january)) == dates(.included(.zero), nil))
    let nearFive = Interval(approximately: Rational(5))
    #expect(value(.approximately(number)) == .quantity(nearFive, .number))
    #expect(value(.approximately(january)) == .quantity(.unbounded, .date))
    let six = literal(.number("6"))
    let between = Interval(lower: .excluded(Rational(5)), upper: .included(Rational(6)))
    #expect(
      value(.between(number, isLowerIncluded: false, six, isUpperIncluded: true))
        == .quantity(between, .number))
    let empty = RangeSyntax(
      .between(number, isLowerIncluded: true, number, isUpperIncluded: false), range: place)
    #expect(empty.checkedLiteral().diagnostics.map(\.id) == [.emptyRange])
  }

  @Test(arguments: [
    LiteralSyntax.Form.date("2013-02-30"), .month("2013-13"), .instant("2013-02-30T09:00:00Z"),
    .number("1,00"),
  ])
  func areNothingWhereTheReaderOfTheTextComplained(_ form: LiteralSyntax.Form) {
    let checked = LiteralSyntax(form, range: place).checkedValue()
    #expect(checked.value == nil || form == .number("1,00"))
    #expect(checked.diagnostics.isEmpty)
  }
}
