import ContractModel
import Records
import SourceText

/// What plain documents state, as numbers; what they do not state is `PlainContract.unstated`, and nil
/// is what takes a closer look.
extension BriefReading {
  /// Where nothing stands.
  private static let nothing = -1
  /// Where what stands there takes a closer look.
  static let odd = -2

  /// Returns the node at a path from the elements at hand.
  @inline(__always)
  mutating func node(at path: BriefSource.Path, _ bytes: Span<UInt8>) -> Int {
    guard path.member >= 0, let element = elements.last else { return nodeFar(at: path) }
    return member(Int(path.member), of: Int(element))
  }

  private mutating func nodeFar(at path: BriefSource.Path) -> Int {
    var node = 0
    if !path.isFromTop {
      let place = elements.count - 1 - Int(path.outward)
      guard place >= 0 else { return Self.odd }
      node = Int(elements[place])
    }
    for place in path.names {
      node = member(Int(source.text.pathNames[Int(place)]), of: node)
      if node < 0 { return node }
    }
    return node
  }

  /// Returns the value of the member of an object that has a name.
  @inline(__always)
  private mutating func member(_ name: Int, of object: Int) -> Int {
    let node = json.nodes[object]
    switch node.kind {
    case .object: break
    case .array: return Self.odd
    case .null, .yes, .no, .number, .string, .encoded: return Self.nothing
    }
    let place = Int(json.shapes.places[Int(node.start) &* nameCount &+ name])
    guard place >= 0 else { return Self.nothing }
    // Where all members are single values each is one node.
    var member = object &+ 1
    if node.isFlat(at: object) { return member &+ place }
    for _ in 0..<place { member = Int(json.nodes[member].next) }
    return member
  }

  // MARK: Names

  mutating func name(at path: BriefSource.Path, _ bytes: Span<UInt8>) -> PlainName? {
    let node = node(at: path, bytes)
    guard node >= 0, case .string = json.nodes[node].kind else { return nil }
    return PlainName(json.nodes[node].range, bytes)
  }

  /// Whether a title can stand where it is read.
  mutating func isTitle(_ path: BriefSource.Path?, _ bytes: Span<UInt8>) -> Bool {
    guard let path else { return true }
    let node = node(at: path, bytes)
    guard node >= 0 else { return node == Self.nothing }
    switch json.nodes[node].kind {
    case .null, .string, .number: return true
    case .encoded: return isShownAsItIs(json.nodes[node].range, bytes)
    case .yes, .no, .array, .object: return false
    }
  }

  /// Whether a text is shown, and as it is: one that is blank, or hides something, takes a closer look.
  mutating func isShownAsItIs(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    let scalars = PlainJSON.text(range, bytes).unicodeScalars
    return !scalars.allSatisfy(\.properties.isWhitespace)
      && !scalars.contains { VisibleText.isControl($0) || VisibleText.isHidden($0) }
  }

  /// Returns the text at a path; nil where there is none.
  mutating func text(at path: BriefSource.Path?, _ bytes: Span<UInt8>) -> String? {
    guard let path else { return nil }
    let node = node(at: path, bytes)
    guard node >= 0, !json.nodes[node].kind.isNull else { return nil }
    return PlainJSON.text(json.nodes[node].range, bytes)
  }

  // MARK: Values

  /// Returns what comes of a reading, by its place among all.
  mutating func value(_ place: Int32, _ bytes: Span<UInt8>) -> Int64? {
    let reading = source.text.readings[Int(place)]
    if case .constant = reading.form { return reading.times }
    guard reading.path.isFromTop else { return value(reading, bytes) }
    // What stands there is the same for every element.
    if known[Int(place)] != Self.notRead { return known[Int(place)] }
    let value = value(reading, bytes)
    if let value { known[Int(place)] = value }
    return value
  }

  /// Stands for what was not read yet of a document.
  static var notRead: Int64 { .max }

  @inline(__always)
  private mutating func value(_ reading: BriefSource.Reading, _ bytes: Span<UInt8>) -> Int64? {
    let place = node(at: reading.path, bytes)
    guard place >= 0 else { return place == Self.odd ? nil : PlainContract.unstated }
    return value(json.nodes[place], as: reading, bytes)
  }

