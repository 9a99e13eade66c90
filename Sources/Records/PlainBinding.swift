import ContractModel
import SourceText

/// What plainly written records of one contract are bound with.
struct PlainBinding {
  /// The name that stood at a place of the record before, where the next has the same most often.
  private struct Expected {
    var name = 0..<0
    var kind = -1
    var number = 0
  }

  fileprivate static let kindField = PlainNames(["record"])

  /// The parts of the contract, the contract last, by its own name too.
  private let subjects: PlainNames
  private let partCount: Int
  /// Roles of the contract that have asserted something, in the order of `RecordSet.roles`.
  private(set) var roles = PlainNames([])
  private var roleCount = 0
  private var expected: [Expected] = []
  /// The cells of the record at hand.
  var cells: [RecordTable.Cell] = []

  init(_ contract: Contract) {
    let parts = contract.subjects.indices.dropFirst().map { contract.subjects[$0].name }
    subjects = PlainNames(parts + [contract.id, SubjectKind.contract.rawValue])
    partCount = parts.count
  }

  /// Learns of roles that were given a place.
  mutating func note(_ names: [String]) {
    guard names.count > roleCount else { return }
    roles = PlainNames(names)
    roleCount = names.count
  }

  /// Returns the number of the field whose name stands at a place of a record.
  mutating func field(
    _ name: Range<Int>, at place: Int, of kind: Int, in bytes: [UInt8],
    _ vocabulary: RecordVocabulary
  ) -> Int? {
    while expected.count <= place { expected.append(Expected()) }
    let before = expected[place]
    if before.kind == kind, bytes.repeats(before.name, at: name) { return before.number }
    guard let number = vocabulary.fieldNames[kind][name, in: bytes] else { return nil }
    expected[place] = Expected(name: name, kind: kind, number: number)
    return number
  }

  /// Returns the part that alone has the name in a range.
  func subject(_ name: Range<Int>, in bytes: [UInt8]) -> SubjectID? {
    subjects.onlyPlace(of: name, in: bytes).map { $0 < partCount ? SubjectID($0 + 1) : .contract }
  }

  /// Makes ready for a record of a kind, of which nothing is stated yet.
  mutating func clearCells(for kind: RecordKind) {
    cells.removeAll(keepingCapacity: true)
    for _ in kind.fields { cells.append(.missing) }
  }

  /// Forgets the names of a file that is through.
  mutating func beginFile() { expected.removeAll(keepingCapacity: true) }
}

extension [UInt8] {
  /// Whether the bytes of two ranges are the same.
  fileprivate func repeats(_ earlier: Range<Int>, at range: Range<Int>) -> Bool {
    guard earlier.count == range.count else { return false }
    for offset in 0..<range.count
    where self[earlier.lowerBound + offset] != self[range.lowerBound + offset] {
      return false
    }
    return true
  }

  /// Returns the day that `YYYY-MM-DD` in a range states.
  fileprivate func day(at range: Range<Int>) -> CivilDate? {
    guard range.count == 10 else { return nil }
    return CivilDate.parsing(self[range])
  }
}

extension RecordBinder {
  /// Binds a record whose fields are written plainly and say things that are understood at once;
  /// false where it takes a closer look, with nothing bound.
  mutating func bindPlainly(
    _ fields: [PlainField], in bytes: [UInt8], fileKind: Int?, origin: RecordReference
  ) -> Bool {
    guard let place = plainKind(of: fields, in: bytes, fileKind: fileKind) else { return false }
    var head = PlainHead()
    var subject: SubjectID? = kinds[place].isAboutContractAlone ? .contract : nil
    plain.clearCells(for: kinds[place])
    var seen: UInt64 = 0
    for (position, field) in fields.enumerated() {
      guard let number = plain.field(field.name, at: position, of: place, in: bytes, vocabulary),
        number < UInt64.bitWidth, seen & 1 << UInt64(number) == 0
      else { return false }
      seen |= 1 << UInt64(number)
      if field.form == .null { continue }
      switch FieldTarget(number, of: kinds[place].fields.count) {
      case .kind: continue
      case .subject:
        guard field.form == .text, let named = plain.subject(field.value, in: bytes),
          kinds[place].about.contains(contract.subjects[named.index].kind)
        else { return false }
        subject = named
      case .head(let part):
        guard head.read(part, field, in: bytes, plain.roles) else { return false }
      case .declared(let column):
        guard let cell = plainCell(field, in: bytes, of: place, column) else { return false }
        plain.cells[column] = cell
      }
    }
    return bind(head, kind: place, subject: subject, in: bytes, origin: origin)
  }

