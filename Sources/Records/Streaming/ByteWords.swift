/// Reads eight and sixteen bytes at a time: the only unsafe code of the readers, which checks its bounds itself.
extension Span<UInt8> {
  /// Returns the eight bytes from an offset on, the first as the lowest.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= count &- 8, "a word lies within the bytes")
    return unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// Returns the sixteen bytes from an offset on, to be looked at together; nil where there are not so
  /// many.
  @inline(__always)
  func block(at offset: Int) -> ByteBlock? {
    guard offset >= 0, offset <= count &- ByteBlock.length else { return nil }
    return ByteBlock(
      bytes: unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self))
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

  /// The bytes below a length of 0 to 8.
  @inline(__always)
  static func mask(_ length: Int) -> UInt64 {
    length >= 8 ? .max : (1 &<< UInt64(length &* 8)) &- 1
  }
}

/// Sixteen bytes looked at together.
struct ByteBlock {
  typealias Lanes = SIMDMask<SIMD16<Int8>>

  static let length = 16

  fileprivate let bytes: SIMD16<UInt8>

  /// Returns the lanes that are equal to a byte.
  @inline(__always)
  func equal(to byte: UInt8) -> Lanes { bytes .== SIMD16(repeating: byte) }

  /// The lanes that end plain text: a quote, a backslash, a control or a byte beyond ASCII.
  @inline(__always)
  var special: Lanes { unseen .| equal(to: ASCII.quote) .| equal(to: ASCII.backslash) }

  /// The lanes that are a control or a byte beyond ASCII.
  @inline(__always)
  var unseen: Lanes {
    // Bytes beyond ASCII are below zero.
    let signed = unsafe unsafeBitCast(bytes, to: SIMD16<Int8>.self)
    return signed .< SIMD16(repeating: Int8(ASCII.space))
  }

  /// The bytes as two words, in each the first as the lowest.
  @inline(__always)
  var words: SIMD2<UInt64> {
    Self.ordered(unsafe unsafeBitCast(bytes, to: SIMD2<UInt64>.self))
  }

  /// Returns so many of the first bytes as two words, and zeros for the others: below none or beyond
  /// all, none or all.
  @inline(__always)
  func prefix(_ length: Int) -> SIMD2<UInt64> {
    let places = SIMD16<Int8>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    let isKept = places .< SIMD16<Int8>(repeating: Int8(truncatingIfNeeded: length))
    return words & Self.words(isKept)
  }

  /// Returns the first of some lanes; nil where there are none.
  @inline(__always)
  static func first(_ lanes: Lanes) -> Int? {
    let words = words(lanes)
    let (first, second) = (words[0], words[1])
    guard first | second != 0 else { return nil }
    // Without a branch, as texts end now in the one word and now in the other.
    let later = first == 0 ? second.trailingZeroBitCount : 0
    return (first.trailingZeroBitCount &+ later) / 8
  }

  /// Returns a bit for each of some lanes, the first as the lowest.
  @inline(__always)
  static func bits(_ lanes: Lanes) -> UInt64 {
    let words = words(lanes)
    return bits(words[0]) | bits(words[1]) &<< 8
  }

  @inline(__always)
  private static func words(_ lanes: Lanes) -> SIMD2<UInt64> {
    ordered(unsafe unsafeBitCast(lanes, to: SIMD2<UInt64>.self))
  }

  /// Returns words as they stand in memory with the first byte of each as the lowest.
  @inline(__always)
  private static func ordered(_ words: SIMD2<UInt64>) -> SIMD2<UInt64> {
    SIMD2(UInt64(littleEndian: words[0]), UInt64(littleEndian: words[1]))
  }

  /// Moves the lowest bit of each lane of a word into one byte.
  @inline(__always)
  private static func bits(_ word: UInt64) -> UInt64 {
    ((word & ByteLanes.ones) &* 0x0102_0408_1020_4080) &>> 56
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
