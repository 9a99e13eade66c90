import ContractModel

/// The parts of every subject of a contract that rules ask about, found once: lines by what they
/// bill, too.
struct PartIndex {
  private var parts: [PartWord: [SubjectID: [SubjectID]]] = [:]

  init(_ contract: Contract, _ words: Set<PartWord>) {
    for word in words {
      var found: [SubjectID: [SubjectID]] = [:]
      if word == .predecessors {
        // A line may bill a milestone that is not on file any more; what it came after still is.
        for id in contract.subjects.indices.map(SubjectID.init) {
          found[id] = contract[id].predecessors.filter { contract[$0].isOnFile }.sorted()
        }
      } else {
        for part in contract.subjects(of: word.kind) {
          for holder in contract.holders(of: part) { found[holder, default: []].append(part) }
        }
      }
      parts[word] = found
    }
  }

  subscript(word: PartWord, id: SubjectID) -> [SubjectID] { parts[word]?[id] ?? [] }
}

extension Contract {
  /// A subject, all that it lies in, and all that what it bills lies in, each once.
  fileprivate func holders(of part: SubjectID) -> Set<SubjectID> {
    var holders: Set<SubjectID> = []
    var open = [part]
    while let id = open.popLast() {
      guard holders.insert(id).inserted else { continue }
      open += [self[id].parent, self[id].billed].compactMap { $0 }
    }
    return holders
  }
}
