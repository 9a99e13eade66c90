package import SourceText

/// Reads NDJSON or CSV in pieces of whole lines, and makes batches of its records.
///
/// A line like one before it is read by that one's template; any other as carefully as ever. What is
/// no plain record is handed on as it stands.
package struct FlatReader {
  /// A line that must be read with care: it has a mistake, lacks a value, or is of another kind.
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

  /// Returns how lines with fields of such names are read, and `record` of such a value.
  private let recipe: (_ kind: String?, _ names: [[UInt8]]) -> FlatRecipe?
  private var recipes: [FlatRecipe] = []
  private var decoders: [FlatDecoder] = []
  private var batches: [RecordBatch] = []
  /// The records of each recipe that are found and not yet decoded.
  private var found: [FoundRecords] = []
  private var templates: [FlatTemplate] = []
  /// The template that the last line was like.
  private var last = 0
  /// The columns of a table that can be read row by row.
  private var columns: FlatColumns?
  private let isTable: Bool
  private let file: FileID

  /// Makes a reader of NDJSON, or of the rows of a table with a header.
  package init(
    file: FileID, header: [[UInt8]]? = nil,
    recipe: @escaping (_ kind: String?, _ names: [[UInt8]]) -> FlatRecipe?
  ) {
    self.recipe = recipe
    self.file = file
    isTable = header != nil
    guard let header, let only = recipe(nil, header) else { return }
    add(only)
    columns = FlatColumns(header, inputs: only.inputs)
  }

  private mutating func add(_ recipe: FlatRecipe) {
    recipes.append(recipe)
    decoders.append(FlatDecoder(recipe))
    batches.append(RecordBatch(file: file, fields: recipe.fieldCount))
    found.append(FoundRecords(stride: recipe.inputs.count, room: Self.batchSize))
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
      line += 1
      let lineEnd = bytes[position..<end].firstIndex(of: ASCII.lineFeed) ?? end
      let text = Array(bytes[position..<lineEnd])
      // A line that can be learnt from is looked at again, by what was learnt.
      if !learn(from: text) {
        readOdd(text, line: line, odd)
        position = lineEnd + 1
      } else {
        line -= 1
      }
    }
    for recipe in recipes.indices { flush(recipe, bytes, take, odd) }
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
      let (recipe, before) = (templates[place].recipe, templates[last].recipe)
      let next = templates[place].find(
        bytes.span, from: start, upTo: end, after: &line, into: &found[recipe])
      if next == start { continue }
      // Records are handed on in the order of the file.
      if recipe != before { flush(before, bytes, take, odd) }
      if found[recipe].isFull { flush(recipe, bytes, take, odd) }
      last = place
      return next
    }
    return start
  }

  private mutating func flush(
    _ recipe: Int, _ bytes: [UInt8], _ take: (RecordBatch, Int) -> Void, _ odd: (OddLine) -> Void
  ) {
    guard found[recipe].count > 0 else { return }
    let rows = decoders[recipe].add(found[recipe], of: bytes.span, to: &batches[recipe])
    let places = found[recipe].places
    found[recipe].count = 0
    if batches[recipe].count > 0 { take(batches[recipe], recipes[recipe].kind) }
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
  private mutating func learn(from line: [UInt8]) -> Bool {
    guard !isTable, templates.count < Self.mostTemplates else { return false }
    let text = line.last == ASCII.carriageReturn ? Array(line.dropLast()) : line
    guard text.last != ASCII.carriageReturn else { return false }
    let read = JSONDocument.reading(SourceFile(path: "", bytes: text), id: file)
    guard read.diagnostics.isEmpty, let document = read.value else { return false }
    let names = document.members(of: document.root).map { Array(document.text(of: $0.key).utf8) }
    let kind = document.member(Array("record".utf8), of: document.root).map {
      document.text(of: $0)
    }
    guard let recipe = recipe(kind, names) else { return false }
    // Lines of another order of the same fields are read together with those before.
    let known = recipes.firstIndex { $0.kind == recipe.kind && $0.inputs == recipe.inputs }
    let padded = text + [ASCII.lineFeed] + [UInt8](repeating: 0, count: 32)
    var found = FoundRecords(stride: recipe.inputs.count, room: 1)
    var line = 0
    guard let template = FlatTemplate(document, recipe: known ?? recipes.count, recipe),
      template.find(padded.span, from: 0, upTo: text.count, after: &line, into: &found)
        == text.count + 1
    else { return false }
    if known == nil { add(recipe) }
    templates.append(template)
    return true
  }
}
