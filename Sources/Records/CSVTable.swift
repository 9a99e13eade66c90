package import SourceText

/// One field of a CSV row: where it stands and how it is written.
package struct CSVField: Hashable, Sendable {
  /// The bytes of the field as written, with its quotes.
  package let range: Range<Int>
  package let isQuoted: Bool
  /// Tells whether a quote inside the quotes is written twice.
  let hasDoubledQuotes: Bool

  /// The bytes of the field without its quotes.
  var content: Range<Int> {
    isQuoted ? range.lowerBound + 1..<range.upperBound - 1 : range
  }

  package var isEmpty: Bool { content.isEmpty }
}

/// One row of a CSV file; it has as many fields as the header.
package struct CSVRow: Hashable, Sendable {
  /// The number of the line on which the row begins, from 1.
  package let line: Int
  /// The bytes of the row, without its line end.
  package let range: Range<Int>
  /// The places of its fields among the fields of the table.
  let fields: Range<Int>
}

/// A CSV file: its header, and those of its rows that were read without a mistake.
package struct CSVTable: Hashable, Sendable {
  /// The whole file; ranges count from its start.
  package let bytes: [UInt8]
  package let header: CSVRow
  package let rows: [CSVRow]
  /// The fields of all rows, one row after the other.
  let allFields: [CSVField]

  /// Returns the fields of a row, as many as the header has.
  package func fields(of row: CSVRow) -> ArraySlice<CSVField> { allFields[row.fields] }

  /// Returns what a field says: without its quotes, doubled quotes made single.
  package func text(of field: CSVField) -> String {
    String(decoding: Self.text(of: field, in: bytes), as: UTF8.self)
  }

  static func text(of field: CSVField, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let content = bytes[field.content]
    return field.hasDoubledQuotes ? undoubled(content)[...] : content
  }

  /// Returns a text with every second quote left out.
  static func undoubled(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      decoded.append(text[index])
      index += text[index] == ASCII.quote ? 2 : 1
    }
    return decoded
  }
}

extension CSVTable {
  /// Returns the names of columns that a line consists of, the first of its file without the line end;
  /// nil where it is not a row by itself.
  package static func names(inHeader line: [UInt8]) -> [[UInt8]]? {
    let mark = TextEncoding.hasByteOrderMark(line) ? 3 : 0
    let header = Array(line[mark...]) + [ASCII.lineFeed]
    return CSVReader.fields(ofRow: header).map { $0.map { Array(text(of: $0, in: header)) } }
  }

  /// Whether a line, without its line end, is a row by itself.
  package static func isRow(_ line: [UInt8]) -> Bool {
    CSVReader.fields(ofRow: line + [ASCII.lineFeed]) != nil
  }

  /// Returns where the last row ends that is whole, from where a row begins in a text that may go on:
  /// there where none is. Nil where a row has a mistake, after which it may be open where others begin.
  package static func endOfRows(in text: [UInt8], from start: Int) -> Int? {
    CSVReader.endOfRows(in: text, from: start)
  }

  /// Returns the table that a file consists of; nil where its header holds a mistake.
  ///
  /// A row with a mistake is left out. Where a mistake leaves open where rows begin, all rows from
  /// there on are left out.
  package static func reading(_ file: SourceFile, id: FileID) -> Diagnosed<CSVTable?> {
    var reader = CSVReader(file, id: id)
    return reader.readTable()
  }
}
