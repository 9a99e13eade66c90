import ContractModel
import RuleChecking
import RuleEvaluation
import Testing

/// Days of delay where amendments moved the due date, which was day 50.
@Suite struct LatenessTests {
  private static let late = CheckedExpression.lateness(.calendar, through: .asOf)

  struct Move {
    let day: Int32
    let due: Int
    var isRetroactive = false
  }

  /// As of day 100: 50 days are late without an amendment.
  static let cases: [(moves: [Move], days: Int)] = [
    ([], 50),
    // Moved to day 90 on day 61: the ten days of 51 to 60 had accrued, and 91 to 100 are late again.
    ([Move(day: 61, due: 90)], 20),
    // The same, agreed for the past as well.
    ([Move(day: 61, due: 90, isRetroactive: true)], 10),
    // Moved before the first day of delay: nothing had accrued.
    ([Move(day: 51, due: 90)], 10), ([Move(day: 50, due: 90)], 10),
    // One day had.
    ([Move(day: 52, due: 90)], 11),
    // Moved to a day that had passed already: every day stays late.
    ([Move(day: 61, due: 55)], 50),
    // Moved forward, and back: 51 to 60 under the first, none under the second, 71 to 100 under the third.
    ([Move(day: 61, due: 90), Move(day: 71, due: 60)], 40),
    // Not yet in force.
    ([Move(day: 101, due: 200)], 50),
    // Beyond the day of the decision.
    ([Move(day: 61, due: 200)], 10), ([Move(day: 61, due: 200, isRetroactive: true)], 0),
  ]

  @Test(arguments: cases.indices) func keepsWhatHadAccrued(_ place: Int) {
    let (moves, days) = Self.cases[place]
    var sample = EvaluationSample()
    sample.amendments = moves.enumerated().map { place, move in
      Amendment(
        name: "a\(place)", effective: CivilDate(dayNumber: move.day),
        recorded: CivilDate(dayNumber: move.day), approvedBy: "x", reason: "y",
        isRetroactive: move.isRetroactive,
        changes: [
          .init(
            subject: EvaluationSample.launch, field: .due,
            value: .quantity(.exactly(move.due)), range: EvaluationSample.range)
        ], range: EvaluationSample.range)
    }
    #expect(sample.value(of: .quantity(Self.late)) == .quantity(.exactly(days)))
  }

  @Test func isKnownWithinTheBoundsOfADay() {
    let some = CheckedExpression.lateness(.calendar, through: .quantity(.between(40, 60)))
    #expect(EvaluationSample().value(of: .quantity(some)) == .quantity(.between(0, 10)))
  }
}
