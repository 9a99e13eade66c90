/// In which order objects have had their members: each shape is another one with one more name.
///
/// Most objects of a text have the shape of one before them, so a name is not looked for but expected,
/// where a member stands in an object is known from its shape, and no shape has a name twice.
package struct MemberShapes: Sendable {
  private struct Shape: Sendable {
    /// The name that it has more than the shape before it, among all bytes of names.
    let name: Range<Int32>
    let before: Int32
    /// How many names it has.
    let count: Int32
    /// How long the name is as it is written up to its colon.
    let length: Int32
    /// The name as it is written up to its colon; nil where it has no name, or a block does not hold
    /// that.
    let written: FixedBlock?
    /// The shape with one more name that was met last, and the first of all such; -1 is none.
    var latest: Int32 = -1
    var first: Int32 = -1
    /// Another one with one more name than the same shape; -1 is none.
    let other: Int32
  }

  /// What elements of a list are expected to be after one of a shape.
  enum Element: Sendable {
    case unknown
    /// One of them has a value in which others stand.
    case nested
    case like(ElementTemplate)
  }

  /// The shape of an object without members is the first.
  private var shapes: [Shape] = []
  private var bytes: [UInt8] = []
  /// The names that are asked for.
  private let wanted: [[UInt8]]
  /// For each shape, and for each of those in it, where among its members that is; -1 is nowhere.
  package private(set) var places: [Int8] = []
  /// For each shape what the elements after one of it are.
  var elements: [Element] = []

  /// So many shapes have room, with so many names of so many bytes; what has more is for a closer look.
  private static let most = 1_024
  private static let mostNames = 100
  private static let longestName = 200

  /// Whether some object had a shape for which there was no room.
  private(set) var isFull = false

  init(wanted: [[UInt8]]) {
    self.wanted = wanted
    removeAll()
  }

  /// Forgets all shapes.
  mutating func removeAll() {
    isFull = false
    bytes.removeAll(keepingCapacity: true)
    shapes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    elements.removeAll(keepingCapacity: true)
    elements.append(.unknown)
    shapes.append(
      Shape(name: 0..<0, before: 0, count: 0, length: 0, written: nil, other: -1))
    places.append(contentsOf: repeatElement(-1, count: wanted.count))
  }

  /// The shape after one where the name is written next that came next the last time; nil where it takes
  /// a look.
  @inline(__always)
  func expected(after shape: Int, _ text: Span<UInt8>, at index: Int) -> Int? {
    let next = Int(shapes[shape].latest)
    // A longer name is looked for.
    guard next >= 0, let block = text.block(at: index), let written = shapes[next].written,
      written.isEqual(to: block)
    else { return nil }
    return next
  }

  /// How long the last name of a shape is as it is written up to its colon.
  @inline(__always)
  func length(of shape: Int) -> Int { Int(shapes[shape].length) }

  /// Returns the shape with one more name; nil where it has that already, or there is no room for more.
  mutating func shape(after shape: Int, named name: Range<Int>, _ text: Span<UInt8>) -> Int? {
    var other = Int(shapes[shape].first)
    while other >= 0 {
      if isNamed(other, name, text) {
        shapes[shape].latest = Int32(other)
        return other
      }
      other = Int(shapes[other].other)
    }
    var before = shape
    while before > 0 {
      if isNamed(before, name, text) { return nil }
      before = Int(shapes[before].before)
    }
    return add(name, text, after: shape)
  }

  private func isNamed(_ shape: Int, _ name: Range<Int>, _ text: Span<UInt8>) -> Bool {
    let own = shapes[shape].name
    guard own.count == name.count else { return false }
    for offset in 0..<name.count
    where bytes[Int(own.lowerBound) + offset] != text.byte(at: name.lowerBound + offset) {
      return false
    }
    return true
  }

  private mutating func add(_ name: Range<Int>, _ text: Span<UInt8>, after shape: Int) -> Int? {
    let added = shapes.count
    guard added < Self.most, shapes[shape].count < Self.mostNames,
      name.count <= Self.longestName
    else {
      isFull = true
      return nil
    }
    let start = Int32(bytes.count)
    for index in name { bytes.append(text.byte(at: index)) }
    let written = [ASCII.quote] + bytes[Int(start)...] + [ASCII.quote, ASCII.colon]
    let first = shapes[shape].first
    shapes.append(
      Shape(
        name: start..<Int32(bytes.count), before: Int32(shape), count: shapes[shape].count + 1,
        length: Int32(written.count),
        written: written.count <= ByteBlock.length ? FixedBlock(written[...]) : nil, other: first))
    elements.append(.unknown)
    shapes[shape].first = Int32(added)
    shapes[shape].latest = Int32(added)
    for (place, name) in wanted.enumerated() {
      let isThis = name.elementsEqual(bytes[Int(start)...])
      places.append(
        isThis ? Int8(shapes[shape].count) : places[shape * wanted.count + place])
    }
    return added
  }
}
