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
      combined([left, right], for: subject) { operands throws(EvaluationFailure) in
        .quantity(try Self.applied(sign, operands[0], operands[1]))
      }
    case .lesser(let parts):
      combined(parts, for: subject) { operands in
        .quantity(operands.dropFirst().reduce(operands[0]) { $0.lesser(of: $1) })
      }
    case .greater(let parts):
      combined(parts, for: subject) { operands in
        .quantity(operands.dropFirst().reduce(operands[0]) { $0.greater(of: $1) })
      }
    case .span(let day, let isStartIncluded, let start, let end):
      span(day, isStartIncluded, start, end, for: subject)
    case .shift(let length, let unit, let isBefore, let date):
      shift(length, unit, isBefore, date, for: subject)
    case .businessDay(let isFirst, let date): businessDay(isFirst, date, for: subject)
    case .weeks(let isStarted, let length):
      weeks(isStarted, of: length, for: subject)
    case .forEachDay(let term, let length): eachDay(term, length, for: subject)
    case .rounded(let value, let rule, let unit):
      combined([value], for: subject) { operands throws(EvaluationFailure) in
        .quantity(try operands[0].bothEnds(rounded: rule, toMultipleOf: unit))
      }
    case .invalid: Known(.errored)
    }
  }

  /// Returns a value computed from the intervals of its parts; a failure is an error of the rule.
  mutating func combined(
    _ parts: [CheckedExpression], for subject: SubjectID,
    _ body: ([Interval]) throws(EvaluationFailure) -> Evaluated
  ) -> Known {
    let values = parts.map { value(of: $0, for: subject) }
    return Known.combining(values) { intervals in
      do throws(EvaluationFailure) {
        return try body(intervals)
      } catch {
        return .errored
      }
    }
  }

  private mutating func weeks(
    _ isStarted: Bool, of length: CheckedExpression, for subject: SubjectID
  ) -> Known {
    func weeks(_ days: Int) -> Int {
      isStarted ? (max(0, days) + 6) / 7 : max(0, days) / 7
    }
    return combined([length], for: subject) { operands in
      .quantity(
        Interval(
          lower: .included(Rational(operands[0].fewest.map(weeks) ?? 0)),
          upper: operands[0].most.map { .included(Rational(weeks($0))) }))
    }
  }

  private static func applied(
    _ sign: CheckedExpression.Operator, _ left: Interval, _ right: Interval
  ) throws(EvaluationFailure) -> Interval {
    do throws(ArithmeticFailure) {
      switch sign {
      case .plus: return try left.adding(right)
      case .less: return try left.subtracting(right)
      case .times: return try left.multiplied(by: right)
      case .dividedBy: return try left.divided(by: right)
      }
    } catch {
      throw .arithmetic(error)
    }
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
    guard let owner = contract.ancestor(of: subject, kind: kind) else {
      return .lacking(MissingEvidence(kind: kind.rawValue, subject: subject))
    }
    if field == .earned {
      guard let earned else { return Known(.errored) }
      guard let interval = earned[owner] else {
        return .lacking(MissingEvidence(kind: field.rawValue, subject: owner))
      }
      return .quantity(interval)
    }
    switch contract[owner].fields[field] {
    case .quantity(let interval)?: return .quantity(interval)
    case .text(let text)?: return Known(.text(text))
    case .word(let word)?:
      guard case .words(let words) = field.type, let place = words.firstIndex(of: word) else {
        return Known(.errored)
      }
      return Known(.words(1 << UInt64(place)))
    case nil:
      // The contract or the invoice is at hand: what it may leave out and does not say is not there.
      var known = Known.lacking(MissingEvidence(kind: field.rawValue, subject: owner))
      if field.isOptional { known.value = .none }
      return known
    }
  }
}

/// Why a value could not be worked out at all.
enum EvaluationFailure: Error {
  case arithmetic(ArithmeticFailure)
  case date(DateFailure)
  /// A length of time that is no whole number of its unit, or a date without bounds.
  case notWhole
}

extension Interval {
  /// Rounds both ends; an end that is not included stays so where it was not moved.
  func bothEnds(
    rounded rule: RoundingRule, toMultipleOf unit: Rational
  ) throws(EvaluationFailure) -> Interval {
    do throws(ArithmeticFailure) {
      if let nominal = approximately {
        return Interval(approximately: try nominal.rounded(rule, toMultipleOf: unit))
      }
      return Interval(
        lower: try Self.end(lower, rule, unit), upper: try Self.end(upper, rule, unit))
    } catch {
      throw .arithmetic(error)
    }
  }

  private static func end(
    _ end: Endpoint?, _ rule: RoundingRule, _ unit: Rational
  ) throws(ArithmeticFailure) -> Endpoint? {
    guard let end else { return nil }
    let value = try end.value.rounded(rule, toMultipleOf: unit)
    return Endpoint(value, isIncluded: end.isIncluded || value != end.value)
  }
}
