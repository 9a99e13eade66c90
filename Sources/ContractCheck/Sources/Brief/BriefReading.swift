import ContractModel
import Records
import RuleEvaluation
import SourceText

/// Reads plain documents by a source, one after the other; the room for them is used again.
///
/// What it does changes it, if only in name: a method that does not would be given a copy of it all.
struct BriefReading: Sendable {
  let source: BriefSource
  var json: PlainJSON
  /// How many names the source asks for.
  let nameCount: Int
  var contract: PlainContract
  /// The elements of the document around what is read, the innermost last.
  var elements: [Int32] = []
  /// For each part where its name stands; the contract has its id.
  private var names: [PlainName] = []
  /// What records say they are about, and the kinds of part that may be, as bits by their places.
  var subjects: [(name: PlainName, about: UInt8)] = []
  /// The parts that those are.
  private var subjectParts: [Int32] = []
  /// Parts that say by name what they lie in or bill.
  private var references: [Reference] = []
  var texts: [PlainName] = []
  /// For each reading from the top of the document what it came to.
  var known: [Int64]
  var days = PlainDays()
  /// Room for the rows of records that are read together.
  var rows: [Int64] = []
  /// The kinds of which two parts have one name, as bits by their places.
  private var repeatedKinds: UInt8 = 0
  /// The first part of each kind, and those up to its last.
  private var partsOfKind = [Range<Int>](repeating: 0..<0, count: SubjectKind.count)
  /// The part that was named last.
  private var lastNamed = 0
  private(set) var statedAsOf: CivilDate?
  /// Whether the line that was read last is JSON without anything unusual.
  private(set) var isPlainText = false

  private struct Reference: Sendable {
    let part: Int32
    /// The kind of what is named.
    let kind: UInt8
    let name: PlainName
    let isHolder: Bool
  }

  /// More parts than this are for a closer look: names are compared one by one.
  private static let mostParts = 400

  init(_ source: BriefSource) {
    self.source = source
    contract = source.contract
    json = PlainJSON(names: source.text.names)
    nameCount = source.text.names.count
    known = source.text.readings.map { _ in Self.notRead }
  }

  /// Where the id of the contract stands.
  var id: Range<Int> { names[0].range }

  /// Reads the document that a line consists of, to be decided as of a day, if it states no other;
  /// false where something in it takes a closer look.
  mutating func read(
    _ bytes: Span<UInt8>, within line: Range<Int>, asOf: CivilDate, takesStated: Bool
  ) -> Bool {
    isPlainText = json.read(bytes, within: line)
    guard isPlainText, case .object = json.nodes[0].kind else { return false }
    contract.removeAll()
    elements.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    subjects.removeAll(keepingCapacity: true)
    references.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    elements.append(0)
    for kind in partsOfKind.indices { partsOfKind[kind] = 0..<0 }
    for reading in known.indices { known[reading] = Self.notRead }
    guard readHead(bytes), read(source.lines, of: 0, bytes) else { return false }
    noteRepeatedNames(bytes)
    guard refer(bytes), areNamesUnique(bytes), nameSubjects(bytes), addInvoices() else {
      return false
    }
    // A document without the day that it should state is told of.
    guard !takesStated || source.asOf == nil || statedAsOf != nil else { return false }
    let stated = takesStated ? statedAsOf : nil
    contract.asOf = Int64((stated ?? asOf).dayNumber)
    if !takesStated { statedAsOf = nil }
    return areInvoicesReceived()
  }

  // MARK: The contract

  private mutating func readHead(_ bytes: Span<UInt8>) -> Bool {
    guard add(.contract, named: source.id, in: -1, bytes) != nil, isTitle(source.title, bytes)
    else { return false }
    for place in source.parties.indices {
      let node = node(at: source.parties[place], bytes)
      guard node >= 0 else { return false }
      switch json.nodes[node].kind {
      case .string: break
      case .encoded where isShownAsItIs(json.nodes[node].range, bytes): break
      default: return false
      }
    }
    statedAsOf = nil
    if let path = source.asOf {
      let node = node(at: path, bytes)
      guard node != Self.odd else { return false }
      if node >= 0, !json.nodes[node].kind.isNull {
        guard case .string = json.nodes[node].kind,
          let day = day(json.nodes[node], bytes, isMoment: false)
        else { return false }
        statedAsOf = CivilDate(dayNumber: Int32(day))
      }
    }
    for place in source.registers.indices {
      guard let day = value(source.registers[place].through, bytes),
        day != PlainContract.unstated
      else { return false }
      contract.completeThrough[source.registers[place].kind] = day
    }
    for place in source.terms.indices {
      guard let number = value(source.terms[place].reading, bytes),
        number != PlainContract.unstated
      else { return false }
      contract.terms[source.terms[place].clause][source.terms[place].place] = PlainQuantity(
        number, over: source.terms[place].divisor)
    }
    return true
  }

