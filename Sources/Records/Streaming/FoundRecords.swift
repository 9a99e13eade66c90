/// Records whose values are found in the bytes, and are not yet decoded.
struct FoundRecords {
  /// Where one record stands.
  struct Place {
    let line: Int
    /// The offset at which the line begins.
    let start: Int
  }

  /// How many slices belong to each record.
  let stride: Int
  /// How many records there is room for.
  let room: Int
  var count = 0
  var places: [Place]
  /// The slices of one record after the other.
  var slices: [FlatSlice]

  init(stride: Int, room: Int) {
    self.stride = stride
    self.room = room
    places = [Place](repeating: Place(line: 0, start: 0), count: room)
    slices = [FlatSlice](repeating: .absent, count: room * stride)
  }

  var isFull: Bool { count == room }

  /// Adds a record, of which each input is a slice.
  mutating func add(line: Int, start: Int, _ slice: (_ input: Int) -> FlatSlice) {
    places[count] = Place(line: line, start: start)
    for input in 0..<stride { slices[count * stride + input] = slice(input) }
    count += 1
  }

  /// The lines of the records that are found.
  var lines: [Int] {
    var lines = [Int](repeating: 0, count: count)
    let places = places.span
    var cells = lines.mutableSpan
    for row in cells.indices { cells[row] = places[row].line }
    return lines
  }
}
