import ContractModel
import RuleChecking

/// Something that cases tell apart: an input of a table, or what the conditions of rules test.
struct Quantity {
  /// As the text calls it.
  let name: String
  let expression: CheckedExpression
  let type: ValueType
  let extent: Extent
}

/// One thing that a case asks of a quantity.
struct CaseTest {
  let range: CheckedRange
  let isNegated: Bool

  init(_ range: CheckedRange, isNegated: Bool = false) {
    self.range = range
    self.isNegated = isNegated
  }
}

/// Cases over some quantities: the rows of a table, or rules that apply by turns.
struct CaseSet {
  let scope: ClauseScope
  /// The term whose table the cases are.
  var term: Int? = nil
  let quantities: [Quantity]
  /// For each case and each quantity what is asked of it; all of it must hold.
  let cases: [[[CaseTest]]]

  /// What the ends of ranges rest on beside plain numbers, each once.
  func symbols() -> [Symbol] {
    var symbols: [Symbol] = []
    for place in quantities.indices {
      for test in cases.flatMap({ $0[place] }) {
        for bound in test.range.boundsWithin {
          let form = scope.linear(bound.value)
          guard let base = form.base else { continue }
          let key = base.key
          let use = Symbol.Use(quantity: place, offset: form.offset)
          if let known = symbols.firstIndex(where: { $0.key == key }) {
            symbols[known].uses.append(use)
          } else {
            symbols.append(
              Symbol(
                key: key, expression: base, extent: scope.extent(of: base),
                type: quantities[place].type, standard: scope.standard(of: base), uses: [use]))
          }
        }
      }
    }
    return symbols
  }

  /// Whether no range ends at a plain number.
  var areRelative: Bool {
    cases.flatMap { $0.flatMap { $0 } }.flatMap(\.range.boundsWithin).allSatisfy {
      scope.linear($0.value).base != nil
    }
  }

  /// Returns the cover of the cases where the symbols have certain values, by their keys.
  func cover(_ placement: Placement) -> BoxCover {
    var axes: [Axis] = []
    var rows = cases.map { _ in [CellRange]() }
    for place in quantities.indices {
      let tests = cases.map { $0[place].map { (concrete($0.range, placement), $0.isNegated) } }
      let axis = Axis(quantities[place], asked: tests.flatMap { $0.map(\.0) })
      axes.append(axis)
      for (row, asked) in tests.enumerated() {
        let cells = asked.map { range, isNegated in
          let cells = axis.cells(of: range)
          return isNegated ? cells.complement(in: axis) : cells
        }
        rows[row].append(cells.reduce(CellRange([axis.whole])) { $0.intersection($1) })
      }
    }
    return BoxCover(axes: axes, rows: rows)
  }

  private func concrete(_ range: CheckedRange, _ placement: Placement) -> ConcreteRange {
    switch range {
    case .any: return .any
    case .given: return .given
    case .none: return .none
    case .words(let mask): return .words(mask)
    case .texts(let names), .parties(let names): return .names(names)
    case .either(let parts): return .either(parts.map { concrete($0, placement) })
    case .bounds(let lower, let upper):
      let low = lower.map { end($0, placement) }
      let high = upper.map { end($0, placement) }
      if case .some(nil) = low { return .unknown }
      if case .some(nil) = high { return .unknown }
      return .bounds(lower: low ?? nil, upper: high ?? nil)
    }
  }

  private func end(_ bound: CheckedBound, _ placement: Placement) -> ConcreteEnd? {
    let form = scope.linear(bound.value)
    var interval = form.offset
    if let base = form.base {
      guard let value = placement.values[base.key],
        let sum = try? interval.adding(Interval(exactly: value))
      else { return nil }
      interval = sum
    }
    guard let least = interval.lower?.value, let greatest = interval.upper?.value else {
      return nil
    }
    return ConcreteEnd(least: least, greatest: greatest, isIncluded: bound.isIncluded)
  }
}

extension Axis {
  /// Makes the axis of a quantity, cut where the ranges that are asked about it end.
  fileprivate init(_ quantity: Quantity, asked ranges: [ConcreteRange]) {
    let values: Values
    switch quantity.type {
    case .words(let words): values = .words(words)
    case .text, .party: values = .names(Array(Set(ranges.flatMap(\.names))).sorted())
    default: values = .ordered(Array(Set(ranges.flatMap(\.ends))).sorted())
    }
    self.init(
      values, extent: quantity.extent, asksForNone: ranges.contains { $0.asksForNone })
  }
}

extension ClauseScope {
  /// The value that a term has where a contract does not say.
  fileprivate func standard(of expression: CheckedExpression) -> Rational? {
    guard case .term(let place) = expression else { return nil }
    switch clause.terms[place].standard {
    case .quantity(let interval)?, .money(let interval, _)?: return interval.exact
    case .word?, .text?, .table?, nil: return nil
    }
  }
}

extension CheckedRange {
  /// The bounds that it is made of.
  var boundsWithin: [CheckedBound] {
    switch self {
    case .bounds(let lower, let upper): [lower, upper].compactMap { $0 }
    case .either(let parts): parts.flatMap(\.boundsWithin)
    case .any, .given, .none, .words, .texts, .parties: []
    }
  }
}
