internal import SourceText

/// Reads a CSV file by RFC 4180, byte by byte, except that lines may also end in LF alone.
struct CSVReader {
  /// How the reading of a field ended.
  private enum Ending {
    /// At a comma, a line end or the end of the file.
    case atDelimiter
    /// At a mistake after which the next row begins with the next line.
    case atBrokenRow
    /// At a mistake after which nobody can say where rows begin.
    case atBrokenFile
  }

  private let bytes: [UInt8]
  private let id: FileID
  private let fieldLimit: Int
  private let linesLeftOut: Int
  private var position = 0
  private var line: Int
  private var fields: [CSVField] = []
  private var rowIsSound = true
  private var mistakes = MistakeList()

  init(_ file: SourceFile, id: FileID, fieldLimit: Int = CSVLimits.fields) {
    self.fieldLimit = fieldLimit
    bytes = file.bytes
    line = file.firstLine
    linesLeftOut = file.linesLeftOut
    self.id = id
  }

  mutating func readTable() -> Diagnosed<CSVTable?> {
    if TextEncoding.looksLikeUTF16(bytes) {
      return Diagnosed(nil, [.textInUTF16(at: range(0..<2))])
    }
    if TextEncoding.hasByteOrderMark(bytes) { position = 3 }
    guard position < bytes.count else {
      return Diagnosed(nil, [.csvNoHeader(at: range(position..<position))])
    }
    let header = readRow()
    if let header { checkNames(of: header) }
    guard let header, mistakes.isEmpty else { return Diagnosed(nil, mistakes.diagnostics) }
    line += linesLeftOut
    let rows = readRows(width: header.fields.count, header: header)
    let table = CSVTable(bytes: bytes, header: header, rows: rows, allFields: fields)
    return Diagnosed(table, mistakes.diagnostics)
  }

  // MARK: - Rows

  /// Returns the fields of a text that is one row with its line end; nil where it has a mistake, or is
  /// not a row by itself.
  static func fields(ofRow text: [UInt8]) -> [CSVField]? {
    var reader = CSVReader(SourceFile(path: "", bytes: text), id: FileID(0))
    guard reader.readRow() != nil, reader.position == text.count else { return nil }
    return reader.fields
  }

  /// As `CSVTable` has it.
  static func endOfRows(in text: [UInt8], from start: Int) -> Int? {
    let file = SourceFile(path: "", bytes: text, firstLine: 1, lineStarts: [0])
    var reader = CSVReader(file, id: FileID(0))
    reader.position = start
    var end = start
    while reader.position < text.count {
      let isSound = reader.readRow() != nil
      guard reader.position < text.count || text.last == ASCII.lineFeed && isSound else { break }
      guard isSound else { return nil }
      end = reader.position
      reader.fields.removeAll(keepingCapacity: true)
    }
    return end
  }

  private mutating func readRows(width: Int, header: CSVRow) -> [CSVRow] {
    var rows: [CSVRow] = []
    while position < bytes.count, !mistakes.isFull {
      guard let row = readRow() else { continue }
      guard fields.count <= fieldLimit else {
        report(.csvTooManyFields(limit: fieldLimit, at: range(row.range)))
        return rows
      }
      if row.fields.count == width {
        rows.append(row)
      } else {
        fields.removeLast(row.fields.count)
        report(
          .csvRaggedRow(
            expected: width, found: row.fields.count, isBlank: row.range.isEmpty,
            header: range(header.range), at: range(row.range)))
      }
    }
    return rows
  }

  /// Reads the row at the current position with its line end; nil where a mistake was reported.
  private mutating func readRow() -> CSVRow? {
    let start = position
    let firstLine = line
    let firstField = fields.count
    rowIsSound = true
    repeat {
      switch readField() {
      case .atDelimiter: break
      case .atBrokenRow: skipToLineFeed()
      case .atBrokenFile: position = bytes.count
      }
    } while takeComma()
    let range = start..<position
    takeLineEnd()
    guard rowIsSound else {
      fields.removeLast(fields.count - firstField)
      return nil
    }
    return CSVRow(line: firstLine, range: range, fields: firstField..<fields.count)
  }

  private mutating func takeComma() -> Bool {
    guard position < bytes.count, bytes[position] == ASCII.comma else { return false }
    position += 1
    return true
  }

  private mutating func takeLineEnd() {
    guard position < bytes.count else { return }
    if bytes[position] == ASCII.carriageReturn { position += 1 }
    position += 1
    line += 1
  }