  // MARK: Lines

  /// Reads what lines of the source state of a part, from the innermost element.
  private mutating func read(_ lines: Range<Int>, of part: Int32, _ bytes: Span<UInt8>) -> Bool {
    for line in lines {
      let isRead =
        switch source.text.steps[line] {
        case .each(let place): readEach(place, of: part, bytes)
        case .part(let place): readPart(place, of: part, bytes)
        case .field(let place): readField(place, of: part, bytes)
        case .record(let place): readRecord(place, of: part, bytes)
        }
      guard isRead else { return false }
    }
    return true
  }

  private mutating func readEach(_ place: Int, of part: Int32, _ bytes: Span<UInt8>) -> Bool {
    let array = node(at: source.text.eaches[place].path, bytes)
    guard array >= 0, !json.nodes[array].kind.isNull else {
      return array != Self.odd && source.text.eaches[place].isOptional
    }
    guard case .array = json.nodes[array].kind else { return false }
    let end = json.nodes[array].next
    let steps = source.text.eaches[place].steps
    if source.text.eaches[place].statesRecords,
      let isRead = readRecords(steps, of: part, in: array, bytes)
    {
      return isRead
    }
    let conditions = source.text.eaches[place].conditions
    var element = UInt32(array + 1)
    elements.append(0)
    while element < end {
      elements[elements.count - 1] = Int32(element)
      switch holds(conditions, bytes) {
      case true?: guard read(steps, of: part, bytes) else { return false }
      case false?: break
      case nil: return false
      }
      element = json.nodes[Int(element)].next
    }
    elements.removeLast()
    return true
  }

  private mutating func readPart(_ place: Int, of parent: Int32, _ bytes: Span<UInt8>) -> Bool {
    guard let isThere = holds(source.text.parts[place].conditions, bytes) else { return false }
    guard isThere else { return true }
    let line = source.text.parts[place]
    guard let part = add(line.kind, named: line.name, in: parent, bytes),
      isTitle(line.title, bytes)
    else { return false }
    if let path = line.milestone {
      guard let name = name(at: path, bytes) else { return false }
      references.append(
        Reference(
          part: part, kind: UInt8(SubjectKind.milestone.place), name: name, isHolder: true))
    }
    if let path = line.billed {
      guard let name = name(at: path, bytes) else { return false }
      references.append(
        Reference(part: part, kind: line.billedKind, name: name, isHolder: false))
    }
    return read(line.steps, of: part, bytes)
  }

  private mutating func readField(_ place: Int, of part: Int32, _ bytes: Span<UInt8>) -> Bool {
    guard let isThere = holds(source.text.fields[place].conditions, bytes) else { return false }
    guard isThere else { return true }
    let field = source.text.fields[place].field
    guard let value = value(source.text.fields[place].reading, bytes) else { return false }
    if value == PlainContract.unstated { return true }
    guard contract[field, part] == PlainContract.unstated else { return false }
    contract[field, part] = value
    return true
  }

  private mutating func readRecord(_ place: Int, of part: Int32, _ bytes: Span<UInt8>) -> Bool {
    guard let isThere = holds(source.text.records[place].conditions, bytes) else { return false }
    guard isThere else { return true }
    var row = PlainRecords.Row(repeating: PlainContract.unstated)
    row[PlainRecords.Place.subject] = Int64(part)
    if let path = source.text.records[place].subject {
      guard let name = name(at: path, bytes) else { return false }
      subjects.append((name, source.text.records[place].about))
      row[PlainRecords.Place.subject] = Int64(-subjects.count)
    }
    guard let day = value(source.text.records[place].day, bytes), day != PlainContract.unstated
    else { return false }
    row[PlainRecords.Place.day] = day
    row[PlainRecords.Place.recorded] = day
    if source.text.records[place].recorded >= 0 {
      guard let recorded = value(source.text.records[place].recorded, bytes) else { return false }
      if recorded != PlainContract.unstated {
        guard recorded >= day else { return false }
        row[PlainRecords.Place.recorded] = recorded
      }
    }
    for field in source.text.records[place].fields {
      guard let value = value(source.text.recordFields[field].reading, bytes) else {
        return false
      }
      row[Int(source.text.recordFields[field].cell)] = value
    }
    let kind = source.text.records[place].kind
    contract.records[kind].append(row.span.extracting(..<contract.records[kind].stride))
    return true
  }

  // MARK: Names