  @inline(__always)
  mutating func value(
    _ node: PlainJSON.Node, as reading: BriefSource.Reading, _ bytes: Span<UInt8>
  ) -> Int64? {
    switch (node.kind, reading.form) {
    case (.null, _): return PlainContract.unstated
    case (.number, .number):
      guard let number = PlainNumber.whole(bytes, node.range) else { return nil }
      let (product, overflows) = number.multipliedReportingOverflow(by: reading.times)
      return !overflows && product >= reading.least && product <= reading.most ? product : nil
    case (.string, .day): return day(node, bytes, isMoment: false)
    case (.string, .moment): return day(node, bytes, isMoment: true)
    case (.string, .word): return word(node.range, of: reading.words, bytes)
    case (.string, .text): return text(node.range, isTold: false, bytes)
    case (.encoded, .text): return isShownAsItIs(node.range, bytes) ? 0 : nil
    case (.string, .toldText): return text(node.range, isTold: true, bytes)
    default: return nil
    }
  }

  /// Returns the day that a text is, or the day of the moment that it is.
  @inline(__always)
  mutating func day(_ node: PlainJSON.Node, _ bytes: Span<UInt8>, isMoment: Bool) -> Int64? {
    let range = node.range
    guard
      range.count == CivilDate.textLength || isMoment && PlainNumber.isMoment(bytes, range)
    else { return nil }
    return days.day(bytes, at: range.lowerBound)
  }

  private mutating func word(
    _ range: Range<Int>, of list: Range<Int32>, _ bytes: Span<UInt8>
  ) -> Int64? {
    let head = PlainJSON.head(of: range, bytes)
    for place in list {
      let word = Int(place)
      let isThis =
        source.text.words[word].head == head
        && bytes.holds(source.text.words[word].found, at: range)
      if isThis || source.text.words[word].isAny { return source.text.words[word].mask }
    }
    return nil
  }

  /// Returns which text it is, where that is asked for.
  private mutating func text(_ range: Range<Int>, isTold: Bool, _ bytes: Span<UInt8>) -> Int64? {
    guard let first = range.first,
      bytes[first] != 0x20 || range.contains(where: { bytes[$0] != 0x20 })
    else { return nil }
    guard isTold else { return 0 }
    let name = PlainName(text: range, bytes)
    if let known = texts.firstIndex(where: { $0.isSame(as: name, bytes) }) { return Int64(known) }
    guard texts.count < Self.mostTexts else { return nil }
    texts.append(name)
    return Int64(texts.count - 1)
  }

  /// More texts than this are for a closer look: they are compared one by one.
  private static let mostTexts = 64

  // MARK: Conditions

  /// Whether the document says what a line asks; nil where that takes a closer look.
  @inline(__always)
  mutating func holds(_ conditions: Range<Int>, _ bytes: Span<UInt8>) -> Bool? {
    conditions.isEmpty ? true : areMet(conditions, bytes)
  }

  private mutating func areMet(_ conditions: Range<Int>, _ bytes: Span<UInt8>) -> Bool? {
    for place in conditions {
      let node = node(at: source.text.conditions[place].path, bytes)
      guard node != Self.odd else { return nil }
      let kind = node < 0 ? .null : json.nodes[node].kind
      // What one says is not compared as it is written.
      guard kind != .encoded else { return nil }
      let holds =
        switch source.text.conditions[place].wanted {
        case .given: !kind.isNull
        case .notGiven: kind.isNull
        case .among(let texts):
          kind.isText
            && texts.contains { bytes.holds(source.text.texts[$0], at: json.nodes[node].range) }
        case .notAmong(let texts):
          kind.isText
            && !texts.contains { bytes.holds(source.text.texts[$0], at: json.nodes[node].range) }
        }
      guard holds else { return false }
    }
    return true
  }
}

extension PlainJSON.Node {
  var range: Range<Int> { Int(start)..<Int(end) }

  /// Whether all members of an object at a place are single values.
  @inline(__always)
  func isFlat(at place: Int) -> Bool { next &- end == UInt32(truncatingIfNeeded: place &+ 1) }
}

extension PlainJSON.Kind {
  var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// Whether it is a single value, which says something.
  fileprivate var isText: Bool {
    switch self {
    case .yes, .no, .number, .string: true
    case .null, .encoded, .array, .object: false
    }
  }
}

extension Span<UInt8> {
  fileprivate func holds(_ text: [UInt8], at range: Range<Int>) -> Bool {
    guard text.count == range.count else { return false }
    for offset in 0..<text.count where self[range.lowerBound + offset] != text[offset] {
      return false
    }
    return true
  }
}
