import ContractModel
import RuleChecking

// Forwards: the value that an expression has by what is settled; what is still open gets a plain one.
extension Scenario {
  mutating func settle(_ expression: CheckedExpression) -> Wanted? {
    switch expression {
    case .quantity(let interval), .money(let interval, _):
      return interval.exact.map { .quantity($0) }
    case .word(let place): return .word(place)
    case .text(let text): return .text(text)
    case .term(let place): return settle(term: place)
    case .field(let field, let kind): return settle(Field(field: field, kind: kind))
    case .asOf:
      let day = asOf ?? Rational(Int(CounterExampleDays.asOf.dayNumber))
      asOf = day
      return .quantity(day)
    case .meaning(let place):
      if let known = settledMeanings[place] { return known }
      let value = settle(scope.clause.meanings[place])
      settledMeanings[place] = .some(value)
      return value
    case .binary(let sign, let left, let right):
      guard let first = settle(left)?.quantity, let second = settle(right)?.quantity else {
        return nil
      }
      return Self.combined(sign, first, second).map { .quantity($0) }
    case .lesser(let parts): return settle(parts) { $0.min() }
    case .greater(let parts): return settle(parts) { $0.max() }
    case .span(let day, let isStartIncluded, let start, let end):
      return settleSpan(day, start, end, isStartIncluded: isStartIncluded)
    case .lateness(let day, let end):
      return settleSpan(day, .field(.due, of: .milestone), end, isStartIncluded: false)
    case .wholeMonths(let start, let end): return settleMonths(start, end)
    case .shift, .businessDay, .monthDay: return settleDay(expression)
    case .weeks(let isStarted, let length):
      return settle([length]) { Self.weeks(in: $0[0], isStarted: isStarted) }
    case .periods(let isStarted, let size, let length):
      return settle([length, size]) { parts in
        let (all, one) = (Interval(exactly: parts[0]), Interval(exactly: parts[1]))
        return (try? all.periods(of: one, isStarted: isStarted))?.exact
      }
    case .rounded(let value, let rule, let unit):
      return settle([value]) { try? $0[0].rounded(rule, toMultipleOf: unit) }
    case .forEachDay, .interest, .invalid: return nil
    }
  }

  private mutating func settle(
    _ parts: [CheckedExpression], _ body: ([Rational]) -> Rational?
  ) -> Wanted? {
    var numbers: [Rational] = []
    for part in parts {
      guard let number = settle(part)?.quantity else { return nil }
      numbers.append(number)
    }
    return body(numbers).map { .quantity($0) }
  }

  private static func weeks(in days: Rational, isStarted: Bool) -> Rational? {
    guard let weeks = try? days.divided(by: Rational(7)) else { return nil }
    return try? weeks.rounded(isStarted ? .up : .down, toMultipleOf: .one)
  }

  private static func combined(
    _ sign: CheckedExpression.Operator, _ left: Rational, _ right: Rational
  ) -> Rational? {
    switch sign {
    case .plus: try? left.adding(right)
    case .less: try? left.subtracting(right)
    case .times: try? left.multiplied(by: right)
    case .dividedBy: try? left.divided(by: right)
    }
  }

  private mutating func settle(term place: Int) -> Wanted? {
    if let settled = terms[place] { return settled }
    let term = scope.clause.terms[place]
    let value: Wanted?
    switch scope.known(term: place) ?? term.standard {
    case .quantity(let interval)?, .money(let interval, _)?:
      value = interval.exact.map { .quantity($0) }
    case .word(let word)?: value = .word(word)
    case .text(let text)?: value = .text(text)
    case .table?: return nil
    case nil where place == fixedTerm: return nil
    case nil: value = sample(scope.extent(of: .term(place)), of: term.type)
    }
    guard let value else { return nil }
    if scope.known(term: place) == nil { terms[place] = value }
    return value
  }

  private mutating func settle(_ field: Field) -> Wanted? {
    if let settled = fields[field] { return settled == .none ? nil : settled }
    let extent = scope.extent(of: .field(field.field, of: field.kind))
    let value: Wanted?
    switch field.field {
    case .due: value = .quantity(Rational(Int(CounterExampleDays.due.dayNumber)))
    default: value = sample(extent, of: field.field.type)
    }
    guard let value, set(field, to: value) == .reached else { return nil }
    return value
  }

  private mutating func settle(_ meaning: CheckedMeaning) -> Wanted? {
    switch meaning.form {
    case .quantity(let inner): return settle(inner)
    case .aggregate(let aggregate):
      if let settled = settled(aggregate) { return settled }
      if let fallback = meaning.fallback, members[aggregate.collection.key]?.drafts == [] {
        return settle(fallback)
      }
      let extent = scope.extent(of: aggregate)
      guard let value = sample(extent, of: meaning.type) else { return nil }
      return drive(aggregate, to: value) == .reached ? value : nil
    case .table, .parts, .condition, .invalid: return nil
    }
  }

  /// Returns a plain value of a type.
  func sample(_ extent: Extent, of type: ValueType) -> Wanted? {
    switch type {
    case .words(let words):
      return words.indices.first { word in
        extent.words.map { $0 & (1 << UInt64(word)) != 0 } ?? true
      }.map { .word($0) }
    case .text: return .text("any")
    case .party: return .text("buyer")
    case .condition: return nil
    default: return extent.sample(of: type).map { .quantity($0) }
    }
  }
}
