import SourceText

extension Parser {
  /// Whether a row of a table begins here.
  var beginsTable: Bool { tokens[index].kind == .mark(UInt8(ascii: "|")) }

  /// `table = row { row }`: the first row names the columns.
  mutating func parseTable() throws(StatementFailure) -> TableSyntax {
    let start = index
    let before = diagnostics.count
    var heads: [NameSyntax] = []
    var rows: [TableSyntax.Row] = []
    parseRow { (parser) throws(StatementFailure) in heads = try parser.parseHeads() }
    let isHeaded = diagnostics.count == before && !heads.isEmpty
    while tokens[index].kind == .mark(UInt8(ascii: "|")), tokens[index].startsLine {
      parseRow { (parser) throws(StatementFailure) in
        let row = try parser.parseCells()
        rows.append(row)
        guard isHeaded, row.cells.count != heads.count else { return }
        throw parser.failure(
          .unevenRow(row.cells.count, columns: heads.count, at: row.range))
      }
    }
    if rows.isEmpty, diagnostics.count == before { report(.emptyTable(at: range(from: start))) }
    return TableSyntax(heads: heads, rows: rows, range: range(from: start))
  }

  /// Reads one row; a mistake in it ends with its line.
  private mutating func parseRow(
    _ parse: (inout Parser) throws(StatementFailure) -> Void
  ) {
    let outerLayout = layout
    let outerStart = statementStart
    statementStart = index
    layout = .row
    do {
      try parse(&self)
      if isAvailable { throw failure(.expectedEnd(found: spelling, at: range)) }
    } catch {
      openBrackets = 0
      while tokens[index].kind != .endOfFile, !tokens[index].startsLine || index == statementStart {
        index += 1
      }
    }
    layout = outerLayout
    statementStart = outerStart
  }

  private mutating func parseHeads() throws(StatementFailure) -> [NameSyntax] {
    var heads: [NameSyntax] = []
    advance()
    repeat {
      heads.append(try parseName("a column"))
      try expectBar()
    } while isAvailable
    return heads
  }

  private mutating func parseCells() throws(StatementFailure) -> TableSyntax.Row {
    let start = index
    var cells: [RangeSyntax] = []
    advance()
    repeat {
      guard !isMark("|") else { throw failure(.emptyCell(at: range)) }
      cells.append(try parseRange())
      try expectBar()
    } while isAvailable
    return TableSyntax.Row(cells: cells, range: range(from: start))
  }

  private mutating func expectBar() throws(StatementFailure) {
    guard take(mark: "|") else {
      throw failure(.expectedBar(found: spelling, at: range))
    }
  }
}
