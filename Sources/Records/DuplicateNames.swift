/// Finds the names that an object or a header gives twice, compared byte by byte after decoding.
///
/// One value serves many objects in turn, so that reading a small object allocates nothing.
struct DuplicateNames {
  /// Up to this many names are compared with one another; more go through a hash table.
  private static let pairwiseLimit = 16

  private struct Name {
    /// What the caller calls the name.
    let tag: Int
    /// The bytes of the name, in the text of the caller or among the decoded names.
    let range: Range<Int>
    let isDecoded: Bool
    /// The length and the outer bytes, which equal names share.
    let outline: Int
  }

  /// The names that are not in the caller's text as they are, one after the other.
  private var decodedNames: [UInt8] = []
  private var names: [Name] = []

  mutating func removeAll() {
    decodedNames.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
  }

  /// Adds a name that stands in a text as it is.
  mutating func add(tag: Int, _ range: Range<Int>, of text: [UInt8]) {
    names.append(
      Name(tag: tag, range: range, isDecoded: false, outline: Self.outline(of: text, range)))
  }

  /// Adds a name that had to be decoded.
  mutating func add(tag: Int, decoded name: [UInt8]) {
    let range = decodedNames.count..<decodedNames.count + name.count
    decodedNames += name
    names.append(
      Name(tag: tag, range: range, isDecoded: true, outline: Self.outline(of: decodedNames, range)))
  }

  /// Returns the tag of each repeated name after the tag of its first use, in the order added.
  func repetitions(in text: [UInt8]) -> [(first: Int, again: Int)] {
    names.count <= Self.pairwiseLimit ? repetitionsByPairs(text) : repetitionsByTable(text)
  }

  private func repetitionsByPairs(_ text: [UInt8]) -> [(first: Int, again: Int)] {
    var found: [(first: Int, again: Int)] = []
    for later in names.indices.dropFirst() {
      for earlier in 0..<later where areEqual(earlier, later, text) {
        found.append((names[earlier].tag, names[later].tag))
        break
      }
    }
    return found
  }

  /// Uses open addressing over the library's seeded hash, which no input can be made to defeat.
  private func repetitionsByTable(_ text: [UInt8]) -> [(first: Int, again: Int)] {
    var slotCount = 64
    while slotCount < names.count * 2 { slotCount *= 2 }
    var slots = [Int](repeating: -1, count: slotCount)
    var found: [(first: Int, again: Int)] = []
    for later in names.indices {
      var slot = hash(of: later, text) & (slotCount - 1)
      while slots[slot] >= 0, !areEqual(slots[slot], later, text) {
        slot = (slot + 1) & (slotCount - 1)
      }
      if slots[slot] >= 0 {
        found.append((names[slots[slot]].tag, names[later].tag))
      } else {
        slots[slot] = later
      }
    }
    return found
  }

  private static func outline(of text: [UInt8], _ range: Range<Int>) -> Int {
    guard !range.isEmpty else { return 0 }
    let (first, last) = (text[range.lowerBound], text[range.upperBound - 1])
    return range.count << 16 | Int(first) << 8 | Int(last)
  }

  private func areEqual(_ left: Int, _ right: Int, _ text: [UInt8]) -> Bool {
    let (left, right) = (names[left], names[right])
    guard left.outline == right.outline else { return false }
    let leftText = left.isDecoded ? decodedNames : text
    let rightText = right.isDecoded ? decodedNames : text
    return leftText[left.range] == rightText[right.range]
  }

  private func hash(of index: Int, _ text: [UInt8]) -> Int {
    let name = names[index]
    let bytes = name.isDecoded ? decodedNames : text
    var hasher = Hasher()
    var word: UInt64 = 0
    for (count, index) in name.range.enumerated() {
      word = word << 8 | UInt64(bytes[index])
      if count & 7 == 7 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(name.range.count)
    return hasher.finalize()
  }
}
