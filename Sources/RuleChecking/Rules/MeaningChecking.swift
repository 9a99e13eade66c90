import ContractModel
import RuleSyntax
import SourceText

extension ClauseChecker {
  /// Returns the place of a meaning for a kind of subject, checking it on first use.
  mutating func place(
    of name: NameSyntax, _ declared: ClauseNames.Declared, for subject: SubjectKind
  ) -> Int? {
    guard let meaning = declared.meaning else { return nil }
    namesRead[declared.number] = true
    let known = places[declared.number].first { $0.subject == subject }
    if let known { return known.place }
    let key = MeaningKey(name: name.text, subject: subject)
    if reportCircle(key, at: name.range) { return nil }
    inProgress.append(key)
    let outer = (reading, guarded)
    (reading, guarded) = (Reading(), [])
    let checked = deeper(at: name.range) { $0.check($0.syntax.meanings[meaning], for: subject) }
    let inner = reading
    (reading, guarded) = outer
    inProgress.removeLast()
    guard let checked else { return nil }
    meanings.append(checked)
    readings.append(inner)
    traits.append(traits(of: checked))
    places[declared.number].append((subject, meanings.count - 1))
    return meanings.count - 1
  }

  /// Whether a name is being defined right now; if so that is reported, once for a circle.
  mutating func reportCircle(_ key: MeaningKey, at range: SourceRange) -> Bool {
    guard let start = inProgress.firstIndex(of: key) else { return false }
    let circle = Set(inProgress[start...].map(\.name))
    defer { circular.formUnion(circle) }
    guard circular.isDisjoint(with: circle) else { return true }
    let names = syntax.meanings.map(\.name) + syntax.terms.map(\.name)
    if let name = names.first(where: { $0.text == key.name }) {
      diagnostics.append(.readsItself(name, through: range))
    }
    return true
  }

  private mutating func check(_ meaning: MeaningSyntax, for subject: SubjectKind) -> CheckedMeaning
  {
    let (form, type) = form(of: meaning, for: subject)
    var fallback: CheckedExpression?
    if let syntax = meaning.fallback {
      let value = check(syntax, for: subject, expecting: type)
      if value.isInvalid { return invalid(meaning, type, for: subject) }
      if value.type != type, !form.isInvalid {
        diagnostics.append(.typeMismatch(value.type, wanted: type, at: syntax.range))
      }
      fallback = value.expression
    }
    return CheckedMeaning(
      name: meaning.name.text, subject: subject, type: type, form: form, fallback: fallback,
      range: meaning.range)
  }

  private func invalid(
    _ meaning: MeaningSyntax, _ type: ValueType, for subject: SubjectKind
  ) -> CheckedMeaning {
    CheckedMeaning(
      name: meaning.name.text, subject: subject, type: type, form: .invalid, fallback: nil,
      range: meaning.range)
  }

  private mutating func form(
    of meaning: MeaningSyntax, for subject: SubjectKind
  ) -> (CheckedMeaning.Form, ValueType) {
    switch meaning.form {
    case .collection:
      // Whoever reads it as a value is told so.
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
    var rows: [CheckedTable.Row] = []
    // That a row has too few cells was reported when the text was read.
    for row in table.rows where row.cells.count == table.heads.count {
      let cells = zip(row.cells, inputs).map { cell, input in
        input.isInvalid ? .any : check(cell, of: input.type, for: subject)
      }
      let cell = row.cells[row.cells.count - 1]
      let result = checkResult(cell, for: subject, expecting: type)
      if result.isInvalid { continue }
      if let type, result.type != type {
        diagnostics.append(.typeMismatch(result.type, wanted: type, at: cell.range))
      }
      type = type ?? result.type
      rows.append(CheckedTable.Row(cells: cells, result: result.expression, range: row.range))
    }
    guard let type, !inputs.contains(where: \.isInvalid), rows.count == table.rows.count else {
      return (.invalid, type ?? .number)
    }
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

extension CheckedTable.Input {
  fileprivate var isInvalid: Bool {
    if case .invalid = value { return true }
    return false
  }
}
