/// Reads eight bytes at a time: the only unsafe code of the readers, which checks its bounds itself.
extension Span<UInt8> {
  /// Returns the eight bytes from an offset on, the first as the lowest.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= count &- 8, "a word lies within the bytes")
    return unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// Returns the sixteen bytes from an offset on in the same way.
  @inline(__always)
  func twoWords(at offset: Int) -> (UInt64, UInt64) {
    precondition(offset >= 0 && offset <= count &- 16, "two words lie within the bytes")
    let first = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset, as: UInt64.self)
    let second = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset &+ 8, as: UInt64.self)
    return (UInt64(littleEndian: first), UInt64(littleEndian: second))
  }

  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count, "a byte lies within the bytes")
    return unsafe self[unchecked: offset]
  }

  /// Returns the offset after a line end that begins at an offset; nil where none does.
  @inline(__always)
  func afterLineEnd(at end: Int) -> Int? {
    if byte(at: end) == ASCII.lineFeed { return end + 1 }
    let isPair = byte(at: end) == ASCII.carriageReturn && byte(at: end + 1) == ASCII.lineFeed
    return isPair ? end + 2 : nil
  }
}

/// Eight bytes looked at together.
enum ByteLanes {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Returns a word whose lowest set bit lies in the first lane that is equal to a byte.
  @inline(__always)
  static func equal(_ word: UInt64, to byte: UInt64) -> UInt64 {
    let difference = word ^ (byte &* ones)
    return (difference &- ones) & ~difference & highs
  }

  /// The first lane that ends plain text: a quote, a backslash, a control or a byte beyond ASCII.
  @inline(__always)
  static func special(_ word: UInt64) -> UInt64 {
    let controls = (word &- (0x20 &* ones)) & ~word & highs
    return equal(word, to: 0x22) | equal(word, to: 0x5C) | controls | (word & highs)
  }

  /// The first lane of two words in which a bit is set, which one is; found without a branch, as texts
  /// end now in the one and now in the other.
  @inline(__always)
  static func firstLane(_ first: UInt64, _ second: UInt64) -> Int {
    let later = first == 0 ? second.trailingZeroBitCount : 0
    return (first.trailingZeroBitCount &+ later) / 8
  }

  /// The bytes below a length of 0 to 8.
  @inline(__always)
  static func mask(_ length: Int) -> UInt64 {
    length >= 8 ? .max : (1 &<< UInt64(length &* 8)) &- 1
  }
}

/// Where in memory bytes are read to.
package enum ByteAlignment {
  /// A line of the cache.
  private static let line = 64

  /// Returns the first offset from a least one on at which a line of the cache begins; the buffer must
  /// be longer by as much.
  package static func offset(in buffer: [UInt8], atLeast least: Int) -> Int {
    let address = unsafe buffer.withUnsafeBytes { Int(bitPattern: $0.baseAddress) }
    return least + (line - (address + least) % line) % line
  }
}
