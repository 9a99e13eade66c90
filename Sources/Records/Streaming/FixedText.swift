/// A text that stands between values: its first block, which most have alone.
struct FixedText: Sendable {
  private let first: FixedBlock
  private let length: Int
  /// Where its further blocks are, among those of all texts.
  private let others: Range<Int>

  init(_ text: ArraySlice<UInt8>, in blocks: inout [FixedBlock]) {
    first = FixedBlock(text.prefix(ByteBlock.length))
    length = text.count
    let begun = blocks.count
    for start in stride(from: ByteBlock.length, to: length, by: ByteBlock.length) {
      blocks.append(FixedBlock(text.dropFirst(start).prefix(ByteBlock.length)))
    }
    others = begun..<blocks.count
  }

  /// Returns the offset after the text; nil where something else stands there, or no whole block.
  @inline(__always)
  func pass(_ bytes: Span<UInt8>, from start: Int, _ blocks: Span<FixedBlock>) -> Int? {
    guard let block = bytes.block(at: start), first.isEqual(to: block) else { return nil }
    if length > ByteBlock.length {
      var position = start
      for place in others {
        position &+= ByteBlock.length
        guard let block = bytes.block(at: position), blocks[place].isEqual(to: block) else {
          return nil
        }
      }
    }
    return start &+ length
  }
}
