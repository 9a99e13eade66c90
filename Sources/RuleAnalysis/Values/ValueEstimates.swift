import ContractModel
import RuleChecking

/// The values that something may have, whatever is on record.
enum Estimate {
  case quantity(Interval)
  /// Words of an enumeration: bit n stands for the n-th word.
  case words(UInt64)
  /// Nothing is known.
  case open
}

/// What the values of a clause can be, by their declarations and by how they are derived.
struct ValueEstimates {
  let clause: CheckedClause
  let kinds: [RecordKind]
  /// By the place of the meaning; one reads only those before it.
  private(set) var meanings: [Estimate] = []

  init(of clause: CheckedClause, kinds: [RecordKind]) {
    self.clause = clause
    self.kinds = kinds
    for meaning in clause.meanings { meanings.append(estimate(of: meaning)) }
  }

  func estimate(of expression: CheckedExpression) -> Estimate {
    switch expression {
    case .word(let place): .words(1 << UInt64(place))
    case .meaning(let place): place < meanings.count ? meanings[place] : .open
    case .term(let place): estimate(of: clause.terms[place])
    case .text, .invalid: .open
    default: .quantity(interval(of: expression))
    }
  }

  /// The values of a field of a record.
  func estimate(of field: RowField, of kind: Int) -> Estimate {
    guard case .declared(let place) = field else { return .open }
    let declared = kinds[kind].fields[place]
    return .of(declared.type, within: declared.domain)
  }

  private func estimate(of term: CheckedTerm) -> Estimate {
    term.input == nil ? .of(term.type, within: term.domain) : .open
  }

  private func estimate(of meaning: CheckedMeaning) -> Estimate {
    var found = estimate(of: meaning.form)
    if let fallback = meaning.fallback { found = found.joined(with: estimate(of: fallback)) }
    return found
  }

  private func estimate(of form: CheckedMeaning.Form) -> Estimate {
    switch form {
    case .aggregate(let aggregate): estimate(of: aggregate)
    case .parts(let aggregate): estimate(of: aggregate.measure)
    case .table(let table): .joining(table.rows.map { estimate(of: $0.result) })
    case .quantity(let value): estimate(of: value)
    case .condition, .invalid: .open
    }
  }

  private func estimate(of aggregate: CheckedAggregate) -> Estimate {
    func field(_ field: RowField) -> Estimate { estimate(of: field, of: aggregate.collection.kind) }
    switch aggregate.measure {
    case .number, .longestRun, .daysCovered: return .quantity(.fromZero)
    case .share, .worstDay: return .quantity(.share)
    case .earliest(let place), .latest(let place), .largest(let place), .smallest(let place),
      .percentile(_, let place):
      return field(place)
    case .sum(let place):
      guard case .quantity(let value) = field(place), value.isFromZero else { return .open }
      return .quantity(.fromZero)
    }
  }

  private func estimate(of measure: CheckedPartAggregate.Measure) -> Estimate {
    switch measure {
    case .number: return .quantity(.fromZero)
    case .share: return .quantity(.share)
    case .greatest(let value), .least(let value): return estimate(of: value)
    case .sum(let value):
      guard case .quantity(let part) = estimate(of: value), part.isFromZero else { return .open }
      return .quantity(.fromZero)
    }
  }

  // MARK: Quantities

  func interval(of expression: CheckedExpression) -> Interval {
    switch expression {
    case .quantity(let value), .money(let value, _): value
    case .meaning, .term: quantity(of: expression)
    case .span, .lateness, .wholeMonths: .fromZero
    case .binary(let sign, let left, let right):
      (try? interval(of: left).combined(sign, with: interval(of: right))) ?? .unbounded
    case .lesser(let parts): parts.map(interval).combined { $0.lesser(of: $1) }
    case .greater(let parts): parts.map(interval).combined { $0.greater(of: $1) }
    case .weeks(_, let length), .rounded(let length, _, _):
      interval(of: length).isFromZero ? .fromZero : .unbounded
    case .word, .text, .field, .asOf, .shift, .businessDay, .monthDay, .forEachDay, .periods,
      .interest, .invalid:
      .unbounded
    }
  }

  private func quantity(of expression: CheckedExpression) -> Interval {
    if case .quantity(let value) = estimate(of: expression) { value } else { .unbounded }
  }
}

extension Estimate {
  /// The values of a type, within what its declaration allows.
  static func of(_ type: ValueType, within domain: Interval?) -> Estimate {
    switch type {
    case .words(let words): .words(UInt64.max >> UInt64(64 - min(64, max(1, words.count))))
    case .text, .party, .condition: .open
    case .money, .moneyPer, .percent, .number, .count, .days, .weeks, .months, .date:
      .quantity(domain ?? .unbounded)
    }
  }

  static func joining(_ parts: [Estimate]) -> Estimate {
    guard let first = parts.first else { return .open }
    return parts.dropFirst().reduce(first) { $0.joined(with: $1) }
  }

  /// The values of both.
  func joined(with other: Estimate) -> Estimate {
    switch (self, other) {
    case (.quantity(let first), .quantity(let second)): .quantity(first.hull(with: second))
    case (.words(let first), .words(let second)): .words(first | second)
    default: .open
    }
  }
}

extension Interval {
  /// Zero and everything above.
  static let fromZero = Interval(lower: .included(.zero), upper: nil)
  static let share = Interval(lower: .included(.zero), upper: .included(.one))

  var isFromZero: Bool { lower.map { $0.value >= .zero } ?? false }

  fileprivate func combined(
    _ sign: CheckedExpression.Operator, with other: Interval
  ) throws(ArithmeticFailure) -> Interval {
    switch sign {
    case .plus: try adding(other)
    case .less: try subtracting(other)
    case .times: try multiplied(by: other)
    case .dividedBy: try divided(by: other)
    }
  }
}

extension [Interval] {
  fileprivate func combined(_ step: (Interval, Interval) -> Interval) -> Interval {
    guard let first else { return .unbounded }
    return dropFirst().reduce(first, step)
  }
}
