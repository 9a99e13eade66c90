/// The columns of a table whose rows are read one after the other.
struct FlatColumns: Sendable {
  /// The input that each is; nil for one that nobody reads.
  private let inputs: [Int?]

  init(_ header: [[UInt8]], inputs: [[UInt8]]) {
    self.inputs = header.map { inputs.firstIndex(of: $0) }
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
    while position < end, count < room {
      guard let next = Self.row(bytes, position, inputs, into: &slices, at: count * stride) else {
        break
      }
      line += 1
      places[count] = FoundRecords.Place(line: line, start: position)
      count += 1
      position = next
    }
    found.count = count
    return position
  }

  @inline(__always)
  private static func row(
    _ bytes: Span<UInt8>, _ start: Int, _ inputs: Span<Int?>,
    into slices: inout MutableSpan<FlatSlice>, at row: Int
  ) -> Int? {
    var position = start
    for column in inputs.indices {
      guard let end = endOfField(bytes, from: position), end > position else { return nil }
      if let input = inputs[column] { slices[row &+ input] = FlatSlice(.text, position..<end) }
      if column == inputs.count - 1 { return bytes.afterLineEnd(at: end) }
      guard bytes.byte(at: end) == ASCII.comma else { return nil }
      position = end &+ 1
    }
    return nil
  }

  @inline(__always)
  private static func endOfField(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while position &+ 16 <= bytes.count {
      let (first, second) = (stops(bytes.word(at: position)), stops(bytes.word(at: position &+ 8)))
      if first | second != 0 {
        let end = position &+ ByteLanes.firstLane(first, second)
        return bytes.byte(at: end) == ASCII.quote ? nil : end
      }
      position &+= 16
    }
    return nil
  }

  @inline(__always)
  private static func stops(_ word: UInt64) -> UInt64 {
    ByteLanes.equal(word, to: UInt64(ASCII.comma)) | ByteLanes.special(word)
  }
}
