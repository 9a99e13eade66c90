import ContractModel
import RuleChecking
import Records

/// The records that a slot found for one subject, in the order of the files.
struct SlotMembers {
  struct Member {
    let row: Int
    /// False where it is not certain that the record belongs to the collection.
    let isCertain: Bool
    /// Whether the record passes the slot's own test, where it has one.
    let passes: Truth
  }

  var members: [Member] = []
  /// Whether a contested point could belong to the collection.
  var isContested = false
  /// Why a record's membership is not certain.
  var doubt = Judgement(.yes)
  var contestedRows: [Int] = []

  var certain: [Member] { members.filter(\.isCertain) }
  var possible: [Member] { members.filter { !$0.isCertain } }
}

extension ClauseRun {
  /// Fills every slot: for each stratum, one pass over the records of each kind that it looks at.
  mutating func fillSlots() {
    let last = plan.slots.map(\.stratum).max() ?? -1
    guard last >= 0 else { return }
    for stratum in 0...last {
      let slots = plan.slots.indices.filter { plan.slots[$0].stratum == stratum }
      for kind in rules.kinds.indices {
        let ofKind = slots.filter { plan.slots[$0].collection.kind == kind }
        if !ofKind.isEmpty { pass(over: kind, into: ofKind) }
      }
    }
  }

  private mutating func pass(over kind: Int, into slots: [Int]) {
    let table = records.tables[kind]
    let readers = slots.map { reading(ofSlot: $0) }
    for row in 0..<table.count where standing[kind].isSeen[row] {
      let chain = contract.chain(from: table.subjects[row])
      for (slot, readers) in zip(slots, readers) {
        guard standing[kind].isCurrent[row] || plan.slots[slot].collection.isEver else { continue }
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
    let belongs = judge(collection.filter, row: row, of: collection.kind, for: subject)
    guard belongs.truth != .no else { return }
    var passes = Truth.yes
    if let test = plan.slots[slot].use.test {
      let judged = judge(test, row: row, of: collection.kind, for: subject)
      passes = judged.truth
      if passes == .unknown { note(judged, in: slot, for: subject) }
    }
    if belongs.truth == .unknown { note(belongs, in: slot, for: subject) }
    if standing[collection.kind].isContested[row], !collection.isEver {
      members[slot][subject, default: SlotMembers()].isContested = true
      members[slot][subject, default: SlotMembers()].contestedRows.append(row)
    }
    members[slot][subject, default: SlotMembers()].members.append(
      SlotMembers.Member(row: row, isCertain: belongs.truth == .yes, passes: passes))
  }

  private mutating func note(_ judged: Judgement, in slot: Int, for subject: SubjectID) {
    var found = members[slot][subject] ?? SlotMembers()
    found.doubt = found.doubt.truth == .yes ? judged : .all([found.doubt, judged])
    members[slot][subject] = found
  }

  /// Returns whether one record passes a test.
  private mutating func judge(
    _ test: RowTest, row: Int, of kind: Int, for subject: SubjectID
  ) -> Judgement {
    switch test {
    case .all(let parts): return .all(parts.map { judge($0, row: row, of: kind, for: subject) })
    case .any(let parts): return .any(parts.map { judge($0, row: row, of: kind, for: subject) })
    case .field(let field, let type, let isNegated, let range):
      let cell = known(field, row: row, of: kind)
      return judge(cell, type, isNegated: isNegated, range, for: subject)
    case .invalid: return Judgement(unknownBecauseOf: Known(.errored))
    }
  }

  /// Returns the value of a field of one record.
  func known(_ field: RowField, row: Int, of kind: Int) -> Known {
    let table = records.tables[kind]
    var known: Known
    switch field {
    case .dated: known = Known(table.dated[row].map { .quantity($0) } ?? .missing)
    case .by: known = Known(.text(records.roles[table.asserters[row]]))
    case .declared(let place):
      switch table.columns[place] {
      case .quantity(let column): known = Known(column[row].map { .quantity($0) } ?? .missing)
      case .words(let masks): known = Known(masks[row] == 0 ? .missing : .words(masks[row]))
      case .text(let places):
        known = Known(places[row] < 0 ? .missing : .text(records.texts[Int(places[row])]))
      }
      let declared = rules.kinds[kind].fields[place]
      if known.value == .missing, declared.isOptional { known.value = .none }
      if known.value == .missing {
        known.missing = [
          MissingEvidence(
            kind: rules.kinds[kind].name, field: declared.name, subject: table.subjects[row])
        ]
      }
    }
    known.records = [table.origins[row]]
    return known
  }

  /// Whether it is known that what is not on file does not exist.
  func isAbsenceKnown(of kind: Int) -> Bool {
    switch rules.kinds[kind].nature {
    case .act: true
    case .register: contract.completeThrough[rules.kinds[kind].name].map { $0 >= asOf } ?? false
    case .claim, .evidence: false
    }
  }

  /// Returns whether some record, or every one, passes: what a condition asks of a slot.
  mutating func judgeSlot(_ slot: Int, for subject: SubjectID) -> Judgement {
    let found = members[slot][subject] ?? SlotMembers()
    let collection = plan.slots[slot].collection
    let table = records.tables[collection.kind]
    let isEvery = plan.slots[slot].use.test != nil
    // "Every one passes" is "none fails": look for the record that decides.
    let decides = found.members.filter { $0.isCertain && $0.passes == (isEvery ? .no : .yes) }
    let settled = decides.filter { !found.contestedRows.contains($0.row) }
    if !settled.isEmpty {
      return Judgement(
        isEvery ? .no : .yes, records: Set(settled.map { table.origins[$0.row] }))
    }
    let open = found.members.filter {
      !$0.isCertain || $0.passes == .unknown || found.contestedRows.contains($0.row)
    }.filter { isEvery ? $0.passes != .yes : true }
    if !open.isEmpty {
      var result = found.doubt
      result.truth = .unknown
      result.isContested = open.contains { found.contestedRows.contains($0.row) }
      result.records = Set(open.map { table.origins[$0.row] })
      return result
    }
    if isAbsenceKnown(of: collection.kind) {
      return Judgement(isEvery ? .yes : .no, records: Set(found.members.map { table.origins[$0.row] }))
    }
    return Judgement(
      unknownBecauseOf: .lacking(
        MissingEvidence(kind: rules.kinds[collection.kind].name, subject: subject)))
  }
}

extension ClausePlan.Use {
  /// The test that each record of the collection is put to.
  var test: RowTest? {
    switch self {
    case .aggregate(.share(let test)), .aggregate(.longestRun(let test)),
      .aggregate(.worstDay(let test)), .every(let test):
      test
    case .aggregate, .some: nil
    }
  }
}

extension Contract {
  /// A subject and everything it lies in, from the inside out.
  fileprivate func chain(from subject: SubjectID) -> [SubjectID] {
    var chain = [subject]
    while let parent = self[chain[chain.count - 1]].parent { chain.append(parent) }
    return chain
  }
}
