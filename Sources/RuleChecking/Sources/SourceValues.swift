internal import ContractModel
internal import RuleSyntax
internal import SourceText

/// What the values of a line say: those written, those read from the document, and `when`.
extension SourceChecker {
  /// Returns what a line says, the type of its value being known or not.
  mutating func read(
    _ line: LineSyntax, of type: ValueType?
  ) -> ([SourceValue], SourceCondition?) {
    var values: [SourceValue] = []
    var rest = line.values[...]
    while let value = rest.popFirst() {
      guard case .name(let word) = value, word.text == "from" || word.text == "when" else {
        values.append(.written(value))
        continue
      }
      if word.text == "when" { return (values, condition(&rest, of: line)) }
      guard case .text(let text)? = rest.popFirst() else {
        lines.report(.missingPath(word))
        continue
      }
      let path = path(text)
      let joined = joined(&rest)
      guard let path else { continue }
      let unit = unit(&rest, of: line, type)
      let words = line.table.map { self.words(of: $0, for: line, unit == nil ? type : nil) } ?? []
      values.append(
        .read(
          SourceReading(
            path: path, joined: joined, unit: unit, words: words, range: text.range)))
    }
    return (values, nil)
  }

  /// Takes the paths after commas, as in `from "../ocid", "id"`.
  private mutating func joined(_ rest: inout ArraySlice<LineSyntax.Value>) -> [SourcePath] {
    var paths: [SourcePath] = []
    while case .comma? = rest.first, case .text(let text)? = rest.dropFirst().first {
      rest.removeFirst(2)
      if let path = path(text) { paths.append(path) }
    }
    return paths
  }

  /// Reads a path that must stay in the document: no more elements outwards than there are around.
  mutating func path(_ text: TextSyntax) -> SourcePath? {
    guard let path = SourcePath(text.value) else {
      lines.report(.notAPath(text))
      return nil
    }
    guard path.outward <= depth else {
      lines.report(.pathLeavesDocument(text, depth: depth))
      return nil
    }
    guard format != .csv || path.components.count == 1 else {
      lines.report(.notAColumn(text))
      return nil
    }
    return path
  }

  private mutating func unit(
    _ rest: inout ArraySlice<LineSyntax.Value>, of line: LineSyntax, _ type: ValueType?
  ) -> SourceReading.Unit? {
    guard case .name(let word)? = rest.first, word.text == "in" || word.text == "as" else {
      return nil
    }
    rest.removeFirst()
    let value = rest.popFirst()
    let place = value?.range ?? word.range
    switch (word.text, value) {
    case ("as", .name(let name)?) where name.text == "date":
      check(.date, "a day", fits: type, for: line.keyword, at: place)
      return .date
    case ("in", .text(let currency)?):
      check(.money, "an amount", fits: type, for: line.keyword, at: place)
      return path(currency).map(SourceReading.Unit.currency)
    case ("in", .range(let range)?):
      guard case .exactly(.literal(let literal)) = range.form, literal.hasUnit else {
        lines.report(.notAUnit(at: place))
        return nil
      }
      guard let worth = lines.keep(literal.checkedValue()) else { return nil }
      guard worth.isMoreThanNothing else {
        lines.report(.notAUnit(at: place))
        return nil
      }
      check(range, of: type, for: line.keyword)
      return .literal(literal)
    case (_, _):
      lines.report(.notAUnit(at: place))
      return nil
    }
  }

  private mutating func check(
    _ found: ValueType, _ words: String, fits type: ValueType?, for word: NameSyntax,
    at range: SourceRange
  ) {
    guard let type, type != found else { return }
    lines.report(.wrongType(word, wanted: type, found: words, at: range))
  }

  private mutating func check(_ range: RangeSyntax, of type: ValueType?, for word: NameSyntax) {
    guard let type else { return }
    // Contracts of one source may be in several currencies.
    lines.currency = nil
    _ = lines.value(range, of: type, for: word)
  }

  // MARK: Words

  /// `| status | result |`, then a row for each text: what it stands for.
  private mutating func words(
    of table: TableSyntax, for line: LineSyntax, _ type: ValueType?
  ) -> [SourceReading.Word] {
    guard table.heads.count == 2 else {
      lines.report(.notAWordTable(line.keyword, at: table.range))
      return []
    }
    var words: [SourceReading.Word] = []
    for row in table.rows {
      guard row.cells.count == 2, let meant = row.cells[1].spelling(in: files),
        let texts = row.cells[0].found
      else {
        lines.report(.notAWordTable(line.keyword, at: row.range))
        continue
      }
      check(meant, row.cells[1], of: type, for: line.keyword)
      for text in texts {
        if words.contains(where: { $0.found == text?.value || $0.found == nil }) {
          lines.report(.mappedTwice(text?.value, at: text?.range ?? row.cells[0].range))
        }
        words.append(.init(found: text?.value, meant: meant))
      }
    }
    return words
  }

