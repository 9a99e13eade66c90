package import SourceText

/// Reads NDJSON or CSV in pieces of whole lines, and makes batches of its records.
///
/// A line like one before it is read by that one's template; any other as carefully as ever. What is
/// no plain record is handed on as it stands.
package struct FlatReader {
  /// A line that must be kept, or looked at again: it has a mistake, lacks a value, or says something
  /// that is not exactly one whole number.
  package struct OddLine: Sendable {
    package let number: Int
    package let bytes: [UInt8]

    package init(number: Int, bytes: [UInt8]) {
      self.number = number
      self.bytes = bytes
    }
  }

  /// So many records of a kind are handed on together.
  private static let batchSize = 2048
  /// So many shapes of lines are remembered.
  private static let mostTemplates = 8

  private var recipes: FlatRecipes
  private var decoders: [FlatDecoder] = []
  private var batches: [RecordBatch] = []
  /// The records of each recipe that are found and not yet decoded.
  private var found: [FoundRecords] = []
  private var templates: [FlatTemplate] = []
  /// The template that the last line was like.
  private var last = 0
  /// The recipe of the records that are found; they are handed on in the order of the file.
  private var current = 0
  /// The columns of a table that can be read row by row.
  private var columns: FlatColumns?
  private let isTable: Bool
  private let file: FileID

  /// Makes a reader of NDJSON, or of the rows of a table with a header.
  package init(
    file: FileID, header: [[UInt8]]? = nil,
    recipe: @escaping (_ kind: String?, _ names: [[UInt8]]) -> FlatRecipe?
  ) {
    recipes = FlatRecipes(recipe)
    self.file = file
    isTable = header != nil
    guard let header, let place = recipes.place(kind: nil, names: header) else { return }
    makeRoom()
    columns = FlatColumns(header, inputs: recipes.all[place].inputs)
  }

  /// Makes room for the records of each recipe.
  private mutating func makeRoom() {
    for recipe in recipes.all[decoders.count...] {
      decoders.append(FlatDecoder(recipe))
      batches.append(RecordBatch(file: file, fields: recipe.fieldCount))
      found.append(FoundRecords(stride: recipe.inputs.count, room: Self.batchSize))
    }
  }

  /// Reads whole lines that follow so many others, and returns how many they are; behind them there
  /// are at least 32 bytes more.
  package mutating func read(
    _ bytes: [UInt8], within bounds: Range<Int>, after before: Int,
    take: (RecordBatch, Int) -> Void,
    odd: (OddLine) -> Void
  ) -> Int {
    var line = before
    var position = bounds.lowerBound
    let end = bounds.upperBound
    while position < end {
      let next = find(bytes, from: position, upTo: end, after: &line, take, odd)
      if next > position {
        position = next
        continue
      }
      let lineEnd = bytes[position..<end].firstIndex(of: ASCII.lineFeed) ?? end
      let text = Array(bytes[position..<lineEnd])
      let document = isTable ? nil : Self.document(on: text)
      // A line that can be learnt from is looked at again, by what was learnt.
      if let document, learn(from: document, on: text) { continue }
      line += 1
      let isFound =
        if let document {
          add(document, line: line, at: position, of: bytes, take, odd)
        } else {
          addRow(text + [ASCII.lineFeed], line: line, at: position, of: bytes, take, odd)
        }
      if !isFound { readOdd(text, line: line, odd) }
      position = lineEnd + 1
    }
    for recipe in found.indices { flush(recipe, bytes, take, odd) }
    return line - before
  }

  /// Finds the values of the lines that can be read at once, and returns the offset after them: where
  /// they begin if there are none.
  private mutating func find(
    _ bytes: [UInt8], from start: Int, upTo end: Int, after line: inout Int,
    _ take: (RecordBatch, Int) -> Void, _ odd: (OddLine) -> Void
  ) -> Int {
    if let columns {
      let next = columns.find(bytes.span, from: start, upTo: end, after: &line, into: &found[0])
      if found[0].isFull { flush(0, bytes, take, odd) }
      return next
    }
    for turn in 0..<templates.count {
      // Lines of one shape come one after the other.
      let place = turn == 0 ? last : turn <= last ? turn - 1 : turn
      let recipe = templates[place].recipe
      let next = templates[place].find(
        bytes.span, from: start, upTo: end, after: &line, into: &found[recipe])
      if next == start { continue }
      handOn(before: recipe, bytes, take, odd)
      last = place
      return next
    }
    return start
  }

  // MARK: With care

  private static func document(on line: [UInt8]) -> JSONDocument? {
    // No line but the first of a file may begin with a mark: that is looked at elsewhere.
    let read = JSONDocument.reading(
      SourceFile(path: "", bytes: line, firstLine: 2), id: FileID(0))
    return read.diagnostics.isEmpty ? read.value : nil
  }

  /// Finds the values of a document; false where they are those of no plain record.
  private mutating func add(
    _ document: JSONDocument, line: Int, at start: Int, of bytes: [UInt8],
    _ take: (RecordBatch, Int) -> Void, _ odd: (OddLine) -> Void
  ) -> Bool {
    guard let recipe = recipes.place(of: document) else { return false }
    makeRoom()
    let values = recipes.all[recipe].inputs.map { document.value(at: $0) }
    found[recipe].add(line: line, start: start) { input in
      values[input].map { FlatSlice($0, of: document, movedBy: start) } ?? .absent
    }
    handOn(before: recipe, bytes, take, odd)
    return true
  }

  /// Finds the values of a row of the table, with its line end; false where it is none by itself.
  private mutating func addRow(
    _ text: [UInt8], line: Int, at start: Int, of bytes: [UInt8],
    _ take: (RecordBatch, Int) -> Void, _ odd: (OddLine) -> Void
  ) -> Bool {
    guard let columns, columns.add(text, number: line, at: start, to: &found[0]) else {
      return false
    }
    handOn(before: 0, bytes, take, odd)
    return true
  }

  // MARK: Handing on

  /// Hands on the records of any other recipe, and of this one if there is no room for more.
  private mutating func handOn(
    before recipe: Int, _ bytes: [UInt8], _ take: (RecordBatch, Int) -> Void,
    _ odd: (OddLine) -> Void
  ) {
    if recipe != current { flush(current, bytes, take, odd) }
    current = recipe
    if found[recipe].isFull { flush(recipe, bytes, take, odd) }
  }

  private mutating func flush(
    _ recipe: Int, _ bytes: [UInt8], _ take: (RecordBatch, Int) -> Void, _ odd: (OddLine) -> Void
  ) {
    guard found[recipe].count > 0 else { return }
    let rows = decoders[recipe].add(found[recipe], of: bytes.span, to: &batches[recipe])
    let places = found[recipe].places
    found[recipe].count = 0
    if batches[recipe].count > 0 { take(batches[recipe], recipes.all[recipe].kind) }
    for row in rows {
      let text = bytes[places[row].start...].prefix { $0 != ASCII.lineFeed }
      readOdd(Array(text), line: places[row].line, odd)
    }
  }

  private func readOdd(_ line: [UInt8], line number: Int, _ odd: (OddLine) -> Void) {
    let isBlank = line.allSatisfy {
      $0 == ASCII.space || $0 == ASCII.tab || $0 == ASCII.carriageReturn
    }
    if !isBlank { odd(OddLine(number: number, bytes: line)) }
  }

  /// Remembers the shape of a line; returns false where it has none that could come again.
  private mutating func learn(from document: JSONDocument, on line: [UInt8]) -> Bool {
    guard templates.count < Self.mostTemplates, let recipe = recipes.place(of: document) else {
      return false
    }
    makeRoom()
    let padded = line + [ASCII.lineFeed] + [UInt8](repeating: 0, count: 32)
    var found = FoundRecords(stride: recipes.all[recipe].inputs.count, room: 1)
    var number = 0
    guard let template = FlatTemplate(document, recipe: recipe, recipes.all[recipe]),
      template.find(padded.span, from: 0, upTo: line.count, after: &number, into: &found)
        == line.count + 1
    else { return false }
    templates.append(template)
    return true
  }
}
