/// A contract with its records, of which everything is plain: single days, whole numbers, one word
/// for each word that is asked for.
///
/// It is what can be decided in brief, in columns that are used again for the next contract.
package struct PlainContract: Sendable {
  /// Stands where the contract, or a record, states nothing.
  package static let unstated = Int64.min
  /// Larger numbers are for a closer look, so that no sum of some thousands can overflow.
  package static let most: Int64 = 1_000_000_000_000_000

  /// What a part may state, by its place.
  package enum Field: Int, CaseIterable, Sendable {
    case value
    case ceiling
    case funds
    case paid
    case due
    case amount
    case received

    package init?(_ field: SubjectField) {
      switch field {
      case .value: self = .value
      case .ceiling: self = .ceiling
      case .funds: self = .funds
      case .paid: self = .paid
      case .due: self = .due
      case .amount: self = .amount
      case .received: self = .received
      default: return nil
      }
    }
  }

  /// The day as of which it is decided.
  package var asOf: Int64 = 0
  /// The kind of each part by its place among all kinds; the contract itself comes first.
  package private(set) var kinds: [UInt8] = []
  /// What each part lies in; -1 for the contract.
  package private(set) var parents: [Int32] = []
  /// What each line bills; -1 for none, and for other parts.
  package private(set) var billed: [Int32] = []
  private var fields: [Int64] = []
  /// The records of each kind, in the order of the rule book.
  package var records: [PlainRecords]
  /// Up to which day the register of each kind is complete.
  package var completeThrough: [Int64]
  /// The terms of each clause that it incorporates.
  package var terms: [[PlainQuantity]]

  /// Makes room for contracts whose records have columns of these divisors, and for so many terms of
  /// each clause.
  package init(divisors: [[Int64]], terms: [Int]) {
    records = divisors.map(PlainRecords.init)
    completeThrough = divisors.map { _ in Self.unstated }
    self.terms = terms.map { [PlainQuantity](repeating: PlainQuantity(0), count: $0) }
  }

  package var count: Int { kinds.count }

  /// Forgets the contract, and keeps the room for the next one.
  package mutating func removeAll() {
    kinds.removeAll(keepingCapacity: true)
    parents.removeAll(keepingCapacity: true)
    billed.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    for kind in records.indices {
      if records[kind].count > 0 { records[kind].removeAll() }
      completeThrough[kind] = Self.unstated
    }
  }

  /// Adds a part, and returns its place.
  package mutating func add(_ kind: SubjectKind, in parent: Int32) -> Int32 {
    kinds.append(UInt8(kind.place))
    parents.append(parent)
    billed.append(-1)
    for _ in 0..<Self.fieldCount { fields.append(Self.unstated) }
    return Int32(kinds.count - 1)
  }

  /// Puts a part into another.
  package mutating func move(_ part: Int32, into parent: Int32) { parents[Int(part)] = parent }

  /// Says what the records are about, as `PlainRecords` does.
  package mutating func name(_ parts: [Int32]) {
    for kind in records.indices where records[kind].count > 0 { records[kind].name(parts) }
  }

  package mutating func bill(_ part: Int32, on line: Int32) { billed[Int(line)] = part }

  package subscript(field: Field, part: Int32) -> Int64 {
    get { fields[Int(part) * Self.fieldCount + field.rawValue] }
    set { fields[Int(part) * Self.fieldCount + field.rawValue] = newValue }
  }

  private static let fieldCount = Field.allCases.count
}

/// The plain records of one kind of one contract, row by row.
package struct PlainRecords: Sendable {
  /// The rows, one after the other: what the record is about, its day, the day it was put on file, and
  /// its fields. Those are numbers in the scale of what reads them, day numbers, words as masks; of a
  /// text whether it is stated, and which one it is. Behind them is room for more.
  package private(set) var cells: [Int64] = []
  package private(set) var count = 0
  /// What the numbers of each field are divided by.
  package let divisors: [Int64]
  /// How many cells a row has.
  package let stride: Int

  /// The places in a row of what every record has, and of its first field.
  package enum Place {
    package static let subject = 0
    package static let day = 1
    package static let recorded = 2
    package static let fields = 3
  }

  /// One row with room for as many fields as are looked at here; cells beyond them stay what they are.
  package typealias Row = InlineArray<16, Int64>
  package static let mostFields = Row.count - Place.fields

  package init(divisors: [Int64]) {
    self.divisors = divisors
    stride = Place.fields + divisors.count
  }

  package mutating func removeAll() { count = 0 }

  /// Adds records: as many cells as a row has, for one after the other.
  package mutating func append(_ rows: Span<Int64>) {
    let start = count * stride
    if cells.count < start + rows.count {
      cells += [Int64](repeating: PlainContract.unstated, count: start + rows.count)
    }
    var cells = cells.mutableSpan
    for place in rows.indices { cells[start + place] = rows[place] }
    count += rows.count / stride
  }

  /// Says what the records are about of which that was not known when they were added: each has the
  /// place of it among some parts, counted down from -1.
  package mutating func name(_ parts: [Int32]) {
    let (count, stride) = (count, stride)
    var cells = cells.mutableSpan
    for row in 0..<count where cells[row * stride + Place.subject] < 0 {
      let place = Int(-1 - cells[row * stride + Place.subject])
      cells[row * stride + Place.subject] = Int64(parts[place])
    }
  }
}

/// A ratio of whole numbers that fit a machine word.
package struct PlainQuantity: Hashable, Sendable {
  package let number: Int64
  /// Above zero.
  package let divisor: Int64

  package init(_ number: Int64, over divisor: Int64 = 1) {
    self.number = number
    self.divisor = divisor
  }

  /// Nil where the quantity does not fit.
  package init?(_ value: Rational) {
    guard let number = Int64(exactly: value.numerator), number != .min,
      let divisor = Int64(exactly: value.denominator)
    else { return nil }
    self.init(number, over: divisor)
  }
}

extension SubjectKind {
  /// Its place among all kinds.
  package var place: Int {
    switch self {
    case .contract: 0
    case .milestone: 1
    case .deliverable: 2
    case .invoice: 3
    case .line: 4
    }
  }

  package static let count = allCases.count
}
