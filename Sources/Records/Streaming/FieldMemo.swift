/// Remembers what texts come to, so that each is worked out once however often it stands in a file.
struct FieldMemo: Sendable {
  /// Beyond so many different texts none is remembered any more: they will not be seen again.
  private static let most = 1 << 16
  private static let fewest = 128

  /// A text and what it comes to, side by side.
  private struct Entry: Sendable {
    var key = Key.none
    var value: Int64 = 0
  }

  private var entries: [Entry] = []
  private var count = 0
  private var shift: UInt64 = 64

  /// A text of at most thirty-two bytes, as four words that overlap: the first and the last eight bytes
  /// and, of more than sixteen, those next to them.
  ///
  /// So no word hangs on the length but for a mask, and there is nothing to guess wrong.
  struct Key: Equatable, Sendable {
    private let first: UInt64
    private let last: UInt64
    private let second: UInt64
    private let third: UInt64
    /// -1 where nothing is remembered.
    private let length: Int64

    static let none = Key(first: 0, last: 0, second: 0, third: 0, length: -1)

    /// Returns nil for a longer text, and for one too near to an end of the bytes.
    @inline(__always)
    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
      let (start, end) = (range.lowerBound, range.upperBound)
      let length = end - start
      guard length <= 32, end >= 16, start + 32 <= bytes.count else { return nil }
      let isLong: UInt64 = length > 16 ? .max : 0
      self.init(
        first: bytes.word(at: start) & ByteLanes.mask(length),
        last: bytes.word(at: end - 8) >> UInt64(max(0, 64 - 8 * length)),
        second: bytes.word(at: start + 8) & isLong, third: bytes.word(at: end - 16) & isLong,
        length: Int64(length))
    }

    init(number: UInt64) { self.init(first: number, last: 0, second: 0, third: 0, length: 8) }

    private init(first: UInt64, last: UInt64, second: UInt64, third: UInt64, length: Int64) {
      self.first = first
      self.last = last
      self.second = second
      self.third = third
      self.length = length
    }

    fileprivate var isThere: Bool { length >= 0 }

    @inline(__always)
    fileprivate var hash: UInt64 {
      let ends = first ^ last &* 0x9E37_79B9_7F4A_7C15
      let middle = second &* 0xA24B_AED4_963E_E407 ^ third &* 0x8CB9_2BA7_2F3D_8DD7
      return (ends ^ middle ^ UInt64(bitPattern: length)) &* 0xD6E8_FEB8_6659_FD93
    }

    @inline(__always)
    static func == (left: Key, right: Key) -> Bool {
      // All at once: a branch for each word would be one more to guess wrong.
      (left.first ^ right.first) | (left.last ^ right.last) | (left.second ^ right.second)
        | (left.third ^ right.third) | UInt64(bitPattern: left.length ^ right.length) == 0
    }
  }

  /// Returns what a text comes to, if that is remembered.
  @inline(__always)
  func value(of key: Key) -> Int64? {
    guard count > 0 else { return nil }
    let entries = entries.span
    let mask = entries.count - 1
    var place = Int(key.hash &>> shift)
    while entries[place].key.isThere {
      if entries[place].key == key { return entries[place].value }
      place = (place + 1) & mask
    }
    return nil
  }

  mutating func remember(_ value: Int64, for key: Key) {
    guard count < Self.most else { return }
    // Of few texts each is found at the first place that is looked at, most likely.
    let room = entries.count <= Self.fewest * 8 ? 8 : 2
    if (count + 1) * room > entries.count { grow() }
    place(Entry(key: key, value: value))
    count += 1
  }

  private mutating func place(_ entry: Entry) {
    let mask = entries.count - 1
    var place = Int(entry.key.hash &>> shift)
    while entries[place].key.isThere { place = (place + 1) & mask }
    entries[place] = entry
  }

  private mutating func grow() {
    let before = entries
    let size = max(Self.fewest, before.count * 2)
    shift = UInt64(64 - size.trailingZeroBitCount)
    entries = [Entry](repeating: Entry(), count: size)
    for entry in before where entry.key.isThere { place(entry) }
  }
}
