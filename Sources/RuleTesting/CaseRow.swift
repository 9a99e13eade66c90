import RuleSyntax
import SourceText

/// One row of the table after `cases`: what each column's word stands for.
struct CaseRow {
  private let cells: [String: RangeSyntax]

  init(heads: [NameSyntax], row: TableSyntax.Row) {
    cells = Dictionary(
      zip(heads.map(\.text), row.cells), uniquingKeysWith: { first, _ in first })
  }

  /// Returns a line in which each word that is the name of a column is the cell of this row.
  ///
  /// A line of a contract whose only value is a cell `none` is left out: then there is none.
  func filling(_ line: LineSyntax, isOfContract: Bool) -> LineSyntax? {
    if isOfContract, line.values.count == 1, isNone(line.values[0]) { return nil }
    return LineSyntax(
      keyword: line.keyword, values: line.values.map(filling), provenance: line.provenance,
      table: line.table.map(filling),
      block: line.block?.compactMap { filling($0, isOfContract: isOfContract) },
      documentation: line.documentation, range: line.range)
  }

  private func isNone(_ value: LineSyntax.Value) -> Bool {
    guard case .name(let name) = value, case .none? = cells[name.text]?.form else { return false }
    return true
  }

  private func filling(_ value: LineSyntax.Value) -> LineSyntax.Value {
    guard case .name(let name) = value, let cell = cells[name.text] else { return value }
    return cell.value
  }

  private func filling(_ table: TableSyntax) -> TableSyntax {
    let rows = table.rows.map { row in
      TableSyntax.Row(cells: row.cells.map(filling), range: row.range)
    }
    return TableSyntax(heads: table.heads, rows: rows, range: table.range)
  }

  private func filling(_ cell: RangeSyntax) -> RangeSyntax {
    guard case .exactly(.name(let name)) = cell.form, let filled = cells[name.text] else {
      return cell
    }
    return filled
  }
}

extension RangeSyntax {
  /// The cell as the value of a line.
  fileprivate var value: LineSyntax.Value {
    switch form {
    case .any: .name(NameSyntax("any", range: range))
    case .given: .name(NameSyntax("given", range: range))
    case .none: .name(NameSyntax("none", range: range))
    case .exactly(.name(let name)): .name(name)
    case .atLeast, .atMost, .moreThan, .lessThan, .before, .after, .onOrBefore, .onOrAfter,
      .approximately, .between, .within, .exactly, .either:
      .range(self)
    }
  }
}

extension LineSyntax {
  /// Every word that stands as a value in the line, its table or its block.
  var wordsRead: Set<String> {
    var words: Set<String> = []
    for case .name(let name) in values { words.insert(name.text) }
    for cell in table?.rows.flatMap(\.cells) ?? [] {
      if case .exactly(.name(let name)) = cell.form { words.insert(name.text) }
    }
    return (block ?? []).reduce(into: words) { $0.formUnion($1.wordsRead) }
  }
}
