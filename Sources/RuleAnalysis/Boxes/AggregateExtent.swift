import ContractModel
import RuleChecking

// What is drawn from records and from parts, by what is declared of their fields.
extension ClauseScope {
  func extent(of aggregate: CheckedAggregate) -> Extent {
    let kind = kinds[aggregate.collection.kind]
    // Only of acts and of a complete register is it known that there is none.
    let mayBeNone = kind.nature == .act || kind.nature == .register
    switch aggregate.measure {
    case .number, .longestRun, .daysCovered: return .counted
    case .share, .worstDay: return .share
    case .sum(let field):
      let extent = extent(of: field, in: kind, among: aggregate.collection.filter)
      let isPositive = extent.interval.lower.map { $0.value.sign >= 0 } ?? false
      return Extent(isPositive ? .fromZero : .unbounded, isWhole: extent.isWhole)
    case .earliest(let field), .latest(let field), .largest(let field), .smallest(let field),
      .percentile(_, let field):
      var extent = extent(of: field, in: kind, among: aggregate.collection.filter)
      extent.mayBeNone = mayBeNone
      return extent
    }
  }

  /// Returns the values of a field of the records that pass a filter.
  private func extent(of field: RowField, in kind: RecordKind, among filter: RowTest) -> Extent {
    var extent: Extent
    switch field {
    case .dated: extent = .days
    case .by: extent = Extent()
    case .declared(let place):
      let declared = kind.fields[place]
      extent = Extent(of: declared.type).limited(to: declared.domain)
      extent.isWhole = extent.isWhole || declared.type.isWholeInRecords
    }
    for test in filter.conjuncts {
      guard case .field(field, _, let isNegated, let range) = test else { continue }
      narrow(&extent, to: range, isNegated: isNegated)
    }
    return extent
  }

  /// Takes in what a filter says of the very field; what it cannot tell leaves all values.
  private func narrow(_ extent: inout Extent, to range: CheckedRange, isNegated: Bool) {
    switch range {
    case .words(let mask):
      let allowed = isNegated ? ~mask : mask
      extent.words = extent.words.map { $0 & allowed } ?? allowed
    case .bounds(let lower, let upper) where !isNegated:
      func end(_ bound: CheckedBound?) -> Interval.Endpoint? {
        bound.flatMap { bound in
          exact(bound.value).map { .init($0, isIncluded: bound.isIncluded) }
        }
      }
      extent = extent.limited(to: Interval(lower: end(lower), upper: end(upper)))
    case .any, .given, .none, .bounds, .texts, .parties, .either: break
    }
  }

  /// The number that a plain literal states.
  private func exact(_ expression: CheckedExpression) -> Rational? {
    switch expression {
    case .quantity(let interval), .money(let interval, _): interval.exact
    default: nil
    }
  }

  func extent(of aggregate: CheckedPartAggregate) -> Extent {
    switch aggregate.measure {
    case .number: return .counted
    case .share: return Extent(Extent.share.interval, mayBeNone: true)
    case .sum(let value):
      let extent = extent(of: value)
      let isPositive = extent.interval.lower.map { $0.value.sign >= 0 } ?? false
      return Extent(isPositive ? .fromZero : .unbounded, isWhole: extent.isWhole)
    case .greatest(let value), .least(let value):
      var extent = extent(of: value)
      extent.mayBeNone = true
      return extent
    }
  }
}

extension RowTest {
  /// The tests all of which a record has to pass.
  var conjuncts: [RowTest] {
    switch self {
    case .all(let parts): parts.flatMap(\.conjuncts)
    case .any, .field, .invalid: [self]
    }
  }
}

extension ValueType {
  /// Whether a record can only state whole numbers of it.
  var isWholeInRecords: Bool {
    switch self {
    case .money, .moneyPer, .count, .days, .weeks, .months, .date: true
    case .percent, .number, .text, .words, .party, .condition: false
    }
  }
}
