import ContractModel
import RuleSyntax
import SourceText

/// Terms that a contract gives by cases.
extension LineChecker {
  /// Returns the table of a term; nil where a mistake in it makes it useless.
  mutating func table(
    _ table: TableSyntax, of term: CheckedTerm, by input: CheckedTable.Input, roles: [String]?
  ) -> CheckedTable? {
    guard hasHeads(table, of: term, by: input) else { return nil }
    var rows: [CheckedTable.Row] = []
    for row in table.rows {
      guard row.cells.count == 2 else {
        isIncomplete = true
        continue
      }
      let cell = cell(row.cells[0], input.type, table.heads[0], roles: roles)
      let result = result(row.cells[1], of: term, table.heads[1], roles: roles)
      guard let cell, let result else { continue }
      rows.append(.init(cells: [cell], result: result, range: row.range))
    }
    guard rows.count == table.rows.count else { return nil }
    return CheckedTable(inputs: [input], rows: rows, type: term.type, range: table.range)
  }

  private mutating func hasHeads(
    _ table: TableSyntax, of term: CheckedTerm, by input: CheckedTable.Input
  ) -> Bool {
    let wanted = [input.name, term.name]
    guard table.heads.count == wanted.count else {
      report(.wrongColumns(table, wanted: wanted, of: term))
      return false
    }
    var isRight = true
    for (head, name) in zip(table.heads, wanted) where head.text != name {
      report(.wrongHead(head, wanted: name, of: term))
      isRight = false
    }
    return isRight
  }

  private mutating func cell(
    _ range: RangeSyntax, _ type: ValueType, _ head: NameSyntax, roles: [String]?
  ) -> CheckedRange? {
    switch range.form {
    case .any: return .any
    case .given: return .given
    case .none: return CheckedRange.none
    case .either(let parts):
      let checked = parts.compactMap { cell($0, type, head, roles: roles) }
      return checked.count == parts.count ? .joined(checked) : nil
    case .atLeast, .atMost, .moreThan, .lessThan, .before, .after, .onOrBefore, .onOrAfter,
      .approximately, .between, .within, .exactly:
      return item(range, type, head, roles: roles)
    }
  }

  private mutating func item(
    _ range: RangeSyntax, _ type: ValueType, _ head: NameSyntax, roles: [String]?
  ) -> CheckedRange? {
    if type.isOrdered { return bounds(range, type, head) }
    switch plain(range, type, head, roles: roles) {
    case .word(let index): return .words(1 << UInt64(index))
    case .text(let text): return type == .party ? .parties([text]) : .texts([text])
    case .quantity, .money, .table, nil: return nil
    }
  }

  private mutating func bounds(
    _ range: RangeSyntax, _ type: ValueType, _ head: NameSyntax
  ) -> CheckedRange? {
    guard let value = value(range, of: type, for: head), let interval = value.interval else {
      return nil
    }
    guard interval.approximately == nil, !interval.isUnbounded else {
      report(.boundlessCell(at: range.range))
      return nil
    }
    return .bounds(
      lower: CheckedBound(interval.lower, of: value), upper: CheckedBound(interval.upper, of: value)
    )
  }

  private mutating func result(
    _ range: RangeSyntax, of term: CheckedTerm, _ head: NameSyntax, roles: [String]?
  ) -> CheckedExpression? {
    guard term.type.isOrdered else {
      switch plain(range, term.type, head, roles: roles) {
      case .word(let index): return .word(index)
      case .text(let text): return .text(text)
      case .quantity, .money, .table, nil: return nil
      }
    }
    guard let value = value(range, of: term.type, for: head), let interval = value.interval,
      isInDomain(interval, of: term, at: range.range)
    else { return nil }
    return CheckedExpression(interval, of: value)
  }

  /// Returns the one word, text or role of a cell.
  mutating func plain(
    _ range: RangeSyntax, _ type: ValueType, _ head: NameSyntax, roles: [String]?
  ) -> TermValue? {
    switch (range.form, type) {
    case (.exactly(.name(let name)), .words(let words)):
      if let index = words.firstIndex(of: name.text) { return .word(index) }
      report(.unknownValue(name, of: head.text, among: words))
    case (.exactly(.name(let name)), .party):
      // Which roles there are is for the contract to say.
      guard let roles, !roles.contains(name.text) else { return .text(name.text) }
      report(.unknownName(name, what: .party, among: roles))
    case (.exactly(.literal(let literal)), .text):
      if case .text(let text) = literal.form { return .text(text) }
      report(
        .wrongType(head, wanted: type, found: "another value", at: range.range))
    default:
      report(
        .wrongType(head, wanted: type, found: "another value", at: range.range))
    }
    return nil
  }

  /// Whether a value is one that the term allows; if it is not, that is reported.
  mutating func isInDomain(
    _ value: Interval, of term: CheckedTerm, at range: SourceRange
  ) -> Bool {
    guard let domain = term.domain, !domain.isUnbounded else { return true }
    if value.approximately == nil, domain.intersection(with: value) == value { return true }
    report(.outsideDomain(term, at: range))
    return false
  }
}

extension CheckedBound {
  fileprivate init?(_ endpoint: Interval.Endpoint?, of value: LiteralValue) {
    guard let endpoint else { return nil }
    self.init(
      CheckedExpression(Interval(exactly: endpoint.value), of: value),
      isIncluded: endpoint.isIncluded)
  }
}

extension CheckedExpression {
  /// Makes a quantity of the same unit as a literal.
  fileprivate init(_ interval: Interval, of value: LiteralValue) {
    if let currency = value.currency {
      self = .money(interval, currency)
    } else {
      self = .quantity(interval)
    }
  }
}

extension CheckedRange {
  /// Joins alternatives; words, texts and roles become one list.
  fileprivate static func joined(_ parts: [CheckedRange]) -> CheckedRange {
    var bits: UInt64 = 0
    var texts: [String] = []
    var roles: [String] = []
    var others: [CheckedRange] = []
    for part in parts {
      switch part {
      case .words(let words): bits |= words
      case .texts(let more): texts += more
      case .parties(let more): roles += more
      case .any, .given, .none, .bounds, .either: others.append(part)
      }
    }
    if bits != 0 { others.append(.words(bits)) }
    if !texts.isEmpty { others.append(.texts(texts)) }
    if !roles.isEmpty { others.append(.parties(roles)) }
    return others.count == 1 ? others[0] : .either(others)
  }
}
