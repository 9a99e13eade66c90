package import SourceText

/// Reads files of records in whichever format they are written.
package enum RawRecords {
  /// Returns the records of a file in order, without those that hold a mistake.
  package static func reading(
    _ file: SourceFile, id: FileID, format: RecordFormat
  ) -> Diagnosed<[RawRecord]> {
    var reader = RawRecordReader(file: file, id: id)
    switch format {
    case .json: reader.readJSON()
    case .ndjson: reader.readNDJSON()
    case .csv: reader.readCSV()
    }
    return Diagnosed(reader.records, reader.mistakes.diagnostics)
  }
}

private struct RawRecordReader {
  let file: SourceFile
  let id: FileID
  var records: [RawRecord] = []
  var mistakes = MistakeList()

  init(file: SourceFile, id: FileID) {
    self.file = file
    self.id = id
  }

  mutating func readJSON() {
    let read = JSONDocument.reading(file, id: id)
    mistakes.append(contentsOf: read.diagnostics)
    guard let document = read.value else { return }
    guard document.root.kind == .array else { return add(document.root, of: document) }
    records.reserveCapacity(Int(document.root.childCount))
    for element in document.elements(of: document.root) where !mistakes.isFull {
      add(element, of: document)
    }
  }

  mutating func readNDJSON() {
    for line in NDJSONReader(file, id: id) {
      if mistakes.isFull { return }
      mistakes.append(contentsOf: line.document.diagnostics)
      guard let document = line.document.value else { continue }
      add(document.root, of: document, line: line.number)
    }
  }

  mutating func readCSV() {
    let read = CSVTable.reading(file, id: id)
    mistakes.append(contentsOf: read.diagnostics)
    guard let table = read.value else { return }
    let columns = table.fields(of: table.header).map {
      (name: table.text(of: $0), range: range($0.range))
    }
    records.reserveCapacity(table.rows.count)
    for row in table.rows {
      let fields = zip(columns, table.fields(of: row)).map { column, field in
        RawField(
          name: column.name, nameRange: column.range,
          value: field.isEmpty ? .null : .text(table.text(of: field)), range: range(field.range))
      }
      records.append(RawRecord(line: row.line, range: range(row.range), fields: fields))
    }
  }

  /// Adds the record that a JSON value states; `line` is where it stands, if that is known.
  private mutating func add(_ node: JSONNode, of document: JSONDocument, line: Int? = nil) {
    guard node.kind == .object else {
      return mistakes.append(.recordNotObject(node.kind, at: range(node.range)))
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
    records.append(RawRecord(line: line, range: range(node.range), fields: fields))
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
