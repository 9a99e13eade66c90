package import ContractModel

/// All records of one kind of one contract, a column for each field.
///
/// Row n of every column speaks of the same record. What the evaluators need of a record is here and
/// nothing else: no text of the file is kept.
package struct RecordTable: Sendable {
  /// The record kind, by its place in the rule book.
  package let kind: Int
  package private(set) var origins: [RecordReference] = []
  /// What each record is about.
  package private(set) var subjects: [SubjectID] = []
  /// The role that asserts each record, as a place in `RecordSet.roles`.
  package private(set) var asserters: [Int] = []
  /// The day each record speaks of, perhaps within bounds.
  package private(set) var dated: QuantityColumn
  /// The day each record was put on file.
  package private(set) var recorded: [CivilDate] = []
  /// The declared fields, in their order.
  package private(set) var columns: [Column]

  package enum Column: Sendable {
    case quantity(QuantityColumn)
    /// Bit n for the n-th word of the field's type; 0 is not stated.
    case words([UInt64])
    /// Places in `RecordSet.texts`; -1 is not stated.
    case text([Int32])
  }

  /// One cell of a record on its way into a column.
  package enum Cell: Sendable {
    case missing
    case whole(Int64)
    case quantity(Interval)
    case words(UInt64)
    case text(Int32)
  }

  package init(kind: Int, fields: [RecordKind.Field]) {
    self.kind = kind
    dated = QuantityColumn()
    columns = fields.map { field in
      switch field.type {
      case .words: .words([])
      case .text, .party: .text([])
      default: .quantity(QuantityColumn())
      }
    }
  }

  package var count: Int { origins.count }

  /// Adds one record; the cells are in the order of the kind's fields.
  package mutating func append(
    origin: RecordReference, subject: SubjectID, asserter: Int, dated day: Interval,
    recorded recordedDay: CivilDate, cells: [Cell]
  ) {
    dated.append(day)
    append(origin, subject, asserter, recordedDay, cells)
  }

  /// Adds one record of one day.
  mutating func append(
    origin: RecordReference, subject: SubjectID, asserter: Int, day: CivilDate,
    recorded recordedDay: CivilDate, cells: [Cell]
  ) {
    dated.append(whole: Int64(day.dayNumber))
    append(origin, subject, asserter, recordedDay, cells)
  }

  private mutating func append(
    _ origin: RecordReference, _ subject: SubjectID, _ asserter: Int, _ recordedDay: CivilDate,
    _ cells: [Cell]
  ) {
    origins.append(origin)
    subjects.append(subject)
    asserters.append(asserter)
    recorded.append(recordedDay)
    for index in cells.indices { append(cells[index], toColumn: index) }
  }

  private mutating func append(_ cell: Cell, toColumn index: Int) {
    switch columns[index] {
    case .quantity(var column):
      columns[index] = .words([])  // Gives the column up, so that it is not copied.
      switch cell {
      case .quantity(let interval): column.append(interval)
      case .whole(let value): column.append(whole: value)
      case .missing, .words, .text: column.append(nil)
      }
      columns[index] = .quantity(column)
    case .words(var column):
      columns[index] = .text([])
      if case .words(let mask) = cell { column.append(mask) } else { column.append(0) }
      columns[index] = .words(column)
    case .text(var column):
      columns[index] = .words([])
      if case .text(let place) = cell { column.append(place) } else { column.append(-1) }
      columns[index] = .text(column)
    }
  }
}

/// A column of quantities; nearly all are exact, so the rest stand aside by row.
package struct QuantityColumn: Sendable {
  /// The value where it is exact and whole; else without meaning.
  package private(set) var whole: [Int64] = []
  /// What each row is: a plain whole number, not stated, or in `others`.
  package private(set) var forms: [Form] = []
  /// Fractions and values within bounds, by row.
  package private(set) var others: [Int: Interval] = [:]

  package enum Form: UInt8, Sendable { case whole, missing, other }

  package init() {}

  package mutating func append(_ interval: Interval?) {
    guard let interval else {
      whole.append(0)
      forms.append(.missing)
      return
    }
    if let exact = interval.exact, exact.denominator == 1,
      let value = Int64(exactly: exact.numerator)
    {
      append(whole: value)
    } else {
      others[whole.count] = interval
      whole.append(0)
      forms.append(.other)
    }
  }

  mutating func append(whole value: Int64) {
    whole.append(value)
    forms.append(.whole)
  }

  /// Returns the value of a row where it is exact and whole.
  package func whole(at row: Int) -> Int64? { forms[row] == .whole ? whole[row] : nil }

  /// Returns the value of a row; nil where it is not stated.
  package subscript(row: Int) -> Interval? {
    switch forms[row] {
    case .whole: Interval(exactly: Rational(Int(whole[row])))
    case .missing: nil
    case .other: others[row]
    }
  }
}

/// All records of one contract, by kind, with the texts and roles they share.
package struct RecordSet: Sendable {
  /// One table for each kind of the rule book, in its order.
  package var tables: [RecordTable]
  package private(set) var texts: [String] = []
  package private(set) var roles: [String] = []
  /// The places of texts by their bytes, where there are too many to be looked through.
  private var places: [[UInt8]: Int32] = [:]

  private static let mostLookedThrough = 32

  package init(kinds: [RecordKind]) {
    tables = kinds.enumerated().map { RecordTable(kind: $0.offset, fields: $0.element.fields) }
  }

  /// Returns the place of a text; equal bytes have one place.
  package mutating func place(of text: String) -> Int32 {
    guard texts.count >= Self.mostLookedThrough else {
      if let place = texts.firstIndex(where: { $0.hasBytes(of: text) }) { return Int32(place) }
      texts.append(text)
      return Int32(texts.count - 1)
    }
    if places.isEmpty {
      for (place, text) in texts.enumerated() { places[Array(text.utf8)] = Int32(place) }
    }
    let bytes = Array(text.utf8)
    if let place = places[bytes] { return place }
    let place = Int32(texts.count)
    texts.append(text)
    places[bytes] = place
    return place
  }

  /// Returns the place of a role.
  package mutating func place(ofRole role: String) -> Int {
    if let place = roles.firstIndex(of: role) { return place }
    roles.append(role)
    return roles.count - 1
  }
}

extension String {
  /// Whether both have the same bytes: `==` takes other spellings of one character for the same.
  fileprivate func hasBytes(of other: String) -> Bool {
    utf8.count == other.utf8.count && self == other && utf8.elementsEqual(other.utf8)
  }
}
