import ContractModel
import RuleChecking
import RuleEvaluation
import Testing

/// What expressions and tables are worth.
@Suite struct ReferenceExpressionTests {
  private static let due = CheckedExpression.field(.due, of: .milestone)

  @Test(arguments: [
    (CheckedExpression.binary(.plus, .number(2), .number(3)), Evaluated.quantity(.exactly(5))),
    (.binary(.dividedBy, .number(2), .number(0)), .errored),
    (.binary(.less, .number(2), .quantity(.between(1, 3))), .quantity(.between(-1, 1))),
    (.lesser([.number(4), .quantity(.between(1, 5))]), .quantity(.between(1, 4))),
    (.field(.value, of: .contract), .none), (.field(.critical, of: .milestone), .words(1)),
    (.binary(.plus, .field(.value, of: .contract), .invalid), .errored),
    (.asOf, .quantity(.exactly(100))),
    (
      .span(.calendar, isStartIncluded: false, from: due, through: .asOf), .quantity(.exactly(50))
    ),
    (.span(.calendar, isStartIncluded: true, from: due, through: .asOf), .quantity(.exactly(51))),
    (.span(.calendar, isStartIncluded: true, from: .asOf, through: due), .quantity(.exactly(0))),
    (
      .span(
        .calendar, isStartIncluded: false, from: .quantity(.between(90, 120)), through: .asOf),
      .quantity(.between(0, 10))
    ),
    (.shift(.number(7), .days(.calendar), isBefore: true, due), .quantity(.exactly(43))),
    (.shift(.number(2), .weeks, isBefore: false, due), .quantity(.exactly(64))),
    (.shift(.number(1), .months, isBefore: false, due), .quantity(.exactly(78))),
    (.shift(.number(1), .days(.business), isBefore: false, due), .errored),
    (.wholeMonths(after: due, through: .asOf), .quantity(.exactly(1))),
    (.wholeMonths(after: .asOf, through: due), .quantity(.exactly(0))),
    (.wholeMonths(after: .quantity(.between(30, 50)), through: .asOf), .quantity(.between(1, 2))),
    (.wholeMonths(after: .number(30), through: .number(58)), .errored),
    (.monthDay(isFirst: true, from: 1, .asOf), .quantity(.exactly(90))),
    (.monthDay(isFirst: true, from: 16, .asOf), .quantity(.exactly(74))),
    (.monthDay(isFirst: false, from: 16, .asOf), .quantity(.exactly(104))),
    (
      .monthDay(isFirst: false, from: 16, .quantity(.between(100, 105))),
      .quantity(.between(104, 134))
    ),
    (.weeks(isStarted: true, of: .number(8)), .quantity(.exactly(2))),
    (.weeks(isStarted: false, of: .number(8)), .quantity(.exactly(1))),
    (.rounded(.number(149), .halfUp, toMultipleOf: Rational(100)), .quantity(.exactly(100))),
    (
      .rounded(.quantity(.between(149, 151)), .halfUp, toMultipleOf: Rational(100)),
      .quantity(.between(100, 200))
    ),
  ])
  func worksOut(_ expression: CheckedExpression, _ expected: Evaluated) {
    #expect(EvaluationSample().value(of: .quantity(expression)) == expected)
  }

  @Test func refusesMoneyOfAnotherCurrency() throws {
    let euro = try #require(Currency(code: "EUR"))
    let expression = CheckedExpression.money(.exactly(1), euro)
    #expect(EvaluationSample().value(of: .quantity(expression)) == .errored)
  }

  @Test(arguments: [
    (Interval.exactly(3), Evaluated.quantity(.exactly(10))), (.exactly(5), .quantity(.exactly(20))),
    (.exactly(9), .errored), (.between(3, 6), .missing),
  ])
  func readsATable(_ input: Interval, _ expected: Evaluated) {
    #expect(EvaluationSample().value(of: .table(table(.quantity(input)))) == expected)
  }

  @Test(arguments: [
    (Interval.exactly(0), Evaluated.quantity(.exactly(0))), (.exactly(6), .quantity(.exactly(80))),
    (.between(4, 5), .quantity(.between(40, 60))), (.exactly(9), .errored), (.atLeast(3), .missing),
  ])
  func addsUpTheRateOfEachDay(_ days: Interval, _ expected: Evaluated) {
    var sample = EvaluationSample()
    sample.terms = [.table(table(.number(0)))]
    #expect(
      sample.value(of: .quantity(.forEachDay(term: 0, of: .quantity(days)))) == expected)
  }

  @Test func readsTheContractInForce() {
    var sample = EvaluationSample()
    sample.amendments = [
      Amendment(
        name: "first", effective: CivilDate(dayNumber: 60), recorded: CivilDate(dayNumber: 99),
        approvedBy: "", reason: "",
        changes: [
          .init(
            subject: EvaluationSample.launch, field: .due, value: .quantity(.exactly(70)),
            range: EvaluationSample.range)
        ], range: EvaluationSample.range)
    ]
    #expect(sample.value(of: .quantity(Self.due)) == .quantity(.exactly(70)))
    sample.asOf = CivilDate(dayNumber: 98)
    #expect(sample.value(of: .quantity(Self.due)) == .quantity(.exactly(50)))
  }

  /// At most 4 is 10, above 4 to 8 is 20.
  private func table(_ input: CheckedExpression) -> CheckedTable {
    func bound(_ value: Int, _ isIncluded: Bool) -> CheckedBound {
      CheckedBound(.number(value), isIncluded: isIncluded)
    }
    let range = EvaluationSample.range
    return CheckedTable(
      inputs: [.init(name: "n", value: input, type: .number)],
      rows: [
        .init(
          cells: [.bounds(lower: nil, upper: bound(4, true))], result: .number(10), range: range),
        .init(
          cells: [.bounds(lower: bound(4, false), upper: bound(8, true))], result: .number(20),
          range: range),
      ], type: .number, range: range)
  }
}
