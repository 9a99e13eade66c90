extension Columns {
  /// Returns the lines as one text that ends with a line end, unless it is empty or its end is kept.
  func written(_ lines: [LayoutLine]) -> [UInt8] {
    let codes = lines.indices.map { code(of: lines[$0], rows[$0]) }
    let columns = commentColumns(of: lines, codes)
    var bytes: [UInt8] = []
    for (index, line) in lines.enumerated() {
      if line.hasBlankAbove { bytes.append(UInt8(ascii: "\n")) }
      bytes += codes[index]
      if let comment = line.comment {
        bytes += spaces(columns[index] - codes[index].width)
        bytes += comment
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    if case .kept(let kept, _)? = lines.last?.content, kept.endIndex == text.bytes.count {
      bytes.removeLast()
    }
    return bytes
  }

  private func code(of line: LayoutLine, _ row: Row) -> [UInt8] {
    var bytes = spaces(line.indent)
    guard !row.isTable else {
      bytes.append(UInt8(ascii: "|"))
      for (cell, width) in zip(row.cells, row.widths) {
        bytes += spaces(1) + cell + spaces(width - cell.width + 1)
        bytes.append(UInt8(ascii: "|"))
      }
      return bytes
    }
    let last = row.cells.lastIndex { !$0.isEmpty } ?? 0
    for (column, cell) in row.cells.enumerated().prefix(last + 1) {
      bytes += cell
      if column < last, row.widths[column] > 0 {
        bytes += spaces(row.widths[column] - cell.width + 1)
      }
    }
    return bytes
  }

  /// Where the comments behind the code begin: below one another on lines that follow one another.
  private func commentColumns(of lines: [LayoutLine], _ codes: [[UInt8]]) -> [Int] {
    var columns = Array(repeating: 0, count: lines.count)
    var start = 0
    while start < lines.count {
      var end = start + 1
      if lines[start].comment != nil {
        while end < lines.count, lines[end].comment != nil, !lines[end].hasBlankAbove,
          lines[end].indent == lines[start].indent
        {
          end += 1
        }
        let width = codes[start..<end].map(\.width).max() ?? 0
        for line in start..<end { columns[line] = width + 2 }
      }
      start = end
    }
    return columns
  }

  private func spaces(_ count: Int) -> [UInt8] { Array(repeating: 0x20, count: max(0, count)) }
}
