import ContractModel
import RuleChecking

// How boxes and counter-examples are told to a reader.
extension CaseSet {
  /// Returns where a box lies: `'passing' is 95% to below 99% and 'worst' is none`.
  func words(of box: Box, in cover: BoxCover, _ placement: Placement, symbols: [Symbol]) -> String {
    var parts: [String] = []
    for (place, cells) in box.enumerated() {
      let axis = cover.axes[place]
      guard !axis.isEverything(cells) else { continue }
      let quantity = quantities[place]
      parts.append("'\(quantity.name)' is \(axis.words(of: cells, quantity.type, scope.currency))")
    }
    let region = parts.isEmpty ? "whatever the values are" : parts.joined(separator: " and ")
    return region + words(of: placement, symbols: symbols)
  }

  /// Returns what the symbols stand for: ` where 'floor' is 50%`.
  private func words(of placement: Placement, symbols: [Symbol]) -> String {
    let parts = symbols.compactMap { symbol -> String? in
      guard let value = placement.values[symbol.key] else { return nil }
      let text = Wanted.quantity(value).text(of: symbol.type, in: scope.currency)
      return "\(scope.name(of: symbol.expression)) is \(text)"
    }
    return parts.isEmpty ? "" : ", if " + parts.joined(separator: " and ")
  }

  /// Returns the values of a witness: `passing 97%, worst 50%`.
  func words(of witness: Witness, symbols: [Symbol]) -> String {
    let values = zip(quantities, witness.values).map { quantity, value in
      "\(quantity.name) \(value.text(of: quantity.type, in: scope.currency))"
    }
    return values.joined(separator: ", ")
      + words(of: witness.placement, symbols: symbols)
  }
}

extension ClauseScope {
  /// The name of an expression, where the text has one.
  private func named(_ expression: CheckedExpression) -> String? {
    switch expression {
    case .term(let place): clause.terms[place].name
    case .meaning(let place): clause.meanings[place].name
    case .field(let field, _): field.rawValue
    case .asOf: "as-of"
    default: nil
    }
  }

  func name(of expression: CheckedExpression) -> String {
    named(expression).map { "'\($0)'" } ?? "what it is compared with"
  }

  /// The same without quotation marks.
  func plainName(of expression: CheckedExpression) -> String {
    named(expression) ?? "what is tested"
  }
}

extension Axis {
  /// Whether some cells are all in which a value can lie.
  fileprivate func isEverything(_ cells: ClosedRange<Int>) -> Bool {
    isPossible.indices.allSatisfy { !isPossible[$0] || cells.contains($0) }
  }

  fileprivate func words(
    of cells: ClosedRange<Int>, _ type: ValueType, _ currency: Currency
  ) -> String {
    var parts: [String] = []
    let possible = cells.filter { isPossible[$0] && $0 != none }
    if let first = possible.first, let last = possible.last {
      switch values {
      case .words(let words): parts += possible.map { words[$0] }
      case .names(let names):
        let named = possible.filter { $0 < names.count }
        parts += named.map { Wanted.text(names[$0]).text(of: type, in: currency) }
        if named.count < possible.count { parts.append("anything else") }
      case .ordered:
        parts.append(interval(of: first...last).within(extent).text(of: type, in: currency))
      }
    }
    if let none, cells.contains(none), isPossible[none] { parts.append("none") }
    return parts.joined(separator: " or ")
  }
}

extension Interval {
  /// The part that lies in an extent, of whole numbers with ends that are included.
  fileprivate func within(_ extent: Extent) -> Interval {
    guard let common = intersection(with: extent.interval) else { return self }
    guard extent.isWhole else { return common }
    func whole(_ end: Endpoint?, _ step: Int) -> Endpoint? {
      guard let end, !(end.isIncluded && end.value.isInteger) else { return end }
      let down = (try? Rational(end.value.floor, over: 1)) ?? end.value
      let isUp = step > 0
      if !end.value.isInteger { return .included(isUp ? down.next(1) : down) }
      return .included(down.next(step))
    }
    return Interval(lower: whole(common.lower, 1), upper: whole(common.upper, -1))
  }
}

extension Rational {
  fileprivate func next(_ step: Int) -> Rational { (try? adding(Rational(step))) ?? self }
}
