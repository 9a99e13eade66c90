import ContractModel
import Records
import RuleChecking

// What a record has to say so that a collection admits it, or does not.
extension ClauseRun {
  /// Returns records that would belong to the collection of a slot.
  mutating func drafts(
    in slot: Int, passing test: RowTest? = nil, failing other: RowTest? = nil,
    saying wish: RecordWish = RecordWish(), for subject: SubjectID
  ) -> [RecordDraft] {
    let collection = plan.slots[slot].collection
    guard let about = place(ofRecordsIn: collection, for: subject) else { return [] }
    var tests = [(collection.filter, true)]
    if let test { tests.append((test, true)) }
    if let other { tests.append((other, false)) }
    return wishes(tests, from: wish, for: subject).compactMap { wish in
      draft(wish, of: collection.kind, about: about)
    }
  }

  /// Returns records that would stand in the place of another one and be judged as wanted.
  mutating func replacements(
    of member: SlotMembers.Member, in slot: Int, for subject: SubjectID,
    _ tests: (_ filter: RowTest) -> [(RowTest, Bool)]
  ) -> [RecordDraft] {
    let collection = plan.slots[slot].collection
    let records = kinds[collection.kind]
    guard records.kind.isKeyed, !collection.isEver else { return [] }
    let key = records.kind.keyFields
    return wishes(tests(collection.filter), from: RecordWish(), for: subject).compactMap { wish in
      guard !wish.fields.contains(where: { key.contains($0) }),
        var cells = wish.cells(of: records.kind, asOf: asOf)
      else { return nil }
      for place in records.kind.fields.indices where cells[place] == nil {
        cells[place] = records.draftCell(place, row: member.row)
      }
      return RecordDraft(
        kind: collection.kind, about: records.table.subjects[member.row], cells: cells,
        asserter: records.asserter(row: member.row),
        replaces: records.table.origins[member.row])
    }
  }

  private func draft(_ wish: RecordWish, of kind: Int, about: SubjectID) -> RecordDraft? {
    guard let cells = wish.cells(of: kinds[kind].kind, asOf: asOf) else { return nil }
    guard let days = wish.quantities[.dated] else {
      return RecordDraft(
        kind: kind, about: about, cells: cells, asserter: wish.texts[.by]?.first)
    }
    guard let day = days.day(nearest: asOf) else { return nil }
    return RecordDraft(
      kind: kind, about: about, cells: cells, dated: day == asOf ? nil : day,
      asserter: wish.texts[.by]?.first)
  }

  /// The part that records of a collection may be about, the widest first.
  private func place(
    ofRecordsIn collection: CheckedCollection, for subject: SubjectID
  ) -> SubjectID? {
    guard let part = contract.ancestor(of: subject, kind: collection.scope) else { return nil }
    let about = kinds[collection.kind].kind.about
    if about.contains(contract[part].kind) { return part }
    return contract.subjects.indices.map(SubjectID.init).first {
      about.contains(contract[$0].kind) && contract[$0].isOnFile && contract.isWithin($0, part)
    }
  }

  /// Returns what fields have to be so that every test comes out as wanted.
  private mutating func wishes(
    _ tests: [(test: RowTest, wanted: Bool)], from wish: RecordWish, for subject: SubjectID
  ) -> [RecordWish] {
    var wishes = [wish]
    for (test, wanted) in tests {
      var next: [RecordWish] = []
      for wish in wishes { next += extending(wish, by: test, wanted, for: subject) }
      wishes = Array(next.prefix(ProposalLimits.ways))
    }
    return wishes
  }

  private mutating func extending(
    _ wish: RecordWish, by test: RowTest, _ wanted: Bool, for subject: SubjectID
  ) -> [RecordWish] {
    switch test {
    case .all(let parts), .any(let parts):
      var isAll = false
      if case .all = test { isAll = true }
      if isAll == wanted {
        return wishes(parts.map { ($0, wanted) }, from: wish, for: subject)
      }
      // The condition written last says most often how things stand, not what they are.
      return parts.reversed().flatMap { extending(wish, by: $0, wanted, for: subject) }
    case .field(let field, let type, let isNegated, let range):
      guard
        let value = self.wanted(range, isNegated: isNegated == wanted, of: type, for: subject)
      else { return [] }
      return value.alternatives.compactMap { wish.adding($0, to: field) }
    case .invalid: return []
    }
  }
}

