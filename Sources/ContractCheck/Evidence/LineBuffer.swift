import Records

/// Whole lines, with room behind them.
struct LinePiece: Sendable {
  var bytes: [UInt8]
  var bounds: Range<Int>
}

/// Cuts a file into pieces of whole lines, each read into a buffer of its own.
struct LineBuffer: Sendable {
  private let fill: RecordStream.Reading
  /// The bytes after the last whole line.
  private var rest: [UInt8] = []
  private var isOver = false
  /// Why there are no more lines before the end of the file.
  enum Failure {
    /// It could not be read on.
    case unreadable
    /// A line is longer than any that is read by itself.
    case longLine
  }
  private(set) var failure: Failure?

  /// Bytes of a piece.
  private let size: Int
  /// Room behind the lines, so that words can be read at their ends.
  private static let padding = 64
  /// Bytes of the piece that the first line is taken off.
  private static let firstSize = 1 << 14
  /// A longer line is not read by itself.
  private static let mostBytesOfLine = 64 << 20
  private let longestLine: Int

  init(
    _ fill: @escaping RecordStream.Reading, size: Int, longestLine: Int = Self.mostBytesOfLine
  ) {
    self.fill = fill
    self.size = size
    self.longestLine = longestLine
  }

  /// Takes the first line off; nil where there is none.
  mutating func firstLine() -> [UInt8]? {
    // What is read beyond it is put before the next lines.
    guard let piece = next(reusing: [], size: min(size, Self.firstSize)) else { return nil }
    let bytes = piece.bytes[piece.bounds]
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    rest = Array(bytes[(end + 1)...]) + rest
    var line = Array(bytes[..<end])
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line
  }

  /// Returns the next lines; nil at the end of the file, and where it cannot be read on.
  mutating func next(reusing buffer: consuming [UInt8]) -> LinePiece? {
    next(reusing: buffer, size: size)
  }

  private mutating func next(reusing buffer: consuming [UInt8], size: Int) -> LinePiece? {
    guard failure == nil else { return nil }
    var bytes = buffer
    let wanted = max(size, 2 * rest.count) + 2 * Self.padding
    if bytes.count < wanted {
      bytes = [UInt8](repeating: 0, count: wanted)
    }
    // Reading is several times as fast where the first byte lies on a line of the cache.
    let start = ByteAlignment.offset(in: bytes, atLeast: rest.count)
    var end = start
    bytes.replaceSubrange((start - rest.count)..<start, with: rest)
    let lower = start - rest.count
    rest.removeAll(keepingCapacity: true)
    while !isOver {
      let room = bytes.count - Self.padding
      if end == room {
        // One line takes all of it.
        guard end - lower <= longestLine else {
          failure = .longLine
          return nil
        }
        bytes += [UInt8](repeating: 0, count: bytes.count)
        continue
      }
      guard let count = fill(&bytes, end..<room) else {
        failure = .unreadable
        return nil
      }
      isOver = count == 0
      end += count
      if end == room, let last = bytes[lower..<end].lastIndex(of: UInt8(ascii: "\n")) {
        rest += bytes[(last + 1)..<end]
        end = last + 1
        break
      }
    }
    guard end > lower else { return nil }
    guard !hasLongLine(bytes, lower..<end) else {
      failure = .longLine
      return nil
    }
    if bytes[end - 1] != UInt8(ascii: "\n") {
      bytes[end] = UInt8(ascii: "\n")
      end += 1
    }
    return LinePiece(bytes: bytes, bounds: lower..<end)
  }

  /// Whether a line is too long, wherever it stands among others.
  private func hasLongLine(_ bytes: [UInt8], _ bounds: Range<Int>) -> Bool {
    guard bounds.count > longestLine else { return false }
    return bytes[bounds].split(separator: UInt8(ascii: "\n")).contains { $0.count > longestLine }
  }
}
