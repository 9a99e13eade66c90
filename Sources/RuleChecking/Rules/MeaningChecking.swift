import ContractModel
import RuleSyntax
import SourceText

extension ClauseChecker {
  /// Returns the place of a meaning for a kind of subject, checking it on first use.
  mutating func place(of name: NameSyntax, for subject: SubjectKind) -> Int? {
    guard let meaning = syntax.meanings.first(where: { $0.name.text == name.text }) else {
      return nil
    }
    let key = MeaningKey(name: name.text, subject: subject)
    if let place = places[key] { return place }
    if inProgress.contains(key) {
      diagnostics.append(.readsItself(meaning.name, through: name.range))
      return nil
    }
    inProgress.append(key)
    let outer = (reading, guarded)
    reading = Reading()
    let checked = check(meaning, for: subject)
    let inner = reading
    (reading, guarded) = outer
    inProgress.removeLast()
    meanings.append(checked)
    let place = meanings.count - 1
    places[key] = place
    readings[place] = inner
    return place
  }

  private mutating func check(_ meaning: MeaningSyntax, for subject: SubjectKind) -> CheckedMeaning
  {
    let (form, type) = form(of: meaning, for: subject)
    var fallback: CheckedExpression?
    if let syntax = meaning.fallback {
      let value = check(syntax, for: subject, expecting: type)
      if value.type != type, !value.isInvalid, !form.isInvalid {
        diagnostics.append(.typeMismatch(value.type, wanted: type, at: syntax.range))
      }
      fallback = value.expression
    }
    return CheckedMeaning(
      name: meaning.name.text, subject: subject, type: type, form: form, fallback: fallback,
      range: meaning.name.range)
  }

  private mutating func form(
    of meaning: MeaningSyntax, for subject: SubjectKind
  ) -> (CheckedMeaning.Form, ValueType) {
    switch meaning.form {
    case .collection(let collection):
      diagnostics.append(.collectionIsNoValue(meaning.name, at: collection.range))
      return (.invalid, .number)
    case .table(let table):
      return check(table, resultName: meaning.name, for: subject)
    case .quantity(let expression):
      let value = check(expression, for: subject, expecting: nil)
      return value.isInvalid ? (.invalid, value.type) : (.quantity(value.expression), value.type)
    case .condition(let condition):
      return (.condition(check(condition, for: subject)), .condition)
    default:
      return checkAggregate(meaning.form, for: subject)
    }
  }

  private mutating func check(
    _ table: TableSyntax, resultName: NameSyntax, for subject: SubjectKind
  ) -> (CheckedMeaning.Form, ValueType) {
    guard let last = table.heads.last else { return (.invalid, .number) }
    if last.text != resultName.text {
      diagnostics.append(.tableResultMisnamed(last, wanted: resultName.text))
    }
    let inputs = table.heads.dropLast().map { head in
      let value = check(.name(head), for: subject, expecting: nil)
      return CheckedTable.Input(name: head.text, value: value.expression, type: value.type)
    }
    var type: ValueType?
    let rows = table.rows.compactMap { row -> CheckedTable.Row? in
      guard row.cells.count == table.heads.count else {
        diagnostics.append(
          .raggedRow(row.range, cells: row.cells.count, heads: table.heads.count))
        return nil
      }
      let cells = zip(row.cells, inputs).map { cell, input in
        check(cell, of: input.type, for: subject)
      }
      let result = checkResult(row.cells[row.cells.count - 1], for: subject, expecting: type)
      if let type, result.type != type, !result.isInvalid {
        diagnostics.append(
          .typeMismatch(result.type, wanted: type, at: row.cells[row.cells.count - 1].range))
      }
      if type == nil, !result.isInvalid { type = result.type }
      return CheckedTable.Row(cells: cells, result: result.expression, range: row.range)
    }
    guard let type else { return (.invalid, .number) }
    return (
      .table(CheckedTable(inputs: inputs, rows: rows, type: type, range: table.range)), type
    )
  }

  private mutating func checkResult(
    _ cell: RangeSyntax, for subject: SubjectKind, expecting type: ValueType?
  ) -> TypedExpression {
    guard case .exactly(let expression) = cell.form else {
      diagnostics.append(.resultIsRange(cell.range))
      return .invalid
    }
    return check(expression, for: subject, expecting: type)
  }
}

extension CheckedMeaning.Form {
  var isInvalid: Bool {
    if case .invalid = self { return true }
    return false
  }
}
