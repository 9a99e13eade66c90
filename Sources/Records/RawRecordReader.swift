package import SourceText

/// Reads files of records in whichever format they are written.
package enum RawRecords {
  /// Returns the records of a file in order, without those that hold a mistake.
  package static func reading(
    _ file: SourceFile, id: FileID, format: RecordFormat
  ) -> Diagnosed<[RawRecord]> {
    var reader = RawRecordReader(file: file, id: id)
    let records =
      switch format {
      case .json: reader.readJSON()
      case .ndjson: reader.readNDJSON()
      case .csv: reader.readCSV()
      }
    return Diagnosed(records, reader.mistakes.diagnostics)
  }
}

/// Reads one file of records with care, and gathers what is wrong in how it is written.
struct RawRecordReader {
  /// The names of the columns of a table, with where they stand.
  typealias Columns = [(name: String, range: SourceRange)]

  let file: SourceFile
  let id: FileID
  private(set) var mistakes = MistakeList()

  init(file: SourceFile, id: FileID) {
    self.file = file
    self.id = id
  }

  mutating func readJSON() -> [RawRecord] {
    let read = JSONDocument.reading(file, id: id)
    mistakes.append(contentsOf: read.diagnostics)
    guard let document = read.value else { return [] }
    guard document.root.kind == .array else {
      return record(document.root, of: document).map { [$0] } ?? []
    }
    var records: [RawRecord] = []
    records.reserveCapacity(Int(document.root.childCount))
    for element in document.elements(of: document.root) where !mistakes.isFull {
      if let record = record(element, of: document) { records.append(record) }
    }
    return records
  }

  mutating func readNDJSON() -> [RawRecord] {
    var records: [RawRecord] = []
    for line in NDJSONReader(file, id: id) {
      if mistakes.isFull { break }
      if let record = record(on: line) { records.append(record) }
    }
    return records
  }

  /// Returns the record that a line states; nil where it holds a mistake.
  mutating func record(on line: NDJSONLine) -> RawRecord? {
    mistakes.append(contentsOf: line.document.diagnostics)
    return line.document.value.flatMap { record($0.root, of: $0, line: line.number) }
  }

  mutating func readCSV() -> [RawRecord] {
    guard let table = readTable() else { return [] }
    let columns = columns(of: table)
    return table.rows.map { record(of: $0, in: table, columns) }
  }

  mutating func readTable() -> CSVTable? {
    let read = CSVTable.reading(file, id: id)
    mistakes.append(contentsOf: read.diagnostics)
    return read.value
  }

  func columns(of table: CSVTable) -> Columns {
    table.fields(of: table.header).map { (table.text(of: $0), range($0.range)) }
  }

  func record(of row: CSVRow, in table: CSVTable, _ columns: Columns) -> RawRecord {
    let fields = zip(columns, table.fields(of: row)).map { column, field in
      RawField(
        name: column.name, nameRange: column.range,
        value: field.isEmpty ? .null : .text(table.text(of: field)), range: range(field.range))
    }
    return RawRecord(line: row.line, range: range(row.range), fields: fields)
  }

  /// Returns the record that a JSON value states; `line` is where it stands, if that is known.
  private mutating func record(
    _ node: JSONNode, of document: JSONDocument, line: Int? = nil
  ) -> RawRecord? {
    guard node.kind == .object else {
      mistakes.append(.recordNotObject(node.kind, at: range(node.range)))
      return nil
    }
    var fields: [RawField] = []
    fields.reserveCapacity(Int(node.childCount))
    for (key, value) in document.members(of: node) {
      fields.append(
        RawField(
          name: document.text(of: key), nameRange: range(key.range),
          value: self.value(of: value, in: document), range: range(value.range)))
    }
    let line = line ?? file.position(at: node.range.lowerBound).line
    return RawRecord(line: line, range: range(node.range), fields: fields)
  }

  private func value(of node: JSONNode, in document: JSONDocument) -> RawValue {
    switch node.kind {
    case .null: .null
    case .yes: .yesNo(true)
    case .no: .yesNo(false)
    case .number: .number(Array(document.bytes(of: node)))
    case .string: .text(document.text(of: node))
    case .array, .object: .nested
    }
  }

  private func range(_ range: Range<Int>) -> SourceRange {
    SourceRange(file: id, lower: range.lowerBound, upper: range.upperBound)
  }
}
