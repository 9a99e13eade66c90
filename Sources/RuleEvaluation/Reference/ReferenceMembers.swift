import ContractModel
import Records
import RuleChecking

/// The records that are in a collection, certainly or possibly.
struct Members {
  var certain: [RecordRow] = []
  var possible: [RecordRow] = []
  /// What would decide of each possible record whether it is in.
  var doubts: Set<MissingEvidence> = []
  /// `contested` or `errored` where that leaves the collection itself open.
  var trouble: Standing?
  /// The records that contradict each other.
  var troubled: [RecordRow] = []
  /// Whether no further record can exist.
  let isAbsenceKnown: Bool
  /// Names a further record.
  let further: MissingEvidence

  var all: [RecordRow] { certain + possible }

  /// What would help to know the collection better.
  var missing: Set<MissingEvidence> { isAbsenceKnown ? doubts : doubts.union([further]) }

  fileprivate mutating func note(_ standing: Standing) {
    trouble = max(trouble ?? standing, standing)
  }
}

extension Situation {
  /// Returns the members of a collection for the subject at hand.
  ///
  /// Of a kind that is `keyed`, only the current record of each point counts, unless `ever` asks for
  /// the history. A point whose candidates disagree makes the whole collection contested if one of
  /// them could be in it.
  func members(of collection: CheckedCollection) -> Members {
    let kind = world.rules.kinds[collection.kind]
    guard let root = ancestor(collection.scope) else {
      return Members(
        isAbsenceKnown: false, further: MissingEvidence(kind: kind.name, subject: subject))
    }
    var members = Members(
      isAbsenceKnown: isAbsenceKnown(of: kind),
      further: MissingEvidence(kind: kind.name, subject: root))
    let rows = visibleRows(ofKind: collection.kind, within: root)
    guard kind.isKeyed, !collection.isEver else {
      for row in rows { add(row, to: &members, if: collection.filter) }
      return members
    }
    for point in points(among: rows) {
      let candidates = currentCandidates(of: point)
      if agree(candidates) {
        if let row = representative(of: candidates) {
          add(row, to: &members, if: collection.filter)
        }
      } else {
        addContested(candidates, to: &members, if: collection.filter)
      }
    }
    return members
  }

  /// An act exists only if it is recorded; a register speaks by silence up to the day that the
  /// contract declares it complete; of evidence and claims there may always be more.
  private func isAbsenceKnown(of kind: RecordKind) -> Bool {
    switch kind.nature {
    case .act: true
    case .register: contract.completeThrough[kind.name].map { $0 >= world.asOf } ?? false
    case .evidence, .claim: false
    }
  }

  private func add(_ row: RecordRow, to members: inout Members, if filter: RowTest) {
    let judgement = judge(filter, of: row)
    switch judgement.standing {
    case .yes: members.certain.append(row)
    case .no: break
    case .unknown:
      members.possible.append(row)
      members.doubts.formUnion(judgement.missing)
    case .contested, .errored:
      members.note(judgement.standing)
      members.troubled.append(row)
    }
  }

  private func addContested(
    _ candidates: [RecordRow], to members: inout Members, if filter: RowTest
  ) {
    let standings = candidates.map { judge(filter, of: $0).standing }
    guard standings.contains(where: { $0 != .no }) else { return }
    members.note(standings.contains(.errored) ? .errored : .contested)
    members.troubled += candidates
  }

  /// Returns how a record meets a test; the ranges in it are read for the subject at hand.
  func judge(_ test: RowTest, of row: RecordRow) -> Judgement {
    switch test {
    case .all(let parts): .all(parts.map { judge($0, of: row) })
    case .any(let parts): .any(parts.map { judge($0, of: row) })
    case .field(let field, _, let isNegated, let range):
      isNegated
        ? judge(value(of: field, in: row), is: range).not
        : judge(value(of: field, in: row), is: range)
    case .invalid: .errored
    }
  }

  /// Where records stand, for them to be cited: the first ones, as nobody reads more.
  func references(_ rows: [RecordRow]) -> Set<RecordReference> {
    Set(rows.map(reference).sorted().prefix(Citing.most))
  }
}
