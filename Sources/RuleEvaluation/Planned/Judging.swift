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
    case .everyPart(let kind, let inner):
      return judgeParts(kind, inner, of: subject)
    case .test(let expression, let type, let isNegated, let range):
      return judge(value(of: expression, for: subject), type, isNegated: isNegated, range, for: subject)
    case .meaning(let place):
      let known = value(ofMeaning: place, for: subject)
      guard case .truth(let truth) = known.value, truth != .unknown else {
        return Judged(unknownBecauseOf: known)
      }
      return Judged(truth, records: known.records)
    case .invalid:
      return Judged(unknownBecauseOf: Known(.errored))
    }
  }

  /// The parts of a contract are a closed list; where there is none, nothing is shown.
  private mutating func judgeParts(
    _ kind: SubjectKind, _ inner: PlannedCondition, of subject: SubjectID
  ) -> Judged {
    let parts = contract.subjects(of: kind).filter {
      contract.ancestor(of: $0, kind: contract[subject].kind) == subject
    }
    guard !parts.isEmpty else {
      return Judged(
        unknownBecauseOf: .lacking(MissingEvidence(kind: kind.rawValue, subject: subject)))
    }
    return .all(parts.map { judge(inner, for: $0) })
  }

  /// Returns whether a value lies in a range.
  mutating func judge(
    _ known: Known, _ type: ValueType, isNegated: Bool, _ range: CheckedRange,
    for subject: SubjectID
  ) -> Judged {
    let judged = judge(known, range, for: subject)
    return isNegated ? judged.negated : judged
  }

  private mutating func judge(
    _ known: Known, _ range: CheckedRange, for subject: SubjectID
  ) -> Judged {
    switch range {
    case .any: return .yes
    case .given: return presence(of: known)
    case .none: return presence(of: known).negated
    case .either(let parts): return .any(parts.map { judge(known, $0, for: subject) })
    case .bounds(let lower, let upper):
      guard let interval = known.interval else { return Judged(unknownBecauseOf: known) }
      return judge(interval, of: known, lower, upper, for: subject)
    case .words(let mask):
      guard case .words(let words) = known.value, words != 0 else {
        return Judged(unknownBecauseOf: known)
      }
      return judgement(words & ~mask == 0 ? .yes : words & mask == 0 ? .no : .unknown, of: known)
    case .texts(let texts), .parties(let texts):
      guard case .text(let text) = known.value else { return Judged(unknownBecauseOf: known) }
      let isAmong = texts.contains { $0.utf8.elementsEqual(text.utf8) }
      return judgement(Truth(isAmong), of: known)
    }
  }

  private func judgement(_ truth: Truth, of known: Known) -> Judged {
    var result = Judged(truth, records: known.records)
    if truth == .unknown { result.missing = known.missing }
    return result
  }

  private func presence(of known: Known) -> Judged {
    switch known.value {
    case .none: Judged(.no, records: known.records)
    case .missing, .contested, .errored: Judged(unknownBecauseOf: known)
    case .quantity, .words, .text, .truth: Judged(.yes, records: known.records)
    }
  }

  private mutating func judge(
    _ interval: Interval, of known: Known, _ lower: CheckedBound?, _ upper: CheckedBound?,
    for subject: SubjectID
  ) -> Judged {
    var sides: [Judged] = []
    if let lower {
      let bound = value(of: lower.value, for: subject)
      sides.append(
        side(known, bound) { low in
          lower.isIncluded ? interval.isLess(than: low).not : low.isLess(than: interval)
        })
    }
    if let upper {
      let bound = value(of: upper.value, for: subject)
      sides.append(
        side(known, bound) { high in
          upper.isIncluded ? high.isLess(than: interval).not : interval.isLess(than: high)
        })
    }
    return .all(sides)
  }

  private func side(
    _ known: Known, _ bound: Known, _ compare: (Interval) -> Truth
  ) -> Judged {
    guard let interval = bound.interval else {
      var result = Judged(unknownBecauseOf: bound)
      result.records.formUnion(known.records)
      return result
    }
    let truth = compare(interval)
    var result = Judged(truth, records: known.records.union(bound.records))
    if truth == .unknown { result.missing = known.missing.union(bound.missing) }
    return result
  }
}
