/// A JSON text on one line, as nearly all are written: in ASCII, without escapes, and no name twice in
/// an object.
///
/// What is written otherwise, or wrongly, is not read at all: it is for `JSONReader` to understand, or
/// to say what is wrong. The room for values is used again for the next text.
package struct PlainJSON: Sendable {
  package enum Kind: UInt8, Sendable { case null, yes, no, number, string, array, object }

  package struct Node: Sendable {
    /// The bytes as written; of a string those between its quotes.
    package let start: UInt32
    package fileprivate(set) var end: UInt32
    /// The place after the last node inside this one.
    package fileprivate(set) var next: UInt32
    package let kind: Kind
  }

  /// Each container before its children, each name of a member before its value; beyond the nodes of
  /// the text at hand those of longer ones before it.
  package private(set) var nodes: [Node] = []

  /// Longer texts take a closer look: so many values have room here.
  private static let longest = 1 << 20

  package init() {}

  /// What tells most texts from one another: the first eight bytes, and how many there are in all.
  /// Two of no more than eight bytes have one head where they are the same, and only then.
  package static func head(of text: Range<Int>, _ bytes: Span<UInt8>) -> UInt64 {
    let length = UInt64(truncatingIfNeeded: text.count) << 56
    if text.lowerBound + 8 <= bytes.count {
      return bytes.word(at: text.lowerBound) & ByteLanes.mask(text.count) ^ length
    }
    return text.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64(bytes.byte(at: $1)) } ^ length
  }

  /// Reads the text that a part of a file consists of; false where it is not plain.
  package mutating func read(_ bytes: Span<UInt8>, within part: Range<Int>) -> Bool {
    guard part.count <= Self.longest, part.upperBound < Int(UInt32.max) else { return false }
    // A value takes two bytes at least, with what parts it from the next or closes it.
    let most = part.count / 2 + PlainJSONReader.mostOpen + 2
    if nodes.count < most {
      let empty = Node(start: 0, end: 0, next: 0, kind: .null)
      nodes = [Node](repeating: empty, count: max(most, 2 * nodes.count))
    }
    var reader = PlainJSONReader(index: part.lowerBound, end: part.upperBound)
    var found = nodes.mutableSpan
    return reader.read(bytes, into: &found)
  }
}

/// Where the reading of a plain text is.
private struct PlainJSONReader {
  private var index: Int
  private let end: Int
  private var count = 0
  /// The containers that are open, by their nodes.
  private var open = InlineArray<16, Int>(repeating: 0)
  private var depth = 0

  static let mostOpen = 16
  private static let mostNames = 32

  init(index: Int, end: Int) {
    self.index = index
    self.end = end
  }

  mutating func read(_ bytes: Span<UInt8>, into nodes: inout MutableSpan<PlainJSON.Node>) -> Bool {
    while true {
      // A value begins here.
      guard let byte = next(bytes) else { return false }
      var isOver = true
      switch byte {
      case ASCII.openingBrace, ASCII.openingBracket:
        guard depth < Self.mostOpen else { return false }
        let isObject = byte == ASCII.openingBrace
        open[depth] = count
        depth += 1
        add(isObject ? .object : .array, index, index + 1, &nodes)
        index += 1
        guard let first = next(bytes) else { return false }
        if first == Self.closer(isObject) {
          close(&nodes)
        } else {
          isOver = false
          if isObject, !readName(bytes, &nodes) { return false }
        }
      case ASCII.quote:
        guard readString(bytes, &nodes) else { return false }
      default:
        guard readWord(byte, bytes, &nodes) else { return false }
      }
      // What follows a value: the ends of what it stands in, then a comma, or nothing more.
      while isOver {
        let byte = next(bytes)
        guard depth > 0 else { return byte == nil }
        let container = open[depth - 1]
        let isObject = nodes[container].kind == .object
        switch byte {
        case ASCII.comma:
          index += 1
          isOver = false
          if isObject {
            guard next(bytes) != nil, readName(bytes, &nodes) else { return false }
          }
        case Self.closer(isObject):
          if isObject, hasRepeatedName(container, bytes, nodes) { return false }
          close(&nodes)
        default: return false
        }
      }
    }
  }

  private static func closer(_ isObject: Bool) -> UInt8 {
    isObject ? ASCII.closingBrace : ASCII.closingBracket
  }

  /// Passes over space, and returns the next byte; nil at the end.
  @inline(__always)
  private mutating func next(_ bytes: Span<UInt8>) -> UInt8? {
    while index < end {
      let byte = bytes.byte(at: index)
      guard byte == ASCII.space || byte == ASCII.tab || byte == ASCII.carriageReturn else {
        return byte
      }
      index += 1
    }
    return nil
  }

