import ContractModel
import RuleSyntax
import SourceText

extension ClauseChecker {
  /// Checks `a + b less c …` from the left, without going deeper for each link.
  mutating func checkChain(
    _ chain: ExpressionSyntax, for subject: SubjectKind
  ) -> TypedExpression {
    var links: [(ExpressionSyntax.BinaryOperator, ExpressionSyntax)] = []
    var start = chain
    while case .binary(let sign, let left, let right) = start {
      links.append((sign, right))
      start = left
    }
    var result = check(start, for: subject, expecting: nil)
    for (sign, operand) in links.reversed() {
      let next = check(operand, for: subject, expecting: nil)
      if result.isInvalid || next.isInvalid {
        result = .invalid
        continue
      }
      guard let type = Self.type(of: sign, result.type, next.type) else {
        diagnostics.append(
          .operandsDoNotFit(
            sign.rawValue, result.type, next.type, at: start.range.through(operand.range)))
        result = .invalid
        continue
      }
      result = TypedExpression(
        expression: .binary(sign.checked, result.expression, next.expression), type: type)
    }
    return result
  }

  /// The type of a sum, difference, product or quotient; nil where the units do not fit.
  private static func type(
    of sign: ExpressionSyntax.BinaryOperator, _ left: ValueType, _ right: ValueType
  ) -> ValueType? {
    guard left.isOrdered, right.isOrdered, left != .date, right != .date else { return nil }
    switch sign {
    case .plus, .less: return left == right ? left : nil
    case .times:
      if left.isScale, right.isScale { return left == right ? left : .percent }
      return left.isScale ? right : right.isScale ? left : nil
    case .dividedBy:
      if right.isScale { return left }
      return left == right ? .percent : nil
    }
  }

  mutating func checkShare(
    _ share: ExpressionSyntax, of whole: ExpressionSyntax, for subject: SubjectKind
  ) -> TypedExpression {
    let first = check(share, for: subject, expecting: nil)
    let second = check(whole, for: subject, expecting: nil)
    if first.isInvalid || second.isInvalid { return .invalid }
    guard first.type == .percent else {
      diagnostics.append(.shareIsNoPercent(first.type, at: share.range))
      return .invalid
    }
    guard second.type.isOrdered, second.type != .date else {
      diagnostics.append(
        .operandsDoNotFit("of", first.type, second.type, at: share.range.through(whole.range)))
      return .invalid
    }
    return TypedExpression(
      expression: .binary(.times, first.expression, second.expression), type: second.type)
  }

  mutating func check(
    _ extreme: ExpressionSyntax.Extreme, _ parts: [ExpressionSyntax], at range: SourceRange,
    for subject: SubjectKind
  ) -> TypedExpression {
    let values = parts.map { check($0, for: subject, expecting: nil) }
    guard let first = values.first, !values.contains(where: \.isInvalid) else { return .invalid }
    for (value, part) in zip(values, parts) where value.type != first.type {
      diagnostics.append(.typeMismatch(value.type, wanted: first.type, at: part.range))
      return .invalid
    }
    let isOfDates = extreme == .earlier || extreme == .later
    guard first.type.isOrdered, isOfDates == (first.type == .date) else {
      diagnostics.append(.extremeOfWrongType(extreme.rawValue, first.type, at: range))
      return .invalid
    }
    let expressions = values.map(\.expression)
    return switch extreme {
    case .lesser, .earlier: TypedExpression(expression: .lesser(expressions), type: first.type)
    case .greater, .later: TypedExpression(expression: .greater(expressions), type: first.type)
    }
  }

  mutating func checkRounded(
    _ value: ExpressionSyntax, _ rounding: RoundingSyntax, for subject: SubjectKind
  ) -> TypedExpression {
    let checked = check(value, for: subject, expecting: nil)
    if checked.isInvalid { return .invalid }
    var unit = Rational.one
    if case .literal(let literal) = rounding.target {
      let target = literal.checkedValue()
      diagnostics += target.diagnostics
      guard let quantity = target.value else { return .invalid }
      guard let exact = quantity.interval?.exact, exact > .zero, quantity.type == checked.type
      else {
        diagnostics.append(.roundingUnit(rounding.range, of: checked.type))
        return .invalid
      }
      if let currency = quantity.currency { note(currency, at: literal.range) }
      unit = exact
    } else if checked.type != .money {
      diagnostics.append(.roundingUnit(rounding.range, of: checked.type))
      return .invalid
    }
    return TypedExpression(
      expression: .rounded(checked.expression, rounding.mode.rule, toMultipleOf: unit),
      type: checked.type)
  }
}

extension ValueType {
  /// Whether it is a bare ratio, which scales any quantity.
  var isScale: Bool { self == .percent || self == .number }
}

extension ExpressionSyntax.BinaryOperator {
  fileprivate var checked: CheckedExpression.Operator {
    switch self {
    case .plus: .plus
    case .less: .less
    case .times: .times
    case .dividedBy: .dividedBy
    }
  }
}

extension RoundingSyntax.Mode {
  var rule: RoundingRule {
    switch self {
    case .halfUp: .halfUp
    case .halfEven: .halfEven
    case .up: .up
    case .down: .down
    }
  }
}
