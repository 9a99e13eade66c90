/// Names by their places in a list, found by the bytes of a file without making texts of them.
struct PlainNames: Sendable {
  /// The names one after the other.
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Places in `entries` by hash; -1 is free.
  private var table: [Int32] = []

  private struct Entry {
    let start: Int
    let count: Int
    let place: Int
    var isRepeated = false
  }

  init(_ names: [String]) {
    // At least twice as many places as names: a search soon comes upon a free one.
    var size = 16
    while size < 2 * names.count { size *= 2 }
    table = [Int32](repeating: -1, count: size)
    for (place, name) in names.enumerated() { add(Array(name.utf8), place) }
  }

  private mutating func add(_ name: [UInt8], _ place: Int) {
    let slot = slot(name.indices, in: name)
    guard table[slot] < 0 else {
      entries[Int(table[slot])].isRepeated = true
      return
    }
    table[slot] = Int32(entries.count)
    entries.append(Entry(start: bytes.count, count: name.count, place: place))
    bytes += name
  }

  /// Returns the place of the name in a range of a file; of two of one name, that of the first.
  subscript(range: Range<Int>, in file: [UInt8]) -> Int? {
    let entry = table[slot(range, in: file)]
    return entry < 0 ? nil : entries[Int(entry)].place
  }

  /// Returns the place of the name in a range of a file, if there is one place only.
  func onlyPlace(of range: Range<Int>, in file: [UInt8]) -> Int? {
    let entry = table[slot(range, in: file)]
    return entry < 0 || entries[Int(entry)].isRepeated ? nil : entries[Int(entry)].place
  }

  /// Returns where in the table a name is, or would be.
  private func slot(_ range: Range<Int>, in file: [UInt8]) -> Int {
    var slot = Self.hash(file, range) & (table.count - 1)
    while table[slot] >= 0, !isSame(entries[Int(table[slot])], file, range) {
      slot = (slot + 1) & (table.count - 1)
    }
    return slot
  }

  private func isSame(_ entry: Entry, _ file: [UInt8], _ range: Range<Int>) -> Bool {
    guard entry.count == range.count else { return false }
    for offset in 0..<entry.count
    where bytes[entry.start + offset] != file[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private static func hash(_ file: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(file[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