  @inline(__always)
  private mutating func add(
    _ kind: PlainJSON.Kind, _ start: Int, _ end: Int, _ nodes: inout MutableSpan<PlainJSON.Node>
  ) {
    nodes[count] = PlainJSON.Node(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
      next: UInt32(truncatingIfNeeded: count + 1), kind: kind)
    count += 1
  }

  /// Closes the innermost container.
  private mutating func close(_ nodes: inout MutableSpan<PlainJSON.Node>) {
    index += 1
    depth -= 1
    nodes[open[depth]].end = UInt32(truncatingIfNeeded: index)
    nodes[open[depth]].next = UInt32(truncatingIfNeeded: count)
  }

  /// Reads the name of a member with its colon.
  private mutating func readName(
    _ bytes: Span<UInt8>, _ nodes: inout MutableSpan<PlainJSON.Node>
  ) -> Bool {
    guard bytes.byte(at: index) == ASCII.quote, readString(bytes, &nodes),
      next(bytes) == ASCII.colon
    else { return false }
    index += 1
    return true
  }

  private mutating func readString(
    _ bytes: Span<UInt8>, _ nodes: inout MutableSpan<PlainJSON.Node>
  ) -> Bool {
    let start = index + 1
    index = start
    while index + 8 <= bytes.count {
      let special = ByteLanes.special(bytes.word(at: index))
      if special != 0 {
        index += special.trailingZeroBitCount / 8
        return endString(from: start, bytes, &nodes)
      }
      index += 8
    }
    index = JSONStrings.endOfPlainText(bytes, from: index, before: end)
    return endString(from: start, bytes, &nodes)
  }

  @inline(__always)
  private mutating func endString(
    from start: Int, _ bytes: Span<UInt8>, _ nodes: inout MutableSpan<PlainJSON.Node>
  ) -> Bool {
    guard index < end, bytes.byte(at: index) == ASCII.quote else { return false }
    add(.string, start, index, &nodes)
    index += 1
    return true
  }

  /// Reads a number, or one of the three words.
  private mutating func readWord(
    _ first: UInt8, _ bytes: Span<UInt8>, _ nodes: inout MutableSpan<PlainJSON.Node>
  ) -> Bool {
    switch first {
    case UInt8(ascii: "n"): return readWord("null", .null, bytes, &nodes)
    case UInt8(ascii: "t"): return readWord("true", .yes, bytes, &nodes)
    case UInt8(ascii: "f"): return readWord("false", .no, bytes, &nodes)
    default: break
    }
    let start = index
    if first == ASCII.minus { index += 1 }
    let digits = index
    guard readDigits(bytes), index == digits + 1 || bytes.byte(at: digits) != ASCII.zero else {
      return false
    }
    if index < end, bytes.byte(at: index) == ASCII.point {
      index += 1
      guard readDigits(bytes) else { return false }
    }
    add(.number, start, index, &nodes)
    return true
  }

  private mutating func readWord(
    _ name: String, _ kind: PlainJSON.Kind, _ bytes: Span<UInt8>,
    _ nodes: inout MutableSpan<PlainJSON.Node>
  ) -> Bool {
    let start = index
    for byte in name.utf8 {
      guard index < end, bytes.byte(at: index) == byte else { return false }
      index += 1
    }
    add(kind, start, index, &nodes)
    return true
  }

  /// Passes over digits; false where there are none.
  private mutating func readDigits(_ bytes: Span<UInt8>) -> Bool {
    let start = index
    while index < end, ASCII.isDigit(bytes.byte(at: index)) { index += 1 }
    return index > start
  }

  /// Whether an object gives a name twice, or more names than are compared here.
  private func hasRepeatedName(
    _ object: Int, _ bytes: Span<UInt8>, _ nodes: borrowing MutableSpan<PlainJSON.Node>
  ) -> Bool {
    // A name is known by its length and its first bytes; only of two alike all is compared.
    var heads = InlineArray<32, UInt64>(repeating: 0)
    var keys = InlineArray<32, Int>(repeating: 0)
    var (found, key) = (0, object + 1)
    while key < count {
      guard found < Self.mostNames else { return true }
      let (start, end) = (Int(nodes[key].start), Int(nodes[key].end))
      let head = PlainJSON.head(of: start..<end, bytes)
      for place in 0..<found where heads[place] == head {
        if isSame(nodes[key], nodes[keys[place]], bytes) { return true }
      }
      heads[found] = head
      keys[found] = key
      found += 1
      key = Int(nodes[key + 1].next)
    }
    return false
  }

  private func isSame(
    _ key: PlainJSON.Node, _ other: PlainJSON.Node, _ bytes: Span<UInt8>
  ) -> Bool {
    let length = Int(key.end - key.start)
    guard length == Int(other.end - other.start) else { return false }
    for offset in 0..<length
    where bytes.byte(at: Int(key.start) + offset) != bytes.byte(at: Int(other.start) + offset) {
      return false
    }
    return true
  }
}
