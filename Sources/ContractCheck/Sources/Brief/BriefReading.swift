import ContractModel
import Records
import RuleEvaluation
import SourceText

/// Reads plain documents by a source, one after the other; the room for them is used again.
///
/// What it does changes it, if only in name: a method that does not would be given a copy of it all.
struct BriefReading: Sendable {
  let source: BriefSource
  var json = PlainJSON()
  private(set) var contract: PlainContract
  /// The elements of the document around what is read, the innermost last.
  var elements: [Int32] = []
  /// For each name where among the members of an object it stood the last time.
  var hints: [Int32]
  /// The names of members that the source reads.
  let memberNames: [MemberName]
  let nameBytes: [UInt8]
  /// For each part where its name stands; the contract has its id.
  private var names: [PlainName] = []
  /// What records say they are about.
  private var subjects: [PlainName] = []
  /// Parts that say by name what they lie in or bill.
  private var references: [Reference] = []
  var texts: [PlainName] = []
  /// The kinds of which two parts have one name, as bits by their places; all before that is known.
  private var repeatedKinds: UInt8 = .max
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
    hints = source.text.names.map { _ in 0 }
    nameBytes = source.text.bytes
    memberNames = source.text.names.map { MemberName($0, in: source.text.bytes) }
  }

  /// Where the id of the contract stands.
  var id: Range<Int> { names[0].range }

  /// Reads the document that a line consists of, to be decided as of a day, if it states no other;
  /// false where something in it takes a closer look.
  mutating func read(
    _ bytes: Span<UInt8>, within line: Range<Int>, asOf: CivilDate, takesStated: Bool
  ) -> Bool {
    isPlainText = json.read(bytes, within: line)
    guard isPlainText, json.nodes[0].kind == .object else { return false }
    contract.removeAll()
    elements.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    subjects.removeAll(keepingCapacity: true)
    references.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    elements.append(0)
    repeatedKinds = .max
    guard readHead(bytes), read(source.lines, of: 0, bytes), refer(bytes),
      areNamesUnique(bytes), nameSubjects(bytes), addInvoices()
    else { return false }
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
      guard node >= 0, json.nodes[node].kind == .string else { return false }
    }
    statedAsOf = nil
    if let path = source.asOf {
      let node = node(at: path, bytes)
      guard node != Self.odd else { return false }
      if node >= 0, json.nodes[node].kind != .null {
        guard let day = Self.day(json.nodes[node], bytes, isMoment: false) else { return false }
        statedAsOf = CivilDate(dayNumber: Int32(day))
      }
    }
    for place in source.registers.indices {
      guard let day = value(of: source.registers[place].through, bytes),
        day != PlainContract.unstated
      else { return false }
      contract.completeThrough[source.registers[place].kind] = day
    }
    for place in source.terms.indices {
      guard let number = value(of: source.terms[place].content, bytes),
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
    guard array >= 0, json.nodes[array].kind != .null else {
      return array != Self.odd && source.text.eaches[place].isOptional
    }
    guard json.nodes[array].kind == .array else { return false }
    let end = json.nodes[array].next
    var element = UInt32(array + 1)
    while element < end {
      elements.append(Int32(element))
      switch holds(source.text.eaches[place].conditions, bytes) {
      case true?:
        guard read(source.text.eaches[place].steps, of: part, bytes) else { return false }
      case false?: break
      case nil: return false
      }
      elements.removeLast()
      element = json.nodes[Int(element)].next
    }
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
    let line = source.text.records[place]
    var subject = part
    if let path = line.subject {
      guard let name = name(at: path, bytes) else { return false }
      subjects.append(name)
      subject = -Int32(subjects.count)
    }
    guard let day = value(of: line.day, bytes), day != PlainContract.unstated else {
      return false
    }
    var recorded = day
    if let content = line.recorded {
      guard let stated = value(of: content, bytes) else { return false }
      if stated != PlainContract.unstated { recorded = stated }
      guard recorded >= day else { return false }
    }
    contract.records[line.kind].append(subject, day: day, recorded: recorded)
    for field in line.fields {
      let column = source.text.recordFields[field].column
      guard let value = value(of: source.text.recordFields[field].content, bytes) else {
        return false
      }
      if value == PlainContract.unstated { continue }
      contract.records[line.kind].state(value, in: column)
    }
    return true
  }

  // MARK: Names

  private mutating func add(
    _ kind: SubjectKind, named path: BriefSource.Path, in parent: Int32, _ bytes: Span<UInt8>
  ) -> Int32? {
    guard names.count < Self.mostParts, let name = name(at: path, bytes) else { return nil }
    names.append(name)
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

  /// Whether no two parts in one have the same name; notes the kinds of which no two have it at all.
  private mutating func areNamesUnique(_ bytes: Span<UInt8>) -> Bool {
    repeatedKinds = 0
    for part in names.indices {
      let kind = contract.kinds[part]
      for other in 0..<part
      where contract.kinds[other] == kind && names[part].isSame(as: names[other], bytes) {
        if contract.parents[part] == contract.parents[other] { return false }
        repeatedKinds |= 1 << kind
      }
    }
    return true
  }

  /// Finds what records are about.
  private mutating func nameSubjects(_ bytes: Span<UInt8>) -> Bool {
    for place in source.text.recordKinds.indices {
      let kind = source.text.recordKinds[place]
      let about = source.text.about[kind]
      let named = contract.records[kind].subjects
      for row in named.indices {
        let subject = named[row]
        guard subject < 0 else { continue }
        let name = subjects[Int(-subject) - 1]
        // The contract has a second name.
        guard about & 1 == 0 || !name.isContract(bytes),
          let part = onlyPart(name, among: about, bytes)
        else { return false }
        contract.records[kind].name(part, at: row)
      }
    }
    return true
  }

  /// Returns the part that alone among those of some kinds, as bits by their places, has a name.
  private mutating func onlyPart(
    _ name: PlainName, among kinds: UInt8, _ bytes: Span<UInt8>
  ) -> Int32? {
    // Records speak of one part after the other.
    lastNamed += 1
    if kinds.nonzeroBitCount == 1, kinds & repeatedKinds == 0, lastNamed < names.count,
      kinds & 1 << contract.kinds[lastNamed] != 0, names[lastNamed].isSame(as: name, bytes)
    {
      return Int32(lastNamed)
    }
    var found: Int32?
    for part in names.indices
    where kinds & 1 << contract.kinds[part] != 0 && names[part].isSame(as: name, bytes) {
      guard found == nil else { return nil }
      found = Int32(part)
    }
    if let found { lastNamed = Int(found) }
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
