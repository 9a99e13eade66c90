import ContractModel
import RuleChecking
import RuleEvaluation
import Testing

/// Which records are in a collection, and what their absence means.
@Suite struct ReferenceCollectionTests {
  @Test(arguments: [
    (EvaluationSample.evidence, Verdict.unproven), (EvaluationSample.claim, .unproven),
    (EvaluationSample.register, .unproven), (EvaluationSample.act, .failed),
  ])
  func takesAbsenceForWhatTheKindSays(_ kind: Int, _ verdict: Verdict) {
    let outcome = EvaluationSample().outcome(requiring: .some(all(kind)))
    #expect(outcome?.verdict == verdict)
    let missing = verdict == .unproven ? [EvaluationSample.kinds[kind].name] : []
    #expect(outcome?.missing.map(\.kind) == missing)
  }

  @Test(arguments: [(Int32(99), Verdict.unproven), (100, .met)])
  func letsARegisterSpeakBySilenceUpToItsDay(_ day: Int32, _ verdict: Verdict) {
    var sample = EvaluationSample()
    sample.completeThrough["defect"] = CivilDate(dayNumber: day)
    #expect(sample.outcome(requiring: .no(all(EvaluationSample.register)))?.verdict == verdict)
  }

  @Test(arguments: [
    (SampleRecord(), Verdict.met), (SampleRecord(result: 2), .unproven),
    (SampleRecord(result: 0), .unproven), (SampleRecord(result: 3), .unproven),
    (SampleRecord(by: "supplier"), .unproven), (SampleRecord(recorded: 101), .unproven),
    (SampleRecord(recorded: 100), .met), (SampleRecord(about: 0), .unproven),
    (SampleRecord(about: 3), .met), (SampleRecord(about: 5), .unproven),
  ])
  func seesTheRecordsThatCount(_ record: SampleRecord, _ verdict: Verdict) {
    let sample = EvaluationSample().adding([record])
    let outcome = sample.outcome(requiring: .some(all(0, where: .passes)))
    #expect(outcome?.verdict == verdict)
    #expect(outcome?.records.count == (verdict == .met || [0, 3].contains(record.result) ? 1 : 0))
  }

  @Test(arguments: [
    // A later record ends an earlier one, and with `ever` does not.
    (
      [SampleRecord(kind: 1), SampleRecord(kind: 1, dated: .exactly(11), result: 2)], Verdict.failed
    ),
    ([SampleRecord(kind: 1, dated: .exactly(11)), SampleRecord(kind: 1, result: 2)], .met),
    // Equal days that disagree, and agree.
    ([SampleRecord(kind: 1), SampleRecord(kind: 1, result: 2)], .contested),
    ([SampleRecord(kind: 1), SampleRecord(kind: 1)], .met),
    // Overlapping bounds that disagree.
    (
      [
        SampleRecord(kind: 1, dated: .between(5, 12)),
        SampleRecord(kind: 1, dated: .exactly(11), result: 2),
      ], .contested
    ),
    // Two points do not disturb one another.
    ([SampleRecord(kind: 1), SampleRecord(kind: 1, result: 2, key: "b")], .met),
    // The higher rank counts, however early.
    (
      [
        SampleRecord(kind: 1, by: "verifier", dated: .exactly(1)),
        SampleRecord(kind: 1, result: 2),
      ], .met
    ),
  ])
  func findsTheCurrentRecordOfAPoint(_ records: [SampleRecord], _ verdict: Verdict) {
    var sample = EvaluationSample().adding(records)
    sample.completeThrough["defect"] = CivilDate(dayNumber: 100)
    sample.ranks = [Rank(higher: "verifier", lower: "buyer", kinds: ["defect"])]
    #expect(sample.outcome(requiring: .some(all(1, where: .passes)))?.verdict == verdict)
    let ever = CheckedCollection(kind: 1, scope: .milestone, isEver: true, filter: .passes)
    #expect(sample.outcome(requiring: .some(ever))?.verdict == .met)
  }

  @Test(arguments: [
    ([], Verdict.unproven), ([SampleRecord()], .met), ([SampleRecord(result: 2)], .failed),
    ([SampleRecord(), SampleRecord(result: 0)], .unproven),
    ([SampleRecord(result: 0), SampleRecord(result: 2)], .failed),
  ])
  func asksAllRecords(_ records: [SampleRecord], _ verdict: Verdict) {
    let sample = EvaluationSample().adding(records)
    #expect(
      sample.outcome(requiring: .everyRecord(all(0), have: .passes))?.verdict == verdict)
  }

  @Test func asksAllPartsOfTheSubject() {
    let condition = CheckedCondition.everyPart(
      CheckedParts(.deliverables, of: .milestone),
      have: .some(CheckedCollection(kind: 2, scope: .deliverable, isEver: false, filter: .passes)))
    let first = SampleRecord(kind: 2, about: 2)
    let second = SampleRecord(kind: 2, about: 3)
    #expect(EvaluationSample().adding([first]).outcome(requiring: condition)?.verdict == .failed)
    let both = EvaluationSample().adding([first, second])
    #expect(both.outcome(requiring: condition)?.verdict == .met)
    let none = CheckedCondition.everyPart(
      CheckedParts(.invoices, of: .milestone), have: .holds)
    #expect(both.outcome(requiring: none)?.verdict == .unproven)
  }

  private func all(_ kind: Int, where filter: RowTest = .all([])) -> CheckedCollection {
    CheckedCollection(kind: kind, scope: .milestone, isEver: false, filter: filter)
  }
}
