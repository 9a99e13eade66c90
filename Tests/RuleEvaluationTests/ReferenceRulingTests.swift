import ContractModel
import RuleChecking
import RuleEvaluation
import Testing

/// What a rule comes to, and what follows.
@Suite struct ReferenceRulingTests {
  private static let withhold = CheckedEffect.sample(.withhold, .amount)

  @Test(arguments: [
    ([CheckedCondition.holds], [CheckedCondition.holds], Verdict.met),
    ([.holds], [.isOpen, .fails], .failed), ([.holds], [.isOpen, .holds], .unproven),
    ([.holds], [.isOpen, .errs], .errored), ([.fails, .isOpen], [.fails], .notApplicable),
    ([.isOpen], [.fails], .unproven), ([.errs], [.holds], .errored), ([.holds], [], .met),
  ])
  func judges(
    _ conditions: [CheckedCondition], _ requirements: [CheckedCondition], _ verdict: Verdict
  ) {
    var sample = EvaluationSample()
    sample.rules = [
      .sample(
        when: conditions, requirements: requirements, consequences: [.sample(.pay)],
        remedies: [Self.withhold, .sample(.report)])
    ]
    let outcome = sample.outcomes().first
    #expect(outcome?.verdict == verdict)
    let verbs = outcome?.effects.map { [$0.from == .remedies ? 1 : 0, $0.effect] }
    switch verdict {
    case .met: #expect(verbs == [[0, 0]])
    case .failed: #expect(verbs == [[1, 0], [1, 1]])
    case .notApplicable: #expect(verbs == [])
    default:
      // A rule without requirements would hold its consequences, and to pay takes nothing.
      #expect(verbs == [[1, 0]])
      #expect(outcome?.effects.first?.isProvisional == true)
      #expect(outcome?.effects.first?.amount == .exactly(1_000))
    }
  }

