package import ContractModel
package import SourceText

/// Reads the records of one contract, file by file, into columns.
///
/// What is written plainly goes there at once. Anything else is read as `RawRecords` does and bound
/// as by `RecordSet.binding`, which alone say what is wrong; the outcome is the same as if all were.
package struct RecordReading {
  private var binder: RecordBinder

  package init(
    _ vocabulary: RecordVocabulary, inline: [InlineRecord], contract: Contract, zone: RecordZone
  ) {
    binder = RecordBinder(vocabulary, contract: contract, zone: zone)
    for record in inline { binder.bind(record) }
  }

  /// The records that were read, and what is wrong in what they say.
  package var set: Diagnosed<RecordSet> { Diagnosed(binder.set, binder.diagnostics) }

  /// Reads a file, and returns what is wrong in how it is written.
  ///
  /// Its base name may be that of the kind of all its records.
  package mutating func read(
    _ file: SourceFile, id: FileID, format: RecordFormat, baseName: String
  ) -> [Diagnostic] {
    let kind = binder.kinds.firstIndex { $0.name == baseName || $0.plural == baseName }
    binder.plain.beginFile()
    var reader = RawRecordReader(file: file, id: id)
    switch format {
    case .json: for record in reader.readJSON() { binder.bind(record, fileKind: kind) }
    case .ndjson: readNDJSON(with: &reader, kind: kind)
    case .csv: readCSV(with: &reader, kind: kind)
    }
    return reader.mistakes.diagnostics
  }

  /// Adds the records of a file as they were read before.
  package mutating func add(_ file: RecordFile) {
    let kind = binder.kinds.firstIndex { $0.name == file.baseName || $0.plural == file.baseName }
    for record in file.records { binder.bind(record, fileKind: kind) }
  }

  /// Adds a record that says itself of what kind it is.
  package mutating func add(_ record: RawRecord) { binder.bind(record, fileKind: nil) }

  private mutating func readNDJSON(with reader: inout RawRecordReader, kind: Int?) {
    let bytes = reader.file.bytes
    var lines = NDJSONReader(reader.file, id: reader.id)
    var plain = PlainRecord()
    while !reader.mistakes.isFull {
      if plain.read(bytes.span, from: lines.position) {
        let origin = RecordReference(file: reader.id, line: lines.number + 1)
        if binder.bindPlainly(plain.fields, in: bytes, fileKind: kind, origin: origin) {
          lines.pass(plain)
          continue
        }
      }
      guard let line = lines.next() else { return }
      if let record = reader.record(on: line) { binder.bind(record, fileKind: kind) }
    }
  }

  private mutating func readCSV(with reader: inout RawRecordReader, kind: Int?) {
    let bytes = reader.file.bytes
    guard let table = reader.readTable() else { return }
    let names = table.fields(of: table.header).map { $0.hasDoubledQuotes ? 0..<0 : $0.content }
    let columns = reader.columns(of: table)
    if table.rows.isEmpty, reader.mistakes.isEmpty { binder.check(columns, fileKind: kind) }
    var fields: [PlainField] = []
    for row in table.rows {
      fields.removeAll(keepingCapacity: true)
      var isPlain = true
      for (name, field) in zip(names, table.fields(of: row)) {
        isPlain = isPlain && !field.hasDoubledQuotes
        fields.append(
          PlainField(
            name: name, value: field.content, form: field.isEmpty ? .null : .text,
            isQuoted: field.isQuoted))
      }
      let origin = RecordReference(file: reader.id, line: row.line)
      if isPlain, binder.bindPlainly(fields, in: bytes, fileKind: kind, origin: origin) { continue }
      binder.bind(reader.record(of: row, in: table, columns), fileKind: kind)
    }
  }
}
