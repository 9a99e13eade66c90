package import SourceText

/// Reads NDJSON or CSV in pieces of whole lines, and makes batches of its records.
///
/// A line like one before it is read by that one's template; any other as carefully as ever. What is
/// no plain record is handed on as it stands.
package struct FlatReader {
  private struct Found {
    var count = 0
    var lines: [Int] = []
    /// Where each line begins.
    var starts: [Int] = []
    /// The slices of one record after the other.
    var slices: [FlatSlice] = []
  }

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
  private var found: [Found] = []
  private var templates: [FlatTemplate] = []
  /// The places of the inputs among the columns of a table; nil where lines are JSON.
  private var columns: [Int?]?
  private let file: FileID

  /// Makes a reader of NDJSON, or of the rows of a table with a header.
  package init(
    file: FileID, header: [[UInt8]]? = nil,
    recipe: @escaping (_ kind: String?, _ names: [[UInt8]]) -> FlatRecipe?
  ) {
    self.recipe = recipe
    self.file = file
    guard let header else { return }
    columns = []
    guard let only = recipe(nil, header) else { return }
    add(only)
    columns = header.map { only.inputs.firstIndex(of: $0) }
  }

  private mutating func add(_ recipe: FlatRecipe) {
    recipes.append(recipe)
    decoders.append(FlatDecoder(recipe))
    batches.append(RecordBatch(file: file, fields: recipe.fieldCount))
    found.append(
      Found(
        lines: [Int](repeating: 0, count: Self.batchSize),
        starts: [Int](repeating: 0, count: Self.batchSize),
        slices: [FlatSlice](repeating: .absent, count: Self.batchSize * recipe.inputs.count)))
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
    var last = 0
    while position < end {
      line += 1
      if columns == nil {
        let before = templates.isEmpty ? 0 : templates[last].recipe
        if let next = find(bytes.span, from: position, line: line, first: &last) {
          position = next
          let recipe = templates[last].recipe
          // Records are handed on in the order of the file.
          if recipe != before { flush(before, bytes, take, odd) }
          if found[recipe].count == Self.batchSize { flush(recipe, bytes, take, odd) }
          continue
        }
      } else if let next = findRow(bytes.span, from: position, line: line) {
        position = next
        if found[0].count == Self.batchSize { flush(0, bytes, take, odd) }
        continue
      }
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

  /// Finds the values of a line that is like one before it, and returns where the next line begins.
  @inline(__always)
  private mutating func find(
    _ bytes: Span<UInt8>, from start: Int, line: Int, first: inout Int
  ) -> Int? {
    for turn in 0..<templates.count {
      // Lines of one shape come one after the other.
      let place = turn == 0 ? first : turn <= first ? turn - 1 : turn
      let recipe = templates[place].recipe
      let count = found[recipe].count
      let row = count * recipes[recipe].inputs.count
      guard
        let end = templates[place].match(bytes, from: start, into: &found[recipe].slices, at: row),
        let next = Self.afterLineEnd(bytes, at: end)
      else { continue }
      found[recipe].lines[count] = line
      found[recipe].starts[count] = start
      found[recipe].count = count + 1
      first = place
      return next
    }
    return nil
  }

  /// Returns the offset after a line end that begins at an offset; nil where none does.
  @inline(__always)
  private static func afterLineEnd(_ bytes: Span<UInt8>, at end: Int) -> Int? {
    if bytes.byte(at: end) == ASCII.lineFeed { return end + 1 }
    let isPair =
      bytes.byte(at: end) == ASCII.carriageReturn && bytes.byte(at: end + 1) == ASCII.lineFeed
    return isPair ? end + 2 : nil
  }

  private mutating func flush(
    _ recipe: Int, _ bytes: [UInt8], _ take: (RecordBatch, Int) -> Void, _ odd: (OddLine) -> Void
  ) {
    let count = found[recipe].count
    guard count > 0 else { return }
    found[recipe].count = 0
    let lines = Array(found[recipe].lines[..<count])
    let rows = decoders[recipe].add(
      found[recipe].slices, of: bytes.span, lines: lines, to: &batches[recipe])
    if batches[recipe].count > 0 { take(batches[recipe], recipes[recipe].kind) }
    for row in rows {
      let text = bytes[found[recipe].starts[row]...].prefix { $0 != ASCII.lineFeed }
      readOdd(Array(text), line: lines[row], odd)
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
    guard columns == nil, templates.count < Self.mostTemplates else { return false }
    let text = line.last == ASCII.carriageReturn ? Array(line.dropLast()) : line
    let read = JSONDocument.reading(SourceFile(path: "", bytes: text), id: file)
    guard read.diagnostics.isEmpty, let document = read.value else { return false }
    let names = document.members(of: document.root).map { Array(document.text(of: $0.key).utf8) }
    let kind = document.member(Array("record".utf8), of: document.root).map {
      document.text(of: $0)
    }
    var slices = [FlatSlice](repeating: .absent, count: names.count + 1)
    let padded = text + [UInt8](repeating: 0, count: 32)
    guard let recipe = recipe(kind, names) else { return false }
    // Lines of another order of the same fields are read together with those before.
    let known = recipes.firstIndex { $0.kind == recipe.kind && $0.inputs == recipe.inputs }
    guard let template = FlatTemplate(document, recipe: known ?? recipes.count, recipe),
      recipe.inputs.count <= slices.count,
      template.match(padded.span, from: 0, into: &slices, at: 0) == text.count
    else { return false }
    if known == nil { add(recipe) }
    templates.append(template)
    return true
  }

  // MARK: Tables

  /// Finds the values of a row without quotes; nil where there are any, or a byte beyond ASCII.
  @inline(__always)
  private mutating func findRow(_ bytes: Span<UInt8>, from start: Int, line: Int) -> Int? {
    guard let columns, !recipes.isEmpty else { return nil }
    let count = found[0].count
    let row = count * recipes[0].inputs.count
    var position = start
    for place in columns.indices {
      guard let end = Self.endOfField(bytes, from: position) else { return nil }
      let isLast = place == columns.count - 1
      let next =
        isLast
        ? Self.afterLineEnd(bytes, at: end) : bytes.byte(at: end) == ASCII.comma ? end + 1 : nil
      guard let next, end > position else { return nil }
      if let column = columns[place] {
        found[0].slices[row + column] = FlatSlice(.text, position..<end)
      }
      position = next
    }
    found[0].lines[count] = line
    found[0].starts[count] = start
    found[0].count = count + 1
    return position
  }

  @inline(__always)
  private static func endOfField(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while position + 8 <= bytes.count {
      let word = bytes.word(at: position)
      let stops = ByteLanes.equal(word, to: UInt64(ASCII.comma)) | ByteLanes.special(word)
      if stops != 0 {
        let end = position + stops.trailingZeroBitCount / 8
        return bytes.byte(at: end) == ASCII.quote ? nil : end
      }
      position += 8
    }
    return nil
  }
}
