internal import RuleSyntax

/// The lines of a layout as texts in columns.
struct Columns {
  /// A line as the texts of its columns, and how wide each of them is made.
  struct Row {
    var cells: [[UInt8]]
    var widths: [Int]
    let isTable: Bool
  }

  let text: TokenText
  private let outline: Outline
  private(set) var rows: [Row] = []

  init(of lines: [LayoutLine], text: TokenText, outline: Outline) {
    self.text = text
    self.outline = outline
    rows.reserveCapacity(lines.count)
    var finder = RunFinder()
    for line in lines { read(line, &finder) }
    for run in finder.runs { align(run) }
  }

  private mutating func read(_ line: LayoutLine, _ finder: inout RunFinder) {
    var row = Row(cells: [], widths: [], isTable: false)
    switch line.content {
    case .comment(let bytes):
      row.cells = [Array(bytes)]
      finder.passComment(isBelowBlank: line.hasBlankAbove)
    case .kept(let bytes, let tokens):
      row.cells = [Array(bytes)]
      for token in tokens where outline.places[token].role == .start {
        finder.interrupt(block: outline.places[token].block)
      }
      finder.passCode()
    case .code(let tokens):
      row = self.row(of: tokens, line, &finder)
      finder.passCode()
    }
    rows.append(row)
  }

  private func row(
    of tokens: Range<Int>, _ line: LayoutLine, _ finder: inout RunFinder
  ) -> Row {
    let place = outline.places[tokens.lowerBound]
    switch place.role {
    case .row:
      guard text.isMark(tokens.upperBound - 1, "|"), tokens.count > 1 else { break }
      finder.add(rows.count, toTable: place.statement)
      let cells = tokens.dropFirst().split { text.isMark($0, "|") }
      return Row(
        cells: cells.map { spelled($0.startIndex..<$0.endIndex) }, widths: [], isTable: true)
    case .start:
      let kind = outline.blockKinds[place.block]
      guard let (alignment, columns) = Alignment.of(tokens, in: kind, of: text) else {
        finder.interrupt(block: place.block)
        break
      }
      finder.add(
        rows.count, toBlock: place.block, alignment, isBelowBlank: line.hasBlankAbove,
        isBelowComment: line.hasCommentAbove)
      let bounds = [tokens.lowerBound] + columns + [tokens.upperBound]
      let cells = zip(bounds, bounds.dropFirst()).map { spelled($0..<$1) }
      return Row(cells: cells, widths: [], isTable: false)
    case .continuation, .closing, .inline: break
    }
    return Row(cells: [spelled(tokens)], widths: [], isTable: false)
  }

  /// Makes the cells of a column as wide as the widest of them that something follows.
  private mutating func align(_ run: [Int]) {
    let count = run.map { rows[$0].cells.count }.max() ?? 0
    var widths = Array(repeating: 0, count: count)
    for line in run {
      let row = rows[line]
      for (column, cell) in row.cells.enumerated() {
        let isFollowed = row.isTable || row.cells[(column + 1)...].contains { !$0.isEmpty }
        if isFollowed { widths[column] = max(widths[column], cell.width) }
      }
    }
    for line in run { rows[line].widths = widths }
  }

  /// The tokens with one space between them, or none where none belongs.
  private func spelled(_ tokens: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in tokens {
      let isTight =
        index == tokens.lowerBound || text.isMark(index, ",") || text.isMark(index, ")")
        || text.isMark(index - 1, "(") || text.tokens[index].kind == .possessive
      if !isTight { bytes.append(0x20) }
      bytes += text.spelling(index)
    }
    return bytes
  }
}

extension [UInt8] {
  /// How many characters a reader sees.
  var width: Int {
    allSatisfy { $0 < 0x80 } ? count : String(decoding: self, as: UTF8.self).count
  }
}
