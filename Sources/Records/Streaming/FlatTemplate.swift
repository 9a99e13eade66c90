/// The text of one line of NDJSON between its values, as the lines after it will most likely have it.
struct FlatTemplate: Sendable {
  private struct Gap: Sendable {
    /// The text before the value, with the quote of a text.
    let text: FixedText
    /// The input that the value is; -1 for one that nobody reads.
    let input: Int
    /// Whether it is a text; else it is a number.
    let isText: Bool
  }

  /// The recipe that such lines are read by, by its place.
  let recipe: Int
  private let gaps: [Gap]
  /// The inputs that are the same in all such lines, as these state nothing of them or one word.
  private let same: [(input: Int, slice: FlatSlice)]
  /// From the last value to the end of the line.
  private let tail: FixedText
  /// The further blocks of all texts, one text after the other.
  private let blocks: [FixedBlock]

  /// Makes the template of a line that was read without a mistake; nil where it nests too deep, or a
  /// field is one that the recipe does not take.
  init?(_ document: JSONDocument, recipe place: Int, _ recipe: FlatRecipe) {
    guard let leaves = FlatLeaf.all(of: document, for: recipe) else { return nil }
    var blocks: [FixedBlock] = []
    var gaps: [Gap] = []
    var same: [(input: Int, slice: FlatSlice)] = []
    var position = document.root.range.lowerBound
    for leaf in leaves {
      if let input = leaf.input, leaf.value.kind == .yes || leaf.value.kind == .no {
        same.append((input, FlatSlice(leaf.value, of: document, movedBy: 0)))
        continue
      }
      let isText = leaf.value.kind == .string
      let quote = isText ? 1 : 0
      let start = leaf.value.range.lowerBound + quote
      let text = FixedText(document.bytes[position..<start], in: &blocks)
      gaps.append(Gap(text: text, input: leaf.input ?? -1, isText: isText))
      position = leaf.value.range.upperBound - quote
    }
    let stated = Set(leaves.compactMap(\.input))
    self.same = same + recipe.inputs.indices.filter { !stated.contains($0) }.map { ($0, .absent) }
    tail = FixedText(document.bytes[position..<document.root.range.upperBound], in: &blocks)
    self.blocks = blocks
    self.gaps = gaps
    self.recipe = place
  }

  /// Finds the values of line after line, as long as they are like this one and there is room; returns
  /// the offset after the last of them.
  func find(
    _ bytes: Span<UInt8>, from start: Int, upTo end: Int, after line: inout Int,
    into found: inout FoundRecords
  ) -> Int {
    let (gaps, blocks, same) = (gaps.span, blocks.span, same.span)
    let (stride, room) = (found.stride, found.room)
    var (position, count) = (start, found.count)
    // Taken out, so that both can be written to at once.
    var all: [FlatSlice] = []
    swap(&all, &found.slices)
    defer { swap(&all, &found.slices) }
    var slices = all.mutableSpan
    var places = found.places.mutableSpan
    while position < end, count < room {
      guard
        let last = match(bytes, position, gaps, blocks, into: &slices, at: count &* stride),
        let next = bytes.afterLineEnd(at: last)
      else { break }
      for place in same.indices { slices[count &* stride &+ same[place].input] = same[place].slice }
      line += 1
      places[count] = FoundRecords.Place(line: line, start: position)
      count += 1
      position = next
    }
    found.count = count
    return position
  }

  /// Returns the offset after the last byte of a line; nil where it is not like this one.
  @inline(__always)
  private func match(
    _ bytes: Span<UInt8>, _ start: Int, _ gaps: Span<Gap>, _ blocks: Span<FixedBlock>,
    into slices: inout MutableSpan<FlatSlice>, at row: Int
  ) -> Int? {
    var position = start
    for place in gaps.indices {
      guard let value = gaps[place].text.pass(bytes, from: position, blocks) else { return nil }
      let input = gaps[place].input
      if gaps[place].isText {
        guard let end = Self.endOfText(bytes, from: value) else { return nil }
        let isPlain = bytes.byte(at: end) == ASCII.quote
        let text = isPlain ? FlatSlice(.text, value..<end) : Self.anyText(bytes, value, at: end)
        guard let text else { return nil }
        if input >= 0 { slices[row &+ input] = text }
        position = isPlain ? end : text.range.upperBound
      } else {
        guard let end = PlainNumber.end(bytes, from: value) else { return nil }
        if input >= 0 { slices[row &+ input] = FlatSlice(.number, value..<end) }
        position = end
      }
    }
    return tail.pass(bytes, from: position, blocks)
  }

  /// Returns where a text ends, or is not plain; nil where neither is near.
  @inline(__always)
  private static func endOfText(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while let block = bytes.block(at: position) {
      if let lane = ByteBlock.first(block.special) { return position &+ lane }
      position &+= ByteBlock.length
    }
    return nil
  }

  /// Returns a text that has an escape at a place, or a character beyond ASCII; nil where it has a
  /// mistake.
  @inline(never)
  private static func anyText(
    _ bytes: Span<UInt8>, _ start: Int, at place: Int
  ) -> FlatSlice? {
    let (end, hasEscapes) = JSONStrings.end(bytes, from: place, before: bytes.count)
    guard end < bytes.count, bytes.byte(at: end) == ASCII.quote else { return nil }
    return FlatSlice(hasEscapes ? .escaped : .text, start..<end)
  }
}
