import ContractModel
import RuleSyntax
import SourceText

/// Mistakes in how a value is worked out.
extension MutantFinder {
  mutating func mutate(_ term: TermSyntax) {
    switch term.standard {
    case .range(let range):
      if case .exactly(let value) = range.form { move(value, isUp: true) }
    case .table(let table): mutate(table)
    case nil: break
    }
  }

  mutating func mutate(_ meaning: MeaningSyntax) {
    switch meaning.form {
    case .collection(let collection), .number(let collection), .share(let collection),
      .sum(_, let collection), .longestRun(let collection), .worstDay(let collection):
      mutate(collection)
    case .extreme(_, _, let collection):
      swap(.choice, token(after: meaning.name.range, 2), Self.extremes)
      mutate(collection)
    case .percentile(let share, _, let collection):
      move(.literal(share), isUp: true)
      mutate(collection)
    case .daysCovered(let unit, let collection):
      swap(unit)
      mutate(collection)
    case .table(let table): mutate(table)
    case .quantity(let value): mutate(value)
    case .condition(let condition): mutate(condition)
    }
    guard let fallback = meaning.fallback else { return }
    drop(
      .fallback, from: token(before: fallback.range, 2).lower, through: meaning.range.upper)
    mutate(fallback)
  }

  private mutating func mutate(_ table: TableSyntax) {
    for row in table.rows {
      for cell in row.cells.dropLast() { mutate(cell, isCell: true) }
      guard let result = row.cells.last, case .exactly(let value) = result.form else { continue }
      mutate(value)
    }
  }

  /// A figure by itself is moved one step; in what is worked out any step shows.
  mutating func mutate(_ value: ExpressionSyntax) {
    move(value, isUp: true)
    mutateParts(of: value)
  }

  /// Mutates how a value is made, and not what it is.
  mutating func mutateParts(of value: ExpressionSyntax) {
    switch value {
    case .literal(let literal):
      if case .quantity(_, let unit) = literal.form { swap(unit) }
    case .name, .field: break
    case .binary(_, let left, let right):
      swap(.sign, token(before: right.range), Self.signs)
      for part in [left, right] { mutate(part) }
    case .share(let share, let whole): for part in [share, whole] { mutate(part) }
    case .extreme(_, let parts, let range):
      swap(.choice, firstWordOf: range, Self.extremes)
      for part in parts { mutate(part) }
    case .span(let unit, _, let start, let end):
      swap(unit)
      swap(.unit, token(after: unit.range), ["after": "from", "from": "after"])
      for part in [start, end] { mutate(part) }
    case .lateness(let unit, let end):
      swap(unit)
      mutate(end)
    case .shift(let length, _, let date):
      swap(.sign, token(after: length.range), ["after": "before", "before": "after"])
      for part in [length, date] { mutate(part) }
    case .businessDay(let isFirst, let date, let isWithinMonth, let range):
      mutateBusinessDay(isFirst, date, isWithinMonth, at: range)
    case .monthDay(_, _, let date, let range):
      swap(.choice, firstWordOf: range, ["first": "last", "last": "first"])
      mutate(date)
    case .forEach(_, _, let length): mutate(length)
    case .forEachPeriod(_, let period, let length):
      swap(.unit, token(before: period.length.range), Self.countings)
      for part in [period.length, length] { mutate(part) }
    case .interest(let interest): mutate(interest)
    case .counted(let unit, let length):
      swap(.unit, firstWordOf: unit.range, Self.countings)
      mutate(length)
    case .rounded(let value, let rounding):
      mutate(value)
      mutate(rounding)
    case .parenthesized(let value, _): mutate(value)
    }
  }

  private mutating func mutateBusinessDay(
    _ isFirst: Bool, _ date: ExpressionSyntax, _ isWithinMonth: Bool, at range: SourceRange
  ) {
    if isWithinMonth { drop(.condition, from: date.range.upper, through: range.upper) }
    let other = isFirst ? "last business day through" : "first business day from"
    add(.choice, range, "\(other) \(text(of: date.range))")
    mutate(date)
  }

  private mutating func mutate(_ interest: InterestSyntax) {
    for part in [interest.sum, interest.rate, interest.length] { mutate(part) }
    guard let period = interest.period else { return }
    drop(
      .condition, from: token(before: period.range, 2).lower, through: period.range.upper)
    mutate(period)
  }

  mutating func mutate(_ rounding: RoundingSyntax) {
    let mode = rounding.mode.rawValue
    let words = range(from: rounding.range.lower, to: rounding.range.lower + mode.utf8.count)
    switch rounding.mode {
    case .halfUp: add(.rounding, words, "down")
    case .halfEven: add(.rounding, words, "half up")
    case .up: add(.rounding, words, "down")
    case .down: add(.rounding, words, "up")
    }
  }

  private mutating func swap(_ unit: UnitSyntax) {
    swap(
      .unit, firstWordOf: unit.range, ["calendar": "business", "business": "calendar"])
  }

  /// Moves a figure by its smallest step.
  mutating func move(_ value: ExpressionSyntax, isUp: Bool) {
    guard case .literal(let literal) = value, let moved = literal.moved(isUp: isUp) else { return }
    add(.figure, literal.range, moved)
  }

  static let extremes = [
    "earliest": "latest", "latest": "earliest", "largest": "smallest", "smallest": "largest",
    "lesser": "greater", "greater": "lesser", "earlier": "later", "later": "earlier",
  ]
  private static let signs = ["+": "less", "less": "+", "*": "/", "/": "*"]
  private static let countings = ["started": "whole", "whole": "started"]
}
