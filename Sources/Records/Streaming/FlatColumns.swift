/// The columns of a table whose rows are read one after the other.
struct FlatColumns: Sendable {
  /// The input that each is; -1 for one that nobody reads.
  private let inputs: [Int]

  init(_ header: [[UInt8]], inputs: [[UInt8]]) {
    self.inputs = header.map { inputs.firstIndex(of: $0) ?? -1 }
  }

  /// Finds the values of row after row, as long as they have no quotes and no byte beyond ASCII and there
  /// is room; returns the offset after the last of them.
  func find(
    _ bytes: Span<UInt8>, from start: Int, upTo end: Int, after line: inout Int,
    into found: inout FoundRecords
  ) -> Int {
    let (inputs, stride, room) = (inputs.span, found.stride, found.room)
    var (position, count) = (start, found.count)
    // Taken out, so that both can be written to at once.
    var all: [FlatSlice] = []
    swap(&all, &found.slices)
    defer { swap(&all, &found.slices) }
    var slices = all.mutableSpan
    var places = found.places.mutableSpan
    var stops = FieldStops(from: start)
    while position < end, count < room {
      guard
        let next = Self.row(
          bytes, position, inputs, by: &stops, into: &slices, at: count &* stride)
      else { break }
      line += 1
      places[count] = FoundRecords.Place(line: line, start: position)
      count += 1
      position = next
    }
    found.count = count
    return position
  }

  /// Finds the fields of one row, and returns the offset after it; nil where it takes a closer look.
  @inline(__always)
  private static func row(
    _ bytes: Span<UInt8>, _ start: Int, _ inputs: Span<Int>, by stops: inout FieldStops,
    into slices: inout MutableSpan<FlatSlice>, at row: Int
  ) -> Int? {
    var position = start
    for column in inputs.indices {
      guard let end = stops.next(bytes), end > position else { return nil }
      let input = inputs[column]
      if input >= 0 { slices[row &+ input] = FlatSlice(.text, position..<end) }
      if column == inputs.count &- 1 {
        guard let next = bytes.afterLineEnd(at: end) else { return nil }
        // A carriage return is a stop of its own before the line feed.
        return next == end &+ 1 || stops.next(bytes) != nil ? next : nil
      }
      guard bytes.byte(at: end) == ASCII.comma else { return nil }
      position = end &+ 1
    }
    return nil
  }
}

/// The bytes of a table that part its fields, or take a closer look, one after the other.
private struct FieldStops {
  /// Where the next block begins.
  private var next: Int
  /// Those of the block before it that are still to come, a bit for each byte.
  private var left: UInt64 = 0

  init(from start: Int) { next = start }

  /// Returns where the next one stands; nil too near to the end of the bytes.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>) -> Int? {
    while left == 0 {
      guard let block = bytes.block(at: next) else { return nil }
      left = ByteBlock.bits(block.equal(to: ASCII.comma) .| block.special)
      next &+= ByteBlock.length
    }
    let place = next &- ByteBlock.length &+ left.trailingZeroBitCount
    left &= left &- 1
    return place
  }
}
