import ContractModel

/// What slots draw from records.
extension BriefRun {
  /// Draws what a slot asks for from the records of each part; returns whether it is known that what is
  /// not on file does not exist.
  mutating func draw(
    _ slot: BriefProgram.Slot, of contract: borrowing PlainContract
  ) -> Bool {
    let records = contract.records[slot.records]
    drawings.removeAll(keepingCapacity: true)
    for _ in parts.ofKind[slot.kind].indices { drawings.append(BriefDrawing()) }
    if records.count > 0 {
      findMembers(of: slot, among: records, asOf: contract.asOf)
      note(records, of: slot)
    }
    return plan.isAbsenceKnown(of: slot.records, in: contract)
  }

  private mutating func findMembers(
    of slot: BriefProgram.Slot, among records: PlainRecords, asOf: Int64
  ) {
    members.removeAll(keepingCapacity: true)
    let recorded = records.recorded
    for row in recorded.indices { members.append(BriefTruth(recorded[row] <= asOf)) }
    if !slot.isEver, !standings[slot.records].isCurrent.isEmpty {
      for row in members.indices where !standings[slot.records].isCurrent[row] {
        members[row] = .no
      }
    }
    var truths = members
    members = []
    for test in slot.filter { put(records, to: test, &truths) }
    members = truths
    guard !slot.tests.isEmpty else { return }
    truths = passing
    passing = []
    truths.removeAll(keepingCapacity: true)
    for _ in members.indices { truths.append(.yes) }
    for test in slot.tests { put(records, to: test, &truths) }
    passing = truths
  }

  /// Puts every record to a test; what it does not state makes it odd.
  private mutating func put(
    _ records: PlainRecords, to test: BriefProgram.RowTest, _ truths: inout [BriefTruth]
  ) {
    let column = records.column(test.column)
    switch test.form {
    case .words(let mask):
      for row in truths.indices where truths[row] != .no {
        let stated = column[row]
        let isWord = BriefTruth((stated & mask != 0) != test.isNegated)
        truths[row] = truths[row].and(stated == PlainContract.unstated ? .odd : isWord)
      }
    case .given, .notGiven:
      for row in truths.indices where truths[row] != .no {
        let isGiven = column[row] != PlainContract.unstated
        truths[row] = truths[row].and(BriefTruth(isGiven == (test.form.isGiven != test.isNegated)))
      }
    case .bounds(let lower, let upper):
      for row in truths.indices where truths[row] != .no {
        let value = BriefValue(stated: column[row], over: column.divisor, absent: .odd)
        var found = isWithin(value, lower, upper, at: 0)
        // A bound that is not known makes the record one that may belong.
        if found == .unknown { found = .odd }
        truths[row] = truths[row].and(test.isNegated ? found.not : found)
      }
    }
  }

  private mutating func note(_ records: PlainRecords, of slot: BriefProgram.Slot) {
    let (subjects, days, holders, places) = (
      records.subjects, records.days, parts.holders, parts.places
    )
    let column = slot.measure.column.map { records.column($0) }
    for row in members.indices where members[row] != .no {
      let part = holders[Int(subjects[row]) * SubjectKind.count + slot.kind]
      guard part >= 0 else { continue }
      let place = Int(places[Int(part)])
      if members[row] != .yes {
        drawings[place].noteOddity()
      } else if let column {
        drawings[place].note(column[row], on: days[row], for: slot.measure)
      } else {
        drawings[place].note(slot.tests.isEmpty ? .yes : passing[row])
      }
    }
  }
}

/// What the records of a kind state of one field, or their days.
struct BriefColumn {
  private let values: [Int64]
  private let width: Int
  private let place: Int
  /// What the numbers are divided by.
  let divisor: Int64

  init(_ values: [Int64], width: Int = 1, place: Int = 0, divisor: Int64 = 1) {
    self.values = values
    self.width = width
    self.place = place
    self.divisor = divisor
  }

  subscript(row: Int) -> Int64 { values[row * width + place] }
}

extension PlainRecords {
  fileprivate func column(_ column: BriefProgram.Column) -> BriefColumn {
    switch column {
    case .dated: BriefColumn(days)
    case .declared(let place):
      BriefColumn(cells, width: width, place: place, divisor: divisors[place])
    }
  }

  fileprivate func divisor(of column: BriefProgram.Column) -> Int64 {
    switch column {
    case .dated: 1
    case .declared(let place): divisors[place]
    }
  }
}

extension BriefProgram.Measure {
  /// The field that it draws.
  fileprivate var column: BriefProgram.Column? {
    switch self {
    case .sum(let column), .first(let column, _), .extreme(let column, _): column
    case .number, .share, .some, .every: nil
    }
  }
}

extension PlainContract {
  /// What the numbers are divided by that a slot draws.
  func divisor(of slot: BriefProgram.Slot) -> Int64 {
    slot.measure.column.map { records[slot.records].divisor(of: $0) } ?? 1
  }
}

extension BriefProgram.RowTest.Form {
  fileprivate var isGiven: Bool {
    if case .given = self { true } else { false }
  }
}
