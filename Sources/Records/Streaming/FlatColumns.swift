/// The columns of a table whose rows are read one after the other.
struct FlatColumns: Sendable {
  /// The input that each is; -1 for one that nobody reads.
  private let inputs: [Int]

  init(_ header: [[UInt8]], inputs: [[[UInt8]]]) {
    self.inputs = header.map { inputs.firstIndex(of: [$0]) ?? -1 }
  }

  /// Adds the row that a line consists of; false where it has a mistake, or ends on a later line.
  func add(
    _ line: [UInt8], number: Int, at start: Int, to found: inout FoundRecords
  ) -> Bool {
    guard let fields = CSVReader.fields(ofRow: line), fields.count == inputs.count else {
      return false
    }
    found.add(line: number, start: start) { input in
      inputs.firstIndex(of: input).map { FlatSlice(fields[$0], movedBy: start) } ?? .absent
    }
    return true
  }

  /// Finds the values of row after row, as long as they have no quotes and no byte beyond ASCII, none
  /// that is read is lacking, and there is room; returns the offset after the last of them.
  func find(
    _ bytes: Span<UInt8>, from start: Int, upTo end: Int, after line: inout Int,
    into found: inout FoundRecords
  ) -> Int {
    let (inputs, stride, room) = (inputs.span, found.stride, found.room)
    var count = found.count
    // Taken out, so that both can be written to at once.
    var all: [FlatSlice] = []
    swap(&all, &found.slices)
    defer { swap(&all, &found.slices) }
    var slices = all.mutableSpan
    var places = found.places.mutableSpan
    var stops = FieldStops(from: start)
    // Where the row begins, and its field that is read, which is one of so many.
    var (row, field, column) = (start, start, 0)
    while row < end, count < room {
      guard column < inputs.count, let stop = stops.next(bytes) else { break }
      let input = inputs[column]
      if input >= 0 {
        guard stop > field else { break }
        slices[count &* stride &+ input] = FlatSlice(.text, field..<stop)
      }
      column += 1
      field = stop &+ 1
      if bytes.byte(at: stop) == ASCII.comma { continue }
      guard column == inputs.count, let next = bytes.afterLineEnd(at: stop) else { break }
      // A carriage return is a stop of its own before the line feed.
      if next != field, stops.next(bytes) == nil { break }
      line += 1
      places[count] = FoundRecords.Place(line: line, start: row)
      count += 1
      (row, field, column) = (next, next, 0)
    }
    found.count = count
    return row
  }
}

/// The bytes of a table that part its fields, or take a closer look, one after the other.
private struct FieldStops {
  /// Where the last block begins.
  private var block: Int
  /// Those in it that are still to come, a bit for each byte.
  private var left: UInt64 = 0

  init(from start: Int) { block = start &- ByteBlock.length }

  /// Returns where the next one stands; nil too near to the end of the bytes.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>) -> Int? {
    while left == 0 {
      block &+= ByteBlock.length
      guard let lanes = bytes.block(at: block) else { return nil }
      left = ByteBlock.bits(
        lanes.equal(to: ASCII.comma) .| lanes.equal(to: ASCII.quote) .| lanes.unseen)
    }
    let place = block &+ left.trailingZeroBitCount
    left &= left &- 1
    return place
  }
}
