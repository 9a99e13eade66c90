import ContractModel
import RuleChecking

extension ClauseRun {
  /// Returns the value of an expression for a subject.
  mutating func value(of expression: CheckedExpression, for subject: SubjectID) -> Known {
    switch expression {
    case .quantity(let interval): .quantity(interval)
    case .money(let interval, let currency): money(interval, currency)
    case .word(let place): Known(.words(1 << UInt64(place)))
    case .text(let text): Known(.text(text))
    case .term(let place): value(ofTerm: place, for: subject)
    case .meaning(let place): value(ofMeaning: place, for: subject)
    case .field(let field, let kind): value(of: field, of: kind, for: subject)
    case .asOf: .quantity(Interval(exactly: Rational(Int(asOf.dayNumber))))
    case .binary(let sign, let left, let right):
      combined(left, right, for: subject) { left, right in
        switch sign {
        case .plus: try left.adding(right)
        case .less: try left.subtracting(right)
        case .times: try left.multiplied(by: right)
        case .dividedBy: try left.divided(by: right)
        }
      }
    case .lesser(let parts): combined(parts, for: subject) { $0.picking { $0.lesser(of: $1) } }
    case .greater(let parts): combined(parts, for: subject) { $0.picking { $0.greater(of: $1) } }
    case .span(let day, let isStartIncluded, let start, let end):
      span(day, isStartIncluded, start, end, for: subject)
    case .lateness(let day, let end): lateness(day, through: end, for: subject)
    case .wholeMonths(let start, let end): wholeMonths(start, end, for: subject)
    case .shift(let length, let unit, let isBefore, let date):
      shift(length, unit, isBefore, date, for: subject)
    case .businessDay(let choice, let date): businessDay(choice, date, for: subject)
    case .monthDay(let isFirst, let anchor, let date):
      monthDay(isFirst, anchor, date, for: subject)
    case .weeks(let isStarted, let length):
      value(of: length, for: subject).worked { try $0.weeks(isStarted: isStarted) }
    case .forEachDay(let term, let length): eachDay(term, length, for: subject)
    case .periods(let isStarted, let size, let length):
      combined(length, size, for: subject) { try $0.periods(of: $1, isStarted: isStarted) }
    case .interest(let sum, let rate, let days, let period):
      combined([sum, rate, days, period].compactMap { $0 }, for: subject) {
        try Interest.on($0[0], at: $0[1], for: $0[2], every: $0.dropFirst(3).first)
      }
    case .rounded(let expression, let rule, let unit):
      value(of: expression, for: subject).worked {
        try $0.bothEnds(rounded: rule, toMultipleOf: unit)
      }
    case .invalid: Known(.errored)
    }
  }

  /// Returns a value computed from the intervals of two; a failure is an error of the rule.
  mutating func combined(
    _ first: CheckedExpression, _ second: CheckedExpression, for subject: SubjectID,
    _ body: (Interval, Interval) throws -> Interval
  ) -> Known {
    let left = value(of: first, for: subject)
    return left.combined(with: value(of: second, for: subject), body)
  }

  /// Returns a value computed from the intervals of its parts; a failure is an error of the rule.
  private mutating func combined(
    _ parts: [CheckedExpression], for subject: SubjectID, _ body: ([Interval]) throws -> Interval
  ) -> Known {
    Known.combining(parts.map { value(of: $0, for: subject) }, body)
  }

  private mutating func value(ofTerm place: Int, for subject: SubjectID) -> Known {
    switch incorporation.terms[place] {
    case .quantity(let interval): return .quantity(interval)
    case .money(let interval, let currency): return money(interval, currency)
    case .word(let place): return Known(.words(1 << UInt64(place)))
    case .text(let text): return Known(.text(text))
    case .table(let table):
      guard let input = clause.terms[place].input else { return Known(.errored) }
      return lookup(table, inputs: [value(of: input.value, for: subject)], for: subject)
    }
  }

  /// An amount in another currency than the contract's is no amount at all.
  private func money(_ interval: Interval, _ currency: Currency) -> Known {
    guard let own = contract.currency, own != currency else { return .quantity(interval) }
    return Known(.errored)
  }

  private func value(
    of field: SubjectField, of kind: SubjectKind, for subject: SubjectID
  ) -> Known {
    guard let owner = tree.ancestor(of: subject, kind: kind) else {
      return .lacking(MissingEvidence(kind: field.rawValue, subject: subject))
    }
    if field.suppliedIn != nil {
      guard let interval = supplied[field, owner] else {
        return .lacking(MissingEvidence(kind: field.rawValue, subject: owner))
      }
      return bounded(interval, field, owner)
    }
    switch contract.subjects[owner.index].fields[field] {
    case .quantity(let interval)?: return bounded(interval, field, owner)
    case .text(let text)?: return Known(.text(text))
    case .word(let word)?:
      guard case .words(let words) = field.type, let place = words.firstIndex(of: word) else {
        return Known(.errored)
      }
      return Known(.words(1 << UInt64(place)))
    case nil:
      // The contract or the invoice is at hand: what it may leave out and does not say is not there.
      var known = Known.lacking(MissingEvidence(kind: field.rawValue, subject: owner))
      if field.isOptional(of: kind) { known.value = .none }
      return known
    }
  }

  /// A figure of a contract; one known within bounds lacks the exact figure.
  private func bounded(
    _ interval: Interval, _ field: SubjectField, _ owner: SubjectID
  ) -> Known {
    var known = Known.quantity(interval)
    if interval.exact == nil {
      known.missing = [MissingEvidence(kind: field.rawValue, subject: owner)]
    }
    return known
  }
}

extension Interval {
  /// Rounds both ends; an end that is not included is one that no value within becomes.
  func bothEnds(
    rounded rule: RoundingRule, toMultipleOf unit: Rational
  ) throws(ArithmeticFailure) -> Interval {
    if let exact { return Interval(exactly: try exact.rounded(rule, toMultipleOf: unit)) }
    if let nominal = approximately {
      return Interval(approximately: try nominal.rounded(rule, toMultipleOf: unit))
    }
    return Interval(
      lower: try Self.end(lower, isLower: true, rule, unit),
      upper: try Self.end(upper, isLower: false, rule, unit))
  }

  private static func end(
    _ end: Endpoint?, isLower: Bool, _ rule: RoundingRule, _ unit: Rational
  ) throws(ArithmeticFailure) -> Endpoint? {
    guard let end else { return nil }
    let value = try end.value.rounded(rule, toMultipleOf: unit)
    // What lies next to a multiple becomes it, unless it is moved to the next one.
    let movesOn =
      switch rule {
      case .halfUp, .halfEven: false
      case .up: isLower ? value.numerator >= 0 : value.numerator <= 0
      case .down: isLower ? value.numerator < 0 : value.numerator > 0
      }
    return Endpoint(value, isIncluded: end.isIncluded || value != end.value || !movesOn)
  }
}

extension [Interval] {
  /// The least or greatest of several quantities, of which there is at least one.
  ///
  /// Beside an approximate one only exact ones can be weighed, whatever the order.
  func picking(_ pick: (Interval, Interval) -> Interval) -> Interval {
    let isVague = contains { $0.approximately != nil }
    if isVague, !allSatisfy({ $0.approximately != nil || $0.exact != nil }) { return .unbounded }
    return dropFirst().reduce(self[0], pick)
  }
}
