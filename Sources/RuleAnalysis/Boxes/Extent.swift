import ContractModel
import RuleChecking

/// The values that a quantity may have by what the rules say of it: what a term or a field of a record
/// is declared to be, and what follows from how it is worked out.
struct Extent {
  /// Of ordered values.
  var interval: Interval
  /// Whether only whole numbers occur: of days, of records, of the smallest unit of money.
  var isWhole: Bool
  /// Whether it may be known that there is no value.
  var mayBeNone: Bool
  /// Which words of its list occur; nil for all.
  var words: UInt64?

  init(
    _ interval: Interval = .unbounded, isWhole: Bool = false, mayBeNone: Bool = false,
    words: UInt64? = nil
  ) {
    self.interval = interval
    self.isWhole = isWhole
    self.mayBeNone = mayBeNone
    self.words = words
  }

  /// What a type alone says.
  init(of type: ValueType) {
    switch type {
    case .date: self = Self.days
    case .money, .count: self.init(isWhole: true)
    default: self.init()
    }
  }

  static let days = Extent(
    Interval(
      lower: .included(Rational(Int(CivilDate.first.dayNumber))),
      upper: .included(Rational(Int(CivilDate.last.dayNumber)))), isWhole: true)

  /// Whole numbers from zero.
  static let counted = Extent(.fromZero, isWhole: true)
  static let share = Extent(
    Interval(lower: .included(.zero), upper: .included(.one)))

  /// Returns what is in one of two.
  func hull(with other: Extent) -> Extent {
    Extent(
      interval.hull(with: other.interval), isWhole: isWhole && other.isWhole,
      mayBeNone: mayBeNone || other.mayBeNone,
      words: words.flatMap { mine in other.words.map { mine | $0 } })
  }

  /// Returns the same, within bounds.
  func limited(to bounds: Interval?) -> Extent {
    guard let bounds, let common = interval.intersection(with: bounds) else { return self }
    var result = self
    result.interval = common
    return result
  }
}

extension ClauseScope {
  /// Returns the values that an expression may have.
  func extent(of expression: CheckedExpression) -> Extent {
    switch expression {
    case .quantity(let interval):
      return Extent(interval, isWhole: interval.exact?.isInteger ?? false)
    case .money(let interval, _): return Extent(interval, isWhole: true)
    case .word(let place): return Extent(words: 1 << UInt64(place))
    case .text, .invalid: return Extent()
    case .term(let place): return extent(ofTerm: place)
    case .meaning(let place): return extents[place]
    case .field(let field, let kind): return extent(of: field, of: kind)
    case .asOf, .shift, .businessDay, .monthDay: return .days
    case .span, .lateness, .wholeMonths, .weeks, .periods: return .counted
    case .binary(let sign, let left, let right):
      return extent(of: sign, extent(of: left), extent(of: right))
    case .lesser(let parts):
      return combined(parts) { $0.lesser(of: $1) }
    case .greater(let parts):
      return combined(parts) { $0.greater(of: $1) }
    case .forEachDay, .interest: return Extent()
    case .rounded(let value, let rule, let unit):
      return rounded(extent(of: value), rule, unit)
    }
  }

  private func combined(
    _ parts: [CheckedExpression], _ join: (Interval, Interval) -> Interval
  ) -> Extent {
    let extents = parts.map { extent(of: $0) }
    guard let first = extents.first else { return Extent() }
    return Extent(
      extents.dropFirst().reduce(first.interval) { join($0, $1.interval) },
      isWhole: extents.allSatisfy(\.isWhole))
  }

  private func extent(
    of sign: CheckedExpression.Operator, _ left: Extent, _ right: Extent
  ) -> Extent {
    let areWhole = left.isWhole && right.isWhole
    switch sign {
    case .plus:
      return Extent(
        (try? left.interval.adding(right.interval)) ?? .unbounded, isWhole: areWhole)
    case .less:
      return Extent(
        (try? left.interval.subtracting(right.interval)) ?? .unbounded, isWhole: areWhole)
    case .times:
      return Extent(
        (try? left.interval.multiplied(by: right.interval)) ?? .unbounded, isWhole: areWhole)
    case .dividedBy:
      // A divisor of zero is an error of its own; what is left of the others counts.
      let divisor =
        right.interval.lower?.value == .zero
        ? Interval(lower: .excluded(.zero), upper: right.interval.upper) : right.interval
      return Extent((try? left.interval.divided(by: divisor)) ?? .unbounded)
    }
  }

  private func rounded(_ extent: Extent, _ rule: RoundingRule, _ unit: Rational) -> Extent {
    func end(_ end: Interval.Endpoint?) -> Interval.Endpoint? {
      end.flatMap { (try? $0.value.rounded(rule, toMultipleOf: unit)).map { .included($0) } }
    }
    return Extent(
      Interval(lower: end(extent.interval.lower), upper: end(extent.interval.upper)),
      isWhole: unit.isInteger)
  }

  private func extent(ofTerm place: Int) -> Extent {
    let term = clause.terms[place]
    switch known(term: place) {
    case .quantity(let interval)?, .money(let interval, _)?:
      return Extent(interval, isWhole: Extent(of: term.type).isWhole)
    case .word(let word)?: return Extent(words: 1 << UInt64(word))
    case .table(let table)?: return extent(of: table)
    case .text?, nil: return Extent(of: term.type).limited(to: term.domain)
    }
  }

  private func extent(of table: CheckedTable) -> Extent {
    let extents = table.rows.map { extent(of: $0.result) }
    guard let first = extents.first else { return Extent(of: table.type) }
    return extents.dropFirst().reduce(first) { $0.hull(with: $1) }
  }

  private func extent(of field: SubjectField, of kind: SubjectKind) -> Extent {
    var extent = Extent(of: field.type)
    // Settlement leaves nothing below zero.
    if field.suppliedIn != nil { extent.interval = .fromZero }
    extent.mayBeNone = field.isOptional(of: kind)
    return extent
  }

  func extent(of meaning: CheckedMeaning) -> Extent {
    var extent: Extent
    switch meaning.form {
    case .aggregate(let aggregate): extent = self.extent(of: aggregate)
    case .parts(let aggregate): extent = self.extent(of: aggregate)
    case .table(let table): extent = self.extent(of: table)
    case .quantity(let value): extent = self.extent(of: value)
    case .condition, .invalid: extent = Extent()
    }
    guard extent.mayBeNone, let fallback = meaning.fallback else { return extent }
    extent.mayBeNone = false
    return extent.hull(with: self.extent(of: fallback))
  }
}
