/// Remembers what texts come to, so that each is worked out once however often it stands in a file.
struct FieldMemo: Sendable {
  /// Beyond so many different texts none is remembered any more: they will not be seen again.
  private static let most = 1 << 16
  private static let fewest = 128

  /// A text and what it comes to, side by side.
  private struct Entry: Sendable {
    var key = Key.none
    var value = FieldMemo.nothing
  }

  /// Comes of no text.
  private static let nothing = Int64.min

  private var entries: [Entry] = []
  private var count = 0
  private var shift: UInt64 = 64

  /// A text of at most thirty-two bytes, or a number of sixteen; neither has a byte of zero, so its length
  /// needs no word.
  ///
  /// No byte is looked at by itself, and there is nothing to guess wrong.
  struct Key: Equatable, Sendable {
    private let first: SIMD2<UInt64>
    private let second: SIMD2<UInt64>

    /// No plain text: a control.
    static let none = Key(number: 1)

    /// Returns nil for a longer text, and for one too near to the end of the bytes.
    @inline(__always)
    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
      let (start, length) = (range.lowerBound, range.count)
      guard let block = bytes.block(at: start) else { return nil }
      first = block.prefix(length)
      if length <= ByteBlock.length {
        second = SIMD2(0, 0)
      } else {
        guard length <= 2 * ByteBlock.length,
          let block = bytes.block(at: start &+ ByteBlock.length)
        else { return nil }
        second = block.prefix(length &- ByteBlock.length)
      }
    }

    /// A key of two texts, of at most sixteen bytes each; nil for a longer one.
    @inline(__always)
    init?(_ bytes: Span<UInt8>, _ one: Range<Int>, and other: Range<Int>) {
      guard one.count <= ByteBlock.length, other.count <= ByteBlock.length,
        let block = bytes.block(at: one.lowerBound),
        let otherBlock = bytes.block(at: other.lowerBound)
      else { return nil }
      first = block.prefix(one.count)
      second = otherBlock.prefix(other.count)
    }

    init(number: UInt64) { (first, second) = (SIMD2(number, 0), SIMD2(0, 0)) }

    /// A key of what stands in a file as a text, a number or a word: those of the same signs may come to
    /// different things.
    @inline(__always)
    init?(_ bytes: Span<UInt8>, _ slice: FlatSlice) {
      let key: Key?
      switch slice.form {
      case .text, .escaped, .doubled: key = Key(bytes, slice.range)
      case .number: key = Key(bytes, digits: slice.range)
      // Controls, which are in no text.
      case .yes: key = Key(number: 2)
      case .no: key = Key(number: 3)
      case .absent, .exponential, .nested: key = nil
      }
      guard let key else { return nil }
      self = key
    }

    private init?(_ bytes: Span<UInt8>, digits range: Range<Int>) {
      guard range.count <= ByteBlock.length, let block = bytes.block(at: range.lowerBound) else {
        return nil
      }
      first = block.prefix(range.count)
      // No text goes on with this.
      second = SIMD2(1, 0)
    }

    @inline(__always)
    fileprivate var hash: UInt64 {
      // Digits, which tell many names apart, come to lie beside those of the first, not upon them.
      let words = first ^ (second &<< 4)
      return (words[0] ^ words[1] &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    }

    @inline(__always)
    static func == (left: Key, right: Key) -> Bool {
      // All at once: a branch for each word would be one more to guess wrong.
      let difference = (left.first ^ right.first) | (left.second ^ right.second)
      return difference[0] | difference[1] == 0
    }
  }

  /// Returns what a text comes to, if that is remembered.
  @inline(__always)
  func value(of key: Key) -> Int64? {
    guard count > 0 else { return nil }
    let entries = entries.span
    let mask = entries.count - 1
    var place = Int(key.hash &>> shift)
    while entries[place].value != Self.nothing {
      if entries[place].key == key { return entries[place].value }
      place = (place + 1) & mask
    }
    return nil
  }

  mutating func remember(_ value: Int64, for key: Key) {
    guard count < Self.most, value != Self.nothing else { return }
    // Of few texts each is found at the first place that is looked at, most likely.
    let room = entries.count <= Self.fewest * 8 ? 8 : 2
    if (count + 1) * room > entries.count { grow() }
    place(Entry(key: key, value: value))
    count += 1
  }

  private mutating func place(_ entry: Entry) {
    let mask = entries.count - 1
    var place = Int(entry.key.hash &>> shift)
    while entries[place].value != Self.nothing { place = (place + 1) & mask }
    entries[place] = entry
  }

  private mutating func grow() {
    let before = entries
    let size = max(Self.fewest, before.count * 2)
    shift = UInt64(64 - size.trailingZeroBitCount)
    entries = [Entry](repeating: Entry(), count: size)
    for entry in before where entry.value != Self.nothing { place(entry) }
  }
}
