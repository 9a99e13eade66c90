internal import ContractCheck
internal import Records
internal import SourceText
internal import Synchronization

/// Cuts a file of documents into pieces that can be decided one by one: whole lines where each line is
/// a document, else all of it. A class, as whoever decides takes the next one, on any thread.
final class DocumentPieces: Sendable {
  /// How far the file was read.
  private struct Place {
    /// The bytes after the last whole line.
    var rest: [UInt8] = []
    var line = 1
    var isOver = false
    var failure: FileError?
    /// What all bytes together are known by, where somebody asks.
    var digest: SHA256?
  }

  private let path: String
  private let file: IncomingFile
  private let isOfLines: Bool
  private let place: Mutex<Place>
  /// As many zeros as bytes are asked for at once: some forty contracts, or all of a short file, as what
  /// is asked for is memory that has to be there.
  private let blank: [UInt8]
  private static let mostAtOnce = 1 << 18
  /// The most bytes of one document on a line.
  private static let lineLimit = 64 << 20

  init(_ file: IncomingFile, called path: String, isOfLines: Bool, takesDigest: Bool) {
    self.path = path
    self.file = file
    self.isOfLines = isOfLines
    let chunk = min(Self.mostAtOnce, file.size.map { $0 + 1 } ?? Self.mostAtOnce)
    blank = [UInt8](repeating: 0, count: chunk)
    place = Mutex(Place(digest: takesDigest ? SHA256() : nil))
  }

  /// Why the file could not be read on.
  var failure: FileError? { place.withLock(\.failure) }

  /// What all bytes together are known by, where somebody asks.
  var digest: SHA256? { place.withLock(\.digest) }

  /// Returns the next piece; nil at the end, and where the file cannot be read on.
  func next() -> SourceFile? {
    place.withLock { place in
      guard place.failure == nil else { return nil }
      do throws(FileError) {
        return try read(&place)
      } catch {
        place.failure = error
        return nil
      }
    }
  }

  private func read(_ place: inout Place) throws(FileError) -> SourceFile? {
    var bytes = place.rest
    place.rest = []
    var end = 0
    while !place.isOver, end == 0 {
      let limit = isOfLines ? Self.lineLimit : InputFinder.recordLimit
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
      let filled = bytes.count
      bytes += blank
      let count = try file.fill(&bytes, filled..<bytes.count)
      bytes.removeLast(blank.count - count)
      place.digest?.add(Array(bytes[filled...]))
      place.isOver = count == 0
      if isOfLines, let last = bytes[filled...].lastIndex(of: UInt8(ascii: "\n")) {
        end = last + 1
      }
    }
    if place.isOver { end = bytes.count }
    guard end > 0 else { return nil }
    place.rest = Array(bytes[end...])
    bytes.removeLast(bytes.count - end)
    let piece = SourceFile(
      path: path, bytes: bytes, firstLine: place.line, lineStarts: LineStarts.of(bytes))
    place.line += piece.lineCount - 1
    return piece
  }
}