/// What the fields of a record have to be.
struct RecordWish {
  private(set) var quantities: [RowField: Interval] = [:]
  private(set) var words: [RowField: UInt64] = [:]
  private(set) var texts: [RowField: [String]] = [:]
  private var isGiven: Set<RowField> = []
  private var isLeftOut: Set<RowField> = []

  /// The declared fields that anything is wanted of.
  var fields: [Int] {
    let wanted = Array(quantities.keys) + Array(words.keys) + Array(texts.keys) + Array(isLeftOut)
    return wanted.compactMap { field in
      if case .declared(let place) = field { return place }
      return nil
    }
  }

  /// Returns the wish with more wanted of a field; nil where that cannot be had with the rest.
  func adding(_ wanted: Wanted, to field: RowField) -> RecordWish? {
    var result = self
    switch wanted {
    case .quantities(let intervals):
      guard let interval = intervals.first,
        let common = (quantities[field] ?? .unbounded).intersection(with: interval)
      else { return nil }
      result.quantities[field] = common
    case .words(let mask):
      let common = (words[field] ?? .max) & mask
      guard common != 0 else { return nil }
      result.words[field] = common
    case .texts(let wanted):
      let common = texts[field].map { known in wanted.filter { known.contains($0) } } ?? wanted
      guard !common.isEmpty else { return nil }
      result.texts[field] = common
    case .given: result.isGiven.insert(field)
    case .none: result.isLeftOut.insert(field)
    case .either(let parts): return parts.lazy.compactMap { adding($0, to: field) }.first
    }
    return result.isGiven.isDisjoint(with: result.isLeftOut) ? result : nil
  }

  /// Returns a value for each declared field that one is wanted of; nil where there is none.
  func cells(of kind: RecordKind, asOf: CivilDate) -> [Int: RecordDraft.Cell]? {
    var cells: [Int: RecordDraft.Cell] = [:]
    for (place, declared) in kind.fields.enumerated() {
      let field = RowField.declared(place)
      if let interval = quantities[field] {
        guard let allowed = interval.intersection(with: declared.domain ?? .unbounded),
          let value = allowed.value(of: declared.type, nearest: asOf)
        else { return nil }
        cells[place] = .quantity(value)
      } else if let mask = words[field] {
        cells[place] = .word(mask.trailingZeroBitCount)
      } else if let text = texts[field]?.first {
        cells[place] = .text(text)
      }
    }
    return cells
  }
}

extension Interval {
  /// Returns a value of a type that lies within: the day nearest to one, else what a bound names.
  func value(of type: ValueType, nearest asOf: CivilDate) -> Rational? {
    if type == .date { return day(nearest: asOf).map { Rational(Int($0.dayNumber)) } }
    guard let end = lower ?? upper else { return .zero }
    if end.isIncluded { return end.value }
    let step = type == .percent ? try? Rational(1, over: 10_000) : .one
    guard let step, let next = try? end.value.adding(lower == nil ? step.negated : step),
      contains(next)
    else { return exactMiddle }
    return next
  }

  /// Returns the day within that is nearest to another.
  func day(nearest asOf: CivilDate) -> CivilDate? {
    let wanted = Rational(Int(asOf.dayNumber))
    if contains(wanted) { return asOf }
    guard let end = upper.map({ $0.value < wanted ? $0 : lower }) ?? lower else { return nil }
    let isBelow = end.value < wanted
    var day = end.value.floor
    if !isBelow, !end.value.isInteger { day += 1 }
    if end.value.isInteger, !end.isIncluded { day += isBelow ? -1 : 1 }
    guard let number = Int32(exactly: day), contains(Rational(Int(number))),
      (CivilDate.first.dayNumber...CivilDate.last.dayNumber).contains(number)
    else { return nil }
    return CivilDate(dayNumber: number)
  }

  private var exactMiddle: Rational? {
    guard let lower, let upper, let sum = try? lower.value.adding(upper.value) else { return nil }
    return try? sum.divided(by: Rational(2))
  }
}

extension KindRecords {
  /// The role that asserted a record.
  func asserter(row: Int) -> String? {
    guard case .text(let role) = known(.by, row: row).value, !role.isEmpty else { return nil }
    return role
  }

  /// What a record says in a field; nil where it says nothing exact.
  func draftCell(_ place: Int, row: Int) -> RecordDraft.Cell? {
    switch known(.declared(place), row: row).value {
    case .quantity(let interval): interval.exact.map { .quantity($0) }
    case .words(let mask): mask.nonzeroBitCount == 1 ? .word(mask.trailingZeroBitCount) : nil
    case .text(let text): .text(text)
    case .truth, .none, .missing, .contested, .errored: nil
    }
  }
}
