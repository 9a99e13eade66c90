import ContractModel

/// What differs between the records of two versions of one contract.
struct RecordDifference {
  /// Its place among the old records; nil where it is added.
  let old: Int?
  /// Nil where it is removed.
  let new: RecordVersion?
}

extension [RecordVersion] {
  /// Returns what to do to these records so that they are others, whatever their order.
  ///
  /// A record that is not there as it was is the corrected version of one by the same party about the
  /// same thing, of the same day if there is one.
  func differences(to new: [RecordVersion]) -> [RecordDifference] {
    var free = Set(indices)
    var unmatched = [Int](new.indices)
    var changed: [RecordDifference] = []
    func match<Key: Hashable>(by key: (RecordVersion) -> Key, isChange: Bool) {
      var places = Dictionary(grouping: free.sorted(), by: { key(self[$0]) })
        .mapValues { ArraySlice($0) }
      unmatched = unmatched.filter { place in
        guard let old = places[key(new[place])]?.popFirst() else { return true }
        free.remove(old)
        if isChange { changed.append(RecordDifference(old: old, new: new[place])) }
        return false
      }
    }
    match(by: { [$0.base, $0.json] }, isChange: false)
    match(by: { [$0.base, $0.kind, $0.about] + $0.origin }, isChange: true)
    match(by: { [$0.base, $0.kind, $0.about, $0.origin[0]] }, isChange: true)
    return free.sorted().map { RecordDifference(old: $0, new: nil) } + changed
      + unmatched.map { RecordDifference(old: nil, new: new[$0]) }
  }
}
