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

/// Reads files that hold one JSON text on each line, ended by LF or CRLF.
package enum NDJSONReader {
  /// Returns the lines of a file that are not blank.
  package static func reading(_ file: SourceFile, id: FileID) -> [NDJSONLine] {
    let bytes = file.bytes
    var lines: [NDJSONLine] = []
    var number = 1
    var start = TextEncoding.hasByteOrderMark(bytes) ? 3 : 0
    while start < bytes.count {
      var end = start
      var isBlank = true
      while end < bytes.count, bytes[end] != ASCII.lineFeed {
        isBlank = isBlank && isSpace(bytes[end])
        end += 1
      }
      if !isBlank {
        let range = start..<withoutCarriageReturn(bytes, start..<end)
        let document = JSONDocument.reading(file, id: id, within: range)
        lines.append(NDJSONLine(number: number, range: range, document: document))
        if number == 1, TextEncoding.looksLikeUTF16(bytes) { return lines }
      }
      start = end + 1
      number += 1
    }
    return lines
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == ASCII.space || byte == ASCII.tab || byte == ASCII.carriageReturn
  }

  private static func withoutCarriageReturn(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
    bytes[line].last == ASCII.carriageReturn ? line.upperBound - 1 : line.upperBound
  }
}
