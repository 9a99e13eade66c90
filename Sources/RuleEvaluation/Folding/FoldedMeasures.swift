import ContractModel
import Records
import RuleChecking

/// What a contract's rules drew from records that were not kept.
package struct FoldedEvidence: Sendable {
  private let fold: EvidenceFold
  /// By kind and slot.
  private let slots: [[SlotState]]

  package init(_ state: FoldState) { self.init(state.fold, slots: state.slots) }

  /// What somebody else drew.
  init(_ fold: EvidenceFold, slots: [[SlotState]]) {
    self.fold = fold
    self.slots = slots
  }

  /// The roles that the places of asserters stand for.
  var roles: [String] { fold.roles }

  /// What was drawn for one slot of one incorporation; nil where its records are kept.
  subscript(place: Int, slot: Int, kind: Int) -> (slot: FoldSlot, state: SlotState)? {
    guard let folded = fold.kinds[kind],
      let found = folded.slots.firstIndex(where: { $0.place == place && $0.slot == slot })
    else { return nil }
    return (folded.slots[found], slots[kind][found])
  }
}

extension ClauseRun {
  /// Returns what an aggregate comes to for a subject, if its records were not kept.
  func folded(_ aggregate: CheckedAggregate, slot: Int, for subject: SubjectID) -> Known? {
    guard let evidence, let members = members(of: evidence, slot, for: subject) else { return nil }
    return members.measured(
      aggregate.measure, of: kinds[aggregate.collection.kind].kind, roles: evidence.roles)
  }

  /// Returns whether some record is a member, or every member passes, if the records were not kept.
  func judgeFolded(_ slot: Int, for subject: SubjectID) -> Judged? {
    guard let evidence, let members = members(of: evidence, slot, for: subject) else { return nil }
    return plan.slots[slot].use.test == nil ? members.some : members.every
  }

  private func members(
    of evidence: FoldedEvidence, _ slot: Int, for subject: SubjectID
  ) -> FoldedMembers? {
    let collection = plan.slots[slot].collection
    guard let found = evidence[place, slot, collection.kind] else { return nil }
    return FoldedMembers(
      found.state, of: found.slot, in: tree.ancestor(of: subject, kind: collection.scope),
      absence: absence(slot, for: subject))
  }
}

/// The records that were drawn from for one collection and one subject.
private struct FoldedMembers {
  let count: Int
  let cited: Gathered<RecordReference>
  let state: SlotState
  /// The part among those of the slot; nil where there is none to look into.
  let place: Int?
  let absence: Absence

  init(_ state: SlotState, of slot: FoldSlot, in part: SubjectID?, absence: Absence) {
    self.state = state
    self.absence = absence
    place = part.flatMap { slot.place(of: $0) }
    count = place.map { state.counts[$0] } ?? 0
    cited = place.map { Gathered(state.cited[$0]) } ?? []
  }

  private var open: Gathered<MissingEvidence> { absence.isKnown ? [] : [absence.further] }
  private var lacking: Known { Known(.missing, missing: [absence.further]) }

  private var nothing: Known {
    var known = lacking
    if absence.isKnown { known.value = .none }
    return known
  }

  // MARK: Conditions

  var some: Judged {
    if count > 0 { return Judged(.yes, records: cited) }
    return absence.isKnown ? Judged(.no) : Judged(unknownBecauseOf: lacking)
  }

  var every: Judged {
    guard count > 0, let place, case .passes(let passes) = state.drawn else {
      return Judged(unknownBecauseOf: lacking)
    }
    let found = passes[place]
    return found.failed > 0
      ? Judged(.no, records: Gathered(found.failing)) : Judged(.yes, records: cited)
  }

  // MARK: Aggregates

