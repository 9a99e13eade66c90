internal import ContractModel

extension Finding {
  /// What ends the holds of this finding, each once.
  var releasedBy: [String] { effects.flatMap(\.releasedBy).withoutRepetition }

  /// The records it rests on, each once, in order.
  var sortedRecords: [RecordReference] { Set(records).sorted() }
}

extension ContractDecision {
  /// The waivers on file, each with whether a rule would have failed without it.
  var reportedWaivers: [(waiver: Waiver, isUsed: Bool)] {
    let used = Set(findings.filter { $0.verdict == .waived }.compactMap { $0.defeatedBy?.range })
    return contract.waivers.map { ($0, used.contains($0.range)) }
  }
}

extension Array where Element: Hashable {
  /// The elements in order, each only where it stands first.
  var withoutRepetition: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  /// The text of a comment, whose lines end where its writer's page did.
  var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