  /// What a rule asks of every part is shown for each part that falls short, under its name.
  @Test func showsMeaningsOfPartsThatFallShort() {
    let checks = CheckedCollection(
      kind: EvaluationSample.evidence, scope: .deliverable, isEver: false, filter: .all([]))
    let passes = CheckedCondition.test(
      .meaning(0), EvaluationSample.result, isNegated: false, .words(1))
    var sample = EvaluationSample().adding([
      SampleRecord(about: 2, result: 1), SampleRecord(about: 3, result: 2),
    ])
    sample.meanings = [
      CheckedMeaning(
        name: "finding", subject: .deliverable, type: EvaluationSample.result,
        form: .aggregate(
          CheckedAggregate(
            collection: checks, measure: .latest(.declared(EvaluationSample.resultField)))),
        fallback: nil, range: EvaluationSample.range)
    ]
    let parts = CheckedParts(.deliverables, of: .milestone)
    sample.rules = [
      .sample(
        requirements: [.everyPart(parts, have: passes)], remedies: [Self.withhold],
        shownOfParts: [.init(parts: parts, condition: passes, meanings: [0])])
    ]
    let outcome = sample.outcomes().first
    #expect(
      outcome?.values == [NamedOutcome(meaning: 0, subject: SubjectID(3), value: .words(2))])
    let incorporation = Incorporation(
      clause: 0, terms: [], roles: [:], scope: [], isIllustrative: false,
      range: EvaluationSample.range)
    let writer = FindingWriter(
      rules: sample.book, incorporations: [incorporation], contract: sample.contract)
    let values = outcome.map { writer.finding(for: $0).values }
    #expect(values == [NamedValue(name: "purchase's finding", text: "failed")])
  }

  @Test func leavesOutSubjectsThatItIsNotAbout() {
    var sample = EvaluationSample()
    sample.rules = [
      .sample(.deliverable, where: .fails), .sample(.deliverable),
      .sample(.deliverable, role: "accounts"),
      .sample(.line), .sample(.invoice),
    ]
    let all = sample.outcomes().map { [$0.rule, $0.subject.index] }
    #expect(all == [[1, 2], [1, 3], [2, 2], [3, 5], [4, 4]])
    sample.scope = [EvaluationSample.launch]
    let limited = sample.outcomes().map { [$0.rule, $0.subject.index] }
    #expect(limited == [[1, 2], [1, 3], [2, 2], [3, 5]])
  }

  @Test func decidesWhatReadsEarnedInTheSecondPhase() {
    var sample = EvaluationSample()
    sample.rules = [
      .sample(),
      .sample(
        .line, requirements: [.fails],
        remedies: [.sample(.retain, .field(.earned, of: .line))], phase: .earned),
    ]
    #expect(sample.outcomes().map(\.rule) == [0])
    var supplied = SuppliedAmounts()
    supplied[.earned, SubjectID(5)] = .exactly(700)
    let second = sample.outcomes(in: .earned, given: supplied)
    #expect(second.map(\.rule) == [1])
    #expect(second.first?.effects.first?.amount == .exactly(700))
  }

  /// It may yet be met or fail: what it takes in either case is held.
  @Test func holdsWhatAnUndecidedRuleCouldTakeFailedOrMet() {
    var sample = EvaluationSample()
    sample.rules = [
      .sample(
        requirements: [.isOpen], consequences: [.sample(.retain, .quantity(.exactly(5)))],
        remedies: [Self.withhold])
    ]
    let effects = sample.outcomes().first?.effects ?? []
    #expect(effects.map(\.from) == [.remedies, .consequences])
    #expect(effects.map(\.isProvisional) == [true, true])
  }

  @Test func waivesWhatFailedInTheTimeOfTheWaiver() {
    for (day, verdict) in [(89, Verdict.failed), (90, .waived), (110, .waived), (111, .failed)] {
      var sample = EvaluationSample()
      sample.rules = [.sample(requirements: [.fails], remedies: [Self.withhold])]
      sample.waivers = [
        Waiver(
          name: "w", rule: "rule", subject: .contract, from: CivilDate(dayNumber: 90),
          through: CivilDate(dayNumber: 110), approvedBy: "", reason: "", isIllustrative: false,
          range: EvaluationSample.range)
      ]
      sample.asOf = CivilDate(dayNumber: Int32(day))
      let outcome = sample.outcomes().first
      #expect(outcome?.verdict == verdict)
      #expect(outcome?.effects.isEmpty == (verdict == .waived))
      sample.rules = [.sample(requirements: [.isOpen])]
      #expect(sample.outcomes().first?.verdict == .unproven)
    }
  }

  @Test(arguments: [
    ([CheckedException.sample(when: [.holds], then: [.sample(.excuse)])], Verdict.excused, 0),
    ([.sample(when: [.holds], then: [.sample(.defer, .amount)])], .notDue, 1),
    ([.sample(when: [.isOpen], then: [.sample(.excuse)])], .failed, 1),
    ([.sample(when: [.isOpen], then: [.sample(.defer, .amount)])], .failed, 2),
    ([.sample(when: [.fails], then: [.sample(.excuse)])], .failed, 1),
    (
      [
        .sample(isToClause: true, when: [.holds], then: [.sample(.excuse)]),
        .sample(when: [.holds], then: [.sample(.defer, .amount)]),
      ], .notDue, 1
    ),
    (
      [
        .sample(when: [.holds], then: [.sample(.excuse)]),
        .sample(when: [.holds], then: [.sample(.defer, .amount)]),
      ], .contested, 2
    ),
    (
      [
        .sample(when: [.holds], then: [.sample(.excuse)]),
        .sample(when: [.holds], then: [.sample(.excuse)]),
      ], .excused, 0
    ),
  ])
  func letsExceptionsSpeak(_ exceptions: [CheckedException], _ verdict: Verdict, _ effects: Int) {
    var sample = EvaluationSample()
    sample.rules = [.sample(requirements: [.fails], remedies: [Self.withhold])]
    sample.exceptions = exceptions
    let outcome = sample.outcomes().first
    #expect(outcome?.verdict == verdict)
    #expect(outcome?.effects.count == effects)
    let mayTakeMore = verdict == .contested || effects > 1
    #expect(outcome?.effects.contains { $0.isProvisional } == mayTakeMore)
  }

  @Test func citesAnOpenException() {
    var sample = EvaluationSample()
    sample.rules = [.sample(requirements: [.fails])]
    sample.exceptions = [.sample(when: [.isOpen], then: [.sample(.excuse)])]
    #expect(
      sample.outcomes().first?.defeatedBy == Defeat(.exception(0), isUndecided: true))
  }

  @Test(arguments: [([CheckedCondition.fails, .holds], 0), ([.fails, .isOpen], 1), ([], 1)])
  func releasesAHold(_ conditions: [CheckedCondition], _ count: Int) {
    var sample = EvaluationSample()
    sample.rules = [
      .sample(
        requirements: [.fails], remedies: [.sample(.withhold, .amount, until: conditions)])
    ]
    #expect(sample.outcomes().first?.effects.count == count)
  }

  @Test func worksOutAmountsInWholeMinorUnits() throws {
    let third = CheckedExpression.binary(.dividedBy, .number(100), .number(3))
    let unknown = CheckedExpression.field(.value, of: .contract)
    let zero = CheckedExpression.binary(.dividedBy, .number(1), .number(0))
    #expect(effect(.sample(.deduct, third)).first?.amount == .exactly(33))
    #expect(effect(.sample(.deduct, third, rounding: .up)).first?.amount == .exactly(34))
    let capped = effect(.sample(.deduct, third, caps: [.number(20), .number(10)]))
    #expect(capped.first?.cap == .exactly(10))
    let open = effect(.sample(.deduct, unknown)).first
    #expect(open?.amount == nil && open?.isProvisional == true)
    var sample = EvaluationSample()
    sample.rules = [.sample(requirements: [.fails], remedies: [.sample(.deduct, zero)])]
    #expect(sample.outcomes().first?.verdict == .errored)
  }

  private func effect(_ effect: CheckedEffect) -> [EffectOutcome] {
    var sample = EvaluationSample()
    sample.rules = [.sample(requirements: [.fails], remedies: [effect])]
    return sample.outcomes().first?.effects ?? []
  }
}
