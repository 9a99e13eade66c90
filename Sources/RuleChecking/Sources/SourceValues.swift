internal import ContractModel
internal import RuleSyntax
internal import SourceText

/// What the values of a line say: those written, those read from the document, and `when`.
extension SourceChecker {
  mutating func read(_ line: LineSyntax) -> ([SourceValue], SourceCondition?) {
    var values: [SourceValue] = []
    var rest = line.values[...]
    while let value = rest.popFirst() {
      switch (value, rest.first) {
      case (.name(let word), .text(let text)?) where word.text == "from":
        rest.removeFirst()
        let reading = self.reading(text, of: line, &rest)
        if let reading { values.append(.read(reading)) }
      case (.name(let word), .text?) where word.text == "when":
        return (values, self.condition(&rest, of: line))
      case (.name, _), (.text, _), (.range, _), (.found, _), (.comma, _):
        values.append(.written(value))
      }
    }
    return (values, nil)
  }

  mutating func path(_ text: TextSyntax) -> SourcePath? {
    let path = SourcePath(text.value)
    if path == nil { lines.report(.notAPath(text)) }
    return path
  }

  /// Reads what follows `from`: a path, `in` a unit or `as date`, and the table below the line.
  private mutating func reading(
    _ text: TextSyntax, of line: LineSyntax, _ rest: inout ArraySlice<LineSyntax.Value>
  ) -> SourceReading? {
    guard let path = path(text) else { return nil }
    let unit = self.unit(&rest, of: line)
    let words = line.table.map { self.words(of: $0, for: line) } ?? []
    return SourceReading(path: path, unit: unit, words: words, range: text.range)
  }

  private mutating func unit(
    _ rest: inout ArraySlice<LineSyntax.Value>, of line: LineSyntax
  ) -> SourceReading.Unit? {
    guard case .name(let word)? = rest.first else { return nil }
    switch (word.text, rest.dropFirst().first) {
    case ("as", .name(let type)?) where type.text == "date":
      rest.removeFirst(2)
      return .date
    case ("in", .text(let currency)?):
      rest.removeFirst(2)
      return path(currency).map(SourceReading.Unit.currency)
    case ("in", .range(let range)?):
      rest.removeFirst(2)
      guard case .exactly(.literal(let literal)) = range.form, literal.hasUnit,
        lines.keep(literal.checkedValue()) != nil
      else {
        lines.report(.notAUnit(at: range.range))
        return nil
      }
      return .literal(literal)
    case ("in", let other), ("as", let other):
      lines.report(.notAUnit(at: other?.range ?? word.range))
      rest.removeFirst(other == nil ? 1 : 2)
      return nil
    case (_, _): return nil
    }
  }

  /// `| status | result |`, then a row for each text: what it stands for.
  private mutating func words(of table: TableSyntax, for line: LineSyntax) -> [SourceReading.Word] {
    guard table.heads.count == 2 else {
      lines.report(.notAWordTable(line.keyword, at: table.range))
      return []
    }
    var words: [SourceReading.Word] = []
    for row in table.rows {
      guard row.cells.count == 2, let meant = row.cells[1].spelling(in: files) else {
        lines.report(.notAWordTable(line.keyword, at: row.range))
        continue
      }
      if case .any = row.cells[0].form {
        words.append(.init(found: nil, meant: meant))
        continue
      }
      guard let texts = row.cells[0].texts else {
        lines.report(.notAWordTable(line.keyword, at: row.range))
        continue
      }
      for text in texts {
        if words.contains(where: { $0.found == text.value || $0.found == nil }) {
          lines.report(.mappedTwice(text))
        }
        words.append(.init(found: text.value, meant: meant))
      }
    }
    return words
  }

  // MARK: Conditions

  /// `when "status" is "met" or "partiallyMet" and "dateMet" is given`.
  private mutating func condition(
    _ rest: inout ArraySlice<LineSyntax.Value>, of line: LineSyntax
  ) -> SourceCondition? {
    var tests: [SourceCondition.Test] = []
    repeat {
      guard let test = self.test(&rest) else {
        lines.report(.notASourceCondition(line.keyword, at: rest.first?.range ?? line.range))
        return nil
      }
      tests.append(test)
    } while rest.take("and")
    if let extra = rest.first { lines.report(.notASourceCondition(line.keyword, at: extra.range)) }
    return SourceCondition(tests: tests)
  }

  private mutating func test(
    _ rest: inout ArraySlice<LineSyntax.Value>
  ) -> SourceCondition.Test? {
    guard case .text(let text)? = rest.first else { return nil }
    rest.removeFirst()
    guard let path = path(text), rest.take("is") else { return nil }
    let isNegated = rest.take("not")
    if rest.take("given") {
      return SourceCondition.Test(path: path, wanted: isNegated ? .notGiven : .given)
    }
    if !isNegated, rest.take("from") {
      guard case .text(let other)? = rest.popFirst() else { return nil }
      return self.path(other).map { SourceCondition.Test(path: path, wanted: .same($0)) }
    }
    let texts: [String]?
    switch rest.popFirst() {
    case .text(let text): texts = [text.value]
    case .range(let range): texts = range.texts?.map(\.value)
    case .name, .found, .comma, nil: texts = nil
    }
    return texts.map {
      SourceCondition.Test(path: path, wanted: isNegated ? .notAmong($0) : .among($0))
    }
  }
}

extension ArraySlice<LineSyntax.Value> {
  /// Takes one word if it is the next value.
  fileprivate mutating func take(_ word: String) -> Bool {
    guard case .name(let name)? = first, name.text == word else { return false }
    removeFirst()
    return true
  }
}

extension LiteralSyntax {
  /// Whether a number of a document can count such values.
  fileprivate var hasUnit: Bool {
    switch form {
    case .money, .percent, .number, .quantity: true
    case .date, .month, .instant, .text: false
    }
  }
}

extension RangeSyntax {
  /// The texts that the range consists of; nil where it has anything else.
  fileprivate var texts: [TextSyntax]? {
    switch form {
    case .exactly(.literal(let literal)):
      guard case .text(let value) = literal.form else { return nil }
      return [TextSyntax(value, range: literal.range)]
    case .either(let parts):
      let texts = parts.map(\.texts)
      return texts.contains { $0 == nil } ? nil : texts.flatMap { $0 ?? [] }
    case .any, .given, .none, .atLeast, .atMost, .moreThan, .lessThan, .before, .after, .onOrBefore,
      .onOrAfter, .approximately, .between, .within, .exactly:
      return nil
    }
  }

  /// What a cell says, as a document could have said it; nil where it is no single value.
  fileprivate func spelling(in files: SourceFiles) -> String? {
    switch form {
    case .exactly(.name(let name)): return name.text
    case .exactly(.literal(let literal)):
      if case .text(let value) = literal.form { return value }
      return files.line(at: literal.range)
    case .any, .given, .none, .atLeast, .atMost, .moreThan, .lessThan, .before, .after, .onOrBefore,
      .onOrAfter, .approximately, .between, .within, .exactly, .either:
      return nil
    }
  }
}
