import ContractModel
import RuleSyntax
import SourceText

extension RangeSyntax {
  /// Returns the value that a contract, or a default, gives to a term.
  func checkedTerm(
    of type: ValueType, domain: Interval?, named name: NameSyntax
  ) -> Diagnosed<TermValue?> {
    if case .words(let words) = type { return checkedWord(of: words) }
    let literal = checkedLiteral()
    guard let value = literal.value else { return Diagnosed(nil, literal.diagnostics) }
    guard value.type == type else {
      return Diagnosed(nil, [.typeMismatch(value.type, wanted: type, at: range)])
    }
    if let domain, let interval = value.interval, interval.isWithin(domain) != .yes {
      return Diagnosed(nil, [.termOutsideDomain(name, at: range)])
    }
    return Diagnosed(value.term)
  }

  private func checkedWord(of words: [String]) -> Diagnosed<TermValue?> {
    guard case .exactly(.name(let word)) = form, let place = words.firstIndex(of: word.text) else {
      return Diagnosed(nil, [.notAWord(plainText, of: words, at: range)])
    }
    return Diagnosed(.word(place))
  }

  private var plainText: String {
    if case .exactly(.name(let word)) = form { return word.text }
    return "this"
  }
}

extension LiteralValue {
  /// The literal as the value of a term.
  var term: TermValue {
    switch self {
    case .quantity(let interval, _): .quantity(interval)
    case .money(let interval, let currency), .moneyPer(let interval, let currency, _):
      .money(interval, currency)
    case .text(let text): .text(text)
    }
  }

  /// The literal as an expression.
  var expression: CheckedExpression {
    switch self {
    case .quantity(let interval, _): .quantity(interval)
    case .money(let interval, let currency), .moneyPer(let interval, let currency, _):
      .money(interval, currency)
    case .text(let text): .text(text)
    }
  }
}

extension TableSyntax {
  /// Returns the table that a contract, or a default, gives to a term: literals only.
  func checkedTerm(
    of type: ValueType, inputName: String?, inputType: ValueType?, named name: NameSyntax
  ) -> Diagnosed<TermValue?> {
    var checker = TermTableChecker(type: type, inputType: inputType)
    guard let inputName else {
      return Diagnosed(nil, [.termIsNoTable(name)])
    }
    let wanted = [inputName, name.text]
    for (head, word) in zip(heads, wanted) where head.text != word {
      checker.diagnostics.append(.tableColumnMisnamed(head, wanted: word))
    }
    let checked = rows.compactMap { checker.check($0, columns: 2) }
    let input = CheckedTable.Input(
      name: inputName, value: .invalid, type: checker.inputType ?? .number)
    let table = CheckedTable(inputs: [input], rows: checked, type: type, range: range)
    return Diagnosed(
      checker.diagnostics.isEmpty ? .table(table) : nil, checker.diagnostics)
  }
}

private struct TermTableChecker {
  let type: ValueType
  var inputType: ValueType?
  var diagnostics: [Diagnostic] = []

  mutating func check(_ row: TableSyntax.Row, columns: Int) -> CheckedTable.Row? {
    guard row.cells.count == columns else {
      diagnostics.append(.raggedRow(row.range, cells: row.cells.count, heads: columns))
      return nil
    }
    guard let cell = checkCell(row.cells[0]), let result = checkResult(row.cells[1]) else {
      return nil
    }
    return CheckedTable.Row(cells: [cell], result: result, range: row.range)
  }

  private mutating func checkCell(_ cell: RangeSyntax) -> CheckedRange? {
    if case .any = cell.form { return .any }
    let literal = cell.checkedLiteral()
    diagnostics += literal.diagnostics
    guard let value = literal.value, let interval = value.interval else { return nil }
    if let inputType, value.type != inputType {
      diagnostics.append(.typeMismatch(value.type, wanted: inputType, at: cell.range))
      return nil
    }
    inputType = value.type
    return .bounds(
      lower: interval.lower.map { bound($0, like: value) },
      upper: interval.upper.map { bound($0, like: value) })
  }

  private func bound(_ endpoint: Interval.Endpoint, like value: LiteralValue) -> CheckedBound {
    CheckedBound(
      value.replacing(interval: Interval(exactly: endpoint.value)).expression,
      isIncluded: endpoint.isIncluded)
  }

  private mutating func checkResult(_ cell: RangeSyntax) -> CheckedExpression? {
    let literal = cell.checkedLiteral()
    diagnostics += literal.diagnostics
    guard let value = literal.value else { return nil }
    guard value.type == type else {
      diagnostics.append(.typeMismatch(value.type, wanted: type, at: cell.range))
      return nil
    }
    return value.expression
  }
}
