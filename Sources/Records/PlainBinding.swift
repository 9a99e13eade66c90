import ContractModel
import SourceText

/// What the records of one contract may name, as bytes, for those that are written plainly.
struct PlainBinding {
  enum Target {
    case kind
    case subject
    case head(HeadField)
    case declared(Int)
  }

  struct Kind {
    let name: [UInt8]
    let names: [(bytes: [UInt8], target: Target)]
    /// The words of each declared field, where its type has words.
    let words: [[[UInt8]]]
  }

  let kinds: [Kind]
  /// Parts of the contract by their names, those that share one left out.
  private let subjects: [[UInt8]: SubjectID]
  /// Roles of the contract that have asserted something, in the order of `RecordSet.roles`.
  private(set) var roles: [[UInt8]] = []
  /// Which name stood at each place in the record before: most often the same stands there again.
  private var expected: [Int] = []
  /// The cells of the record at hand.
  var cells: [RecordTable.Cell] = []

  init(_ kinds: [RecordKind], _ contract: Contract, _ names: SubjectBinder) {
    self.kinds = kinds.map { kind in
      let declared = kind.fields.enumerated().map {
        (Array($0.element.name.utf8), Target.declared($0.offset))
      }
      let heads = HeadField.allCases.map { (Array($0.rawValue.utf8), Target.head($0)) }
      return Kind(
        name: Array(kind.name.utf8),
        names: [(Array("record".utf8), .kind), (Array("about".utf8), .subject)] + declared + heads,
        words: kind.fields.map { field in
          guard case .words(let words) = field.type else { return [] }
          return words.map { Array($0.utf8) }
        })
    }
    subjects = names.singly
  }

  /// Learns of roles that were given a place.
  mutating func note(_ names: [String]) {
    for name in names[roles.count...] { roles.append(Array(name.utf8)) }
  }

  /// Returns which of the names of a kind stands at a place of a record.
  mutating func name(_ name: Range<Int>, at place: Int, of kind: Int, in bytes: [UInt8]) -> Int? {
    let names = kinds[kind].names
    while expected.count <= place { expected.append(0) }
    let guess = expected[place]
    if guess < names.count, bytes.hold(names[guess].bytes, at: name) { return guess }
    guard let found = names.firstIndex(where: { bytes.hold($0.bytes, at: name) }) else {
      return nil
    }
    expected[place] = found
    return found
  }

  func subject(_ name: Range<Int>, in bytes: [UInt8]) -> SubjectID? {
    subjects[Array(bytes[name])]
  }
}

extension [UInt8] {
  /// Whether a text stands in a range.
  func hold(_ text: [UInt8], at range: Range<Int>) -> Bool {
    guard range.count == text.count else { return false }
    for index in text.indices where self[range.lowerBound + index] != text[index] { return false }
    return true
  }

  /// Returns the day that `YYYY-MM-DD` in a range states.
  func day(at range: Range<Int>) -> CivilDate? {
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
    var subject: SubjectID? = kinds[place].about.contains(.contract) ? .contract : nil
    plain.cells.removeAll(keepingCapacity: true)
    for _ in kinds[place].fields { plain.cells.append(.missing) }
    var seen: UInt64 = 0
    for (position, field) in fields.enumerated() {
      guard let name = plain.name(field.name, at: position, of: place, in: bytes),
        name < UInt64.bitWidth, seen & 1 << UInt64(name) == 0
      else { return false }
      seen |= 1 << UInt64(name)
      if field.form == .null { continue }
      switch plain.kinds[place].names[name].target {
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
    let word = plain.kinds.first?.names[0].bytes ?? []
    guard let field = fields.first(where: { bytes.hold(word, at: $0.name) }), field.form != .null
    else { return fileKind }
    guard field.form == .text else { return nil }
    return plain.kinds.firstIndex { bytes.hold($0.name, at: field.value) }
  }

  private mutating func bind(
    _ head: PlainHead, kind place: Int, subject: SubjectID?, in bytes: [UInt8],
    origin: RecordReference
  ) -> Bool {
    let kind = kinds[place]
    guard let subject, let dated = head.dated, head.asserter != nil || kind.asserters.isEmpty
    else { return false }
    let recorded = head.recorded ?? dated
    guard recorded >= dated, !kind.keyFields.contains(where: { plain.cells[$0].isMissing }) else {
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
    let declared = kinds[kind].fields[column]
    if field.form == .text {
      let words = plain.kinds[kind].words[column]
      if let place = words.firstIndex(where: { bytes.hold($0, at: field.value) }),
        place < UInt64.bitWidth
      {
        return .words(1 << UInt64(place))
      }
      if declared.type == .date, declared.domain == nil, let day = bytes.day(at: field.value) {
        return .whole(Int64(day.dayNumber))
      }
    }
    return try? values.cell(of: field.raw(in: bytes), for: declared, in: &set)
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
    _ part: HeadField, _ field: PlainField, in bytes: [UInt8], _ roles: [[UInt8]]
  ) -> Bool {
    switch part {
    case .illustrative: return field.form == .yes || field.form == .no
    case .by, .dated, .recorded, .source, .phrase, .id:
      guard field.form == .text else { return false }
    }
    switch part {
    case .by:
      asserter = roles.firstIndex { bytes.hold($0, at: field.value) }
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
