internal import SourceText

/// Reads one JSON text by RFC 8259, byte by byte, and stops at the first byte that breaks it.
///
/// Open containers are kept on a stack of its own, never on that of the machine.
struct JSONReader {
  /// What the grammar asks for at the current position, after any space.
  private enum Step {
    case value
    case firstElement
    case firstName
    case name
    case colon
    case separator
    case finished
  }

  private struct OpenContainer {
    let index: Int
    let isObject: Bool
    var childCount: Int32 = 0
  }

  let bytes: [UInt8]
  let id: FileID
  private let nodeLimit: Int
  /// Whether the file begins a text, and not a part of one after the first: only there a byte order mark
  /// may stand.
  private let beginsText: Bool
  /// Where the text ends that is being read.
  private(set) var end = 0
  var position = 0
  private var nodes: [JSONNode] = []
  private var open: [OpenContainer] = []
  private var names = DuplicateNames()
  private var mistakes = MistakeList()

  init(_ file: SourceFile, id: FileID, nodeLimit: Int = JSONLimits.nodes) {
    bytes = file.bytes
    self.id = id
    self.nodeLimit = nodeLimit
    beginsText = file.firstLine == 1
  }

  /// Reads the text that a part of the file consists of; may be called for one part after another.
  mutating func readDocument(within part: Range<Int>) -> Diagnosed<JSONDocument?> {
    let part = part.clamped(to: 0..<bytes.count)
    begin(part)
    if part.lowerBound == 0, beginsText {
      if TextEncoding.looksLikeUTF16(bytes) {
        return Diagnosed(nil, [.textInUTF16(at: range(0..<min(2, bytes.count)))])
      }
      if TextEncoding.hasByteOrderMark(bytes) { position = min(3, end) }
    }
    readTree()
    guard mistakes.isEmpty else { return Diagnosed(nil, mistakes.diagnostics) }
    return Diagnosed(JSONDocument(bytes: bytes, nodes: nodes))
  }

  private mutating func begin(_ part: Range<Int>) {
    position = part.lowerBound
    end = part.upperBound
    nodes = []
    nodes.reserveCapacity(part.count / 8)
    open.removeAll(keepingCapacity: true)
    mistakes = MistakeList()
  }

  private mutating func readTree() {
    var step = Step.value
    while step != .finished {
      skipSpace()
      guard position < end else { return reportEnd(before: step) }
      switch step {
      case .value: step = readValue()
      case .firstElement: step = readFirstElement()
      case .firstName: step = readFirstName()
      case .name: step = readName()
      case .colon: step = readColon()
      case .separator: step = readSeparator()
      case .finished: return
      }
    }
  }

  // MARK: - Steps

  private mutating func readValue() -> Step {
    let byte = bytes[position]
    if byte == ASCII.quote { return readString() ? .separator : .finished }
    if byte == ASCII.openingBrace { return openContainer(isObject: true) }
    if byte == ASCII.openingBracket { return openContainer(isObject: false) }
    if ASCII.isLetter(byte) { return readWord() ? .separator : .finished }
    if JSONNumbers.canStart(with: byte) { return readNumber() ? .separator : .finished }
    return reportUnexpected(.value)
  }

  private mutating func readFirstElement() -> Step {
    bytes[position] == ASCII.closingBracket ? closeContainer() : readValue()
  }

  private mutating func readFirstName() -> Step {
    bytes[position] == ASCII.closingBrace ? closeContainer() : readName()
  }

  private mutating func readName() -> Step {
    guard bytes[position] == ASCII.quote else { return reportUnexpected(.name) }
    return readString() ? .colon : .finished
  }

  private mutating func readColon() -> Step {
    guard bytes[position] == ASCII.colon else { return reportUnexpected(.colon) }
    position += 1
    return .value
  }

  private mutating func readSeparator() -> Step {
    guard let last = open.indices.last else { return reportTrailingContent() }
    open[last].childCount += 1
    let isObject = open[last].isObject
    let byte = bytes[position]
    if byte == ASCII.comma {
      position += 1
      return isObject ? .name : .value
    }
    if byte == (isObject ? ASCII.closingBrace : ASCII.closingBracket) { return closeContainer() }
    return reportUnexpected(isObject ? .nextMember : .nextElement)
  }

