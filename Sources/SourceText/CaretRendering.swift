extension Diagnostic {
  /// Returns the message with the line it speaks of and carets below the words at fault, as plain
  /// text in several lines without a line end after the last.
  ///
  /// Nothing of the user's text reaches the result unescaped.
  package func rendered(in files: SourceFiles) -> String {
    let file = files[range.file]
    let start = file.position(at: range.lower)
    let excerpt = Excerpt(of: file.line(start.line), range: columns(in: file, from: start))
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.utf8.count)
    let name = isError ? "error" : "warning"
    var lines = [
      "\(name)[\(id.rawValue)]: \(VisibleText.escaping(message))",
      "\(gutter) --> \(place(of: range, in: files))",
      "\(number) |\(excerpt.text.isEmpty ? "" : " ")\(excerpt.text)",
      "\(gutter) | \(excerpt.carets)",
    ]
    for note in notes {
      let place = place(of: note.range, in: files)
      lines.append("\(gutter) = note: \(VisibleText.escaping(note.message)), \(place)")
    }
    if let help { lines.append("\(gutter) = help: \(VisibleText.escaping(help))") }
    if let counterExample {
      lines.append("\(gutter) = counter-example, a test that fails:")
      lines += counterExample.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "    " + VisibleText.escaping(String($0)) }
    }
    return lines.joined(separator: "\n")
  }

  private func place(of range: SourceRange, in files: SourceFiles) -> String {
    let file = files[range.file]
    let position = file.position(at: range.lower)
    return "\(VisibleText.escaping(file.path)):\(position.line):\(position.column)"
  }

  /// Returns the bytes of the first line that the range covers, counted from the line's beginning.
  private func columns(in file: SourceFile, from start: SourcePosition) -> Range<Int> {
    let length = file.line(start.line).count
    let lower = min(start.column - 1, length)
    return lower..<max(lower, min(lower + range.upper - range.lower, length))
  }
}

/// One line of a text made visible, and the carets below a part of it.
private struct Excerpt {
  let text: String
  let carets: String

  /// Longer lines are cropped around the carets.
  private static let longest = 160
  /// Columns kept before the carets of a cropped line.
  private static let context = 40
  private static let tabStop = 4

  /// One character as shown, and how many columns it takes.
  private struct Cell {
    let text: String
    let width: Int
  }

  init(of line: ArraySlice<UInt8>, range: Range<Int>) {
    let window = Self.window(of: line, around: range.lowerBound)
    let bytes = Array(line[(line.startIndex + window.lowerBound)...].prefix(window.count))
    var cells: [Cell] = []
    var column = 0
    var offset = 0
    var lower: Int?
    var upper: Int?
    while offset < bytes.count {
      if lower == nil, offset >= range.lowerBound - window.lowerBound { lower = cells.count }
      if upper == nil, offset >= range.upperBound - window.lowerBound { upper = cells.count }
      let (cell, length) = Self.cell(of: bytes, at: offset, column: column)
      cells.append(cell)
      column += cell.width
      offset += length
    }
    (text, carets) = Self.cropped(
      cells, marked: (lower ?? cells.count)..<(upper ?? cells.count),
      isCutBefore: window.lowerBound > 0, isCutAfter: window.upperBound < line.count)
  }

  /// The bytes of a line that may be shown, or decide what is: of a document of many mistakes on one line
  /// not all of it is looked at for each. Of a very long line tabs are counted from where it is shown.
  private static func window(of line: ArraySlice<UInt8>, around place: Int) -> Range<Int> {
    guard line.count > 32 * longest else {
      // Each byte is a column.
      let isPlain = line.count > longest && line.allSatisfy { (0x20...0x7E).contains($0) }
      return isPlain
        ? max(0, place - 2 * context)..<min(line.count, place + longest) : 0..<line.count
    }
    // A character takes at most four bytes, and may have marks upon it.
    var start = max(0, place - 4 * (context + 1))
    // Not from within a character.
    while start > 0, start < place, line[line.startIndex + start] & 0xC0 == 0x80 { start += 1 }
    return start..<min(line.count, place + 8 * longest)
  }

  private static func cell(
    of bytes: [UInt8], at offset: Int, column: Int
  ) -> (cell: Cell, length: Int) {
    if bytes[offset] == UInt8(ascii: "\t") {
      let width = tabStop - column % tabStop
      return (Cell(text: String(repeating: " ", count: width), width: width), 1)
    }
    if VisibleText.isAlwaysPlain(bytes[offset]) {
      return (Cell(text: String(Unicode.Scalar(bytes[offset])), width: 1), 1)
    }
    let piece = VisibleText.escapingPiece(of: bytes, at: offset)
    return (Cell(text: piece.text, width: width(of: piece.text)), piece.length)
  }

  /// Returns how many columns a terminal gives a text: none to a combining mark, two to an ideograph.
  private static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { total, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: total
      default: total + (isWide(scalar) ? 2 : 1)
      }
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  private static func cropped(
    _ cells: [Cell], marked: Range<Int>, isCutBefore: Bool, isCutAfter: Bool
  ) -> (text: String, carets: String) {
    var shown = 0..<cells.count
    let isCut = isCutBefore || isCutAfter
    if isCut || cells.reduce(0, { $0 + $1.width }) > longest {
      var start = marked.lowerBound
      var kept = 0
      while start > 0, kept + cells[start - 1].width <= context {
        start -= 1
        kept += cells[start].width
      }
      // What stands on the letter before it is not shown without it.
      while start < marked.lowerBound, cells[start].width == 0 { start += 1 }
      var end = start
      var width = 2
      while end < cells.count, width + cells[end].width <= longest {
        width += cells[end].width
        end += 1
      }
      shown = start..<end
    }
    let before = shown.lowerBound > 0 || isCutBefore ? "…" : ""
    let after = shown.upperBound < cells.count || isCutAfter ? "…" : ""
    let text = before + cells[shown].map(\.text).joined() + after
    let first = shown.clamped(to: shown.lowerBound..<max(shown.lowerBound, marked.lowerBound))
    let indent = cells[first].reduce(before.isEmpty ? 0 : 1) { $0 + $1.width }
    let width = cells[marked.clamped(to: shown)].reduce(0) { $0 + $1.width }
    let carets = String(repeating: "^", count: max(1, width))
    return (text, String(repeating: " ", count: indent) + carets)
  }
}
