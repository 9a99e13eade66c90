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

  mutating func note(_ trouble: Trouble, at row: Int) {
    self.trouble = max(self.trouble, trouble)
    troubledRows.append(row)
  }
}

/// What makes a value impossible to know, the worse the greater.
enum Trouble: Int, Comparable {
  case none
  case contested
  case errored

  static func < (left: Trouble, right: Trouble) -> Bool { left.rawValue < right.rawValue }

  /// The value that stands for it.
  var evaluated: Evaluated {
    switch self {
    case .none: .missing
    case .contested: .contested
    case .errored: .errored
    }
  }
}

extension Judged {
  /// Why it is undecided, where that is more than something missing.
  var trouble: Trouble {
    guard truth == .unknown else { return .none }
    return isErrored ? .errored : isContested ? .contested : .none
  }
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
    var found = members[slot][subject] ?? SlotMembers()
    defer { members[slot][subject] = found }
    if belongs.trouble != .none {
      found.note(belongs.trouble, at: row)
      return
    }
    if standing[collection.kind].isContested[row], !collection.isEver {
      found.note(.contested, at: row)
      return
    }
    if belongs.truth == .unknown { found.missing.formUnion(belongs.missing) }
    let passes = plan.slots[slot].use.test.map {
      judge($0, row: row, of: collection.kind, for: subject)
    }
    found.members.append(
      SlotMembers.Member(
        row: row, isCertain: belongs.truth == .yes, passes: passes ?? .yes))
  }

  /// Returns whether one record passes a test.
  private mutating func judge(
    _ test: RowTest, row: Int, of kind: Int, for subject: SubjectID
  ) -> Judged {
    switch test {
    case .all(let parts): return .all(parts.map { judge($0, row: row, of: kind, for: subject) })
    case .any(let parts): return .any(parts.map { judge($0, row: row, of: kind, for: subject) })
    case .field(let field, let type, let isNegated, let range):
      let cell = known(field, row: row, of: kind)
      return judge(cell, type, isNegated: isNegated, range, for: subject)
    case .invalid: return Judged(unknownBecauseOf: Known(.errored))
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
  ///
  /// "Every one passes" is "none fails": one record that certainly decides is enough.
  mutating func judgeSlot(_ slot: Int, for subject: SubjectID) -> Judged {
    let found = members[slot][subject] ?? SlotMembers()
    let collection = plan.slots[slot].collection
    let table = records.tables[collection.kind]
    let isEvery = plan.slots[slot].use.test != nil
    let origins = { (rows: [Int]) in Set(rows.map { table.origins[$0] }) }
    let deciding = found.certain.filter { $0.passes.truth == (isEvery ? .no : .yes) }
    if !deciding.isEmpty {
      return Judged(isEvery ? .no : .yes, records: origins(deciding.map(\.row)))
    }
    let open = found.members.filter {
      isEvery ? $0.passes.truth != .yes : !$0.isCertain
    }
    let trouble = max(found.trouble, open.map(\.passes.trouble).max() ?? .none)
    if trouble != .none {
      let rows = found.troubledRows + open.filter { $0.passes.trouble != .none }.map(\.row)
      var result = Judged(unknownBecauseOf: Known(trouble.evaluated, records: origins(rows)))
      result.missing = found.missing
      return result
    }
    let further = Known.lacking(
      MissingEvidence(kind: rules.kinds[collection.kind].name, subject: subject))
    let isAbsenceKnown = isAbsenceKnown(of: collection.kind)
    if open.isEmpty, isAbsenceKnown {
      return Judged(isEvery ? .yes : .no, records: origins(found.members.map(\.row)))
    }
    var result = Judged(unknownBecauseOf: further)
    if isAbsenceKnown { result.missing = [] }
    result.missing.formUnion(found.missing)
    for member in open { result.missing.formUnion(member.passes.missing) }
    result.records = origins(open.map(\.row))
    return result
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
