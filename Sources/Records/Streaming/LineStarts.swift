/// Finds where lines begin in a text of many, thirty-two bytes at a time where none does.
package enum LineStarts {
  /// Returns 0, and every offset after a line feed.
  package static func of(_ text: [UInt8]) -> [Int] {
    let bytes = text.span
    var starts = [0]
    var index = 0
    while index + 8 <= bytes.count {
      while index + 32 <= bytes.count, !hasLineFeed(bytes, at: index) { index += 32 }
      guard index + 8 <= bytes.count else { break }
      var found = ByteLanes.equal(bytes.word(at: index), to: UInt64(ASCII.lineFeed))
      while found != 0 {
        let place = index + found.trailingZeroBitCount / 8
        // Only the first lane that is found is sure to be one.
        if bytes.byte(at: place) == ASCII.lineFeed { starts.append(place + 1) }
        found &= found &- 1
      }
      index += 8
    }
    while index < bytes.count {
      if bytes.byte(at: index) == ASCII.lineFeed { starts.append(index + 1) }
      index += 1
    }
    return starts
  }

  /// Whether some of thirty-two bytes is a line feed.
  @inline(__always)
  private static func hasLineFeed(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    let lineFeed = UInt64(ASCII.lineFeed)
    let first =
      ByteLanes.equal(bytes.word(at: index), to: lineFeed)
      | ByteLanes.equal(bytes.word(at: index + 8), to: lineFeed)
    let second =
      ByteLanes.equal(bytes.word(at: index + 16), to: lineFeed)
      | ByteLanes.equal(bytes.word(at: index + 24), to: lineFeed)
    return first | second != 0
  }
}