  private mutating func add(
    _ kind: SubjectKind, named path: BriefSource.Path, in parent: Int32, _ bytes: Span<UInt8>
  ) -> Int32? {
    guard names.count < Self.mostParts, let name = name(at: path, bytes) else { return nil }
    let part = names.count
    names.append(name)
    let first = partsOfKind[kind.place].isEmpty ? part : partsOfKind[kind.place].lowerBound
    partsOfKind[kind.place] = first..<part + 1
    return contract.add(kind, in: parent)
  }

  /// Finds what parts lie in and bill.
  private mutating func refer(_ bytes: Span<UInt8>) -> Bool {
    for reference in references {
      guard let named = onlyPart(reference.name, among: 1 << reference.kind, bytes) else {
        return false
      }
      if reference.isHolder {
        // Those that stand within the milestone come before those that name it.
        for later in Int(reference.part)..<names.count where contract.parents[later] == named {
          return false
        }
        contract.move(reference.part, into: named)
      } else {
        contract.bill(named, on: reference.part)
      }
    }
    // Two lines of one invoice for one part bill it twice.
    for (place, first) in references.enumerated() where !first.isHolder {
      for second in references[..<place] where !second.isHolder {
        let (line, other) = (Int(first.part), Int(second.part))
        if contract.billed[line] == contract.billed[other],
          contract.parents[line] == contract.parents[other]
        {
          return false
        }
      }
    }
    return true
  }

  /// Notes the kinds of which two parts have one name.
  private mutating func noteRepeatedNames(_ bytes: Span<UInt8>) {
    repeatedKinds = 0
    for part in names.indices {
      let kind = contract.kinds[part]
      for other in 0..<part
      where contract.kinds[other] == kind && names[part].isSame(as: names[other], bytes) {
        repeatedKinds |= 1 << kind
      }
    }
  }

  /// Whether no two parts in one have the same name.
  private mutating func areNamesUnique(_ bytes: Span<UInt8>) -> Bool {
    guard repeatedKinds != 0 else { return true }
    for part in names.indices {
      let (kind, parent) = (contract.kinds[part], contract.parents[part])
      for other in 0..<part
      where contract.kinds[other] == kind && contract.parents[other] == parent {
        if names[part].isSame(as: names[other], bytes) { return false }
      }
    }
    return true
  }

  /// Finds what records are about.
  private mutating func nameSubjects(_ bytes: Span<UInt8>) -> Bool {
    subjectParts.removeAll(keepingCapacity: true)
    for place in subjects.indices {
      let (name, about) = subjects[place]
      // The contract has a second name.
      guard about & 1 == 0 || !name.isContract(bytes),
        let part = onlyPart(name, among: about, bytes)
      else { return false }
      subjectParts.append(part)
    }
    contract.name(subjectParts)
    return true
  }

  /// Returns the part that alone among those of some kinds, as bits by their places, has a name.
  private mutating func onlyPart(
    _ name: PlainName, among kinds: UInt8, _ bytes: Span<UInt8>
  ) -> Int32? {
    if kinds.nonzeroBitCount == 1, kinds & repeatedKinds == 0 {
      // There is no other, and records speak of one part after the other.
      let kind = UInt8(kinds.trailingZeroBitCount)
      let parts = partsOfKind[Int(kind)]
      var part = parts.contains(lastNamed) ? lastNamed : parts.lowerBound
      for _ in parts {
        if names[part].isSame(as: name, bytes), contract.kinds[part] == kind {
          lastNamed = part
          return Int32(part)
        }
        part = part &+ 1 < parts.upperBound ? part &+ 1 : parts.lowerBound
      }
      return nil
    }
    var found: Int32?
    for part in names.indices
    where kinds & 1 << contract.kinds[part] != 0 && names[part].isSame(as: name, bytes) {
      guard found == nil else { return nil }
      found = Int32(part)
    }
    return found
  }

  // MARK: Invoices

  /// Adds the lines of invoices up; false where one states no amount, or nothing is invoiced.
  private mutating func addInvoices() -> Bool {
    var isInvoiced = false
    for part in names.indices where contract.kinds[part] == SubjectKind.line.place {
      let amount = contract[.amount, Int32(part)]
      guard amount != PlainContract.unstated else { return false }
      isInvoiced = true
      let invoice = contract.parents[part]
      let before = contract[.amount, invoice]
      contract[.amount, invoice] = (before == PlainContract.unstated ? 0 : before) + amount
    }
    return isInvoiced
  }

  /// Whether every invoice is on file on the day.
  private mutating func areInvoicesReceived() -> Bool {
    names.indices.allSatisfy { part in
      contract.kinds[part] != SubjectKind.invoice.place
        || contract[.received, Int32(part)] <= contract.asOf
    }
  }
}
