internal import RuleSyntax
internal import SourceText

/// The tokens of a file with their spelling, and the physical lines that they stand on.
struct TokenText {
  let bytes: [UInt8]
  /// Without the end of the file.
  let tokens: [Token]
  /// The spelling of each token that is a word; empty for the others.
  let words: [String]
  /// Where each physical line begins, without a byte order mark.
  let lineStarts: [Int]
  /// The physical line of each token, counted from 0.
  let lines: [Int]

  init(_ source: SourceFile, tokens: [Token]) {
    let bytes = source.bytes
    self.bytes = bytes
    self.tokens = tokens.filter { $0.kind != .endOfFile }
    words = self.tokens.map { token in
      guard token.kind == .word else { return "" }
      return String(decoding: bytes[token.lower..<token.upper], as: UTF8.self)
    }
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
    var line = 0
    lines = self.tokens.map { token in
      while line + 1 < starts.count, starts[line + 1] <= token.lower { line += 1 }
      return line
    }
  }

  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    guard tokens.indices.contains(index), case .mark(let byte) = tokens[index].kind
    else { return false }
    return UInt32(byte) == mark.value
  }

  func isWord(_ index: Int, _ word: String) -> Bool {
    words.indices.contains(index) && words[index] == word
  }

  func spelling(_ index: Int) -> ArraySlice<UInt8> {
    bytes[tokens[index].lower..<tokens[index].upper]
  }

  /// The bytes of physical lines, without the end of the last.
  func bytes(ofLines lines: ClosedRange<Int>) -> ArraySlice<UInt8> {
    let isLast = lines.upperBound + 1 >= lineStarts.count
    let end = isLast ? bytes.count : lineStarts[lines.upperBound + 1] - 1
    return bytes[lineStarts[lines.lowerBound]..<max(lineStarts[lines.lowerBound], end)]
  }

  /// The physical line that an offset lies on.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  func isBlank(line: Int) -> Bool { bytes(ofLines: line...line).allSatisfy(\.isSpace) }
}

extension UInt8 {
  /// Whether the byte is a space, a tab or a line end.
  var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }
}

extension ArraySlice<UInt8> {
  /// The bytes without the spaces at both ends.
  var trimmed: ArraySlice<UInt8> {
    let front = drop(while: \.isSpace)
    let end = front.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? front.startIndex
    return front[..<end]
  }
}
