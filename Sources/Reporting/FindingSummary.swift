internal import ContractModel

extension Finding {
  /// What ends the holds of this finding, each once.
  var releasedBy: [String] { effects.flatMap(\.releasedBy).withoutRepetition }

  /// The records it rests on, each once, in order.
  var sortedRecords: [RecordReference] { Set(records).sorted() }
}

extension Array where Element: Hashable {
  /// The elements in order, each only where it stands first.
  var withoutRepetition: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
