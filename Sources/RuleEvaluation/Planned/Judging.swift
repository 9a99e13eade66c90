import ContractModel
import RuleChecking

extension ClauseRun {
  /// Returns whether a condition holds for a subject.
  mutating func judge(_ condition: PlannedCondition, for subject: SubjectID) -> Judged {
    switch condition {
    case .all(let parts): return .all(parts.map { judge($0, for: subject) })
    case .any(let parts): return .any(parts.map { judge($0, for: subject) })
    case .slot(let slot, let isNegated):
      let judged = judgeSlot(slot, for: subject)
      return isNegated ? judged.negated : judged
    case .parts(let slot, let isNegated):
      let judged = judgeParts(slot, for: subject)
      return isNegated ? judged.negated : judged
    case .test(let expression, let isNegated, let range):
      let judged = judge(value(of: expression, for: subject), range, for: subject)
      return isNegated ? judged.negated : judged
    case .meaning(let place):
      let known = value(ofMeaning: place, for: subject)
      switch known.value {
      case .truth(let truth) where truth != .unknown: return Judged(truth, records: known.records)
      case .truth, .none, .missing, .contested, .errored: return Judged(unknownBecauseOf: known)
      case .quantity, .words, .text: return .errored
      }
    case .invalid: return .errored
    }
  }

  /// Returns whether a value lies in a range.
  mutating func judge(
    _ known: Known, _ range: CheckedRange, for subject: SubjectID
  ) -> Judged {
    if case .any = range { return .yes }
    if known.isOpen { return Judged(unknownBecauseOf: known) }
    switch range {
    case .any, .given: return Judged(Truth(known.value != .none), records: known.records)
    case .none: return Judged(Truth(known.value == .none), records: known.records)
    case .either(let parts): return .any(parts.map { judge(known, $0, for: subject) })
    case .bounds, .words, .texts, .parties:
      return known.value == .none
        ? Judged(unknownBecauseOf: known) : compare(known, range, for: subject)
    }
  }

  /// Returns whether a value that is there lies in a range of its own kind.
  private mutating func compare(
    _ known: Known, _ range: CheckedRange, for subject: SubjectID
  ) -> Judged {
    switch (range, known.value) {
    case (.bounds(let lower, let upper), .quantity(let interval)):
      return judge(interval, of: known, lower, upper, for: subject)
    case (.words(let mask), .words(let words)):
      return judgement(words & ~mask == 0 ? .yes : words & mask == 0 ? .no : .unknown, of: known)
    case (.texts(let texts), .text(let text)), (.parties(let texts), .text(let text)):
      let isAmong = texts.contains { $0.utf8.elementsEqual(text.utf8) }
      return judgement(Truth(isAmong), of: known)
    default: return .errored
    }
  }

  private func judgement(_ truth: Truth, of known: Known) -> Judged {
    var result = Judged(truth, records: known.records)
    if truth == .unknown { result.missing = known.missing }
    return result
  }

  private mutating func judge(
    _ interval: Interval, of known: Known, _ lower: CheckedBound?, _ upper: CheckedBound?,
    for subject: SubjectID
  ) -> Judged {
    let above = lower.map { lower in
      side(known, value(of: lower.value, for: subject)) { low in
        lower.isIncluded ? interval.isLess(than: low).not : low.isLess(than: interval)
      }
    }
    let below = upper.map { upper in
      side(known, value(of: upper.value, for: subject)) { high in
        upper.isIncluded ? high.isLess(than: interval).not : interval.isLess(than: high)
      }
    }
    guard let above, let below else { return above ?? below ?? .yes }
    return .all([above, below])
  }

  private func side(
    _ known: Known, _ bound: Known, _ compare: (Interval) -> Truth
  ) -> Judged {
    guard let interval = bound.interval else {
      guard bound.isOpen || bound.value == .none else { return .errored }
      var result = Judged(unknownBecauseOf: bound)
      result.missing.formUnion(known.missing)
      result.records.formUnion(known.records)
      return result
    }
    let truth = compare(interval)
    var result = Judged(truth, records: known.records.union(bound.records))
    if truth == .unknown { result.missing = known.missing.union(bound.missing) }
    return result
  }
}
