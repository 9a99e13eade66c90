import ContractModel
import Records
import RuleChecking

/// The records that a slot found, in the order of the files.
struct SlotMembers {
  struct Member {
    private let place: Int32
    /// False where it is not certain that the record belongs to the collection.
    let isCertain: Bool
    /// Whether the record passes the slot's own test, where it has one.
    let passes: Truth
    /// What makes it impossible to tell whether it passes.
    let trouble: Trouble

    init(_ row: Int, isCertain: Bool, _ passes: Judged) {
      place = Int32(row)
      self.isCertain = isCertain
      self.passes = passes.truth
      trouble = passes.trouble
    }

    /// A record of which all is certain.
    init(_ row: Int, passes: Bool) {
      place = Int32(row)
      isCertain = true
      self.passes = passes ? .yes : .no
      trouble = .none
    }

    var row: Int { Int(place) }
  }

  private(set) var members: [Member] = []
  private(set) var certainCount = 0
  /// Why the collection itself is open: a contested point, or a test that could not be evaluated.
  private(set) var trouble = Trouble.none
  private(set) var troubledRows: [Int] = []
  /// What would decide of each possible record whether it belongs.
  private(set) var missing: Gathered<MissingEvidence> = []
  /// What would decide of each record whether it passes.
  private(set) var missingOfTests: Gathered<MissingEvidence> = []

  var isEmpty: Bool { members.isEmpty && troubledRows.isEmpty }
  var certain: [Member] {
    certainCount == members.count ? members : members.filter(\.isCertain)
  }
  var possible: [Member] {
    certainCount == members.count ? [] : members.filter { !$0.isCertain }
  }

  mutating func reserve(_ count: Int) { members.reserveCapacity(count) }

  /// Adds a record that certainly belongs.
  mutating func add(_ row: Int, passes: Bool) {
    members.append(Member(row, passes: passes))
    certainCount += 1
  }

  mutating func add(_ row: Int, _ belongs: Judged, passes: Judged) {
    let isCertain = belongs.truth == .yes
    members.append(Member(row, isCertain: isCertain, passes))
    if isCertain { certainCount += 1 } else { missing.formUnion(belongs.missing) }
    missingOfTests.formUnion(passes.missing)
  }

  mutating func note(_ trouble: Trouble, at row: Int) {
    self.trouble = max(self.trouble, trouble)
    troubledRows.append(row)
  }
}

/// What is known of records that are not on file.
struct Absence {
  /// Whether there certainly are none; never where there is no part to look in.
  let isKnown: Bool
  /// Names one more record.
  let further: MissingEvidence
}

extension ClauseRun {
  /// Returns what a slot finds for a subject, looking into it on first use.
  mutating func found(in slot: Int, for subject: SubjectID) -> SlotMembers {
    guard tree.isOnFile(subject),
      let part = tree.ancestor(of: subject, kind: plan.slots[slot].collection.scope)
    else { return SlotMembers() }
    let place = plan.slots[slot].isOfPart ? part : subject
    if let known = members[slot][place] { return known }
    let found = look(into: slot, in: part, for: subject)
    members[slot].note(found, for: place)
    return found
  }

  private mutating func look(
    into slot: Int, in part: SubjectID, for subject: SubjectID
  ) -> SlotMembers {
    let isEver = plan.slots[slot].collection.isEver
    let records = kinds[plan.slots[slot].collection.kind]
    let rows = records.rows(within: part)
    var found = SlotMembers()
    guard !rows.isEmpty else { return found }
    let plain = slotTests[slot] ?? SlotTests(of: plan.slots[slot], among: records)
    slotTests[slot] = plain
    found.reserve(rows.count)
    for row in rows.lazy.map({ Int($0) }) where isEver || records.standing.isCurrent[row] {
      let isContested = records.standing.isContested[row] && !isEver
      if !isContested, let belongs = plain.filter?.passes(row),
        let passes = belongs ? plain.test?.passes(row) : false
      {
        if belongs { found.add(row, passes: passes) }
        continue
      }
      let belongs = judge(plan.slots[slot].collection.filter, row: row, of: records, for: subject)
      if case .no = belongs.truth { continue }
      let trouble = max(belongs.trouble, isContested ? .contested : .none)
      guard trouble == .none else {
        found.note(trouble, at: row)
        continue
      }
      let passes = plan.slots[slot].use.test.map {
        judge($0, row: row, of: records, for: subject)
      }
      found.add(row, belongs, passes: passes ?? .yes)
    }
    return found
  }

  /// Returns whether one record passes a test; the record itself is not named.
  private mutating func judge(
    _ test: RowTest, row: Int, of records: KindRecords, for subject: SubjectID
  ) -> Judged {
    switch test {
    case .all(let parts) where parts.isEmpty: return .yes
    case .all(let parts): return .all(parts.map { judge($0, row: row, of: records, for: subject) })
    case .any(let parts): return .any(parts.map { judge($0, row: row, of: records, for: subject) })
    case .field(let field, _, let isNegated, let range):
      let judged = judge(records.stated(field, row: row), range, for: subject)
      return isNegated ? judged.negated : judged
    case .invalid: return .errored
    }
  }

  /// What there may be beyond the records that a slot found for a subject.
  func absence(_ slot: Int, for subject: SubjectID) -> Absence {
    let collection = plan.slots[slot].collection
    let part = tree.ancestor(of: subject, kind: collection.scope)
    return Absence(
      isKnown: part != nil && kinds[collection.kind].isAbsenceKnown,
      further: MissingEvidence(kind: kinds[collection.kind].kind.name, subject: part ?? subject))
  }
}