  func measured(
    _ measure: CheckedAggregate.Measure, of kind: RecordKind, roles: [String]
  ) -> Known {
    func value(_ number: Int64, _ field: RowField) -> Evaluated {
      kind.value(number, of: field, roles: roles)
    }
    guard let place, count > 0 else { return ofNone(measure) }
    switch (measure, state.drawn) {
    case (.number, _):
      return Known(
        .quantity(Interval(fewest: count, most: absence.isKnown ? count : nil)), missing: open,
        records: cited)
    case (.share, .passes(let states)):
      return exact(try? Rational(Int128(states[place].passed), over: Int128(count)))
    case (.sum(let field), .sum(let states)):
      return sum(states[place], scale: kind.scale(of: field))
    case (.earliest(let field), .first(let states, _)), (.latest(let field), .first(let states, _)):
      let found = states[place]
      guard let number = found.value else { return nothing }
      return Known(
        found.agrees ? value(number, field) : .contested, records: Gathered(found.cited))
    case (.largest(let field), .magnitude(let states, _)),
      (.smallest(let field), .magnitude(let states, _)):
      return Known(value(states[place], field), records: cited)
    case (.percentile(let share, let field), .percentile(let states)):
      let rank = try? share.multiplied(by: Rational(count)).rounded(.up, toMultipleOf: .one).floor
      let number = rank.flatMap { Int(exactly: $0) }
        .flatMap { states.value(of: place, atRank: max($0, 1)) }
      return Known(number.map { value($0, field) } ?? .errored, records: cited)
    case (.longestRun, .run(let states)):
      let longest = states[place].longest
      return Known(.quantity(Interval(fewest: longest, most: longest)), records: cited)
    case (.worstDay, .days(let states)): return exact(states[place].worst)
    case (.share, _), (.sum, _), (.earliest, _), (.latest, _), (.largest, _), (.smallest, _),
      (.percentile, _), (.longestRun, _), (.worstDay, _), (.daysCovered, _):
      preconditionFailure("a slot keeps what its measure draws")
    }
  }

  private func ofNone(_ measure: CheckedAggregate.Measure) -> Known {
    switch measure {
    case .number:
      Known(.quantity(Interval(fewest: 0, most: absence.isKnown ? 0 : nil)), missing: open)
    case .share, .worstDay: lacking
    case .sum: absence.isKnown ? Known(.quantity(Interval(exactly: .zero))) : lacking
    case .longestRun:
      absence.isKnown
        ? Known(.quantity(Interval(fewest: 0, most: 0)), missing: [absence.further]) : lacking
    case .earliest, .latest, .largest, .smallest, .percentile, .daysCovered: nothing
    }
  }

  private func exact(_ value: Rational?) -> Known {
    Known(value.map { .quantity(Interval(exactly: $0)) } ?? .errored, records: cited)
  }

  private func sum(_ sum: Sum, scale: Int64) -> Known {
    var known = Known(.missing, missing: open, records: cited)
    guard let total = try? Rational(sum.total, over: Int128(scale)) else {
      known.value = .errored
      return known
    }
    if absence.isKnown {
      known.value = .quantity(Interval(exactly: total))
    } else if sum.isNeverNegative {
      known.value = .quantity(Interval(lower: .included(total), upper: nil))
    }
    return known
  }
}

extension RecordKind {
  /// How many parts of one a whole number of a column counts.
  func scale(of field: RowField) -> Int64 {
    switch field {
    case .declared(let place): RecordBatch.scale(of: fields[place].type)
    case .dated, .by: 1
    }
  }

  fileprivate func value(
    _ number: Int64, of field: RowField, roles: [String]
  ) -> Evaluated {
    switch field {
    case .by: .text(roles[Int(number)])
    case .dated: .quantity(Interval(exactly: Rational(Int(number))))
    case .declared(let place):
      switch fields[place].type {
      case .words: .words(UInt64(bitPattern: number))
      case .text, .party: preconditionFailure("no text is drawn from records that are not kept")
      case .money, .moneyPer, .percent, .number, .count, .days, .weeks, .months, .date,
        .condition:
        (try? Rational(Int128(number), over: Int128(scale(of: field))))
          .map { .quantity(Interval(exactly: $0)) } ?? .errored
      }
    }
  }
}
