import ContractModel
import RuleChecking

// Backwards through expressions: of a sum one part is settled, and the other gets what is left.
extension Scenario {
  mutating func drive(_ expression: CheckedExpression, to value: Wanted) -> Ending {
    guard takesStep() else { return .opaque }
    switch expression {
    case .term(let place): return set(term: place, to: value)
    case .field(let field, let kind): return set(Field(field: field, kind: kind), to: value)
    case .asOf: return set(asOf: value)
    case .meaning(let place): return drive(scope.clause.meanings[place], to: value)
    case .quantity, .money, .word, .text:
      return settle(expression) == value ? .reached : .contradicted
    case .invalid, .forEachDay, .interest: return .opaque
    case .binary, .lesser, .greater, .span, .lateness, .wholeMonths, .shift, .businessDay,
      .monthDay, .weeks, .periods, .rounded:
      guard let number = value.quantity else { return .contradicted }
      return drive(expression, toNumber: number)
    }
  }

  private mutating func drive(_ expression: CheckedExpression, toNumber value: Rational) -> Ending {
    switch expression {
    case .binary(let sign, let left, let right):
      return attemptFirst([
        { $0.drive(sign, left, settling: right, to: value) },
        { $0.drive(sign, settling: left, right, to: value) },
      ])
    case .lesser(let parts): return drive(oneOf: parts, to: value) { $0 >= $1 }
    case .greater(let parts): return drive(oneOf: parts, to: value) { $0 <= $1 }
    case .span(let day, let isStartIncluded, let start, let end):
      return driveSpan(day, start, end, to: value, isStartIncluded: isStartIncluded)
    case .lateness(let day, let end):
      return driveSpan(
        day, .field(.due, of: .milestone), end, to: value, isStartIncluded: false)
    case .wholeMonths(let start, let end): return driveMonths(start, end, to: value)
    case .shift, .businessDay, .monthDay: return driveDay(expression, to: value)
    case .weeks(_, let length):
      guard let days = try? value.multiplied(by: Rational(7)) else { return .contradicted }
      return drive(length, to: .quantity(days))
    case .periods(_, let size, let length):
      guard let one = settle(size)?.quantity, let whole = try? value.multiplied(by: one) else {
        return .opaque
      }
      return drive(length, to: .quantity(whole))
    case .rounded(let inner, let rule, let unit):
      guard (try? value.rounded(rule, toMultipleOf: unit)) == value else { return .contradicted }
      return drive(inner, to: .quantity(value))
    default: return .opaque
    }
  }

  /// Lets the left part be what the value leaves beside the right one.
  private mutating func drive(
    _ sign: CheckedExpression.Operator, _ left: CheckedExpression,
    settling right: CheckedExpression, to value: Rational
  ) -> Ending {
    guard let known = settle(right)?.quantity else { return .opaque }
    let rest: Rational?
    switch sign {
    case .plus: rest = try? value.subtracting(known)
    case .less: rest = try? value.adding(known)
    case .times: rest = try? value.divided(by: known)
    case .dividedBy: rest = try? value.multiplied(by: known)
    }
    return rest.map { drive(left, to: .quantity($0)) } ?? .contradicted
  }

  /// Lets the right part be what the value leaves beside the left one.
  private mutating func drive(
    _ sign: CheckedExpression.Operator, settling left: CheckedExpression,
    _ right: CheckedExpression, to value: Rational
  ) -> Ending {
    guard let known = settle(left)?.quantity else { return .opaque }
    let rest: Rational?
    switch sign {
    case .plus: rest = try? value.subtracting(known)
    case .less: rest = try? known.subtracting(value)
    case .times: rest = try? value.divided(by: known)
    case .dividedBy: rest = try? known.divided(by: value)
    }
    return rest.map { drive(right, to: .quantity($0)) } ?? .contradicted
  }

  /// Lets one part have the value, where the others stand on the right side of it.
  private mutating func drive(
    oneOf parts: [CheckedExpression], to value: Rational,
    where isFine: @escaping (Rational, Rational) -> Bool
  ) -> Ending {
    attemptFirst(
      parts.indices.reversed().map { chosen in
        { scenario in
          let ending = scenario.drive(parts[chosen], to: .quantity(value))
          guard ending == .reached else { return ending }
          for other in parts.indices where other != chosen {
            guard let known = scenario.settle(parts[other])?.quantity else { return .opaque }
            guard isFine(known, value) else { return .contradicted }
          }
          return .reached
        }
      })
  }

  private mutating func drive(_ meaning: CheckedMeaning, to value: Wanted) -> Ending {
    switch meaning.form {
    case .quantity(let inner): return drive(inner, to: value)
    case .aggregate(let aggregate):
      guard value != .none || meaning.fallback == nil else { return .contradicted }
      let ending = drive(aggregate, to: value)
      guard ending != .reached, let fallback = meaning.fallback else { return ending }
      return attempt { scenario in
        let ending = scenario.drive(aggregate, to: .none)
        return ending == .reached ? scenario.drive(fallback, to: value) : ending
      }
    case .table(let table): return drive(table, to: value)
    case .parts, .condition, .invalid: return .opaque
    }
  }

  /// Lets the row apply whose result has the value.
  private mutating func drive(_ table: CheckedTable, to value: Wanted) -> Ending {
    attemptFirst(
      table.rows.map { row in
        { scenario in
          for (cell, input) in zip(row.cells, table.inputs) {
            let ending = scenario.satisfy(input.value, input.type, isNegated: false, cell)
            guard ending == .reached else { return ending }
          }
          return scenario.drive(row.result, to: value)
        }
      })
  }
}
