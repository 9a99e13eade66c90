import ContractModel

extension Contract {
  /// Returns what happened after one day and by a later one that its decision may have moved for.
  func reasons(from earlier: DayState, to later: DayState) -> [TimelineReason] {
    let since = DaysSince(after: earlier.day, through: later.day)
    return events(in: since) + invoices(from: earlier, to: later) + dues(of: later, in: since)
      + later.findings(since: earlier)
  }

  private func events(in since: DaysSince) -> [TimelineReason] {
    amendments.filter { since.contains(max($0.effective, $0.recorded)) }
      .map { .amended(name: $0.name) }
      + waivers.filter { since.contains($0.from) }.map { .waiverBegins(name: $0.name) }
      + waivers.filter { since.contains($0.through.next) }.map { .waiverEnded(name: $0.name) }
      + payments.filter { since.contains($0.made) }.map { .paid(name: $0.name) }
  }

  private func invoices(from earlier: DayState, to later: DayState) -> [TimelineReason] {
    func invoices(_ state: DayState) -> [PartName] {
      let contract = state.decision.contract
      return contract.subjects(of: .invoice).map(contract.partName)
    }
    let (before, now) = (invoices(earlier), invoices(later))
    return now.filter { !before.contains($0) }.map(TimelineReason.received)
      + before.filter { !now.contains($0) }.map(TimelineReason.replaced)
  }

  /// The milestones of whose due date the last day has passed.
  private func dues(of state: DayState, in since: DaysSince) -> [TimelineReason] {
    let contract = state.decision.contract
    return contract.subjects(of: .milestone).filter { milestone in
      guard case .quantity(let due)? = contract[milestone].fields[.due],
        let number = due.upper.flatMap({ Int32(exactly: $0.value.floor) })
      else { return false }
      return since.contains(number: number + 1)
    }.map { .due(contract.partName(of: $0)) }
  }
}

extension DayState {
  /// The rules that come to something else than on an earlier day: a new verdict, or another amount
  /// on new records. A rule that is new and holds nothing is no reason.
  fileprivate func findings(since earlier: DayState) -> [TimelineReason] {
    let before = earlier.recordsByFinding
    return decision.findingsByMeasure.compactMap { measure, finding in
      let (old, new) = (earlier.findings[measure], findings[measure])
      let records = Set(finding.records).subtracting(before[measure] ?? []).sorted()
      let isOther = old?.verdict != new?.verdict
      let isNews = old != nil || !finding.verdict.holdsNothing
      let isMoved = old?.amount != new?.amount && !records.isEmpty
      guard isOther && isNews || isMoved else { return nil }
      return .finding(
        measure.part, rule: finding.rule, old: old?.verdict, new: finding.verdict,
        records: records)
    }
  }

  private var recordsByFinding: [Measure: Set<RecordReference>] {
    Dictionary(
      uniqueKeysWithValues: decision.findingsByMeasure.map { ($0.measure, Set($0.finding.records)) }
    )
  }
}

extension ContractDecision {
  /// The findings under the measures they are compared by, in their order.
  fileprivate var findingsByMeasure: [(measure: Measure, finding: Finding)] {
    Array(zip(measures.map(\.measure).filter { !$0.isRecommendation }, findings))
  }
}

extension Verdict {
  fileprivate var holdsNothing: Bool {
    switch self {
    case .met, .excused, .waived, .notApplicable: true
    case .failed, .unproven, .contested, .notDue, .errored: false
    }
  }
}

/// The days after one and up to another.
private struct DaysSince {
  let after: CivilDate
  let through: CivilDate

  func contains(_ day: CivilDate) -> Bool { after < day && day <= through }

  func contains(number: Int32) -> Bool {
    after.dayNumber < number && number <= through.dayNumber
  }
}
