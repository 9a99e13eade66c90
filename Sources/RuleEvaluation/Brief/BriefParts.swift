import ContractModel

/// What each part of a plain contract lies in, and the parts of each kind.
struct BriefParts {
  /// The parts of each kind, in their order.
  private(set) var ofKind = [[Int32]](repeating: [], count: SubjectKind.count)
  /// The place of each part among those of its kind.
  private(set) var places: [Int32] = []
  /// For each part and kind what of that kind the part is, lies in or bills; -1 is none.
  private var ancestors: [Int32] = []
  /// The same, but for what it bills: in what a record about the part is looked for.
  private(set) var holders: [Int32] = []

  mutating func arrange(_ contract: borrowing PlainContract) {
    let (count, kinds) = (contract.count, SubjectKind.count)
    for kind in ofKind.indices { ofKind[kind].removeAll(keepingCapacity: true) }
    places.removeAll(keepingCapacity: true)
    holders.removeAll(keepingCapacity: true)
    for part in 0..<count {
      let kind = Int(contract.kinds[part])
      places.append(Int32(ofKind[kind].count))
      ofKind[kind].append(Int32(part))
      for _ in 0..<kinds { holders.append(-1) }
      var holder = Int32(part)
      while holder >= 0 {
        holders[part * kinds + Int(contract.kinds[Int(holder)])] = holder
        holder = contract.parents[Int(holder)]
      }
    }
    ancestors.removeAll(keepingCapacity: true)
    ancestors.append(contentsOf: holders)
    for line in ofKind[SubjectKind.line.place] {
      let billed = Int(contract.billed[Int(line)])
      guard billed >= 0 else { continue }
      for kind in 1..<kinds where kind != SubjectKind.line.place {
        let found = holders[billed * kinds + kind]
        if found >= 0 { ancestors[Int(line) * kinds + kind] = found }
      }
    }
  }

  /// What of a kind a part is, lies in or bills; -1 is none.
  func ancestor(of part: Int32, kind: Int) -> Int32 {
    ancestors[Int(part) * SubjectKind.count + kind]
  }

  /// What of a kind a part is or lies in; -1 is none.
  func holder(of part: Int32, kind: Int) -> Int32 {
    holders[Int(part) * SubjectKind.count + kind]
  }
}
