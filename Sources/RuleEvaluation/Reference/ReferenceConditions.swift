import ContractModel
import RuleChecking

// Whether something is so.
extension Situation {
  func judge(_ condition: CheckedCondition) -> Judgement {
    switch condition {
    case .all(let parts): .all(parts.map { judge($0) })
    case .any(let parts): .any(parts.map { judge($0) })
    case .some(let collection): some(collection)
    case .no(let collection): some(collection).not
    case .everyPart(let parts, let condition): everyPart(parts, have: condition)
    case .somePart(let parts, let condition): somePart(parts, where: condition)
    case .noPart(let parts, let condition): somePart(parts, where: condition).not
    case .everyRecord(let collection, let test): everyRecord(of: collection, have: test)
    case .test(let expression, _, let isNegated, let range):
      isNegated
        ? judge(value(of: expression), is: range).not : judge(value(of: expression), is: range)
    case .meaning(let place): judgement(of: meaning(place))
    case .invalid: .errored
    }
  }

  private func judgement(of reading: Reading) -> Judgement {
    let standing: Standing =
      switch reading.value {
      case .truth(let truth): Standing(truth)
      case .none, .missing: .unknown
      case .contested: .contested
      case .quantity, .words, .text, .errored: .errored
      }
    return Judgement(standing: standing, missing: reading.missing, records: reading.records)
  }

  /// One certain member is enough. Without one: contested where the collection is; unknown where a
  /// record may be a member; else no if absence is known, and unknown if not.
  private func some(_ collection: CheckedCollection) -> Judgement {
    let members = members(of: collection)
    if !members.certain.isEmpty {
      return Judgement(standing: .yes, records: references(members.certain))
    }
    if let trouble = members.trouble {
      return Judgement(
        standing: trouble, missing: members.missing, records: references(members.troubled))
    }
    let isAbsent = members.possible.isEmpty && members.isAbsenceKnown
    return Judgement(
      standing: isAbsent ? .no : .unknown, missing: members.missing,
      records: references(members.possible))
  }

  /// One certain member that certainly fails decides. All is yes where there is a certain member and
  /// every record that may be one passes; further records need not be known of.
  private func everyRecord(of collection: CheckedCollection, have test: RowTest) -> Judgement {
    let members = members(of: collection)
    let failing = members.certain.filter { judge(test, of: $0).standing == .no }
    if !failing.isEmpty { return Judgement(standing: .no, records: references(failing)) }
    var parts = members.certain.map { judge(test, of: $0) }
    for row in members.possible {
      let judgement = judge(test, of: row)
      guard judgement.standing != .yes else { continue }
      parts.append(
        Judgement(
          standing: max(judgement.standing, .unknown),
          missing: judgement.missing.union(members.doubts), records: [reference(row)]))
    }
    if let trouble = members.trouble {
      parts.append(Judgement(standing: trouble, records: references(members.troubled)))
    }
    if members.certain.isEmpty {
      parts.append(
        Judgement(standing: .unknown, missing: members.doubts.union([members.further])))
    }
    return .all(parts)
  }

  /// Returns whether a value lies in a range.
  ///
  /// Everything is `any`, what is missing too. Of what is missing it is unknown whether it is
  /// `given` or `none`. In every other range a value that is certainly not there counts as missing.
  func judge(_ reading: Reading, is range: CheckedRange) -> Judgement {
    if case .any = range { return Judgement(standing: .yes) }
    var judgement = Judgement(
      standing: .unknown, missing: reading.missing, records: reading.records)
    switch (reading.value, range) {
    case (.errored, _): judgement.standing = .errored
    case (.contested, _): judgement.standing = .contested
    case (.missing, _): judgement.standing = .unknown
    case (.none, .given): judgement.standing = .no
    case (.none, .none): judgement.standing = .yes
    case (_, .given): judgement.standing = .yes
    case (_, .either(let ranges)): return .any(ranges.map { judge(reading, is: $0) })
    case (.none, _): judgement.standing = .unknown
    case (_, .none): judgement.standing = .no
    case (.quantity(let interval), .bounds(let lower, let upper)):
      return isBetween(interval, judgement, lower, upper)
    case (.words(let mask), .words(let wanted)):
      judgement.standing =
        mask & wanted == mask ? .yes : mask & wanted == 0 ? .no : .unknown
    case (.text(let text), .texts(let wanted)), (.text(let text), .parties(let wanted)):
      let isFound = wanted.contains { $0.utf8.elementsEqual(text.utf8) }
      judgement.standing = isFound ? .yes : .no
    default: judgement.standing = .errored
    }
    return judgement
  }

  private func isBetween(
    _ interval: Interval, _ judgement: Judgement, _ lower: CheckedBound?, _ upper: CheckedBound?
  ) -> Judgement {
    var parts: [Judgement] = []
    if let lower {
      parts.append(
        compare(judgement, with: lower) { bound in
          lower.isIncluded ? interval.isLess(than: bound).not : bound.isLess(than: interval)
        })
    }
    if let upper {
      parts.append(
        compare(judgement, with: upper) { bound in
          upper.isIncluded ? bound.isLess(than: interval).not : interval.isLess(than: bound)
        })
    }
    return parts.isEmpty ? Judgement(standing: .yes, records: judgement.records) : .all(parts)
  }

  private func compare(
    _ judgement: Judgement, with bound: CheckedBound, _ comparison: (Interval) -> Truth
  ) -> Judgement {
    let end = value(of: bound.value)
    var result = judgement
    result.records.formUnion(end.records)
    result.missing.formUnion(end.missing)
    switch end.value {
    case .quantity(let interval): result.standing = Standing(comparison(interval))
    case .none, .missing: result.standing = .unknown
    case .contested: result.standing = .contested
    case .words, .text, .truth, .errored: result.standing = .errored
    }
    return result
  }
}
