import ContractModel

/// What slots draw from records.
extension BriefRun {
  /// Draws what a slot asks for from the records of each part; returns whether it is known that what is
  /// not on file does not exist.
  mutating func draw(
    _ slot: BriefProgram.Slot, of contract: borrowing PlainContract, _ values: Span<BriefValue>
  ) -> Bool {
    drawings.removeAll(keepingCapacity: true)
    for _ in parts.ofKind[slot.kind].indices { drawings.append(BriefDrawing()) }
    if contract.records[slot.records].count > 0 {
      findMembers(
        of: slot, among: contract.records[slot.records], asOf: contract.asOf, values)
      note(contract.records[slot.records], of: slot)
    }
    return plan.isAbsenceKnown(of: slot.records, in: contract)
  }

  private mutating func findMembers(
    of slot: BriefProgram.Slot, among records: PlainRecords, asOf: Int64,
    _ values: Span<BriefValue>
  ) {
    let (count, recorded) = (records.count, records.column(at: PlainRecords.Place.recorded))
    if members.count < count {
      members = [BriefTruth](repeating: .no, count: 2 * count)
      passing = members
    }
    // Taken out while they are written, as whatever is done changes the rest of it.
    var members = members
    self.members = []
    var truths = members.mutableSpan
    for row in 0..<count { truths[row] = BriefTruth(recorded[row] <= asOf) }
    if !slot.isEver, !standings[slot.records].isCurrent.isEmpty {
      for row in 0..<count where !standings[slot.records].isCurrent[row] { truths[row] = .no }
    }
    for test in slot.filter { put(records, to: test, values, &truths) }
    self.members = members
    guard !slot.tests.isEmpty else { return }
    var passing = passing
    self.passing = []
    var passes = passing.mutableSpan
    for row in 0..<count { passes[row] = .yes }
    for test in slot.tests { put(records, to: test, values, &passes) }
    self.passing = passing
  }

  /// Puts every record to a test; what it does not state makes it odd.
  private mutating func put(
    _ records: PlainRecords, to test: BriefProgram.RowTest, _ values: Span<BriefValue>,
    _ truths: inout MutableSpan<BriefTruth>
  ) {
    let (count, column) = (records.count, records.column(test.column))
    let unstated = PlainContract.unstated
    switch test.form {
    case .words(let mask):
      for row in 0..<count where truths[row] != .no {
        let stated = column[row]
        let isWord = BriefTruth((stated & mask != 0) != test.isNegated)
        truths[row] = truths[row].and(stated == unstated ? .odd : isWord)
      }
    case .given, .notGiven:
      let isWanted = test.form.isGiven != test.isNegated
      for row in 0..<count where truths[row] != .no {
        truths[row] = truths[row].and(BriefTruth((column[row] != unstated) == isWanted))
      }
    case .bounds(let lower, let upper):
      let lower = lower.map { (value: values[starts[$0.step]], isIncluded: $0.isIncluded) }
      let upper = upper.map { (value: values[starts[$0.step]], isIncluded: $0.isIncluded) }
      for row in 0..<count where truths[row] != .no {
        let value = BriefValue(stated: column[row], over: column.divisor, absent: .odd)
        var found = value.isWithin(lower, upper)
        // A bound that is not known makes the record one that may belong.
        if found == .unknown { found = .odd }
        truths[row] = truths[row].and(test.isNegated ? found.not : found)
      }
    }
  }

  private mutating func note(_ records: PlainRecords, of slot: BriefProgram.Slot) {
    let (subjects, days) = (
      records.column(at: PlainRecords.Place.subject), records.column(at: PlainRecords.Place.day)
    )
    let kinds = SubjectKind.count
    let column = slot.measure.column.map { records.column($0) }
    let hasTests = !slot.tests.isEmpty
    var drawings = drawings
    self.drawings = []
    var drawn = drawings.mutableSpan
    for row in 0..<records.count where members[row] != .no {
      let place = Int(parts.holderPlaces[Int(subjects[row]) * kinds + slot.kind])
      guard place >= 0 else { continue }
      if members[row] != .yes {
        drawn[place].noteOddity()
      } else if let column {
        drawn[place].note(column[row], on: days[row], for: slot.measure)
      } else {
        drawn[place].note(hasTests ? passing[row] : .yes)
      }
    }
    self.drawings = drawings
  }
}

/// What the records of a kind state in one place of their rows.
struct BriefColumn {
  private let cells: [Int64]
  private let stride: Int
  private let place: Int
  /// What the numbers are divided by.
  let divisor: Int64

  init(_ cells: [Int64], stride: Int, place: Int, divisor: Int64 = 1) {
    self.cells = cells
    self.stride = stride
    self.place = place
    self.divisor = divisor
  }

  @inline(__always)
  subscript(row: Int) -> Int64 { cells[row &* stride &+ place] }
}

extension PlainRecords {
  func column(at place: Int) -> BriefColumn { BriefColumn(cells, stride: stride, place: place) }

  fileprivate func column(_ column: BriefProgram.Column) -> BriefColumn {
    switch column {
    case .dated: self.column(at: Place.day)
    case .declared(let field):
      BriefColumn(
        cells, stride: stride, place: Place.fields + field, divisor: divisors[field])
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
