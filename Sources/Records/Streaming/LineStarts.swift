/// Finds where lines begin in a text of many, thirty-two bytes at a time where none does.
package enum LineStarts {
  /// Returns 0, and every offset after a line feed.
  package static func of(_ text: [UInt8]) -> [Int] {
    let bytes = text.span
    var starts = [0]
    var index = 0
    while let block = bytes.block(at: index) {
      let first = block.equal(to: ASCII.lineFeed)
      if let second = bytes.block(at: index &+ ByteBlock.length)?.equal(to: ASCII.lineFeed),
        ByteBlock.first(first .| second) == nil
      {
        index &+= 2 * ByteBlock.length
        continue
      }
      var found = ByteBlock.bits(first)
      while found != 0 {
        starts.append(index + found.trailingZeroBitCount + 1)
        found &= found &- 1
      }
      index &+= ByteBlock.length
    }
    while index < bytes.count {
      if bytes.byte(at: index) == ASCII.lineFeed { starts.append(index + 1) }
      index += 1
    }
    return starts
  }

  /// Returns the offset of the first line feed from one on, or that of the end.
  static func end(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while let block = bytes.block(at: index) {
      if let lane = ByteBlock.first(block.equal(to: ASCII.lineFeed)) { return index + lane }
      index &+= ByteBlock.length
    }
    while index < bytes.count, bytes.byte(at: index) != ASCII.lineFeed { index += 1 }
    return index
  }
}