  private mutating func openContainer(isObject: Bool) -> Step {
    let here = position..<position + 1
    guard open.count < JSONLimits.depth else { return stop(with: .jsonDepth(at: range(here))) }
    open.append(OpenContainer(index: nodes.count, isObject: isObject))
    guard append(isObject ? .object : .array, here) else { return .finished }
    position += 1
    return isObject ? .firstName : .firstElement
  }

  private mutating func closeContainer() -> Step {
    position += 1
    let container = open.removeLast()
    let opened = nodes[container.index]
    nodes[container.index] = JSONNode(
      range: opened.range.lowerBound..<position, childCount: container.childCount,
      index: opened.index, endIndex: Int32(nodes.count), kind: opened.kind, hasEscapes: false)
    if container.isObject, container.childCount > 1 { reportRepeatedNames(container) }
    return .separator
  }

  private mutating func skipSpace() {
    while position < end, isSpace(bytes[position]) { position += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    guard byte <= ASCII.space else { return false }
    return byte == ASCII.space || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
      || byte == ASCII.tab
  }

  // MARK: - Nodes

  /// Adds a node without children; false, with a mistake reported, where there are too many.
  mutating func append(
    _ kind: JSONNode.Kind, _ written: Range<Int>, hasEscapes: Bool = false
  ) -> Bool {
    guard nodes.count < nodeLimit else {
      report(.jsonTooManyValues(limit: nodeLimit, at: range(written)))
      return false
    }
    let index = Int32(nodes.count)
    nodes.append(
      JSONNode(
        range: written, childCount: 0, index: index, endIndex: index + 1, kind: kind,
        hasEscapes: hasEscapes))
    return true
  }

  // MARK: - Mistakes

  func range(_ range: Range<Int>) -> SourceRange {
    SourceRange(file: id, lower: range.lowerBound, upper: range.upperBound)
  }

  mutating func report(_ diagnostic: Diagnostic) { mistakes.append(diagnostic) }

  private mutating func stop(with diagnostic: Diagnostic) -> Step {
    mistakes.append(diagnostic)
    return .finished
  }

  private mutating func reportUnexpected(_ expected: JSONExpectation) -> Step {
    guard TextEncoding.scalarLength(in: bytes.span, at: position, before: end) != nil else {
      return stop(with: .jsonInvalidUTF8(at: range(position..<position + 1)))
    }
    let found = TextEncoding.scalarRange(in: bytes, at: position, before: end)
    return stop(with: .jsonUnexpectedByte(bytes[found], expected: expected, at: range(found)))
  }

  private mutating func reportTrailingContent() -> Step {
    let found = TextEncoding.scalarRange(in: bytes, at: position, before: end)
    return stop(with: .jsonTrailingContent(bytes[found], at: range(found)))
  }

  private mutating func reportEnd(before step: Step) {
    if step == .separator, open.isEmpty { return }
    let here = range(end..<end)
    guard let container = open.last else { return report(.jsonEmpty(at: here)) }
    let opener = nodes[container.index].range
    report(
      .jsonUnterminated(container.isObject ? .object : .array, opener: range(opener), at: here))
  }

  /// Reports each name that an object gives again; reading goes on, to report all such names.
  private mutating func reportRepeatedNames(_ container: OpenContainer) {
    names.removeAll()
    var index = container.index + 1
    for _ in 0..<container.childCount {
      let name = nodes[index]
      let content = JSONStrings.content(of: name)
      if name.hasEscapes {
        names.add(tag: index, decoded: JSONStrings.decoded(bytes, content))
      } else {
        names.add(tag: index, content, of: bytes)
      }
      index = Int(nodes[index + 1].endIndex)
    }
    for (first, again) in names.repetitions(in: bytes) where !mistakes.isFull {
      let name = nodes[again]
      report(
        .jsonDuplicateKey(
          bytes[JSONStrings.content(of: name)], first: range(nodes[first].range),
          at: range(name.range)))
    }
  }
}
