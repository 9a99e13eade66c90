/// Remembers what texts come to, so that each is worked out once however often it stands in a file.
struct FieldMemo: Sendable {
  /// Beyond so many different texts none is remembered any more: they will not be seen again.
  private static let most = 1 << 16

  private var keys: [Key] = []
  private var values: [Int64] = []
  private var count = 0
  private var shift: UInt64 = 64

  /// A text of at most thirty-two bytes, as four words.
  struct Key: Sendable {
    fileprivate let words: (UInt64, UInt64, UInt64, UInt64)
    /// -1 where nothing is remembered.
    fileprivate let length: Int32

    fileprivate static let none = Key(words: (0, 0, 0, 0), length: -1)

    /// Returns nil for a longer text.
    @inline(__always)
    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
      let (start, length) = (range.lowerBound, range.count)
      guard length <= 32, start + 32 <= bytes.count else { return nil }
      func word(_ place: Int) -> UInt64 {
        length <= 8 * place
          ? 0 : bytes.word(at: start + 8 * place) & ByteLanes.mask(length - 8 * place)
      }
      words = (word(0), word(1), word(2), word(3))
      self.length = Int32(length)
    }

    init(number: UInt64) { self.init(words: (number, 0, 0, 0), length: 8) }

    private init(words: (UInt64, UInt64, UInt64, UInt64), length: Int32) {
      self.words = words
      self.length = length
    }

    @inline(__always)
    fileprivate var hash: UInt64 {
      let later = (words.1 ^ words.2 &* 0xA24B_AED4_963E_E407 ^ words.3) &* 0x9E37_79B9_7F4A_7C15
      return (words.0 ^ later ^ UInt64(UInt32(bitPattern: length))) &* 0xD6E8_FEB8_6659_FD93
    }

    @inline(__always)
    fileprivate static func == (left: Key, right: Key) -> Bool {
      left.length == right.length && left.words == right.words
    }
  }

  /// Returns what a text comes to, if that is remembered.
  @inline(__always)
  func value(of key: Key) -> Int64? {
    guard count > 0 else { return nil }
    let mask = keys.count - 1
    var place = Int(key.hash >> shift)
    while keys[place].length >= 0 {
      if keys[place] == key { return values[place] }
      place = (place + 1) & mask
    }
    return nil
  }

  mutating func remember(_ value: Int64, for key: Key) {
    guard count < Self.most else { return }
    if (count + 1) * 2 > keys.count { grow() }
    place(value, for: key)
    count += 1
  }

  private mutating func place(_ value: Int64, for key: Key) {
    let mask = keys.count - 1
    var place = Int(key.hash >> shift)
    while keys[place].length >= 0 { place = (place + 1) & mask }
    keys[place] = key
    values[place] = value
  }

  private mutating func grow() {
    let before = self
    let size = max(16, keys.count * 2)
    shift = UInt64(64 - size.trailingZeroBitCount)
    keys = [Key](repeating: .none, count: size)
    values = [Int64](repeating: 0, count: size)
    for (key, value) in zip(before.keys, before.values) where key.length >= 0 {
      place(value, for: key)
    }
  }
}
