internal import ContractCheck
internal import Records
internal import SourceText
internal import Synchronization

/// Cuts a file of documents into pieces that can be decided one by one: whole lines or rows where each of
/// those is a document, else all of it. A class, as whoever decides takes the next one, on any thread.
final class DocumentPieces: Sendable {
  /// How far the file was read.
  private struct Place {
    /// The bytes after the last whole document.
    var rest: [UInt8] = []
    var line = 1
    /// The header of a table with its line end, once it was read.
    var header: [UInt8] = []
    /// Whether the rest is one piece, as it is open where its rows begin.
    var isInOne = false
    var isOver = false
    /// Whether a piece was handed on: of a file without a byte it is one without a byte.
    var isBegun = false
    var failure: FileError?
    /// What all bytes together are known by, where somebody asks.
    var digest: SHA256?
  }

  private let path: String
  private let file: IncomingFile
  private let unit: DocumentUnit
  /// Whether all of the file is one piece, of which nothing can be decided at once.
  let isShort: Bool
  private let place: Mutex<Place>
  /// As many zeros as bytes are asked for at once: some forty contracts, or all of a short file, as what
  /// is asked for is memory that has to be there.
  private let blank: [UInt8]
  private static let mostAtOnce = 1 << 18
  /// Of a table an eighth of that, as its rows are short: some hundreds.
  private static let mostOfTable = 1 << 15
  /// The most bytes of one document on a line.
  private static let lineLimit = 64 << 20
  /// Of a table with a longer row the rest is one piece: where that ends is looked for anew each time.
  private static let longestRow = 1 << 20

  init(_ file: IncomingFile, called path: String, cutInto unit: DocumentUnit, takesDigest: Bool) {
    self.path = path
    self.file = file
    self.unit = unit
    let most = unit == .row ? Self.mostOfTable : Self.mostAtOnce
    isShort = file.size.map { $0 < most } ?? false
    let chunk = min(most, file.size.map { $0 + 1 } ?? most)
    blank = [UInt8](repeating: 0, count: chunk)
    place = Mutex(Place(digest: takesDigest ? SHA256() : nil))
  }

  /// Why the file could not be read on.
  var failure: FileError? { place.withLock(\.failure) }

  /// What all bytes together are known by, where somebody asks.
  var digest: SHA256? { place.withLock(\.digest) }

  /// Ends the file before its end: nobody asks what stands further on.
  func stop() {
    place.withLock { place in
      place.isBegun = true
      place.rest = []
      place.isOver = true
    }
  }

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
      let limit = unit == .line ? Self.lineLimit : InputFinder.recordLimit
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
      let filled = bytes.count
      bytes += blank
      let count = try file.fill(&bytes, filled..<bytes.count)
      bytes.removeLast(blank.count - count)
      place.digest?.add(Array(bytes[filled...]))
      place.isOver = count == 0
      end = endOfDocuments(in: bytes, after: filled, &place)
    }
    if place.isOver { end = bytes.count }
    guard end > 0 || !place.isBegun else { return nil }
    place.isBegun = true
    place.rest = Array(bytes[end...])
    bytes.removeLast(bytes.count - end)
    return piece(bytes, &place)
  }

  /// Returns where the last whole document ends among bytes of which so many were looked at before; 0
  /// where none does.
  private func endOfDocuments(in bytes: [UInt8], after filled: Int, _ place: inout Place) -> Int {
    switch unit {
    case .file: return 0
    case .line:
      // What begins with blank lines only is blank to its end.
      let isBlank = filled == 0 ? bytes.isBlank : bytes[filled...].isBlank
      guard place.isBegun || !isBlank else { return 0 }
      return bytes[filled...].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    case .row: return endOfRows(in: bytes, &place)
    }
  }

  private func endOfRows(in bytes: [UInt8], _ place: inout Place) -> Int {
    guard !place.isInOne else { return 0 }
    if place.header.isEmpty {
      guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return 0 }
      place.header = Array(bytes[...end])
      // One of several lines, or with a mistake, is understood with the rest.
      let header = SourceFile(path: path, bytes: place.header)
      place.isInOne = CSVTable.reading(header, id: FileID(0)).value == nil
      if place.isInOne { return 0 }
    }
    let start = place.line == 1 ? place.header.count : 0
    guard let end = CSVTable.endOfRows(in: bytes, from: start) else {
      place.isInOne = true
      return 0
    }
    place.isInOne = bytes.count - end > Self.longestRow
    return end > start ? end : 0
  }

  private func piece(_ bytes: [UInt8], _ place: inout Place) -> SourceFile {
    let isHeaded = place.line == 1 || unit != .row
    let text = isHeaded ? bytes : place.header + bytes
    let piece = SourceFile(
      path: path, bytes: text, firstLine: isHeaded ? place.line : 1,
      linesLeftOut: isHeaded ? 0 : place.line - 2, lineStarts: LineStarts.of(text))
    place.line += piece.lineCount - (isHeaded ? 1 : 2)
    return piece
  }
}
