import ContractModel
import RuleChecking

// Parts of the contract, which are a closed list: none is missing, but what is asked of one may be.
// Each question is about the part alone, so that it is answered once for what they are parts of.
extension ClauseRun {
  /// Returns whether all of some parts, or at least one, satisfies what a slot asks.
  mutating func judgeParts(_ slot: Int, for subject: SubjectID) -> Judged {
    let asked = plan.partSlots[slot]
    guard let whole = tree.ancestor(of: subject, kind: asked.parts.scope) else {
      return Judged(unknownBecauseOf: nowhere(asked.parts, for: subject))
    }
    if let known = partJudgements[slot][whole] { return known }
    let judged = judge(asked, of: whole)
    partJudgements[slot].note(judged, for: whole)
    return judged
  }

  private mutating func judge(_ asked: ClausePlan.PartSlot, of whole: SubjectID) -> Judged {
    var judged: [Judged] = []
    for part in parts[asked.parts.word, whole] {
      judged.append(belongs(part, asked.condition))
    }
    switch asked.quantifier {
    case .some: return .any(judged)
    // Where there are no parts, nothing is shown; that nothing comes before is soon said.
    case .every where judged.isEmpty && asked.parts.word != .predecessors:
      return Judged(unknownBecauseOf: noPart(asked.parts, of: whole, .missing))
    case .every: return .all(judged)
    }
  }

  /// The parts of a subject, or of the wider part that it lies in.
  func parts(_ parts: CheckedParts, of subject: SubjectID) -> [SubjectID] {
    tree.ancestor(of: subject, kind: parts.scope).map { self.parts[parts.word, $0] } ?? []
  }

  /// Returns what an aggregate over parts comes to for a subject.
  mutating func measured(
    _ aggregate: CheckedPartAggregate, at place: Int, for subject: SubjectID
  ) -> Known {
    guard let whole = tree.ancestor(of: subject, kind: aggregate.parts.scope) else {
      return nowhere(aggregate.parts, for: subject)
    }
    if let known = partValues[place][whole] { return known }
    let known = measured(aggregate, at: place, of: whole)
    partValues[place].note(known, for: whole)
    return known
  }

  private mutating func measured(
    _ aggregate: CheckedPartAggregate, at place: Int, of whole: SubjectID
  ) -> Known {
    var found = PartMembers()
    for part in parts[aggregate.parts.word, whole] {
      found.add(part, belongs(part, plan.meaningParts[place]))
    }
    if found.trouble != .none {
      return Known(found.trouble.evaluated, missing: found.missing, records: found.records)
    }
    switch aggregate.measure {
    case .number:
      return Known(
        .quantity(Interval(fewest: found.certain.count, most: found.most)),
        missing: found.missing, records: found.records)
    case .share: return found.share ?? noPart(aggregate.parts, of: whole, .none)
    case .sum(let value): return sum(of: value, found)
    case .greatest(let value):
      return extreme(value, aggregate.parts, of: whole, found) { $0.greater(of: $1) }
    case .least(let value):
      return extreme(value, aggregate.parts, of: whole, found) { $0.lesser(of: $1) }
    }
  }

  private mutating func belongs(_ part: SubjectID, _ condition: PlannedCondition?) -> Judged {
    guard let condition else { return .yes }
    return judge(condition, for: part)
  }

  /// What may not belong adds nothing at least.
  private mutating func sum(of value: CheckedExpression, _ found: PartMembers) -> Known {
    let zero = Interval(exactly: .zero)
    return drawn(value, found) { values in
      try values.enumerated().reduce(zero) { sum, member in
        let isCertain = member.offset < found.certain.count
        return try sum.adding(isCertain ? member.element : member.element.hull(with: zero))
      }
    }
  }

  private mutating func extreme(
    _ value: CheckedExpression, _ parts: CheckedParts, of whole: SubjectID, _ found: PartMembers,
    _ pick: (Interval, Interval) -> Interval
  ) -> Known {
    guard !found.certain.isEmpty else {
      guard found.possible.isEmpty else { return Known(.missing, missing: found.missing) }
      return noPart(parts, of: whole, .none)
    }
    let count = found.certain.count
    return drawn(value, found) { values in
      Array(values[..<count]).picking(pick).hull(with: values.picking(pick))
    }
  }

  /// Computes from the values of all members, the certain ones first.
  private mutating func drawn(
    _ value: CheckedExpression, _ found: PartMembers, _ body: ([Interval]) throws -> Interval
  ) -> Known {
    var values: [Known] = []
    for part in found.certain + found.possible { values.append(self.value(of: value, for: part)) }
    var known = Known.combining(values, body)
    known.missing.formUnion(found.missing)
    known.records.formUnion(found.records)
    return known
  }

  private func nowhere(_ parts: CheckedParts, for subject: SubjectID) -> Known {
    .lacking(MissingEvidence(kind: parts.scope.rawValue, subject: subject))
  }

  private func noPart(_ parts: CheckedParts, of whole: SubjectID, _ value: Evaluated) -> Known {
    Known(value, missing: [MissingEvidence(kind: parts.word.kind.rawValue, subject: whole)])
  }
}

/// The parts for which a condition holds, or may hold.
private struct PartMembers {
  var certain: [SubjectID] = []
  var possible: [SubjectID] = []
  var others = 0
  /// Why it cannot be told at all which parts belong.
  var trouble = Trouble.none
  /// What would decide of each possible one whether it belongs.
  var missing: Gathered<MissingEvidence> = []
  var records: Gathered<RecordReference> = []

  mutating func add(_ part: SubjectID, _ belongs: Judged) {
    trouble = max(trouble, belongs.trouble)
    records.formUnion(belongs.records)
    switch belongs.truth {
    case .yes: certain.append(part)
    case .no: others += 1
    case .unknown:
      possible.append(part)
      missing.formUnion(belongs.missing)
    }
  }

  var most: Int { certain.count + possible.count }

  /// The share of all parts; nil where there are none.
  var share: Known? {
    let all = Int128(most + others)
    guard let low = try? Rational(Int128(certain.count), over: all),
      let high = try? Rational(Int128(most), over: all)
    else { return nil }
    return Known(
      .quantity(Interval(lower: .included(low), upper: .included(high))), missing: missing,
      records: records)
  }
}
