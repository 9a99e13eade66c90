import ContractModel
import RuleSyntax
import SourceText

/// The values that a contract gives the terms of a clause.
extension ContractChecker {
  /// Returns a value for each term, in the clause's order; nil where one has none.
  mutating func checkTerms(
    of clause: CheckedClause, given: SingleLines, at name: NameSyntax
  ) -> [TermValue]? {
    var values: [TermValue] = []
    for term in clause.terms {
      if let line = given[term.name] {
        if let value = value(of: term, line) { values.append(value) }
      } else if let standard = term.standard {
        reportForeignMoney(in: standard, of: term, at: name)
        values.append(standard)
      } else {
        lines.report(.missingTerm(term, clause: clause, at: name.range))
      }
    }
    return values.count == clause.terms.count ? values : nil
  }

  private mutating func value(of term: CheckedTerm, _ line: LineSyntax) -> TermValue? {
    if let table = line.table {
      guard let input = term.input else {
        lines.finish(LineReader(line))
        return nil
      }
      lines.finish(LineReader(line), hasTable: true)
      return lines.table(table, of: term, by: input, roles: parties.map(\.role)).map {
        .table($0)
      }
    }
    var reader = LineReader(line)
    let place = reader.next?.range ?? line.range
    guard let value = takeValue(&reader, of: term) else { return nil }
    lines.finish(reader)
    if let interval = value.interval, !lines.isInDomain(interval, of: term, at: place) {
      return nil
    }
    return value.always(of: term, at: place)
  }

  private mutating func takeValue(
    _ reader: inout LineReader, of term: CheckedTerm
  ) -> TermValue? {
    switch term.type {
    case .text:
      guard let text = reader.takeText() else { break }
      return .text(text.value)
    case .party:
      guard let name = reader.takeName() else { break }
      return party(name).map { .text($0) }
    case .words(let words):
      guard let name = reader.takeName() else { break }
      guard let index = words.firstIndex(of: name.text) else {
        lines.report(.unknownValue(name, of: term.name, among: words, declared: term.range))
        return nil
      }
      return .word(index)
    case .money, .moneyPer, .percent, .number, .count, .days, .weeks, .months, .date, .condition:
      return lines.takeValue(&reader, of: term.type).flatMap(TermValue.init)
    }
    lines.reportNext(of: reader, wanted: term.type)
    return nil
  }

  /// A default in another currency than the contract's cannot stand in for the contract's own.
  private mutating func reportForeignMoney(
    in standard: TermValue, of term: CheckedTerm, at name: NameSyntax
  ) {
    guard let currency = lines.currency else { return }
    let foreign = standard.currencies.first { $0 != currency.value }
    guard let foreign else { return }
    lines.report(.foreignDefault(term, foreign, contract: currency.value, at: name.range))
  }
}

extension TermValue {
  /// Makes the value that a literal says; nil for a text.
  init?(_ literal: LiteralValue) {
    switch literal {
    case .quantity(let interval, _): self = .quantity(interval)
    case .money(let interval, let currency), .moneyPer(let interval, let currency, _):
      self = .money(interval, currency)
    case .text: return nil
    }
  }

  /// The values possible; nil where the term is not an ordered quantity.
  fileprivate var interval: Interval? {
    switch self {
    case .quantity(let interval), .money(let interval, _): interval
    case .word, .text, .table: nil
    }
  }

  fileprivate var currencies: [Currency] {
    switch self {
    case .money(_, let currency): [currency]
    case .table(let table):
      table.rows.compactMap { row in
        if case .money(_, let currency) = row.result { currency } else { nil }
      }
    case .quantity, .word, .text: []
    }
  }
}

extension CheckedExpression {
  /// Makes the literal of a term's value; nil for a table.
  fileprivate init?(_ value: TermValue) {
    switch value {
    case .quantity(let interval): self = .quantity(interval)
    case .money(let interval, let currency): self = .money(interval, currency)
    case .word(let index): self = .word(index)
    case .text(let text): self = .text(text)
    case .table: return nil
    }
  }
}

extension LineChecker {
  /// Returns the value that a clause gives its own term; nil where a mistake in it is reported.
  mutating func standard(
    _ standard: TermSyntax.Default, of term: CheckedTerm, at name: NameSyntax
  ) -> TermValue? {
    switch standard {
    case .table(let table):
      guard let input = term.input else {
        report(.unexpectedTable(name, at: table.range))
        return nil
      }
      return self.table(table, of: term, by: input, roles: nil).map { .table($0) }
    case .range(let range):
      guard let value = plainValue(range, of: term, name) else { return nil }
      return value.always(of: term, at: range.range)
    }
  }

  private mutating func plainValue(
    _ range: RangeSyntax, of term: CheckedTerm, _ name: NameSyntax
  ) -> TermValue? {
    guard term.type.isOrdered else { return plain(range, term.type, name, roles: nil) }
    guard let value = value(range, of: term.type, for: name), let interval = value.interval,
      isInDomain(interval, of: term, at: range.range)
    else { return nil }
    return TermValue(value)
  }
}

extension TermValue {
  /// The value as the term takes it: for a term by cases, a table with one row for all of them.
  fileprivate func always(of term: CheckedTerm, at range: SourceRange) -> TermValue? {
    guard let input = term.input else { return self }
    guard let result = CheckedExpression(self) else { return nil }
    return .table(
      CheckedTable(
        inputs: [input], rows: [.init(cells: [.any], result: result, range: range)],
        type: term.type, range: range))
  }
}
