package import ContractModel
package import SourceText

/// The records of one file as read, before anything is understood.
package struct RecordFile: Sendable {
  /// The name of the file without folders and extension; it may name the kind of all its records.
  package let baseName: String
  package let records: [RawRecord]

  package init(baseName: String, records: [RawRecord]) {
    self.baseName = baseName
    self.records = records
  }
}

extension RecordSet {
  /// Returns the records of one contract, typed by the fields that their kinds declare.
  ///
  /// A record with a mistake is left out and an error says so: the contract must then not be
  /// decided. A field that is absent or `null` is a missing cell and no mistake. A moment becomes the
  /// day that it falls on in the zone.
  package static func binding(
    _ files: [RecordFile], inline: [InlineRecord] = [], kinds: [RecordKind], contract: Contract,
    zone: RecordZone = .unsaid
  ) -> Diagnosed<RecordSet> {
    var binder = RecordBinder(RecordVocabulary(kinds), contract: contract, zone: zone)
    for record in inline { binder.bind(record) }
    for file in files {
      let fileKind = kinds.firstIndex { $0.name == file.baseName || $0.plural == file.baseName }
      for record in file.records { binder.bind(record, fileKind: fileKind) }
    }
    return Diagnosed(binder.set, binder.diagnostics)
  }

  /// Returns the same records and some more, as if they stood in the contract.
  package func adding(
    _ records: [InlineRecord], kinds: [RecordKind], contract: Contract, zone: RecordZone = .unsaid
  ) -> Diagnosed<RecordSet> {
    var binder = RecordBinder(RecordVocabulary(kinds), contract: contract, zone: zone, set: self)
    for record in records { binder.bind(record) }
    return Diagnosed(binder.set, binder.diagnostics)
  }
}

struct RecordBinder {
  let vocabulary: RecordVocabulary
  let contract: Contract
  var values: ValueBinder
  var set: RecordSet
  var diagnostics: [Diagnostic] = []
  var firstByID: [[UInt8]: SourceRange] = [:]
  /// What plainly written records are bound with.
  var plain: PlainBinding
  /// What stood at each place of the record before: the next one mostly has the same fields.
  private var expected: [ExpectedField] = []
  /// Of each kind, whether some party of the contract may assert it.
  let isAssertable: [Bool]
  /// Made for the first record that takes a closer look.
  private var subjects: SubjectBinder?

  init(
    _ vocabulary: RecordVocabulary, contract: Contract, zone: RecordZone, set: RecordSet? = nil
  ) {
    self.vocabulary = vocabulary
    self.contract = contract
    values = ValueBinder(contract, zone: zone)
    plain = PlainBinding(contract)
    let roles = values.roles
    isAssertable = vocabulary.kinds.map { kind in
      kind.asserters.isEmpty || kind.asserters.contains(where: roles.contains)
    }
    self.set = set ?? RecordSet(kinds: vocabulary.kinds)
  }

  var kinds: [RecordKind] { vocabulary.kinds }

  mutating func bind(_ record: InlineRecord) {
    guard let place = vocabulary.places[record.kind] else {
      diagnostics.append(
        .unknownRecordKind(record.kind, among: kinds.map(\.name), at: record.range))
      return
    }
    let about = contract[record.about]
    guard kinds[place].about.contains(about.kind) else {
      diagnostics.append(
        .unfitSubject(about.name, of: about.kind, kind: kinds[place], at: record.range))
      return
    }
    let fields = record.fields.map {
      RawField(name: $0.name, nameRange: $0.nameRange, value: .text($0.text), range: $0.range)
    }
    bind(
      fields, kind: place, subject: record.about, range: record.range,
      origin: RecordReference(file: record.range.file, line: record.line))
  }

  mutating func bind(_ record: RawRecord, fileKind: Int?) {
    guard let place = kind(of: record, fileKind: fileKind),
      let subject = subject(of: record, kind: kinds[place])
    else { return }
    bind(
      record.fields, kind: place, subject: subject, range: record.range,
      origin: RecordReference(file: record.range.file, line: record.line))
  }

  private mutating func kind(of record: RawRecord, fileKind: Int?) -> Int? {
    guard let field = record.fields.first(where: { $0.name == "record" }), field.value != .null
    else {
      if fileKind == nil { diagnostics.append(.recordWithoutKind(at: record.range)) }
      return fileKind
    }
    guard case .text(let name) = field.value else {
      diagnostics.append(.valueOfWrongType("record", type: .text, at: field.range))
      return nil
    }
    guard let place = vocabulary.places[name] else {
      diagnostics.append(.unknownRecordKind(name, among: kinds.map(\.name), at: field.range))
      return nil
    }
    return place
  }

