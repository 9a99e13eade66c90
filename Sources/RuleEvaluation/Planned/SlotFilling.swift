import ContractModel
import Records
import RuleChecking

/// The records that a slot found for one subject, in the order of the files.
struct SlotMembers {
  struct Member {
    let row: Int
    /// False where it is not certain that the record belongs to the collection.
    let isCertain: Bool
    /// Whether the record passes the slot's own test, where it has one.
    let passes: Judged
  }

  var members: [Member] = []
  /// Why the collection itself is open: a contested point, or a test that could not be evaluated.
  var trouble = Trouble.none
  var troubledRows: [Int] = []
  /// What would decide of each possible record whether it belongs.
  var missing: Set<MissingEvidence> = []

  var certain: [Member] { members.filter(\.isCertain) }
  var possible: [Member] { members.filter { !$0.isCertain } }

  mutating func add(_ row: Int, _ belongs: Judged, passes: Judged) {
    let isCertain = belongs.truth == .yes
    members.append(Member(row: row, isCertain: isCertain, passes: passes))
    if !isCertain { missing.formUnion(belongs.missing) }
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
  /// Fills every slot: for each stratum, one pass over the records of each kind that it looks at.
  mutating func fillSlots() {
    let last = plan.slots.map(\.stratum).max() ?? -1
    guard last >= 0 else { return }
    for stratum in 0...last {
      let slots = plan.slots.indices.filter { plan.slots[$0].stratum == stratum }
      for kind in kinds.indices {
        let ofKind = slots.filter { plan.slots[$0].collection.kind == kind }
        if !ofKind.isEmpty { pass(over: kind, into: ofKind) }
      }
    }
  }

  private mutating func pass(over kind: Int, into slots: [Int]) {
    let (table, standing) = (kinds[kind].table, kinds[kind].standing)
    let readers = slots.map { reading(ofSlot: $0) }
    var chains: [SubjectID: [SubjectID]] = [:]
    for row in 0..<table.count where standing.isSeen[row] {
      let about = table.subjects[row]
      let chain = chains[about] ?? contract.chain(from: about)
      chains[about] = chain
      for (slot, readers) in zip(slots, readers) {
        guard standing.isCurrent[row] || plan.slots[slot].collection.isEver else { continue }
        for scope in chain {
          for subject in readers[scope] ?? [] { admit(row, to: slot, for: subject) }
        }
      }
    }
  }

  /// For each part that a slot looks in, the subjects that look there.
  private func reading(ofSlot slot: Int) -> [SubjectID: [SubjectID]] {
    var readers: [SubjectID: [SubjectID]] = [:]
    let scope = plan.slots[slot].collection.scope
    for subject in contract.subjects(of: plan.slots[slot].subject) {
      guard let part = contract.ancestor(of: subject, kind: scope) else { continue }
      readers[part, default: []].append(subject)
    }
    return readers
  }

  private mutating func admit(_ row: Int, to slot: Int, for subject: SubjectID) {
    let collection = plan.slots[slot].collection
    let records = kinds[collection.kind]
    let belongs = judge(collection.filter, row: row, of: records, for: subject)
    guard belongs.truth != .no else { return }
    let isContested = records.standing.isContested[row] && !collection.isEver
    let trouble = max(belongs.trouble, isContested ? .contested : .none)
    guard trouble == .none else {
      members[slot][subject, default: SlotMembers()].note(trouble, at: row)
      return
    }
    let passes = plan.slots[slot].use.test.map { judge($0, row: row, of: records, for: subject) }
    members[slot][subject, default: SlotMembers()].add(row, belongs, passes: passes ?? .yes)
  }

  /// Returns whether one record passes a test.
  private mutating func judge(
    _ test: RowTest, row: Int, of records: KindRecords, for subject: SubjectID
  ) -> Judged {
    switch test {
    case .all(let parts): return .all(parts.map { judge($0, row: row, of: records, for: subject) })
    case .any(let parts): return .any(parts.map { judge($0, row: row, of: records, for: subject) })
    case .field(let field, _, let isNegated, let range):
      let judged = judge(records.known(field, row: row), range, for: subject)
      return isNegated ? judged.negated : judged
    case .invalid: return .errored
    }
  }

  /// What there may be beyond the records that a slot found for a subject.
  func absence(_ slot: Int, for subject: SubjectID) -> Absence {
    let collection = plan.slots[slot].collection
    let records = kinds[collection.kind]
    let part = contract.ancestor(of: subject, kind: collection.scope)
    return Absence(
      isKnown: part != nil && records.isAbsenceKnown,
      further: MissingEvidence(kind: records.kind.name, subject: part ?? subject))
  }
}

extension Contract {
  /// A subject and everything it lies in, from the inside out.
  func chain(from subject: SubjectID) -> [SubjectID] {
    var chain = [subject]
    while let parent = self[chain[chain.count - 1]].parent { chain.append(parent) }
    return chain
  }
}
