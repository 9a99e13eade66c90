import ContractModel
import RuleChecking
import RuleEvaluation
import Testing

/// What each aggregate draws from its records.
@Suite struct ReferenceAggregateTests {
  private static let cost = RowField.declared(EvaluationSample.cost)
  private static let result = RowField.declared(EvaluationSample.resultField)

  @Test(arguments: [
    (EvaluationSample.evidence, Interval.atLeast(1)), (EvaluationSample.act, .between(1, 2)),
  ])
  func counts(_ kind: Int, _ expected: Interval) {
    let sample = sample(kind, [SampleRecord(), SampleRecord(result: 0), SampleRecord(result: 2)])
    #expect(sample.value(.number, kind: kind, where: .passes) == .quantity(expected))
  }

  @Test(arguments: [
    (EvaluationSample.act, [Interval.exactly(3), .exactly(4)], Evaluated.quantity(.exactly(7))),
    (EvaluationSample.evidence, [.exactly(3), .exactly(4)], .quantity(.atLeast(7))),
    (EvaluationSample.evidence, [.exactly(3), .exactly(-4)], .missing),
    (EvaluationSample.act, [.exactly(3), .between(4, 6)], .quantity(.between(7, 9))),
    (EvaluationSample.act, [], .quantity(.exactly(0))), (EvaluationSample.evidence, [], .missing),
  ])
  func adds(_ kind: Int, _ costs: [Interval], _ expected: Evaluated) {
    let sample = sample(kind, costs.map { SampleRecord(cost: $0) })
    #expect(sample.value(.sum(Self.cost), kind: kind) == expected)
    let incomplete = sample.adding([SampleRecord(kind: kind)])
    #expect(incomplete.value(.sum(Self.cost), kind: kind) == .missing)
  }

  @Test(
    arguments: [
      ([UInt64](), nil), ([1, 1, 2, 1], (3, 4, 3, 4)), ([1, 0, 2], (1, 3, 2, 3)),
      ([2], (0, 1, 0, 1)),
    ] as [([UInt64], (Int128, Int128, Int128, Int128)?)])
  func takesAShare(_ results: [UInt64], _ expected: (Int128, Int128, Int128, Int128)?) throws {
    let sample = sample(0, results.map { SampleRecord(result: $0) })
    guard let expected else {
      #expect(sample.value(.share(.passes)) == .missing)
      return
    }
    let lower = try Rational(expected.0, over: expected.1)
    let upper = try Rational(expected.2, over: expected.3)
    let interval = Interval(lower: .included(lower), upper: .included(upper))
    #expect(sample.value(.share(.passes)) == .quantity(interval))
  }

  @Test func findsTheLatest() {
    let early = SampleRecord(dated: .exactly(1), result: 2)
    let late = SampleRecord(dated: .exactly(9), result: 1)
    let vague = SampleRecord(dated: .between(5, 12), result: 2)
    #expect(latest([early, late]) == .words(1))
    #expect(latest([late, SampleRecord(dated: .exactly(9), result: 2)]) == .contested)
    #expect(latest([late, SampleRecord(dated: .exactly(9), result: 1)]) == .words(1))
    #expect(latest([late, SampleRecord(dated: .exactly(9), result: 0)]) == .missing)
    #expect(latest([late, vague]) == .missing)
    #expect(latest([]) == .missing)
    var ranked = sample(0, [late, SampleRecord(by: "verifier", dated: .exactly(2), result: 2)])
    ranked.ranks = [Rank(higher: "verifier", lower: "buyer", kinds: ["check"])]
    #expect(ranked.value(.latest(Self.result)) == .words(2))
  }

  @Test func boundsTheLatestDate() {
    let sample = sample(
      0, [SampleRecord(dated: .exactly(9)), SampleRecord(dated: .between(5, 12))])
    #expect(sample.value(.latest(.dated)) == .quantity(.between(9, 12)))
    #expect(sample.value(.earliest(.dated)) == .quantity(.between(5, 9)))
  }

