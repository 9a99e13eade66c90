package import SourceText

/// One line of a file that holds a JSON text on each line.
package struct NDJSONLine: Sendable {
  /// The number of the line in its file, from 1.
  package let number: Int
  /// The bytes of the line, without its line end.
  package let range: Range<Int>
  /// What the line says, nil where it holds a mistake; other lines are not affected.
  package let document: Diagnosed<JSONDocument?>
}

/// Yields the lines, except blank ones, of a file with one JSON text on each, ended by LF or CRLF.
package struct NDJSONReader: Sequence, IteratorProtocol, Sendable {
  private let bytes: [UInt8]
  private var reader: JSONReader
  private(set) var position: Int
  /// The number of the line that was taken last.
  private(set) var number: Int

  package init(_ file: SourceFile, id: FileID) {
    bytes = file.bytes
    number = file.firstLine - 1
    reader = JSONReader(file, id: id)
    position = file.firstLine == 1 && TextEncoding.hasByteOrderMark(bytes) ? 3 : 0
  }

  package mutating func next() -> NDJSONLine? {
    while position < bytes.count {
      if let line = takeLine() { return line }
    }
    return nil
  }

  /// Passes over the next line, which was read elsewhere.
  mutating func pass(_ record: PlainRecord) {
    position = record.next
    number += 1
  }

  /// Reads one line with care; nil where it is blank.
  private mutating func takeLine() -> NDJSONLine? {
    let start = position
    var end = LineStarts.end(bytes.span, from: start)
    position = end + 1
    number += 1
    if bytes[start..<end].allSatisfy(isSpace) { return nil }
    if bytes[end - 1] == ASCII.carriageReturn { end -= 1 }
    let document = reader.readDocument(within: start..<end)
    // A file in UTF-16 has no lines that could be told apart: one mistake says it all.
    if document.diagnostics.first?.id == .textInUTF16 { position = bytes.count }
    return NDJSONLine(number: number, range: start..<end, document: document)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == ASCII.space || byte == ASCII.tab || byte == ASCII.carriageReturn
  }
}
