import ContractModel
import RuleChecking
import RuleEvaluation
import Testing

/// What is drawn from parts of the contract, where it is known of some of them and not of others.
@Suite struct PartTests {
  /// The contract, its milestone `launch` of 1,000, two deliverables and a line of 900.
  private static let deliverables = CheckedParts(.deliverables, of: .milestone)

  /// Deliverables of which a check has passed: of the others none is known to have failed.
  private static let passed = CheckedCondition.some(
    CheckedCollection(kind: 0, scope: .deliverable, isEver: false, filter: .passes))
  /// The same of an act, of which it is known that there is none.
  private static let noticed = CheckedCondition.some(
    CheckedCollection(kind: 2, scope: .deliverable, isEver: false, filter: .all([])))

  private func value(
    _ measure: CheckedPartAggregate.Measure, of parts: CheckedParts = deliverables,
    where filter: CheckedCondition? = nil, _ records: [SampleRecord] = []
  ) -> Evaluated? {
    EvaluationSample().adding(records).value(
      of: .parts(CheckedPartAggregate(parts: parts, filter: filter, measure: measure)))
  }

  @Test(arguments: [
    ([Int](), Interval.between(0, 2)), ([2], .between(1, 2)), ([2, 3], .exactly(2)),
  ])
  func countsWhatIsKnownAndWhatMayBe(_ passing: [Int], _ number: Interval) throws {
    let records = passing.map { SampleRecord(about: $0) }
    #expect(value(.number, where: Self.passed, records) == .quantity(number))
    let share = try number.divided(by: .exactly(2))
    #expect(value(.share(Self.passed), records) == .quantity(share))
    let sum = try number.multiplied(by: .exactly(300))
    #expect(value(.sum(.number(300)), where: Self.passed, records) == .quantity(sum))
    let loss = try number.multiplied(by: .exactly(-300))
    #expect(value(.sum(.number(-300)), where: Self.passed, records) == .quantity(loss))
  }

  @Test func countsOnlyWhatIsCertainWhereAbsenceIsKnown() {
    let records = [SampleRecord(kind: 2, about: 2)]
    #expect(value(.number, where: Self.noticed, records) == .quantity(.exactly(1)))
    #expect(value(.greatest(.number(7)), where: Self.noticed, records) == .quantity(.exactly(7)))
    #expect(value(.greatest(.number(7)), where: Self.noticed) == Evaluated.none)
    #expect(value(.least(.number(7)), where: Self.passed) == .missing)
  }

  @Test func drawsNothingFromNoParts() {
    let none = CheckedParts(.predecessors, of: .milestone)
    #expect(value(.number, of: none) == .quantity(.exactly(0)))
    #expect(value(.sum(.amount), of: none) == .quantity(.exactly(0)))
    #expect(value(.share(.holds), of: none) == Evaluated.none)
    #expect(value(.greatest(.amount), of: none) == Evaluated.none)
    #expect(value(.least(.amount), of: none) == Evaluated.none)
  }

  @Test func findsTheLinesThatBillAPart() {
    let billed = CheckedExpression.field(.amount, of: .line)
    let lines = CheckedParts(.lines, of: .milestone)
    #expect(value(.sum(billed), of: lines) == .quantity(.exactly(900)))
    let sold = CheckedParts(.lines, of: .contract)
    #expect(value(.greatest(billed), of: sold) == .quantity(.exactly(900)))
    // Of an invoice that says no more, the amount is not on file.
    let invoices = CheckedParts(.invoices, of: .contract)
    #expect(value(.sum(.field(.amount, of: .invoice)), of: invoices) == .missing)
    #expect(value(.number, of: invoices) == .quantity(.exactly(1)))
  }

  @Test(arguments: [
    (CheckedCondition.holds, Verdict.met, Verdict.failed), (.fails, .failed, .met),
    (.isOpen, .unproven, .unproven), (.errs, .errored, .errored),
  ])
  func asksForSomeAndForNone(_ filter: CheckedCondition, _ some: Verdict, _ no: Verdict) {
    let sample = EvaluationSample()
    let parts = Self.deliverables
    #expect(sample.outcome(requiring: .somePart(parts, where: filter))?.verdict == some)
    #expect(sample.outcome(requiring: .noPart(parts, where: filter))?.verdict == no)
    let before = CheckedParts(.predecessors, of: .milestone)
    #expect(sample.outcome(requiring: .somePart(before, where: filter))?.verdict == .failed)
    #expect(sample.outcome(requiring: .noPart(before, where: filter))?.verdict == .met)
    #expect(sample.outcome(requiring: .everyPart(before, have: filter))?.verdict == .met)
  }

  @Test func oneThatHoldsDecides() {
    let one = EvaluationSample().adding([SampleRecord(about: 2)])
    let some = CheckedCondition.somePart(Self.deliverables, where: Self.passed)
    #expect(one.outcome(requiring: some)?.verdict == .met)
    let no = CheckedCondition.noPart(Self.deliverables, where: Self.passed)
    #expect(one.outcome(requiring: no)?.verdict == .failed)
    #expect(EvaluationSample().outcome(requiring: no)?.verdict == .unproven)
  }
}