  private mutating func subject(of record: RawRecord, kind: RecordKind) -> SubjectID? {
    guard let field = record.fields.first(where: { $0.name == "about" }), field.value != .null
    else {
      if kind.isAboutContractAlone { return .contract }
      // A name that is misspelt is the likelier mistake.
      let known = FieldTarget.names(of: kind)
      let strange = record.fields.first { !known.contains($0.name) }
      diagnostics.append(
        strange.map { .unknownField($0.name, of: kind, among: known, at: $0.nameRange) }
          ?? .recordWithoutSubject(kind, at: record.range))
      return nil
    }
    guard case .text(let text) = field.value else {
      diagnostics.append(.valueOfWrongType("about", type: .text, at: field.range))
      return nil
    }
    if subjects == nil { subjects = SubjectBinder(contract) }
    switch subjects?.subject(named: text, for: kind, at: field.range) {
    case .success(let subject)?: return subject
    case .failure(let failure)?:
      diagnostics.append(failure.diagnostic)
      return nil
    case nil: return nil
    }
  }

  /// Checks the header of a table without rows: it may be a record itself, whose header was left out.
  mutating func check(_ columns: RawRecordReader.Columns, fileKind: Int?) {
    if fileKind == nil, !columns.contains(where: { $0.name == "record" }), let first = columns.first
    {
      diagnostics.append(.columnsWithoutKind(at: first.range))
      return
    }
    let possible = fileKind.map { [kinds[$0]] } ?? kinds
    let known = possible.flatMap(FieldTarget.names)
    if let strange = columns.first(where: { !known.contains($0.name) }) {
      diagnostics.append(.unknownColumn(strange.name, among: known, at: strange.range))
    }
  }

  /// Binds what is left of a record once its kind and subject are known.
  private mutating func bind(
    _ fields: [RawField], kind place: Int, subject: SubjectID, range: SourceRange,
    origin: RecordReference
  ) {
    let kind = kinds[place]
    var head = RecordHead()
    plain.clearCells(for: kind)
    let errorsBefore = diagnostics.count
    for position in fields.indices {
      do throws(BindingFailure) {
        switch target(of: fields[position].name, at: position, kind: place) {
        case .kind?, .subject?: continue
        case .declared(let column)?:
          plain.cells[column] = try cell(of: fields[position], for: kind.fields[column])
        case .head(let part)?: try head.read(part, fields[position], with: values)
        case nil:
          throw BindingFailure(
            .unknownField(
              fields[position].name, of: kind, among: FieldTarget.names(of: kind),
              at: fields[position].nameRange))
        }
      } catch { diagnostics.append(error.diagnostic) }
    }
    if let id = head.id { noteID(id.text, at: id.range) }
    guard diagnostics.count == errorsBefore else { return }
    if head.asserter == nil, !kind.asserters.isEmpty {
      diagnostics.append(.recordWithoutAsserter(kind, at: range))
      return
    }
    guard isAssertable[place] else {
      diagnostics.append(.recordNobodyMayAssert(kind, roles: values.roles, at: range))
      return
    }
    guard let dated = head.dated, let recorded = head.recordedDay else {
      diagnostics.append(.recordWithoutDate(kind, at: range))
      return
    }
    // Two records that do not say which point they speak of may speak of two: neither may replace
    // the other.
    if let key = kind.keyFields.first(where: { plain.cells[$0].isMissing }) {
      diagnostics.append(.recordWithoutKey(kind, kind.fields[key].name, at: range))
      return
    }
    // What is on file has happened: what is known of a day to come is no record of it.
    if Interval(exactly: Rational(Int(recorded.dayNumber))).isLess(than: dated) == .yes {
      diagnostics.append(.recordedTooEarly(kind, on: recorded, at: range))
      return
    }
    set.tables[place].append(
      origin: origin, subject: subject, asserter: set.place(ofRole: head.asserter ?? ""),
      dated: dated, recorded: recorded, cells: plain.cells)
    plain.note(set.roles)
  }

  /// Returns what the name of a field stands for, in a record of a kind.
  private mutating func target(
    of name: String, at position: Int, kind: Int
  ) -> FieldTarget? {
    if position < expected.count, expected[position].kind == kind,
      expected[position].name == name
    {
      return expected[position].target
    }
    guard let target = vocabulary.target(of: name, kind: kind) else { return nil }
    let found = ExpectedField(kind: kind, name: name, target: target)
    if position < expected.count {
      expected[position] = found
    } else if position == expected.count {
      expected.append(found)
    }
    return target
  }

  private mutating func cell(
    of field: RawField, for declared: RecordKind.Field
  ) throws(BindingFailure) -> RecordTable.Cell {
    do throws(ValueFault) {
      return try values.cell(of: field.value, for: declared, in: &set)
    } catch {
      throw BindingFailure(
        .faultyValue(error, of: declared, roles: values.roles, at: field.range))
    }
  }

  private mutating func noteID(_ id: String, at range: SourceRange) {
    let bytes = Array(id.utf8)
    if let first = firstByID[bytes] {
      diagnostics.append(.duplicateRecordID(id, first: first, at: range))
    } else {
      firstByID[bytes] = range
    }
  }
}

/// The name of a field of a record of a kind, and what it stands for.
private struct ExpectedField {
  let kind: Int
  let name: String
  let target: FieldTarget
}

extension RecordTable.Cell {
  var isMissing: Bool {
    if case .missing = self { return true }
    return false
  }
}
