/// Finds the names that an object or a header gives twice, compared byte by byte after decoding.
///
/// One value serves many objects in turn, so that reading a small object allocates nothing.
struct DuplicateNames {
  /// Up to this many names are compared with one another; more go through a hash table.
  private static let pairwiseLimit = 16

  /// All names one after the other.
  private var text: [UInt8] = []
  /// Where each name begins, what the caller calls it, and a sum that equal names share.
  private var names: [(start: Int, tag: Int, checksum: UInt64)] = []

  mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
  }

  /// Adds a name whose bytes `write` appends, under a tag of the caller's choice.
  mutating func add(tag: Int, writing write: (inout [UInt8]) -> Void) {
    let start = text.count
    write(&text)
    var checksum: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<text.count {
      checksum = (checksum ^ UInt64(text[index])) &* 0x100_0000_01B3
    }
    names.append((start, tag, checksum))
  }

  /// Returns the tag of each repeated name after the tag of its first use, in the order added.
  func repetitions() -> [(first: Int, again: Int)] {
    names.count <= Self.pairwiseLimit ? repetitionsByPairs() : repetitionsByTable()
  }

  private func repetitionsByPairs() -> [(first: Int, again: Int)] {
    var found: [(first: Int, again: Int)] = []
    for later in names.indices.dropFirst() {
      for earlier in 0..<later where areEqual(earlier, later) {
        found.append((names[earlier].tag, names[later].tag))
        break
      }
    }
    return found
  }

  /// Uses open addressing over the library's seeded hash, which no input can be made to defeat.
  private func repetitionsByTable() -> [(first: Int, again: Int)] {
    var slotCount = 64
    while slotCount < names.count * 2 { slotCount *= 2 }
    var slots = [Int](repeating: -1, count: slotCount)
    var found: [(first: Int, again: Int)] = []
    for later in names.indices {
      var slot = hash(of: later) & (slotCount - 1)
      while slots[slot] >= 0, !areEqual(slots[slot], later) { slot = (slot + 1) & (slotCount - 1) }
      if slots[slot] >= 0 {
        found.append((names[slots[slot]].tag, names[later].tag))
      } else {
        slots[slot] = later
      }
    }
    return found
  }

  private func range(of name: Int) -> Range<Int> {
    names[name].start..<(name + 1 < names.count ? names[name + 1].start : text.count)
  }

  private func areEqual(_ left: Int, _ right: Int) -> Bool {
    guard names[left].checksum == names[right].checksum else { return false }
    return text[range(of: left)] == text[range(of: right)]
  }

  private func hash(of name: Int) -> Int {
    var hasher = Hasher()
    var word: UInt64 = 0
    let range = range(of: name)
    for (count, index) in range.enumerated() {
      word = word << 8 | UInt64(text[index])
      if count & 7 == 7 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(range.count)
    return hasher.finalize()
  }
}