  @Test func letsAnotherValueStandInOnlyForWhatIsCertainlyNotThere() {
    let standIn = CheckedExpression.number(7)
    let empty = EvaluationSample()
    #expect(
      empty.value(.earliest(.dated), kind: EvaluationSample.act, fallback: standIn)
        == .quantity(.exactly(7)))
    #expect(empty.value(.earliest(.dated), kind: EvaluationSample.act) == Evaluated.none)
    #expect(empty.value(.earliest(.dated), fallback: standIn) == .missing)
  }

  @Test func findsTheExtremes() {
    let sample = sample(
      0, [SampleRecord(cost: .exactly(3)), SampleRecord(cost: .between(1, 5))])
    #expect(sample.value(.largest(Self.cost)) == .quantity(.between(3, 5)))
    #expect(sample.value(.smallest(Self.cost)) == .quantity(.between(1, 3)))
  }

  @Test(arguments: [(0, 10), (50, 10), (51, 20), (100, 40)])
  func findsAPercentileByNearestRank(_ percent: Int128, _ expected: Int) throws {
    let costs = [20, 10, 10, 40]
    let sample = sample(0, costs.map { SampleRecord(cost: .exactly($0)) })
    let share = try Rational(percent, over: 100)
    #expect(sample.value(.percentile(share, Self.cost)) == .quantity(.exactly(expected)))
    let bounded = sample.adding([SampleRecord(cost: .between(1, 2))])
    #expect(bounded.value(.percentile(share, Self.cost)) == .missing)
  }

  @Test(arguments: [
    ([UInt64]([1, 1, 2, 1]), Interval.exactly(2)), ([1, 0, 1], .between(1, 3)), ([2], .exactly(0)),
  ])
  func countsTheLongestRun(_ results: [UInt64], _ expected: Interval) {
    let records = results.enumerated().map {
      SampleRecord(dated: .exactly($0.offset), result: $0.element)
    }
    let sample = sample(0, records.reversed())
    #expect(sample.value(.longestRun(.passes)) == .quantity(expected))
  }

  @Test func findsTheWorstDay() throws {
    let sample = sample(
      0,
      [
        SampleRecord(dated: .exactly(1)), SampleRecord(dated: .exactly(2)),
        SampleRecord(dated: .exactly(2), result: 2),
      ])
    let half = try Rational(1, over: 2)
    #expect(sample.value(.worstDay(.passes)) == .quantity(Interval(exactly: half)))
    let vague = sample.adding([SampleRecord(dated: .between(1, 2))])
    #expect(vague.value(.worstDay(.passes)) == .missing)
  }

  @Test func coversEachDayOnce() {
    let records = [SampleRecord(days: 1...5), SampleRecord(days: 4...6), SampleRecord(days: 9...9)]
    let measure = CheckedAggregate.Measure.daysCovered(
      .calendar, begins: .declared(EvaluationSample.begins), ends: .declared(EvaluationSample.ends))
    let kind = EvaluationSample.act
    #expect(sample(kind, records).value(measure, kind: kind) == .quantity(.exactly(7)))
    #expect(sample(0, records).value(measure) == .quantity(.atLeast(7)))
  }

  @Test func isContestedWhereAPointIs() {
    let sample = sample(1, [SampleRecord(), SampleRecord(result: 2), SampleRecord(key: "b")])
    #expect(sample.value(.number, kind: 1, where: .passes) == .contested)
    #expect(sample.value(.number, kind: 1, where: .passes, isEver: true) == .quantity(.atLeast(2)))
  }

  private func sample(_ kind: Int, _ records: [SampleRecord]) -> EvaluationSample {
    EvaluationSample().adding(
      records.map { record in
        var record = record
        record.kind = kind
        return record
      })
  }

  private func latest(_ records: [SampleRecord]) -> Evaluated? {
    sample(0, records).value(.latest(Self.result))
  }
}
