package import SourceText

/// How the decision about one contract moved from day to day.
package struct Timeline: Sendable {
  package let title: String
  package let id: String
  package let supplier: String?
  /// The first day and the last day that were looked at.
  package let days: ClosedRange<CivilDate>
  /// In the order of time; the first is the first day.
  package let steps: [TimelineStep]
  /// The days between that were not looked at, because there were too many.
  package let unseen: [ClosedRange<CivilDate>]
  /// The texts that its reasons refer to.
  package let files: SourceFiles

  package init(
    id: String, title: String, supplier: String?, days: ClosedRange<CivilDate>,
    steps: [TimelineStep], unseen: [ClosedRange<CivilDate>], files: SourceFiles
  ) {
    self.files = files
    self.id = id
    self.title = title
    self.supplier = supplier
    self.days = days
    self.steps = steps
    self.unseen = unseen
  }
}

/// A day on which a decision was no longer what it had been, or a run of days on which its amounts
/// moved by the same sums every day.
package struct TimelineStep: Sendable {
  /// The first day of it.
  package let day: CivilDate
  /// The last day of a run; the day itself else.
  package let through: CivilDate
  /// What is decided of the contract on the last day.
  package let decision: Decision
  package let currency: Currency?
  /// The amounts of the contract on the last day, those that there are.
  package let amounts: [AmountKind: Amount]
  /// Those of them that rest on figures which nobody reported.
  package let illustrative: Set<AmountKind>
  /// What is decided of its milestones and then of its invoices on the last day.
  package let parts: [(part: PartName, decision: Decision)]
  /// What moved by the same sum every day of a run, in minor units; empty for a day.
  package let daily: [AmountKind: Int64]
  package let reasons: [TimelineReason]

  package init(
    day: CivilDate, through: CivilDate, of decision: ContractDecision,
    daily: [AmountKind: Int64], reasons: [TimelineReason]
  ) {
    self.day = day
    self.through = through
    let contract = decision.contract
    self.decision = decision.settled.decision
    currency = contract.currency
    amounts = Dictionary(
      uniqueKeysWithValues: AmountKind.all.compactMap { kind in
        decision.amount(kind, of: .contract).map { (kind, $0) }
      })
    let figures = IllustrativeFigures(decision)
    illustrative = Set(amounts.keys.filter { figures.contains($0, of: .contract) })
    parts = contract.reportedParts.map { part in
      (contract.partName(of: part), decision.settled.decisions[part] ?? .undecided)
    }
    self.daily = daily
    self.reasons = reasons
  }
}

/// What a step has over the one before it.
package enum TimelineReason: Hashable, Sendable {
  /// An amendment takes effect or is put on file.
  case amended(name: String)
  case waiverBegins(name: String)
  /// The day before was the last one of a waiver.
  case waiverEnded(name: String)
  case paid(name: String)
  /// An invoice that was not on file before.
  case received(PartName)
  /// An invoice that is no longer on file: a later version took its place.
  case replaced(PartName)
  /// The day before was the day that a milestone was due.
  case due(PartName)
  /// A rule that comes to another verdict, on records that it did not rest on before.
  case finding(
    PartName, rule: Citation, old: Verdict?, new: Verdict?, records: [RecordReference])
}