  /// Checks that what a text stands for can be the value of the line.
  private mutating func check(
    _ meant: String, _ cell: RangeSyntax, of type: ValueType?, for word: NameSyntax
  ) {
    switch type {
    case .words(let words):
      guard !words.contains(meant) else { return }
      lines.report(
        .unknownValue(NameSyntax(meant, range: cell.range), of: word.text, among: words))
    case .text, .party, .condition, nil: return
    case .money, .moneyPer, .percent, .number, .count, .days, .weeks, .months, .date:
      let text = TextSyntax(meant, range: cell.range)
      guard let literal = LiteralSyntax.reading(text) else {
        lines.report(
          .wrongType(word, wanted: type?.wanted ?? "", found: meant.quoted, at: cell.range))
        return
      }
      check(RangeSyntax(.exactly(.literal(literal)), range: cell.range), of: type, for: word)
    }
  }

  // MARK: Constants

  /// Checks a line in which nothing is read against the type of its value.
  mutating func checkConstant(_ line: LineSyntax, _ values: [SourceValue], of type: ValueType) {
    guard line.table == nil else { return }
    let written = line.writing(values)
    guard !written.values.isEmpty else { return }
    switch type {
    case .text: _ = lines.text(of: written)
    case .words(let words): _ = lines.word(of: written, among: words)
    case .party: _ = lines.name(of: written, wanted: type.wanted)
    case .money, .moneyPer, .percent, .number, .count, .days, .weeks, .months, .date, .condition:
      var reader = LineReader(written)
      guard let range = reader.takeRange() else {
        return lines.reportNext(of: reader, wanted: type)
      }
      // A record may state a moment for a day.
      guard type != .date || !range.isMoment else { return }
      check(range, of: type, for: line.keyword)
    }
  }

  // MARK: Conditions

  /// `when "status" is "met" or "partiallyMet" and "dateMet" is given`.
  mutating func condition(
    _ rest: inout ArraySlice<LineSyntax.Value>, of line: LineSyntax
  ) -> SourceCondition? {
    var tests: [SourceCondition.Test] = []
    var ranges: [SourceRange] = []
    repeat {
      let before = lines.diagnostics.count
      ranges.append(rest.first?.range ?? line.range)
      guard let test = self.test(&rest) else {
        // One mistake is reported once.
        if lines.diagnostics.count == before {
          let place = rest.first?.range ?? line.values.last?.range ?? line.range
          lines.report(.notASourceCondition(line.keyword, at: place))
        }
        rest = []
        return nil
      }
      tests.append(test)
    } while rest.take("and")
    if let extra = rest.popFirst() {
      lines.report(.notASourceCondition(line.keyword, at: extra.range))
      rest = []
    }
    let condition = SourceCondition(tests: tests)
    if line.block != nil, let place = condition.placeThatLeavesOutWhatIsNotGiven {
      let path = tests[place].path.text
      lines.report(.leavesOutWhatIsNotGiven(path, line.keyword, at: ranges[place]))
    }
    return condition
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
      guard case .text(let other)? = rest.first else { return nil }
      rest.removeFirst()
      return self.path(other).map { SourceCondition.Test(path: path, wanted: .same($0)) }
    }
    guard let texts = rest.first?.texts else { return nil }
    rest.removeFirst()
    return SourceCondition.Test(path: path, wanted: isNegated ? .notAmong(texts) : .among(texts))
  }
}

extension SourceCondition {
  /// Where an empty cell leaves out as much as the texts that are named, and nothing says that it is to.
  fileprivate var placeThatLeavesOutWhatIsNotGiven: Int? {
    func isAsked(_ path: SourcePath) -> Bool {
      tests.contains { if case .given = $0.wanted { $0.path == path } else { false } }
    }
    return tests.firstIndex {
      if case .notAmong = $0.wanted { !isAsked($0.path) } else { false }
    }
  }
}

extension LineSyntax.Value {
  /// The texts that a value of a document is compared with; nil where it has anything else.
  fileprivate var texts: [String]? {
    switch self {
    case .text(let text): [text.value]
    case .range(let range): range.texts?.map(\.value)
    case .name, .found, .comma: nil
    }
  }
}

extension ArraySlice<LineSyntax.Value> {
  /// Takes one word if it is the next value.
  mutating func take(_ word: String) -> Bool {
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

  /// The texts of a cell, nil among them for any; nil where it has anything else.
  fileprivate var found: [TextSyntax?]? {
    if case .any = form { return [nil] }
    return texts
  }

  fileprivate var isMoment: Bool {
    guard case .exactly(.literal(let literal)) = form, case .instant = literal.form else {
      return false
    }
    return true
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

extension LiteralValue {
  /// Whether one of it is worth anything: else every number of a document would be nothing.
  fileprivate var isMoreThanNothing: Bool {
    guard let interval else { return false }
    return Interval(exactly: Rational(0)).isLess(than: interval) == .yes
  }
}

extension LineSyntax {
  /// The line with nothing but those values of it that are written.
  func writing(_ values: [SourceValue]) -> LineSyntax {
    let written = values.compactMap { if case .written(let value) = $0 { value } else { nil } }
    return LineSyntax(
      keyword: keyword, values: written, provenance: nil, table: nil, block: nil,
      documentation: nil, range: range)
  }
}
