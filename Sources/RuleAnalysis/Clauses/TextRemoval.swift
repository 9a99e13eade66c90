import SourceText

// Where a condition is taken away, what joined it to others goes with it, and comments stay.
extension SourceFile {
  /// A change that takes a condition away from others that must be so with it.
  func removing(conjunct range: SourceRange) -> Fix? {
    if let line = wholeLines(of: range, after: ["require", "when"]) { return removal(of: line) }
    let and = Array("and".utf8)
    let start = skippingSpaces(before: range.lower)
    if bytes[..<start].hasSuffix(and), !hasComment(onLineBefore: start) {
      let lower = skippingSpaces(before: start - and.count)
      return removal(of: SourceRange(file: range.file, lower: lower, upper: range.upper))
    }
    let end = skippingSpaces(after: range.upper)
    guard bytes[end...].starts(with: and) else { return nil }
    let upper = skippingSpaces(after: end + and.count)
    return removal(of: SourceRange(file: range.file, lower: range.lower, upper: upper))
  }

  /// A change that takes away what stands on lines of its own, after a word.
  func removing(lines range: SourceRange, after word: String = "") -> Fix? {
    wholeLines(of: range, after: [word]).flatMap { removal(of: $0) }
  }

  /// The lines of a range with the last line's end, where nothing else stands on them but one of
  /// some words before it.
  private func wholeLines(of range: SourceRange, after words: [String]) -> SourceRange? {
    var lower = range.lower
    while lower > 0, bytes[lower - 1] != UInt8(ascii: "\n") { lower -= 1 }
    var upper = range.upper
    while upper < bytes.count, bytes[upper] != UInt8(ascii: "\n") { upper += 1 }
    let before = bytes[lower..<range.lower].filter { !$0.isSpace }
    guard words.contains(String(decoding: before, as: UTF8.self)),
      bytes[range.upper..<upper].allSatisfy(\.isSpace)
    else { return nil }
    return SourceRange(file: range.file, lower: lower, upper: min(upper + 1, bytes.count))
  }

  /// A change that takes a range away; nil where a comment stands in it.
  private func removal(of range: SourceRange) -> Fix? {
    let hasComment = bytes[range.lower..<range.upper].hasComment
    return hasComment ? nil : Fix(range)
  }

  private func hasComment(onLineBefore offset: Int) -> Bool {
    bytes[..<offset].suffix { $0 != UInt8(ascii: "\n") }.hasComment
  }

  private func skippingSpaces(before offset: Int) -> Int {
    var offset = offset
    while offset > 0, bytes[offset - 1].isSpace { offset -= 1 }
    return offset
  }

  private func skippingSpaces(after offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset].isSpace { offset += 1 }
    return offset
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { [0x20, 0x09, 0x0A, 0x0D].contains(self) }
}

extension ArraySlice<UInt8> {
  /// Whether two strokes stand in it, which begin a comment everywhere but within a text.
  fileprivate var hasComment: Bool {
    zip(self, dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: "/") }
  }

  fileprivate func hasSuffix(_ end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }

  fileprivate func suffix(_ isKept: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, isKept(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
