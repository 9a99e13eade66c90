/// The text of an element of a list between its values, as those after it will most likely have it.
struct ElementTemplate: Sendable {
  private struct Gap: Sendable {
    /// The text before the value, with the quote of a string; of a word with the word itself.
    let text: FixedText
    let kind: PlainJSON.Kind
    /// How long the word is.
    let wordLength: Int
  }

  private let shape: UInt32
  private let gaps: [Gap]
  private let tail: FixedText
  /// The further blocks of all texts.
  private let blocks: [FixedBlock]

  /// Makes the template of an object by its members, from where the element before it ends; nil where
  /// one of them is no single value.
  init?(
    _ object: PlainJSON.Node, _ members: Span<PlainJSON.Node>, _ bytes: Span<UInt8>,
    within element: Range<Int>
  ) {
    var blocks: [FixedBlock] = []
    var gaps: [Gap] = []
    var position = element.lowerBound
    func text(upTo end: Int) -> FixedText {
      FixedText((position..<end).map { bytes.byte(at: $0) }[...], in: &blocks)
    }
    for place in members.indices {
      let member = members[place]
      switch member.kind {
      case .string, .encoded:
        gaps.append(Gap(text: text(upTo: Int(member.start)), kind: .string, wordLength: 0))
      case .number:
        gaps.append(Gap(text: text(upTo: Int(member.start)), kind: .number, wordLength: 0))
      case .null, .yes, .no:
        gaps.append(
          Gap(
            text: text(upTo: Int(member.end)), kind: member.kind,
            wordLength: Int(member.end - member.start)))
      case .array, .object: return nil
      }
      position = Int(member.end)
    }
    tail = text(upTo: element.upperBound)
    self.blocks = blocks
    self.gaps = gaps
    shape = object.start
  }

  /// Reads element after element of a text, each from the comma before it, as long as they are like this
  /// one; returns the offset after the last of them.
  func read(
    _ bytes: Span<UInt8>, within text: Range<Int>, into nodes: inout MutableSpan<PlainJSON.Node>,
    at count: inout Int
  ) -> Int {
    let (gaps, blocks) = (gaps.span, blocks.span)
    var position = text.lowerBound
    while let next = match(bytes, position..<text.upperBound, gaps, blocks, &nodes, at: count) {
      nodes[count] = PlainJSON.Node(
        start: shape, end: UInt32(truncatingIfNeeded: gaps.count),
        next: UInt32(truncatingIfNeeded: count &+ gaps.count &+ 1), kind: .object)
      count &+= gaps.count &+ 1
      position = next
    }
    return position
  }

  @inline(__always)
  private func match(
    _ bytes: Span<UInt8>, _ text: Range<Int>, _ gaps: Span<Gap>, _ blocks: Span<FixedBlock>,
    _ nodes: inout MutableSpan<PlainJSON.Node>, at object: Int
  ) -> Int? {
    var position = text.lowerBound
    for place in gaps.indices {
      guard let after = gaps[place].text.pass(bytes, from: position, blocks) else { return nil }
      var value = after
      switch gaps[place].kind {
      case .string:
        guard let last = bytes.endOfPlainText(from: value), bytes.byte(at: last) == ASCII.quote
        else { return nil }
        position = last
      case .number:
        guard value < text.upperBound, let last = PlainNumber.end(bytes, from: value) else {
          return nil
        }
        position = last
      default:
        value &-= gaps[place].wordLength
        position = after
      }
      nodes[object &+ 1 &+ place] = PlainJSON.Node(
        start: UInt32(truncatingIfNeeded: value), end: UInt32(truncatingIfNeeded: position),
        next: UInt32(truncatingIfNeeded: object &+ place &+ 2), kind: gaps[place].kind)
    }
    guard let last = tail.pass(bytes, from: position, blocks), last <= text.upperBound else {
      return nil
    }
    return last
  }
}
