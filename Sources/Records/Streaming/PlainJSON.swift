/// A JSON text on one line, as nearly all are written: its names in visible ASCII and spaces, without
/// escapes, and none twice in an object.
///
/// What is written otherwise, or wrongly, is not read at all: it is for `JSONReader` to understand, or
/// to say what is wrong. The room for values is used again for the next text, and so is what is known
/// of the shapes of objects.
package struct PlainJSON: Sendable {
  package enum Kind: Sendable {
    case null, yes, no, number
    /// A string in visible ASCII and spaces, without escapes.
    case string
    /// Any other string.
    case encoded
    case array, object
  }

  package struct Node: Sendable {
    /// Where the bytes of a single value begin as it is written; of a string those between its quotes.
    /// Of an object its shape.
    package internal(set) var start: UInt32
    /// Where they end. Of an object how many members it has.
    package internal(set) var end: UInt32
    /// The place after the last node inside this one.
    package internal(set) var next: UInt32
    package let kind: Kind
  }

  /// Each container before its children, each member by its value alone; beyond the nodes of the text at
  /// hand those of longer ones before it.
  package private(set) var nodes: [Node] = []
  /// The shapes that objects had so far.
  package private(set) var shapes: MemberShapes

  /// Longer texts take a closer look: so many values have room here.
  private static let longest = 1 << 20

  /// Returns what a string says that stands somewhere in a text that was read.
  package static func text(_ range: Range<Int>, _ bytes: Span<UInt8>) -> String {
    let written = range.map { bytes.byte(at: $0) }
    return String(decoding: JSONStrings.decoded(written, 0..<written.count), as: UTF8.self)
  }

  /// Makes a reader of texts of whose members those of some names are asked for.
  package init(names: [[UInt8]]) { shapes = MemberShapes(wanted: names) }

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
    if shapes.isFull { shapes.removeAll() }
    // A value takes two bytes at least, with what parts it from the next or closes it.
    let most = part.count / 2 + PlainJSONReader.mostOpen + 2
    if nodes.count < most {
      let empty = Node(start: 0, end: 0, next: 0, kind: .null)
      nodes = [Node](repeating: empty, count: max(most, 2 * nodes.count))
    }
    return Self.read(bytes, within: part, into: &nodes, by: &shapes)
  }

  private static func read(
    _ bytes: Span<UInt8>, within part: Range<Int>, into nodes: inout [Node],
    by shapes: inout MemberShapes
  ) -> Bool {
    var reader = PlainJSONReader(index: part.lowerBound, end: part.upperBound)
    var found = nodes.mutableSpan
    return reader.read(bytes, into: &found, by: &shapes)
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
  /// Where the object that was opened last begins, and the one that was closed last ends.
  private var opened = 0
  private var closed = 0

  static let mostOpen = 16

  init(index: Int, end: Int) {
    self.index = index
    self.end = end
  }

  mutating func read(
    _ bytes: Span<UInt8>, into nodes: inout MutableSpan<PlainJSON.Node>,
    by shapes: inout MemberShapes
  ) -> Bool {
    while true {
      // A value begins here.
      let byte = next(bytes)
      var isOver = true
      switch byte {
      case ASCII.quote:
        guard readString(bytes, &nodes) else { return false }
      case ASCII.openingBrace, ASCII.openingBracket:
        guard depth < Self.mostOpen else { return false }
        let isObject = byte == ASCII.openingBrace
        open[depth] = count
        depth += 1
        opened = index
        add(isObject ? .object : .array, 0, 0, &nodes)
        index += 1
        if next(bytes) == Self.closer(isObject) {
          close(&nodes)
        } else {
          isOver = false
          if isObject, !readName(bytes, &nodes, &shapes) { return false }
        }
      default:
        guard readWord(byte, bytes, &nodes) else { return false }
      }
      // What follows a value: the ends of what it stands in, then a comma, or nothing more.
      while isOver {
        guard depth > 0 else { return next(bytes) == Self.nothing }
        let isObject = nodes[open[depth - 1]].kind == .object
        switch next(bytes) {
        case ASCII.comma:
          index += 1
          isOver = false
          if isObject {
            guard next(bytes) == ASCII.quote, readName(bytes, &nodes, &shapes) else { return false }
          }
        case Self.closer(isObject):
          close(&nodes)
          if isObject { readElements(after: open[depth], bytes, &nodes, &shapes) }
        default: return false
        }
      }
    }
  }

  private static func closer(_ isObject: Bool) -> UInt8 {
    isObject ? ASCII.closingBrace : ASCII.closingBracket
  }

  /// What is read at the end, and stands in no plain text.
  private static let nothing: UInt8 = 0

  /// Passes over space, and returns the next byte.
  @inline(__always)
  private mutating func next(_ bytes: Span<UInt8>) -> UInt8 {
    while index < end {
      let byte = bytes.byte(at: index)
      if byte > ASCII.space { return byte }
      guard byte == ASCII.space || byte == ASCII.tab || byte == ASCII.carriageReturn else {
        return Self.control
      }
      index += 1
    }
    return Self.nothing
  }

  /// Stands for any other byte below space.
  private static let control: UInt8 = 1

  @inline(__always)
  private mutating func add(
    _ kind: PlainJSON.Kind, _ start: Int, _ end: Int, _ nodes: inout MutableSpan<PlainJSON.Node>
  ) {
    nodes[count] = PlainJSON.Node(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
      next: UInt32(truncatingIfNeeded: count &+ 1), kind: kind)
    count &+= 1
  }

  /// Closes the innermost container.
  @inline(__always)
  private mutating func close(_ nodes: inout MutableSpan<PlainJSON.Node>) {
    index += 1
    depth -= 1
    nodes[open[depth]].next = UInt32(truncatingIfNeeded: count)
  }

  /// Reads the elements of a list after an object in it, as far as they are like that.
  private mutating func readElements(
    after object: Int, _ bytes: Span<UInt8>, _ nodes: inout MutableSpan<PlainJSON.Node>,
    _ shapes: inout MemberShapes
  ) {
    let before = closed
    closed = index
    let members = object + 1..<count
    guard depth > 0, nodes[open[depth - 1]].kind == .array, members.count == nodes[object].end
    else { return }
    let shape = Int(nodes[object].start)
    switch shapes.elements[shape] {
    case .nested: break
    case .like(let template):
      index = template.read(bytes, within: index..<end, into: &nodes, at: &count)
      closed = index
    case .unknown:
      // What is between two elements is learnt with the second.
      guard before < opened, bytes.byte(at: before) == ASCII.comma,
        (before + 1..<opened).allSatisfy({ bytes.byte(at: $0) == ASCII.space })
      else { return }
      let template = ElementTemplate(
        nodes[object], nodes.span.extracting(members), bytes, within: before..<index)
      shapes.elements[shape] = template.map { .like($0) } ?? .nested
    }
  }

  /// Reads the name of a member of the innermost container with its colon.
  @inline(__always)
  private mutating func readName(
    _ bytes: Span<UInt8>, _ nodes: inout MutableSpan<PlainJSON.Node>,
    _ shapes: inout MemberShapes
  ) -> Bool {
    let object = open[depth - 1]
    let shape = Int(nodes[object].start)
    nodes[object].end &+= 1
    if let next = shapes.expected(after: shape, bytes, at: index),
      shapes.length(of: next) <= end &- index
    {
      index &+= shapes.length(of: next)
      nodes[object].start = UInt32(truncatingIfNeeded: next)
      return true
    }
    guard let next = readUnexpectedName(after: shape, bytes, &shapes) else { return false }
    nodes[object].start = UInt32(truncatingIfNeeded: next)
    return true
  }

  @inline(never)
  private mutating func readUnexpectedName(
    after shape: Int, _ bytes: Span<UInt8>, _ shapes: inout MemberShapes
  ) -> Int? {
    guard next(bytes) == ASCII.quote, let name = passString(bytes), next(bytes) == ASCII.colon
    else { return nil }
    index += 1
    return shapes.shape(after: shape, named: name, bytes)
  }

  @inline(__always)
  private mutating func readString(
    _ bytes: Span<UInt8>, _ nodes: inout MutableSpan<PlainJSON.Node>
  ) -> Bool {
    let start = index + 1
    if let text = passString(bytes) {
      add(.string, text.lowerBound, text.upperBound, &nodes)
      return true
    }
    return readEncoded(from: start, bytes, &nodes)
  }

  /// Reads a string that is not plain from where the reading is.
  @inline(never)
  private mutating func readEncoded(
    from start: Int, _ bytes: Span<UInt8>, _ nodes: inout MutableSpan<PlainJSON.Node>
  ) -> Bool {
    index = JSONStrings.end(bytes, from: index, before: end).place
    guard index < end, bytes.byte(at: index) == ASCII.quote else { return false }
    add(.encoded, start, index, &nodes)
    index += 1
    return true
  }

  /// Passes over a string, and returns where its text stands between its quotes.
  @inline(__always)
  private mutating func passString(_ bytes: Span<UInt8>) -> Range<Int>? {
    let start = index + 1
    if let last = bytes.endOfPlainText(from: start) {
      index = last
    } else {
      // Near the end of the bytes there is no block.
      index = start
      while index < end, Self.isPlain(bytes.byte(at: index)) { index += 1 }
    }
    guard index < end, bytes.byte(at: index) == ASCII.quote else { return nil }
    index += 1
    return start..<index - 1
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= ASCII.space && byte < ASCII.delete && byte != ASCII.quote && byte != ASCII.backslash
  }

  /// Reads a number, or one of the three words.
  @inline(__always)
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
  @inline(__always)
  private mutating func readDigits(_ bytes: Span<UInt8>) -> Bool {
    let start = index
    while index < end, ASCII.isDigit(bytes.byte(at: index)) { index += 1 }
    return index > start
  }
}

extension Span<UInt8> {
  /// Returns where a text of visible ASCII and spaces from an offset on ends; nil where it reaches into
  /// the last bytes, which are no whole block.
  @inline(__always)
  func endOfPlainText(from start: Int) -> Int? {
    var position = start
    while let block = block(at: position) {
      if let lane = ByteBlock.first(block.special .| block.equal(to: ASCII.delete)) {
        return position &+ lane
      }
      position &+= ByteBlock.length
    }
    return nil
  }
}
