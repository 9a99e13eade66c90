/// The lines of a file, read in pieces, so that no more of it than a line is in memory.
struct LineReader {
  /// Bytes that are asked for at once.
  private static let chunk = 1 << 16

  private let file: IncomingFile
  private var buffer: [UInt8] = []
  private var start = 0

  init(_ file: IncomingFile) { self.file = file }

  /// Returns the next line without its end; nil where the file ends, which must be after a line.
  mutating func next() throws(FileError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      buffer.removeSubrange(..<start)
      start = 0
      searched = buffer.count
      guard searched <= InputFinder.recordLimit else {
        throw .tooLarge(limit: InputFinder.recordLimit)
      }
      let more = try file.read(Self.chunk)
      if more.isEmpty { return nil }
      buffer += more
    }
  }

  func close() { file.close() }
}
