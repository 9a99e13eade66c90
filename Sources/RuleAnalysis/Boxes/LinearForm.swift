import ContractModel
import RuleChecking

/// An expression as a plain number beside something that is not known: `10 calendar days after due` is
/// ten beside `due`.
struct LinearForm {
  /// Nil where it is a plain number altogether.
  let base: CheckedExpression?
  /// What is added to it: between two numbers where the text says no more, as a month for a day.
  let offset: Interval

  init(_ base: CheckedExpression?, offset: Interval) {
    self.base = base
    self.offset = offset
  }

  init(_ offset: Interval) { self.init(nil, offset: offset) }
}

extension ClauseScope {
  /// Returns the linear form of an expression; one that cannot be taken apart is its own base.
  func linear(_ expression: CheckedExpression) -> LinearForm {
    let opaque = LinearForm(expression, offset: Interval(exactly: .zero))
    switch expression {
    case .quantity(let interval), .money(let interval, _): return LinearForm(interval)
    case .term(let place):
      switch known(term: place) {
      case .quantity(let interval)?, .money(let interval, _)?: return LinearForm(interval)
      case .word?, .text?, .table?, nil: return opaque
      }
    case .meaning(let place): return forms[place]
    case .binary(let sign, let left, let right):
      return linear(sign, linear(left), linear(right)) ?? opaque
    case .shift(let length, let unit, let isBefore, let date):
      guard let days = days(length, unit) else { return opaque }
      return linear(isBefore ? .less : .plus, linear(date), LinearForm(days)) ?? opaque
    case .word, .text, .field, .asOf, .lesser, .greater, .span, .lateness, .wholeMonths,
      .businessDay, .monthDay, .weeks, .forEachDay, .periods, .interest, .rounded, .invalid:
      return opaque
    }
  }

  /// Returns the linear form of a meaning; those that it reads are known already.
  func linear(_ meaning: CheckedMeaning, at place: Int) -> LinearForm {
    guard case .quantity(let value) = meaning.form, meaning.fallback == nil else {
      return LinearForm(.meaning(place), offset: Interval(exactly: .zero))
    }
    return linear(value)
  }

  private func linear(
    _ sign: CheckedExpression.Operator, _ left: LinearForm, _ right: LinearForm
  ) -> LinearForm? {
    switch sign {
    case .plus where left.base == nil || right.base == nil:
      return (try? left.offset.adding(right.offset))
        .map { LinearForm(left.base ?? right.base, offset: $0) }
    case .less where right.base == nil:
      return (try? left.offset.subtracting(right.offset))
        .map { LinearForm(left.base, offset: $0) }
    case .times where left.base == nil && right.base == nil:
      return (try? left.offset.multiplied(by: right.offset)).map { LinearForm($0) }
    case .dividedBy where left.base == nil && right.base == nil:
      return (try? left.offset.divided(by: right.offset)).map { LinearForm($0) }
    case .plus, .less, .times, .dividedBy: return nil
    }
  }

  /// A plain number of calendar days; nil where it depends on a calendar or is not known.
  private func days(_ length: CheckedExpression, _ unit: CheckedExpression.LengthUnit) -> Interval?
  {
    let form = linear(length)
    guard form.base == nil else { return nil }
    switch unit {
    case .days(.calendar): return form.offset
    case .weeks: return try? form.offset.multiplied(by: Interval(exactly: Rational(7)))
    case .days(.business), .months: return nil
    }
  }
}
