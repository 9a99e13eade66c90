package import ContractModel
package import RuleSyntax
package import SourceText

/// Reads single lines of contracts and calendars, and keeps what is wrong with them.
package struct LineChecker {
  let kinds: [RecordKind]
  package private(set) var diagnostics: [Diagnostic] = []
  /// Whether a value is missing for a mistake that was reported when the text was read.
  var isIncomplete = false
  /// The currency of the first amount read, and where that stands.
  var currency: (value: Currency, range: SourceRange)?

  package init(kinds: [RecordKind]) { self.kinds = kinds }

  /// Whether nothing was wrong with what was read.
  package var isSound: Bool { !isIncomplete && !diagnostics.contains(where: \.isError) }

  package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Returns the value, and keeps what was found wrong with it.
  package mutating func keep<Value>(_ diagnosed: Diagnosed<Value>) -> Value {
    diagnostics += diagnosed.diagnostics
    return diagnosed.value
  }

  /// Returns the lines of a block by their words; unknown and repeated ones are reported.
  package mutating func sorted(_ block: [LineSyntax]?, by words: BlockWords) -> SortedLines {
    var sorted = SortedLines()
    for line in block ?? [] {
      let word = line.keyword.text
      if words.repeated.contains(word) {
        sorted.repeated.append(line)
      } else if words.isSingle(word) {
        guard let first = sorted.single[word] else {
          sorted.single.append(line)
          continue
        }
        report(.statedTwice(line.keyword, first: first.keyword.range))
      } else if let subject = words.subject,
        let place = kinds.indices.first(where: { kinds[$0].name == word })
      {
        if kinds[place].about.contains(subject) {
          sorted.records.append(line)
        } else {
          report(.recordNotAbout(kinds[place], subject, at: line.keyword.range))
        }
      } else {
        let known = words.subject.map { subject in kinds.filter { $0.about.contains(subject) } }
        report(.unknownWord(line.keyword, in: words, records: (known ?? []).map(\.name)))
      }
    }
    return sorted
  }

  /// Reports what a line says beyond what it can.
  package mutating func finish(_ reader: LineReader, hasBlock: Bool = false, hasTable: Bool = false)
  {
    if let rest = reader.rest {
      report(.unexpectedValue(after: reader.line.keyword, at: rest, help: reader.adviceOnRest))
    }
    if let table = reader.line.table, !hasTable {
      report(.unexpectedTable(reader.line.keyword, at: table.range))
    }
    if reader.line.block != nil, !hasBlock { report(.unexpectedBlock(reader.line.keyword)) }
  }

  /// Reports that the value to be taken next is missing, or is not of the type wanted.
  package mutating func reportNext(
    of reader: LineReader, wanted: String, example: String? = nil
  ) {
    guard !reader.line.isMistaken else {
      isIncomplete = true
      return
    }
    guard let next = reader.next else {
      report(.missingValue(reader.line, wanted: wanted, example: example))
      return
    }
    report(
      .wrongType(
        reader.line.keyword, wanted: wanted, example: example, found: next.unitText,
        at: next.range))
  }

  /// Reports that the value to be taken next is missing, or is not of a type.
  package mutating func reportNext(of reader: LineReader, wanted type: ValueType) {
    if case .text(let text) = reader.next, let literal = LiteralSyntax.reading(text),
      RangeSyntax(.exactly(.literal(literal)), range: text.range).checkedLiteral().value?.type
        == type
    {
      report(.valueInQuotes(reader.line.keyword, wanted: type, text))
    } else {
      reportNext(of: reader, wanted: type.wanted, example: type.example)
    }
  }

  // MARK: Lines of one value

  mutating func name(of line: LineSyntax, wanted: String) -> NameSyntax? {
    var reader = LineReader(line)
    guard let name = reader.takeName() else {
      reportNext(of: reader, wanted: wanted)
      return nil
    }
    finish(reader)
    return name
  }

  package mutating func text(of line: LineSyntax) -> TextSyntax? {
    var reader = LineReader(line)
    guard let text = reader.takeText() else {
      reportNext(of: reader, wanted: "a text")
      return nil
    }
    guard text.value.utf8.contains(where: { $0 != UInt8(ascii: " ") }) else {
      report(.emptyText(line.keyword, at: text.range))
      return nil
    }
    finish(reader)
    return text
  }

  /// Takes a name that is the first of its kind; that there is none, or one before it, is reported.
  mutating func takeNewName(
    _ reader: inout LineReader, what: String, first: inout [String: SourceRange]
  ) -> NameSyntax? {
    guard let name = reader.takeName() else {
      reportNext(of: reader, wanted: "a name")
      return nil
    }
    if let earlier = first[name.text] { report(.duplicateName(name, what: what, first: earlier)) }
    first[name.text] = name.range
    return name
  }

  /// Returns the one word of a list that a line states.
  mutating func word(of line: LineSyntax, among words: [String]) -> String? {
    guard let name = name(of: line, wanted: words.joined(separator: " or ")) else { return nil }
    guard words.contains(name.text) else {
      report(.unknownValue(name, of: line.keyword.text, among: words))
      return nil
    }
    return name.text
  }

  /// Returns the one day that a line states.
  package mutating func day(of line: LineSyntax) -> CivilDate? {
    var reader = LineReader(line)
    guard let day = takeDay(&reader) else { return nil }
    finish(reader)
    return day
  }

  /// Returns the field of a subject that a line states.
  mutating func field(_ field: SubjectField, of line: LineSyntax) -> FieldValue? {
    switch field.type {
    case .text: return text(of: line).map { .text($0.value) }
    case .words(let words): return word(of: line, among: words).map { .word($0) }
    case .money, .moneyPer, .percent, .number, .count, .days, .weeks, .months, .date, .party,
      .condition:
      var reader = LineReader(line)
      guard let value = takeValue(&reader, of: field.type), let interval = value.interval
      else { return nil }
      finish(reader)
      return .quantity(interval)
    }
  }

  // MARK: Values

  package mutating func takeDay(_ reader: inout LineReader) -> CivilDate? {
    let place = reader.next?.range
    guard let value = takeValue(&reader, of: .date) else { return nil }
    guard let day = value.interval?.day else {
      report(.needsOneDay(reader.line.keyword, at: place ?? reader.line.range))
      return nil
    }
    return day
  }

  /// Takes a value of an ordered type; its currency must be that of the contract.
  package mutating func takeValue(_ reader: inout LineReader, of type: ValueType) -> LiteralValue? {
    guard let range = reader.takeRange() else {
      reportNext(of: reader, wanted: type)
      return nil
    }
    return value(range, of: type, for: reader.line.keyword)
  }

  /// Returns what a range of literals says, if that is of a type; its currency must be that of the
  /// contract.
  mutating func value(
    _ range: RangeSyntax, of type: ValueType, for word: NameSyntax
  ) -> LiteralValue? {
    guard let value = keep(range.checkedLiteral()) else {
      isIncomplete = true
      return nil
    }
    guard isSame(value.type, type) else {
      report(.wrongType(word, wanted: type, found: value.foundText, at: range.range))
      return nil
    }
    guard let currency = value.currency else { return value }
    return agrees(currency, at: range.range) ? value : nil
  }

  /// Whether two types are one; records may be counted in the singular too.
  private func isSame(_ found: ValueType, _ wanted: ValueType) -> Bool {
    guard case .count(let unit) = found, case .count(let plural) = wanted else {
      return found == wanted
    }
    return unit == plural || kinds.contains { $0.plural == plural && $0.name == unit }
  }

  private mutating func agrees(_ found: Currency, at range: SourceRange) -> Bool {
    guard let currency else {
      currency = (found, range)
      return true
    }
    if currency.value == found { return true }
    report(.secondCurrency(found, at: range, first: currency.value, at: currency.range))
    return false
  }
}
