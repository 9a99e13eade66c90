import ContractModel

/// What each part of a plain contract lies in, and the parts of each kind.
struct BriefParts {
  /// For a part something of each kind, by the place of the kind; -1 is none.
  typealias Row = SIMD8<Int32>

  /// The parts of each kind, in their order, kind by kind.
  private var parts: [Int32] = []
  /// Where those of each kind begin, and where the last end.
  private var starts = Row(repeating: 0)
  /// The place of each part among those of its kind.
  private(set) var places: [Int32] = []
  /// What of each kind the part is, lies in or bills.
  private var ancestors: [Row] = []
  /// The same, but for what it bills: in what a record about the part is looked for.
  private var holders: [Row] = []
  /// The places of those among the parts of their kinds.
  private(set) var holderPlaces: [Row] = []

  mutating func arrange(_ contract: borrowing PlainContract) {
    sort(contract.kinds.span)
    let count = contract.count
    if holders.count < count {
      holders = [Row](repeating: Row(repeating: -1), count: 2 * count)
      (holderPlaces, ancestors) = (holders, holders)
    }
    find(contract.kinds.span, contract.parents.span)
    bill(contract.billed.span)
  }

  /// Finds the parts of each kind.
  private mutating func sort(_ kinds: Span<UInt8>) {
    var counts = Row(repeating: 0)
    places.removeAll(keepingCapacity: true)
    for part in kinds.indices {
      let kind = Int(kinds[part])
      places.append(counts[kind])
      counts[kind] &+= 1
    }
    var before: Int32 = 0
    for kind in 0..<SubjectKind.count {
      starts[kind] = before
      before &+= counts[kind]
    }
    starts[SubjectKind.count] = before
    if parts.count < kinds.count { parts = [Int32](repeating: 0, count: 2 * kinds.count) }
    for part in kinds.indices {
      parts[Int(starts[Int(kinds[part])] &+ places[part])] = Int32(part)
    }
  }

  /// Finds what each part is or lies in.
  private mutating func find(_ kinds: Span<UInt8>, _ parents: Span<Int32>) {
    // Taken out while they are written.
    var (holders, holderPlaces) = (holders, holderPlaces)
    self.holders = []
    self.holderPlaces = []
    var found = holders.mutableSpan
    var foundPlaces = holderPlaces.mutableSpan
    for part in kinds.indices {
      let parent = parents[part]
      var (row, rowPlaces) = (Row(repeating: -1), Row(repeating: -1))
      if parent < part {
        // Where that lies is known.
        if parent >= 0 { (row, rowPlaces) = (found[Int(parent)], foundPlaces[Int(parent)]) }
      } else {
        var holder = Int(parent)
        while holder >= 0 {
          let kind = Int(kinds[holder])
          (row[kind], rowPlaces[kind]) = (Int32(holder), places[holder])
          holder = Int(parents[holder])
        }
      }
      let kind = Int(kinds[part])
      (row[kind], rowPlaces[kind]) = (Int32(part), places[part])
      (found[part], foundPlaces[part]) = (row, rowPlaces)
    }
    self.holders = holders
    self.holderPlaces = holderPlaces
  }

  /// Finds what each part is, lies in or bills.
  private mutating func bill(_ billed: Span<Int32>) {
    for part in billed.indices { ancestors[part] = holders[part] }
    for place in 0..<count(SubjectKind.line.place) {
      let line = Int(part(place, SubjectKind.line.place))
      guard billed[line] >= 0 else { continue }
      let found = holders[Int(billed[line])]
      for kind in 1..<SubjectKind.count where kind != SubjectKind.line.place && found[kind] >= 0 {
        ancestors[line][kind] = found[kind]
      }
    }
  }

  /// How many parts of a kind there are.
  func count(_ kind: Int) -> Int { Int(starts[kind &+ 1] &- starts[kind]) }

  /// One of the parts of a kind.
  func part(_ place: Int, _ kind: Int) -> Int32 { parts[Int(starts[kind]) &+ place] }

  /// What of a kind a part is, lies in or bills; -1 is none.
  func ancestor(of part: Int32, kind: Int) -> Int32 { ancestors[Int(part)][kind] }

  /// What of a kind a part is or lies in; -1 is none.
  func holder(of part: Int32, kind: Int) -> Int32 { holders[Int(part)][kind] }
}
