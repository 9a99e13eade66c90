/// The text of one line of NDJSON between its values, as the lines after it will most likely have it.
struct FlatTemplate: Sendable {
  /// A text between values: its first block, which most have alone.
  private struct FixedText: Sendable {
    let first: FixedBlock
    let length: Int
    /// Where its further blocks are, among those of all texts.
    let others: Range<Int>

    init(_ text: ArraySlice<UInt8>, in blocks: inout [FixedBlock]) {
      first = FixedBlock(text.prefix(ByteBlock.length))
      length = text.count
      let begun = blocks.count
      for start in stride(from: ByteBlock.length, to: length, by: ByteBlock.length) {
        blocks.append(FixedBlock(text.dropFirst(start).prefix(ByteBlock.length)))
      }
      others = begun..<blocks.count
    }
  }

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
  /// From the last value to the end of the line.
  private let tail: FixedText
  /// The further blocks of all texts, one text after the other.
  private let blocks: [FixedBlock]

  /// Makes the template of a line that was read without a mistake; nil where values nest, or a field
  /// is one that the recipe does not take.
  init?(_ document: JSONDocument, recipe place: Int, _ recipe: FlatRecipe) {
    var blocks: [FixedBlock] = []
    var gaps: [Gap] = []
    var position = document.root.range.lowerBound
    guard document.root.kind == .object else { return nil }
    for (key, value) in document.members(of: document.root) {
      let name = Array(document.text(of: key).utf8)
      // The kind of a line decides its recipe, and so is part of the template.
      if name.elementsEqual("record".utf8), recipe.others != nil { continue }
      let input = recipe.inputs.firstIndex(of: name)
      if input == nil, let others = recipe.others, !others.contains(name) { return nil }
      let isText: Bool
      switch value.kind {
      case .string: isText = true
      case .number: isText = false
      case .null, .yes, .no, .array, .object:
        // Values that cannot vary stay in the text; what is not stated is no plain record.
        guard input == nil, recipe.others == nil, value.childCount == 0 else { return nil }
        continue
      }
      if !isText, input == nil, recipe.others != nil { return nil }
      let quote = isText ? 1 : 0
      let start = value.range.lowerBound + quote
      let text = FixedText(document.bytes[position..<start], in: &blocks)
      gaps.append(Gap(text: text, input: input ?? -1, isText: isText))
      position = value.range.upperBound - quote
    }
    let stated = gaps.map(\.input).filter { $0 >= 0 }
    guard Set(stated).isSuperset(of: recipe.needed), Set(stated).count == stated.count else {
      return nil
    }
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
    let (gaps, blocks, stride, room) = (gaps.span, blocks.span, found.stride, found.room)
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
      guard let value = Self.pass(gaps[place].text, bytes, position, blocks) else { return nil }
      let (isText, input) = (gaps[place].isText, gaps[place].input)
      let found = isText ? Self.endOfText(bytes, from: value) : PlainNumber.end(bytes, from: value)
      guard let end = found else { return nil }
      if input >= 0 { slices[row &+ input] = FlatSlice(isText ? .text : .number, value..<end) }
      position = end
    }
    return Self.pass(tail, bytes, position, blocks)
  }

  /// Returns the offset after a text; nil where something else stands there.
  @inline(__always)
  private static func pass(
    _ text: FixedText, _ bytes: Span<UInt8>, _ start: Int, _ blocks: Span<FixedBlock>
  ) -> Int? {
    guard let block = bytes.block(at: start), text.first.isEqual(to: block) else { return nil }
    if text.length > ByteBlock.length {
      var position = start
      for place in text.others {
        position &+= ByteBlock.length
        guard let block = bytes.block(at: position), blocks[place].isEqual(to: block) else {
          return nil
        }
      }
    }
    return start &+ text.length
  }

  /// Returns where a plain text ends with its quote; nil where it is not plain.
  @inline(__always)
  private static func endOfText(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while let block = bytes.block(at: position) {
      if let lane = ByteBlock.first(block.special) {
        let end = position &+ lane
        return bytes.byte(at: end) == ASCII.quote ? end : nil
      }
      position &+= ByteBlock.length
    }
    return nil
  }
}
