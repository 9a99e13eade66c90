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
  private var templates: [FlatTemplate] = []
  private var slices: [FlatSlice] = []
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
    let room = recipe.inputs.count - slices.count
    if room > 0 { slices += [FlatSlice](repeating: FlatSlice(), count: room) }
  }

  /// Reads whole lines, behind which there are at least 32 bytes more, and returns how many they are.
  package mutating func read(
    _ bytes: [UInt8], within bounds: Range<Int>, take: (RecordBatch, Int) -> Void,
    odd: (OddLine) -> Void
  ) -> Int {
    var line = 0
    var position = bounds.lowerBound
    let end = bounds.upperBound
    var last = 0
    while position < end {
      line += 1
      if columns == nil {
        if let next = readTemplated(bytes.span, from: position, line: line, first: &last, take) {
          position = next
          continue
        }
      } else if let next = readRow(bytes.span, from: position, line: line, take) {
        position = next
        continue
      }
      let lineEnd = bytes[position..<end].firstIndex(of: ASCII.lineFeed) ?? end
      readOdd(Array(bytes[position..<lineEnd]), line: line, odd)
      position = lineEnd + 1
    }
    for place in recipes.indices { flush(place, take) }
    return line
  }

  @inline(__always)
  private mutating func readTemplated(
    _ bytes: Span<UInt8>, from start: Int, line: Int, first: inout Int,
    _ take: (RecordBatch, Int) -> Void
  ) -> Int? {
    for turn in 0..<templates.count {
      // Lines of one shape come one after the other.
      let place = turn == 0 ? first : turn <= first ? turn - 1 : turn
      guard let end = templates[place].match(bytes, from: start, into: &slices),
        let next = Self.afterLineEnd(bytes, at: end)
      else { continue }
      first = place
      let recipe = templates[place].recipe
      guard decoders[recipe].add(slices, of: bytes, line: line, to: &batches[recipe]) else {
        return nil
      }
      if batches[recipe].count >= Self.batchSize { flush(recipe, take) }
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

  private mutating func flush(_ recipe: Int, _ take: (RecordBatch, Int) -> Void) {
    guard batches[recipe].count > 0 else { return }
    take(batches[recipe], recipes[recipe].kind)
    batches[recipe].removeAll()
  }

  /// Learns the shape of a line that is plain for all that, and hands the others on.
  private mutating func readOdd(_ line: [UInt8], line number: Int, _ odd: (OddLine) -> Void) {
    var text = line
    if text.last == ASCII.carriageReturn { text.removeLast() }
    if text.allSatisfy({ $0 == ASCII.space || $0 == ASCII.tab }) { return }
    if columns == nil, templates.count < Self.mostTemplates, learn(from: text) {
      let padded = text + [UInt8](repeating: 0, count: 32)
      let template = templates[templates.count - 1]
      if template.match(padded.span, from: 0, into: &slices) == text.count,
        decoders[template.recipe].add(
          slices, of: padded.span, line: number, to: &batches[template.recipe])
      {
        return
      }
    }
    odd(OddLine(number: number, bytes: line))
  }

  /// Remembers the shape of a line; returns false where it has none that could come again.
  private mutating func learn(from line: [UInt8]) -> Bool {
    let read = JSONDocument.reading(SourceFile(path: "", bytes: line), id: file)
    guard read.diagnostics.isEmpty, let document = read.value else { return false }
    let names = document.members(of: document.root).map { Array(document.text(of: $0.key).utf8) }
    let kind = document.member(Array("record".utf8), of: document.root).map {
      document.text(of: $0)
    }
    guard let recipe = recipe(kind, names),
      let template = FlatTemplate(document, recipe: recipes.count, recipe)
    else { return false }
    add(recipe)
    templates.append(template)
    return true
  }

  // MARK: Tables

  /// Reads a row without quotes; nil where there are any, or a byte beyond ASCII.
  @inline(__always)
  private mutating func readRow(
    _ bytes: Span<UInt8>, from start: Int, line: Int, _ take: (RecordBatch, Int) -> Void
  ) -> Int? {
    guard let columns, !recipes.isEmpty else { return nil }
    var position = start
    for (place, column) in columns.enumerated() {
      guard let end = Self.endOfField(bytes, from: position) else { return nil }
      let isLast = place == columns.count - 1
      let next =
        isLast
        ? Self.afterLineEnd(bytes, at: end) : bytes.byte(at: end) == ASCII.comma ? end + 1 : nil
      guard let next, end > position else { return nil }
      if let column { slices[column] = FlatSlice(form: .text, range: position..<end) }
      position = next
    }
    guard decoders[0].add(slices, of: bytes, line: line, to: &batches[0]) else { return nil }
    if batches[0].count >= Self.batchSize { flush(0, take) }
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
