internal import ContractCheck
internal import Records
internal import SourceText

/// Cuts a file of documents into pieces that can be decided one by one: whole lines where each line is
/// a document, else all of it.
struct DocumentPieces {
  private let path: String
  private let file: IncomingFile
  private let isOfLines: Bool
  /// The bytes after the last whole line.
  private var rest: [UInt8] = []
  private var line = 1
  private var isOver = false
  /// What all bytes together are known by, where somebody asks.
  private(set) var digest: SHA256?

  /// Bytes that are asked for at once: some forty contracts, or all of a short file, as what is asked
  /// for is memory that has to be there.
  private let chunk: Int
  private let blank: [UInt8]
  private static let mostAtOnce = 1 << 18
  /// The most bytes of one document on a line.
  private static let lineLimit = 64 << 20

  init(_ file: IncomingFile, called path: String, isOfLines: Bool, takesDigest: Bool) {
    self.path = path
    self.file = file
    self.isOfLines = isOfLines
    chunk = min(Self.mostAtOnce, file.size.map { $0 + 1 } ?? Self.mostAtOnce)
    blank = [UInt8](repeating: 0, count: chunk)
    digest = takesDigest ? SHA256() : nil
  }

  /// Returns the next piece; nil at the end.
  mutating func next() throws(FileError) -> SourceFile? {
    var bytes = rest
    rest = []
    var end = 0
    while !isOver, end == 0 {
      let limit = isOfLines ? Self.lineLimit : InputFinder.recordLimit
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
      let filled = bytes.count
      bytes += blank
      let count = try file.fill(&bytes, filled..<filled + chunk)
      bytes.removeLast(chunk - count)
      digest?.add(Array(bytes[filled...]))
      isOver = count == 0
      if isOfLines, let last = bytes[filled...].lastIndex(of: UInt8(ascii: "\n")) {
        end = last + 1
      }
    }
    if isOver { end = bytes.count }
    guard end > 0 else { return nil }
    rest = Array(bytes[end...])
    bytes.removeLast(bytes.count - end)
    let piece = SourceFile(
      path: path, bytes: bytes, firstLine: line, lineStarts: LineStarts.of(bytes))
    line += piece.lineCount - 1
    return piece
  }
}
