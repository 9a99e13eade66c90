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
  private var holders: [Int32] = []
  /// The places of those among the parts of their kinds.
  private(set) var holderPlaces: [Int32] = []

  mutating func arrange(_ contract: borrowing PlainContract) {
    let (count, kinds) = (contract.count, SubjectKind.count)
    for kind in ofKind.indices where !ofKind[kind].isEmpty {
      ofKind[kind].removeAll(keepingCapacity: true)
    }
    places.removeAll(keepingCapacity: true)
    for part in 0..<count {
      let kind = Int(contract.kinds[part])
      places.append(Int32(ofKind[kind].count))
      ofKind[kind].append(Int32(part))
    }
    if holders.count < count * kinds {
      holders = [Int32](repeating: -1, count: 2 * count * kinds)
      holderPlaces = holders
    }
    // Taken out while they are written.
    var (holders, holderPlaces) = (holders, holderPlaces)
    self.holders = []
    self.holderPlaces = []
    var found = holders.mutableSpan
    var foundPlaces = holderPlaces.mutableSpan
    for part in 0..<count {
      let row = part * kinds
      let parent = contract.parents[part]
      if parent < part {
        // Where that lies is known.
        for kind in 0..<kinds {
          found[row + kind] = parent < 0 ? -1 : found[Int(parent) * kinds + kind]
        }
        found[row + Int(contract.kinds[part])] = Int32(part)
      } else {
        for kind in 0..<kinds { found[row + kind] = -1 }
        var holder = Int32(part)
        while holder >= 0 {
          found[row + Int(contract.kinds[Int(holder)])] = holder
          holder = contract.parents[Int(holder)]
        }
      }
      for kind in 0..<kinds {
        let holder = found[row + kind]
        foundPlaces[row + kind] = holder < 0 ? -1 : places[Int(holder)]
      }
    }
    self.holders = holders
    self.holderPlaces = holderPlaces
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
