/// Remembers what texts come to, so that each is worked out once however often it stands in a file.
struct FieldMemo: Sendable {
  /// Beyond so many different texts none is remembered any more: they will not be seen again.
  private static let most = 1 << 16

  private var first: [UInt64] = []
  private var second: [UInt64] = []
  /// The length of the text; -1 where nothing is remembered.
  private var lengths: [Int32] = []
  private var values: [Int64] = []
  private var count = 0
  private var shift: UInt64 = 64

  /// A text of at most sixteen bytes, as two words.
  struct Key {
    let first: UInt64
    let second: UInt64
    let length: Int32

    /// Returns nil for a longer text.
    @inline(__always)
    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
      let length = range.count
      guard length <= 16, range.lowerBound + 16 <= bytes.count else { return nil }
      first = bytes.word(at: range.lowerBound) & ByteLanes.mask(length)
      second = length <= 8 ? 0 : bytes.word(at: range.lowerBound + 8) & ByteLanes.mask(length - 8)
      self.length = Int32(length)
    }

    init(number: UInt64) {
      first = number
      second = 0
      length = 8
    }

    @inline(__always)
    fileprivate var hash: UInt64 {
      (first ^ (second &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(length)) &* 0xD6E8_FEB8_6659_FD93
    }
  }

  /// Returns what a text comes to, if that is remembered.
  @inline(__always)
  func value(of key: Key) -> Int64? {
    guard count > 0 else { return nil }
    let mask = lengths.count - 1
    var place = Int(key.hash >> shift)
    while lengths[place] >= 0 {
      if first[place] == key.first, second[place] == key.second, lengths[place] == key.length {
        return values[place]
      }
      place = (place + 1) & mask
    }
    return nil
  }

  mutating func remember(_ value: Int64, for key: Key) {
    guard count < Self.most else { return }
    if (count + 1) * 2 > lengths.count { grow() }
    place(value, for: key)
    count += 1
  }

  private mutating func place(_ value: Int64, for key: Key) {
    let mask = lengths.count - 1
    var place = Int(key.hash >> shift)
    while lengths[place] >= 0 { place = (place + 1) & mask }
    (first[place], second[place], lengths[place], values[place]) =
      (key.first, key.second, key.length, value)
  }

  private mutating func grow() {
    let before = self
    let size = max(16, lengths.count * 2)
    shift = UInt64(64 - size.trailingZeroBitCount)
    first = [UInt64](repeating: 0, count: size)
    second = first
    lengths = [Int32](repeating: -1, count: size)
    values = [Int64](repeating: 0, count: size)
    for place in before.lengths.indices where before.lengths[place] >= 0 {
      self.place(
        before.values[place],
        for: Key(
          first: before.first[place], second: before.second[place],
          length: before.lengths[place]))
    }
  }
}

extension FieldMemo.Key {
  fileprivate init(first: UInt64, second: UInt64, length: Int32) {
    self.first = first
    self.second = second
    self.length = length
  }
}
