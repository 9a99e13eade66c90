import ContractModel
import Records

/// What plain documents state, as numbers; what they do not state is `PlainContract.unstated`, and nil
/// is what takes a closer look.
extension BriefReading {
  /// Where nothing stands.
  private static let nothing = -1
  /// Where what stands there takes a closer look.
  static let odd = -2

  /// Returns the node at a path from the elements at hand.
  mutating func node(at path: BriefSource.Path, _ bytes: Span<UInt8>) -> Int {
    var node = 0
    if !path.isFromTop {
      let place = elements.count - 1 - Int(path.outward)
      guard place >= 0 else { return Self.odd }
      node = Int(elements[place])
    }
    for name in Int(path.first)..<Int(path.first + path.count) {
      switch json.nodes[node].kind {
      case .object: node = member(name, of: node, bytes)
      case .array: return Self.odd
      case .null, .yes, .no, .number, .string: return Self.nothing
      }
      if node < 0 { return Self.nothing }
    }
    return node
  }

  /// Returns the value of the member of an object with a name, which stands where it stood the last time
  /// nearly always.
  private mutating func member(_ name: Int, of object: Int, _ bytes: Span<UInt8>) -> Int {
    let end = Int(json.nodes[object].next)
    var (key, place) = (object + 1, Int32(0))
    let hint = hints[name]
    while place < hint, key < end {
      key = Int(json.nodes[key + 1].next)
      place += 1
    }
    if key < end, isNamed(key, name, bytes) { return key + 1 }
    (key, place) = (object + 1, 0)
    while key < end {
      if isNamed(key, name, bytes) {
        hints[name] = place
        return key + 1
      }
      key = Int(json.nodes[key + 1].next)
      place += 1
    }
    return Self.nothing
  }

  private mutating func isNamed(_ key: Int, _ name: Int, _ bytes: Span<UInt8>) -> Bool {
    let range = json.nodes[key].range
    let wanted = memberNames[name]
    guard range.count == Int(wanted.count), PlainJSON.head(of: range, bytes) == wanted.head else {
      return false
    }
    guard range.count > 8 else { return true }
    for offset in 8..<range.count
    where bytes[range.lowerBound + offset] != nameBytes[Int(wanted.start) + offset] {
      return false
    }
    return true
  }

  // MARK: Names

  mutating func name(at path: BriefSource.Path, _ bytes: Span<UInt8>) -> PlainName? {
    let node = node(at: path, bytes)
    guard node >= 0, json.nodes[node].kind == .string else { return nil }
    return PlainName(json.nodes[node].range, bytes)
  }

  /// Whether a title can stand where it is read.
  mutating func isTitle(_ path: BriefSource.Path?, _ bytes: Span<UInt8>) -> Bool {
    guard let path else { return true }
    let node = node(at: path, bytes)
    guard node >= 0 else { return node == Self.nothing }
    switch json.nodes[node].kind {
    case .null, .string, .number: return true
    case .yes, .no, .array, .object: return false
    }
  }

  /// Returns the text at a path; nil where there is none.
  mutating func text(at path: BriefSource.Path?, _ bytes: Span<UInt8>) -> String? {
    guard let path else { return nil }
    let node = node(at: path, bytes)
    guard node >= 0, json.nodes[node].kind != .null else { return nil }
    return String(decoding: json.nodes[node].range.map { bytes[$0] }, as: UTF8.self)
  }

  // MARK: Values

  mutating func value(of content: BriefSource.Content, _ bytes: Span<UInt8>) -> Int64? {
    switch content {
    case .constant(let value): value
    case .read(let reading): value(reading, bytes)
    }
  }

  mutating func value(_ reading: BriefSource.Reading, _ bytes: Span<UInt8>) -> Int64? {
    let place = node(at: reading.path, bytes)
    guard place >= 0 else { return place == Self.odd ? nil : PlainContract.unstated }
    let node = json.nodes[place]
    if node.kind == .null { return PlainContract.unstated }
    switch reading.form {
    case .number(let times, let allowed):
      guard node.kind == .number, let number = Self.whole(node.range, bytes) else { return nil }
      let (product, overflows) = number.multipliedReportingOverflow(by: times)
      return !overflows && allowed.contains(product) ? product : nil
    case .day: return Self.day(node, bytes, isMoment: false)
    case .moment: return Self.day(node, bytes, isMoment: true)
    case .word(let list):
      return node.kind == .string ? word(node.range, of: Int(list), bytes) : nil
    case .text(let isTold):
      return node.kind == .string ? text(node.range, isTold: isTold, bytes) : nil
    }
  }

  /// Returns a number without a sign, a point or too many digits.
  private static func whole(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Int64? {
    guard range.count <= 15 else { return nil }
    var number: Int64 = 0
    for index in range {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    return number
  }

  static func day(_ node: PlainJSON.Node, _ bytes: Span<UInt8>, isMoment: Bool) -> Int64? {
    guard node.kind == .string else { return nil }
    let (start, range) = (Int(node.start), node.range)
    guard
      range.count == CivilDate.textLength || isMoment && PlainNumber.isMoment(bytes, range),
      bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
      let century = pair(bytes, at: start), let year = pair(bytes, at: start + 2),
      let month = pair(bytes, at: start + 5), let day = pair(bytes, at: start + 8)
    else { return nil }
    return CivilDate(year: century * 100 + year, month: month, day: day)
      .map { Int64($0.dayNumber) }
  }

  /// Returns the number that two digits write.
  @inline(__always)
  private static func pair(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    let (first, second) = (bytes[index] &- 0x30, bytes[index + 1] &- 0x30)
    return first < 10 && second < 10 ? Int(first) * 10 + Int(second) : nil
  }

  private mutating func word(_ range: Range<Int>, of list: Int, _ bytes: Span<UInt8>) -> Int64? {
    for word in source.text.words[list] {
      guard let found = word.found else { return word.mask }
      if bytes.holds(found, at: range) { return word.mask }
    }
    return nil
  }

  /// Returns which text it is, where that is asked for.
  private mutating func text(_ range: Range<Int>, isTold: Bool, _ bytes: Span<UInt8>) -> Int64? {
    guard range.contains(where: { bytes[$0] != 0x20 }) else { return nil }
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
  mutating func holds(_ conditions: Range<Int>, _ bytes: Span<UInt8>) -> Bool? {
    for place in conditions {
      let node = node(at: source.text.conditions[place].path, bytes)
      guard node != Self.odd else { return nil }
      let kind = node < 0 ? .null : json.nodes[node].kind
      let holds =
        switch source.text.conditions[place].wanted {
        case .given: kind != .null
        case .notGiven: kind == .null
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
}

extension PlainJSON.Kind {
  /// Whether it is a single value, which says something.
  fileprivate var isText: Bool {
    switch self {
    case .yes, .no, .number, .string: true
    case .null, .array, .object: false
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

/// The name of a member that a source reads, with what tells it from most others.
struct MemberName: Sendable {
  let start: Int32
  let count: Int32
  let head: UInt64

  init(_ name: BriefSource.Name, in bytes: [UInt8]) {
    start = name.start
    count = name.count
    let range = Int(name.start)..<Int(name.start + name.count)
    head = PlainJSON.head(of: range, bytes.span)
  }
}
