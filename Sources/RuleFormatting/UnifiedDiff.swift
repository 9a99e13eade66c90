internal import SourceText

extension LayoutDifference {
  /// Lines around a change that are shown for orientation.
  private static let context = 3

  /// Returns the difference as `patch` reads it; nothing where there is none.
  package func unified(path: String) -> [UInt8] {
    let hunks = self.hunks
    guard !hunks.isEmpty else { return [] }
    let name = VisibleText.escaping(path)
    var bytes = Array("--- \(name)\n+++ \(name)\n".utf8)
    var old = 0
    var new = 0
    var next = 0
    for hunk in hunks {
      let skipped = hunk.lowerBound - next
      old += skipped
      new += skipped
      let oldCount = lines[hunk].count { $0.change != .added }
      let newCount = lines[hunk].count { $0.change != .removed }
      bytes += Array("@@ -\(span(old, oldCount)) +\(span(new, newCount)) @@\n".utf8)
      bytes += written(hunk)
      old += oldCount
      new += newCount
      next = hunk.upperBound
    }
    return bytes
  }

  /// Ranges of lines with all changes and what is around them.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in lines.enumerated() where line.change != .none {
      let lower = max(0, index - Self.context)
      let upper = min(lines.count, index + 1 + Self.context)
      if let last = hunks.last, lower <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<upper
      } else {
        hunks.append(lower..<upper)
      }
    }
    return hunks
  }

  private func span(_ start: Int, _ count: Int) -> String {
    "\(count == 0 ? start : start + 1),\(count)"
  }

  /// What is removed stands before what takes its place.
  private func written(_ hunk: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    var added: [Line] = []
    for line in lines[hunk] {
      switch line.change {
      case .added: added.append(line)
      case .removed: bytes += written(line, "-")
      case .none:
        bytes += added.flatMap { written($0, "+") }
        added = []
        bytes += written(line, " ")
      }
    }
    return bytes + added.flatMap { written($0, "+") }
  }

  private func written(_ line: Line, _ sign: String) -> [UInt8] {
    Array(sign.utf8) + line.bytes
      + Array((line.isEnded ? "\n" : "\n\\ No newline at end of file\n").utf8)
  }
}