  private mutating func skipToLineFeed() {
    while position < bytes.count, bytes[position] != ASCII.lineFeed { position += 1 }
  }

  // MARK: - Fields

  private mutating func readField() -> Ending {
    position < bytes.count && bytes[position] == ASCII.quote ? readQuotedField() : readBareField()
  }

  private mutating func readBareField() -> Ending {
    let start = position
    while true {
      position = Self.endOfPlainText(bytes.span, from: position)
      guard position < bytes.count, !isDelimiter(bytes[position]) else { break }
      if bytes[position] == ASCII.quote {
        report(.csvQuoteInBareField(at: range(position..<position + 1)))
        return .atBrokenRow
      }
      readCharacter()
    }
    fields.append(CSVField(range: start..<position, isQuoted: false, hasDoubledQuotes: false))
    return endingAtDelimiter()
  }

  private mutating func readQuotedField() -> Ending {
    let start = position
    var hasDoubledQuotes = false
    position += 1
    while position < bytes.count {
      if bytes[position] != ASCII.quote {
        readQuotedCharacter()
        position = Self.endOfPlainText(bytes.span, from: position)
      } else if position + 1 < bytes.count, bytes[position + 1] == ASCII.quote {
        hasDoubledQuotes = true
        position += 2
      } else {
        position += 1
        fields.append(
          CSVField(range: start..<position, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes))
        return endingAfterQuote()
      }
    }
    report(.csvUnclosedQuote(at: range(start..<start + 1)))
    return .atBrokenFile
  }

  private mutating func readQuotedCharacter() {
    switch bytes[position] {
    case ASCII.lineFeed:
      line += 1
      position += 1
    case ASCII.carriageReturn, ASCII.comma: position += 1
    default: readCharacter()
    }
  }

  /// Reads one scalar; a malformed or a control character spoils the row, not its structure.
  private mutating func readCharacter() {
    let byte = bytes[position]
    if byte < ASCII.space, byte != ASCII.tab {
      report(.csvControlCharacter(bytes[position...position], at: range(position..<position + 1)))
      position += 1
    } else if byte < 0x80 {
      position += 1
    } else {
      let length = TextEncoding.scalarLength(in: bytes.span, at: position, before: bytes.count)
      if length == nil { report(.csvInvalidUTF8(at: range(position..<position + 1))) }
      position += length ?? 1
    }
  }

  /// Returns the first index from which a field may end or go wrong.
  private static func endOfPlainText(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < ASCII.space || byte >= 0x80 || byte == ASCII.quote || byte == ASCII.comma { break }
      index += 1
    }
    return index
  }

  private func isDelimiter(_ byte: UInt8) -> Bool {
    byte == ASCII.comma || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
  }

  private mutating func endingAfterQuote() -> Ending {
    guard position < bytes.count, !isDelimiter(bytes[position]) else { return endingAtDelimiter() }
    let found = TextEncoding.scalarRange(in: bytes, at: position, before: bytes.count)
    report(.csvTextAfterQuote(bytes[found], at: range(found)))
    return .atBrokenFile
  }

  /// Makes sure that a carriage return at the current position is the first half of a line end.
  private mutating func endingAtDelimiter() -> Ending {
    guard position < bytes.count, bytes[position] == ASCII.carriageReturn else {
      return .atDelimiter
    }
    if position + 1 < bytes.count, bytes[position + 1] == ASCII.lineFeed { return .atDelimiter }
    report(.csvLoneCarriageReturn(at: range(position..<position + 1)))
    return .atBrokenRow
  }

  // MARK: - Mistakes

  private func range(_ range: Range<Int>) -> SourceRange {
    SourceRange(file: id, lower: range.lowerBound, upper: range.upperBound)
  }

  /// Reports a mistake in the current row, the first of a row only.
  private mutating func report(_ diagnostic: Diagnostic) {
    if rowIsSound { mistakes.append(diagnostic) }
    rowIsSound = false
  }

  private mutating func checkNames(of header: CSVRow) {
    var names = DuplicateNames()
    for index in header.fields {
      if fields[index].isEmpty {
        mistakes.append(.csvEmptyColumnName(at: range(fields[index].range)))
      } else {
        names.add(tag: index, decoded: Array(CSVTable.text(of: fields[index], in: bytes)))
      }
    }
    for (first, again) in names.repetitions(in: bytes) {
      let name = CSVTable.text(of: fields[again], in: bytes)
      mistakes.append(
        .csvDuplicateColumn(
          name, first: range(fields[first].range), at: range(fields[again].range)))
    }
  }
}