  private func plainKind(of fields: [PlainField], in bytes: [UInt8], fileKind: Int?) -> Int? {
    let field = fields.first { PlainBinding.kindField[$0.name, in: bytes] != nil }
    guard let field, field.form != .null else { return fileKind }
    return field.form == .text ? vocabulary.kindNames[field.value, in: bytes] : nil
  }

  private mutating func bind(
    _ head: PlainHead, kind place: Int, subject: SubjectID?, in bytes: [UInt8],
    origin: RecordReference
  ) -> Bool {
    guard let subject, let dated = head.dated, isAssertable[place],
      head.asserter != nil || kinds[place].asserters.isEmpty
    else { return false }
    let recorded = head.recorded ?? dated
    guard recorded >= dated, !kinds[place].keyFields.contains(where: { plain.cells[$0].isMissing })
    else {
      return false
    }
    if let id = head.id {
      let text = Array(bytes[id.value])
      guard firstByID[text] == nil else { return false }
      let range = id.written
      firstByID[text] = SourceRange(
        file: origin.file, lower: range.lowerBound, upper: range.upperBound)
    }
    set.tables[place].append(
      origin: origin, subject: subject, asserter: head.asserter ?? set.place(ofRole: ""),
      day: dated, recorded: recorded, cells: plain.cells)
    plain.note(set.roles)
    return true
  }

  /// Returns the cell that a value fills; nil where it takes a closer look.
  private mutating func plainCell(
    _ field: PlainField, in bytes: [UInt8], of kind: Int, _ column: Int
  ) -> RecordTable.Cell? {
    if field.form == .text {
      if let place = vocabulary.words[kind][column]?[field.value, in: bytes],
        place < UInt64.bitWidth
      {
        return .words(1 << UInt64(place))
      }
      if kinds[kind].fields[column].isAnyDate, let day = bytes.day(at: field.value) {
        return .whole(Int64(day.dayNumber))
      }
    }
    return try? values.cell(
      of: field.raw(in: bytes), for: kinds[kind].fields[column], in: &set)
  }
}

/// What a plainly written record says of itself, whatever its kind.
private struct PlainHead {
  /// A place in `RecordSet.roles`.
  private(set) var asserter: Int?
  private(set) var dated: CivilDate?
  private(set) var recorded: CivilDate?
  private(set) var id: PlainField?

  /// Reads a field; false where it takes a closer look.
  mutating func read(
    _ part: HeadField, _ field: PlainField, in bytes: [UInt8], _ roles: PlainNames
  ) -> Bool {
    switch part {
    case .illustrative: return field.form == .yes || field.form == .no
    case .by, .dated, .recorded, .source, .phrase, .id:
      guard field.form == .text else { return false }
    }
    switch part {
    case .by:
      asserter = roles[field.value, in: bytes]
      return asserter != nil
    case .dated:
      dated = bytes.day(at: field.value)
      return dated != nil
    case .recorded:
      recorded = bytes.day(at: field.value)
      return recorded != nil
    case .id: id = field
    case .source, .phrase, .illustrative: break
    }
    return true
  }
}

extension RecordKind.Field {
  fileprivate var isAnyDate: Bool {
    if case .date = type { return domain == nil }
    return false
  }
}

extension PlainField {
  fileprivate func raw(in bytes: [UInt8]) -> RawValue {
    switch form {
    case .text: .text(String(decoding: bytes[value], as: UTF8.self))
    case .number: .number(Array(bytes[value]))
    case .yes: .yesNo(true)
    case .no: .yesNo(false)
    case .null: .null
    }
  }
}
