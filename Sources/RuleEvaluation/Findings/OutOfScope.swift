import ContractModel

extension FindingWriter {
  /// Returns a finding for a line that bills a part which an amendment removed, or has yet to add:
  /// it is not due, whatever any rule says.
  func outOfScope(_ line: SubjectID) -> Finding? {
    guard let billed = contract[line].billed, !contract[billed].isOnFile else { return nil }
    let part = "\(contract[billed].kind.rawValue) \(contract[billed].name)"
    return Finding(
      rule: Citation(
        clause: contract.id, rule: "not-in-force", section: nil, range: contract[line].range),
      subject: line, verdict: .notDue, code: .notDue,
      message: "\(part) is no part of the contract in force", documentation: nil, records: [],
      missing: [], values: [],
      effects: [Effect(verb: .defer, releasedBy: ["an amendment that has \(part) in force"])],
      defeatedBy: nil)
  }
}
