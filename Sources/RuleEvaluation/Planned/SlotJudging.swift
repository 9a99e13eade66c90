import ContractModel
import RuleChecking

// What a condition asks of a slot.
extension ClauseRun {
  /// Returns whether some record is a member, or every member passes.
  mutating func judgeSlot(_ slot: Int, for subject: SubjectID) -> Judged {
    if let judged = judgeFolded(slot, for: subject) { return judged }
    let found = found(in: slot, for: subject)
    let records = kinds[plan.slots[slot].collection.kind]
    let absence = absence(slot, for: subject)
    return plan.slots[slot].use.test == nil
      ? someMember(of: found, records, absence) : everyMember(of: found, records, absence)
  }

  /// One certain member is enough; that there is none is certain only where absence is known.
  private func someMember(
    of found: SlotMembers, _ records: KindRecords, _ absence: Absence
  ) -> Judged {
    let certain = found.certain
    if !certain.isEmpty { return Judged(.yes, records: records.origins(certain)) }
    let possible = found.possible
    var missing = found.missing
    if !absence.isKnown { missing.insert(absence.further) }
    if found.trouble == .none, possible.isEmpty, absence.isKnown { return Judged(.no) }
    let origins =
      found.trouble == .none
      ? records.origins(possible) : records.origins(found.troubledRows)
    return Judged(
      unknownBecauseOf: Known(found.trouble.evaluated, missing: missing, records: origins))
  }

  /// One certain member that certainly fails decides. What every member passes is so only if there
  /// is one; what further records would say need not be known.
  private func everyMember(
    of found: SlotMembers, _ records: KindRecords, _ absence: Absence
  ) -> Judged {
    let failing = found.certain.filter { $0.passes == .no }
    if !failing.isEmpty { return Judged(.no, records: records.origins(failing)) }
    let open = found.members.filter { $0.passes != .yes }
    let isEmpty = found.certain.isEmpty
    if found.trouble == .none, open.isEmpty, !isEmpty {
      return Judged(.yes, records: records.origins(found.members))
    }
    let trouble = open.map(\.trouble).reduce(found.trouble, max)
    var missing = found.missingOfTests
    if isEmpty || open.contains(where: { !$0.isCertain }) { missing.formUnion(found.missing) }
    if isEmpty { missing.insert(absence.further) }
    return Judged(
      unknownBecauseOf: Known(
        trouble.evaluated, missing: missing,
        records: records.origins(found.troubledRows + open.map(\.row))))
  }
}
