import ContractModel
import Records
import SourceText

/// Lists of which every element states the same records: those are read one column after the other.
extension BriefReading {
  /// The elements of a list, which all have the same members, each a single value.
  private struct Elements {
    let shape: Int
    let count: Int
    /// The node of the first one, and how many nodes each has.
    let first: Int
    let stride: Int

    /// Nil where the elements are no such objects.
    init?(_ nodes: Span<PlainJSON.Node>, in list: Int) {
      let end = Int(nodes[list].next)
      first = list + 1
      guard first < end, case .object = nodes[first].kind, nodes[first].isFlat(at: first) else {
        return nil
      }
      let (shape, members) = (nodes[first].start, nodes[first].end)
      (self.shape, stride) = (Int(shape), Int(members) + 1)
      count = (end - first) / stride
      guard first + count * stride == end else { return nil }
      for element in Swift.stride(from: first, to: end, by: stride) {
        guard case .object = nodes[element].kind, nodes[element].start == shape,
          nodes[element].isFlat(at: element)
        else { return nil }
      }
    }
  }

  /// Reads the records that steps state of every element of a list; nil where the elements are not alike.
  mutating func readRecords(
    _ steps: Range<Int>, of part: Int32, in list: Int, _ bytes: Span<UInt8>
  ) -> Bool? {
    guard let elements = Elements(json.nodes.span, in: list),
      steps.allSatisfy({ isSameForAll($0, of: elements) })
    else { return nil }
    // Taken out while they are written, as whatever is done changes the rest of it.
    var taken: [Int64] = []
    swap(&taken, &rows)
    defer { swap(&taken, &rows) }
    for case .record(let place) in source.text.steps[steps] {
      let record = source.text.records[place]
      // Nothing that is asked about is there.
      guard
        source.text.conditions[record.conditions].allSatisfy({ $0.wanted.isMetByNothing })
      else { continue }
      let width = contract.records[record.kind].stride
      let cellCount = elements.count * width
      if taken.count < cellCount {
        taken = [Int64](repeating: PlainContract.unstated, count: 2 * cellCount)
      }
      var cells = taken.mutableSpan
      guard read(record, of: part, from: elements, bytes, into: &cells, width) else {
        return false
      }
      contract.records[record.kind].append(taken.span.extracting(..<cellCount))
    }
    return true
  }

  /// Whether what a record asks of an element is the same for all, as they do not state it.
  private func isSameForAll(_ step: Int, of elements: Elements) -> Bool {
    guard case .record(let record) = source.text.steps[step] else { return false }
    return source.text.conditions[source.text.records[record].conditions].allSatisfy {
      place(of: $0.path, in: elements) == 0
    }
  }

  private mutating func read(
    _ record: BriefSource.Record, of part: Int32, from elements: Elements, _ bytes: Span<UInt8>,
    into cells: inout MutableSpan<Int64>, _ width: Int
  ) -> Bool {
    let (day, recorded) = (PlainRecords.Place.day, PlainRecords.Place.recorded)
    for cell in 0..<elements.count * width { cells[cell] = PlainContract.unstated }
    guard
      readSubjects(of: record, around: part, from: elements, bytes, into: &cells, width),
      readColumn(record.day, at: day, from: elements, bytes, into: &cells, width),
      record.recorded < 0
        || readColumn(record.recorded, at: recorded, from: elements, bytes, into: &cells, width)
    else { return false }
    for row in stride(from: 0, to: elements.count &* width, by: width) {
      let dated = cells[row &+ day]
      if cells[row &+ recorded] == PlainContract.unstated { cells[row &+ recorded] = dated }
      guard dated != PlainContract.unstated, cells[row &+ recorded] >= dated else { return false }
    }
    for place in record.fields {
      let field = source.text.recordFields[place]
      guard
        readColumn(field.reading, at: Int(field.cell), from: elements, bytes, into: &cells, width)
      else { return false }
    }
    return true
  }

  private mutating func readSubjects(
    of record: BriefSource.Record, around part: Int32, from elements: Elements,
    _ bytes: Span<UInt8>, into cells: inout MutableSpan<Int64>, _ width: Int
  ) -> Bool {
    guard let path = record.subject else {
      for row in 0..<elements.count { cells[row &* width] = Int64(part) }
      return true
    }
    let place = self.place(of: path, in: elements)
    guard place > 0 else { return false }
    for row in 0..<elements.count {
      let node = json.nodes[elements.first &+ row &* elements.stride &+ place]
      guard case .string = node.kind, let name = PlainName(node.range, bytes) else { return false }
      subjects.append((name, record.about))
      cells[row &* width] = Int64(-subjects.count)
    }
    return true
  }

  /// Reads one column; what the elements do not state stays as it is.
  private mutating func readColumn(
    _ place: Int32, at cell: Int, from elements: Elements, _ bytes: Span<UInt8>,
    into cells: inout MutableSpan<Int64>, _ width: Int
  ) -> Bool {
    let reading = source.text.readings[Int(place)]
    if reading.path.isFromTop {
      guard let value = value(place, bytes) else { return false }
      for row in 0..<elements.count { cells[row &* width &+ cell] = value }
      return true
    }
    let member = self.place(of: reading.path, in: elements)
    guard member > 0 else { return true }
    for row in 0..<elements.count {
      let node = json.nodes[elements.first &+ row &* elements.stride &+ member]
      guard let value = value(node, as: reading, bytes) else { return false }
      cells[row &* width &+ cell] = value
    }
    return true
  }

  /// Returns how many nodes behind that of an element the member is that a path names; 0 where elements
  /// have none.
  private func place(of path: BriefSource.Path, in elements: Elements) -> Int {
    Int(json.shapes.places[elements.shape * nameCount + Int(path.member)]) + 1
  }
}

extension BriefSource.Condition.Wanted {
  /// Whether a member that is not there is what is asked for.
  fileprivate var isMetByNothing: Bool {
    switch self {
    case .notGiven: true
    case .given, .among, .notAmong: false
    }
  }
}
