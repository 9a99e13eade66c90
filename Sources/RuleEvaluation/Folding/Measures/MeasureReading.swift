import ContractModel
import Records

extension MeasurePlan {
  /// Returns what the rules draw from the records that an engine measured, with all that is wrong with
  /// the answer; nil where anything is.
  ///
  /// A row that is missing may be the one that holds money back, so every one must be there.
  package func evidence(
    from rows: [MeasuredRow]
  ) -> (evidence: FoldedEvidence?, mistakes: [MeasureMistake]) {
    var reading = MeasureReading(plan: self, rows: rows)
    let states = fold.kinds.enumerated().map { kind, folded in
      (folded?.slots ?? []).enumerated().map { place, slot in
        reading.state(of: slot, at: place, of: kind)
      }
    }
    guard reading.mistakes.isEmpty else { return (nil, reading.mistakes) }
    return (FoldedEvidence(fold, slots: states), [])
  }
}

private struct MeasureReading {
  private struct Key: Hashable {
    let measure: String
    let about: String
  }

  let plan: MeasurePlan
  let rows: [MeasuredRow]
  private var places: [Key: Int] = [:]
  private(set) var mistakes: [MeasureMistake] = []
  private var faultyKinds: Set<Int> = []

  init(plan: MeasurePlan, rows: [MeasuredRow]) {
    self.plan = plan
    self.rows = rows
    let asked = plan.measures.reduce(into: Set<Key>()) { asked, measure in
      for subject in measure.slot.parts {
        asked.insert(Key(measure: measure.name, about: plan.spelling(of: subject)))
      }
    }
    for (place, row) in rows.enumerated() {
      let key = Key(measure: row.measure, about: row.about)
      if !asked.contains(key) {
        mistakes.append(.unasked(row: place))
      } else if let first = places[key] {
        mistakes.append(.twice(row: place, first: first))
      } else {
        places[key] = place
      }
    }
  }

  /// What was drawn for each subject of a slot.
  mutating func state(of slot: FoldSlot, at place: Int, of kind: Int) -> SlotState {
    guard let measure = plan.measures.first(where: { $0.kind == kind && $0.place == place }) else {
      return SlotState(slot)
    }
    var found: [FoundMeasure] = []
    for subject in slot.parts {
      let key = Key(measure: measure.name, about: plan.spelling(of: subject))
      guard let place = places[key] else {
        mistakes.append(.missing(measure: key.measure, about: key.about))
        continue
      }
      let row = rows[place]
      if row.faults != 0, faultyKinds.insert(kind).inserted {
        mistakes.append(
          .faulty(row: place, plural: plan.kinds[kind].plural, count: row.faults))
      }
      let content = plan.content(of: slot.measure, of: kind, members: row.members)
      switch FoundMeasure.reading(row, of: slot.measure, content) {
      case .success(let measure): found.append(measure)
      case .failure(let failure):
        mistakes.append(.impossible(row: place, column: failure.column))
      }
    }
    return found.count == slot.parts.count ? found.state(of: slot) : SlotState(slot)
  }
}
