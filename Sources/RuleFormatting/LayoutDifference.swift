internal import SourceText

/// The lines in which a layout differs from a text.
///
/// Both are the same without their spaces, so that each line of the one has its place in the other:
/// nothing has to be searched for.
package struct LayoutDifference {
  enum Change { case none, removed, added }

  struct Line {
    let change: Change
    let bytes: ArraySlice<UInt8>
    /// Whether the file goes on after it.
    let isEnded: Bool
  }

  private(set) var lines: [Line] = []

  /// Makes the difference of two texts of equally many lines, each of which takes the place of one.
  package init(replacingLinesOf old: [UInt8], with new: [UInt8]) {
    for (line, other) in zip(PlacedLine.all(of: old), PlacedLine.all(of: new)) {
      guard line.bytes != other.bytes else {
        lines.append(Line(change: .none, bytes: line.bytes, isEnded: line.isEnded))
        continue
      }
      lines.append(Line(change: .removed, bytes: line.bytes, isEnded: line.isEnded))
      lines.append(Line(change: .added, bytes: other.bytes, isEnded: other.isEnded))
    }
  }

  package init(from old: [UInt8], to new: [UInt8]) {
    let olds = PlacedLine.all(of: old)
    let news = PlacedLine.all(of: new)
    var index = 0
    var other = 0
    while index < olds.count || other < news.count {
      let line = index < olds.count ? olds[index] : nil
      let counterpart = other < news.count ? news[other] : nil
      if let line, let counterpart, line == counterpart {
        lines.append(Line(change: .none, bytes: line.bytes, isEnded: line.isEnded))
        index += 1
        other += 1
        continue
      }
      if let line, line.end <= counterpart?.end ?? .max {
        lines.append(Line(change: .removed, bytes: line.bytes, isEnded: line.isEnded))
        index += 1
      }
      if let counterpart, counterpart.end <= line?.end ?? .max {
        lines.append(Line(change: .added, bytes: counterpart.bytes, isEnded: counterpart.isEnded))
        other += 1
      }
    }
  }
}

/// A line, and how many bytes that are no spaces come before its beginning and its end.
private struct PlacedLine: Equatable {
  let bytes: ArraySlice<UInt8>
  let isEnded: Bool
  let start: Int
  let end: Int

  static func all(of bytes: [UInt8]) -> [PlacedLine] {
    var lines: [PlacedLine] = []
    var position = 0
    var lower = 0
    while lower < bytes.count {
      let upper = bytes[lower...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[lower..<upper]
      let isMarked = lower == 0 && line.starts(with: [0xEF, 0xBB, 0xBF])
      let end = position + line.dropFirst(isMarked ? 3 : 0).count { !$0.isSpace }
      lines.append(
        PlacedLine(bytes: line, isEnded: upper < bytes.count, start: position, end: end))
      position = end
      lower = upper + 1
    }
    return lines
  }
}
