import ContractModel

/// What slots draw from records.
extension BriefRun {
  /// Draws what a slot asks for from the records of each part; returns whether it is known that what is
  /// not on file does not exist.
  mutating func draw(
    _ slot: BriefProgram.Slot, of program: borrowing BriefProgram,
    from contract: borrowing PlainContract, _ values: Span<BriefValue>
  ) -> Bool {
    drawings.removeAll(keepingCapacity: true)
    for _ in 0..<parts.count(slot.kind) { drawings.append(BriefDrawing()) }
    if contract.records[slot.records].count > 0 {
      findMembers(of: slot, of: program, among: contract.records.span, contract.asOf, values)
      note(contract.records.span, of: slot)
    }
    return plan.isAbsenceKnown(of: slot.records, in: contract)
  }

  private mutating func findMembers(
    of slot: BriefProgram.Slot, of program: borrowing BriefProgram,
    among records: Span<PlainRecords>, _ asOf: Int64, _ values: Span<BriefValue>
  ) {
    let (count, stride) = (records[slot.records].count, records[slot.records].stride)
    let cells = records[slot.records].cells.span
    if members.count < count {
      members = [BriefTruth](repeating: .no, count: 2 * count)
      passing = members
    }
    // Taken out while they are written, as whatever is done changes the rest of it.
    var members = members
    self.members = []
    var truths = members.mutableSpan
    let recorded = PlainRecords.Place.recorded
    for row in 0..<count {
      truths[row] = BriefTruth(cells[row &* stride &+ recorded] <= asOf)
    }
    if !slot.isEver, !standings[slot.records].isCurrent.isEmpty {
      for row in 0..<count where !standings[slot.records].isCurrent[row] { truths[row] = .no }
    }
    for place in slot.filter { put(records, of: slot, to: program.tests[place], values, &truths) }
    self.members = members
    guard !slot.tests.isEmpty else { return }
    var passing = passing
    self.passing = []
    var passes = passing.mutableSpan
    for row in 0..<count { passes[row] = .yes }
    for place in slot.tests { put(records, of: slot, to: program.tests[place], values, &passes) }
    self.passing = passing
  }

  /// Puts every record to a test; what it does not state makes it odd.
  private mutating func put(
    _ records: Span<PlainRecords>, of slot: BriefProgram.Slot, to test: BriefProgram.RowTest,
    _ values: Span<BriefValue>, _ truths: inout MutableSpan<BriefTruth>
  ) {
    let (count, stride) = (records[slot.records].count, records[slot.records].stride)
    let cells = records[slot.records].cells.span
    let (place, unstated) = (test.column.place, PlainContract.unstated)
    switch test.form {
    case .words(let mask):
      for row in 0..<count where truths[row] != .no {
        let stated = cells[row &* stride &+ place]
        let isWord = BriefTruth((stated & mask != 0) != test.isNegated)
        truths[row] = truths[row].and(stated == unstated ? .odd : isWord)
      }
    case .given, .notGiven:
      let isWanted = test.form.isGiven != test.isNegated
      for row in 0..<count where truths[row] != .no {
        let isStated = cells[row &* stride &+ place] != unstated
        truths[row] = truths[row].and(BriefTruth(isStated == isWanted))
      }
    case .bounds(let lower, let upper):
      let lower = lower.map { (value: values[starts[$0.step]], isIncluded: $0.isIncluded) }
      let upper = upper.map { (value: values[starts[$0.step]], isIncluded: $0.isIncluded) }
      let divisor = records[slot.records].divisor(of: test.column)
      for row in 0..<count where truths[row] != .no {
        let stated = cells[row &* stride &+ place]
        let value = BriefValue(stated: stated, over: divisor, absent: .odd)
        var found = value.isWithin(lower, upper)
        // A bound that is not known makes the record one that may belong.
        if found == .unknown { found = .odd }
        truths[row] = truths[row].and(test.isNegated ? found.not : found)
      }
    }
  }

  private mutating func note(_ records: Span<PlainRecords>, of slot: BriefProgram.Slot) {
    // Taken out while they are written.
    var drawings = drawings
    self.drawings = []
    var drawn = drawings.mutableSpan
    drawn.note(
      records, of: slot, members.span, passing: passing.span, places: parts.holderPlaces.span)
    self.drawings = drawings
  }
}

extension MutableSpan<BriefDrawing> {
  /// Notes every record for the part that it is about.
  fileprivate mutating func note(
    _ records: Span<PlainRecords>, of slot: BriefProgram.Slot, _ members: Span<BriefTruth>,
    passing: Span<BriefTruth>, places: Span<BriefParts.Row>
  ) {
    let (count, stride) = (records[slot.records].count, records[slot.records].stride)
    let cells = records[slot.records].cells.span
    let (subject, day) = (PlainRecords.Place.subject, PlainRecords.Place.day)
    let column = slot.measure.column?.place
    let hasTests = !slot.tests.isEmpty
    for row in 0..<count where members[row] != .no {
      let start = row &* stride
      let place = Int(places[Int(cells[start &+ subject])][slot.kind])
      guard place >= 0 else { continue }
      if members[row] != .yes {
        self[place].noteOddity()
      } else if let column {
        self[place].note(cells[start &+ column], on: cells[start &+ day], for: slot.measure)
      } else {
        self[place].note(hasTests ? passing[row] : .yes)
      }
    }
  }
}

extension PlainRecords {
  /// What the numbers of a column are divided by.
  fileprivate func divisor(of column: BriefProgram.Column) -> Int64 {
    switch column {
    case .dated: 1
    case .declared(let place): divisors[place]
    }
  }
}

extension BriefProgram.Column {
  /// Its place in a row.
  fileprivate var place: Int {
    switch self {
    case .dated: PlainRecords.Place.day
    case .declared(let field): PlainRecords.Place.fields + field
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
