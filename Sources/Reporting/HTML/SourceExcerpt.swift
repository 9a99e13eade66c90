internal import SourceText

extension SourceFiles {
  /// Returns the lines of a range, moved to the left as far as they all can be.
  func lines(of range: SourceRange) -> [String] {
    let file = self[range.file]
    let first = file.position(at: range.lower).line
    let last = file.position(at: max(range.lower, range.upper - 1)).line
    let lines = (first...last).map { file.line($0) }
    let indent = lines.filter { !$0.allSatisfy(isSpace) }.map { $0.prefix(while: isSpace).count }
      .min()
    return lines.map { String(decoding: $0.dropFirst(indent ?? 0), as: UTF8.self) }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") }
}
