import ContractModel
import RuleChecking

extension ClauseRun {
  /// Returns ways to bring the value of an expression to what is wanted.
  mutating func proposals(
    making expression: CheckedExpression, _ wanted: Wanted, for subject: SubjectID
  ) -> [Proposal] {
    if wanted.isMet(by: value(of: expression, for: subject).value) { return [.nothing] }
    guard takeProposalStep() else { return [] }
    switch expression {
    case .meaning(let place): return proposals(makingMeaning: place, wanted, for: subject)
    case .field(let field, let kind):
      return statements(of: field, of: kind, wanted, for: subject)
    case .asOf: return days(wanted)
    case .lesser(let parts), .greater(let parts):
      var isLesser = false
      if case .lesser = expression { isLesser = true }
      return proposals(making: parts, isLesser: isLesser, wanted, for: subject)
    case .binary(let sign, let left, let right):
      return operands([left, right], in: wanted, for: subject) {
        .binary(sign, $0[0], $0[1])
      }
    case .span(let day, let isStartIncluded, let start, let end):
      return operands([start, end], in: wanted, for: subject) {
        .span(day, isStartIncluded: isStartIncluded, from: $0[0], through: $0[1])
      }
    case .lateness(let day, let end):
      return operands([end], in: wanted, for: subject) { .lateness(day, through: $0[0]) }
    case .wholeMonths(let start, let end):
      return operands([start, end], in: wanted, for: subject) {
        .wholeMonths(after: $0[0], through: $0[1])
      }
    case .shift(let length, let unit, let isBefore, let date):
      return operands([length, date], in: wanted, for: subject) {
        .shift($0[0], unit, isBefore: isBefore, $0[1])
      }
    case .businessDay(let choice, let date):
      return operands([date], in: wanted, for: subject) { .businessDay(choice, $0[0]) }
    case .monthDay(let isFirst, let anchor, let date):
      return operands([date], in: wanted, for: subject) {
        .monthDay(isFirst: isFirst, from: anchor, $0[0])
      }
    case .weeks(let isStarted, let length):
      return operands([length], in: wanted, for: subject) {
        .weeks(isStarted: isStarted, of: $0[0])
      }
    case .forEachDay(let term, let length):
      return operands([length], in: wanted, for: subject) {
        .forEachDay(term: term, of: $0[0])
      }
    case .periods(let isStarted, let size, let length):
      return operands([length], in: wanted, for: subject) {
        .periods(isStarted: isStarted, size, of: $0[0])
      }
    case .rounded(let value, let rule, let unit):
      return operands([value], in: wanted, for: subject) {
        .rounded($0[0], rule, toMultipleOf: unit)
      }
    case .quantity, .money, .word, .text, .term, .interest, .invalid: return []
    }
  }

  /// Begins to look for the proposals of another outcome.
  mutating func beginProposals() { (proposalSteps, isProposalCutShort) = (0, false) }

  /// Whether there is a step left; a meaning that many others read is gone through for each of them.
  mutating func takeProposalStep() -> Bool {
    guard proposalSteps < ProposalLimits.steps else {
      isProposalCutShort = true
      return false
    }
    proposalSteps += 1
    return true
  }

  /// Waiting is a way where the day of the decision is what is read.
  private func days(_ wanted: Wanted) -> [Proposal] {
    wanted.alternatives.compactMap { alternative in
      guard case .quantities(let intervals) = alternative,
        let day = intervals.first?.day(nearest: asOf), day > asOf
      else { return nil }
      return Proposal([.day(day)])
    }
  }

  /// An invoice may be sent again with what it left out; what a contract says stays.
  private func statements(
    of field: SubjectField, of kind: SubjectKind, _ wanted: Wanted, for subject: SubjectID
  ) -> [Proposal] {
    guard case .given = wanted, kind == .invoice, field.isOptional(of: kind),
      let invoice = contract.ancestor(of: subject, kind: kind)
    else { return [] }
    return [Proposal([.statement(invoice, field)])]
  }

  /// The lesser of several is at least something where each is, and at most something where one is.
  private mutating func proposals(
    making parts: [CheckedExpression], isLesser: Bool, _ wanted: Wanted, for subject: SubjectID
  ) -> [Proposal] {
    var found: [[Proposal]] = []
    for case .quantities(let intervals) in wanted.alternatives {
      guard let interval = intervals.first else { continue }
      let asksAll = isLesser ? interval.lower != nil : interval.upper != nil
      let ways = parts.map { proposals(making: $0, .quantities([interval]), for: subject) }
      found.append(asksAll ? Self.together(ways) : Self.oneOf(ways))
    }
    return Self.oneOf(found)
  }

  /// Changes one operand, the others being as they are.
  ///
  /// Every operation of the language goes up or down throughout as one operand does: so the values
  /// of the operand that will do lie together, and are found by going from its value in doubling steps.
  private mutating func operands(
    _ operands: [CheckedExpression], in wanted: Wanted, for subject: SubjectID,
    _ rebuilt: ([CheckedExpression]) -> CheckedExpression
  ) -> [Proposal] {
    var found: [[Proposal]] = []
    for case .quantities(let intervals) in wanted.alternatives {
      guard let target = intervals.first else { continue }
      for place in operands.indices {
        guard !operands[place].reads.isEmpty else { continue }
        let start = value(of: operands[place], for: subject).interval?.someWhole ?? startingPoint
        let fitting = fittingValues(from: start) { candidate in
          var parts = operands
          parts[place] = .quantity(Interval(exactly: candidate))
          return self.value(of: rebuilt(parts), for: subject).interval?.side(of: target)
        }
        guard let fitting else { continue }
        found.append(
          proposals(making: operands[place], .quantities([fitting]), for: subject))
      }
    }
    return Self.oneOf(found)
  }

  /// Where nothing is known of an operand, one looks from the day of the decision.
  private var startingPoint: Rational { Rational(Int(asOf.dayNumber)) }
}

/// Returns the whole numbers, from one of them outwards, for which a steady function hits its
/// target; nil where none is found.
///
/// `side` says whether the function is below its target, within or above.
private func fittingValues(
  from start: Rational, _ side: (Rational) -> Int?
) -> Interval? {
  guard let first = side(start), first != 0 else { return nil }
  for direction in [1, -1] {
    var (missed, step) = (start, Rational(direction))
    for _ in 0..<ProposalLimits.doublings {
      guard let next = try? start.adding(step), let there = side(next) else { break }
      if there == first {
        missed = next
        guard let doubled = try? step.multiplied(by: Rational(2)) else { break }
        step = doubled
        continue
      }
      guard let near = nearest(missed, next, side, not: first), side(near) == 0 else { break }
      return direction > 0
        ? Interval(lower: .included(near), upper: edge(from: near, 1, side))
        : Interval(lower: edge(from: near, -1, side), upper: .included(near))
    }
  }
  return nil
}

/// The value next to the ones on the wrong side, between one of them and one that is not.
private func nearest(
  _ missed: Rational, _ hit: Rational, _ side: (Rational) -> Int?, not wrong: Int
) -> Rational? {
  var (low, high) = (missed, hit)
  while let gap = try? high.subtracting(low), gap.magnitude > .one {
    guard let sum = try? low.adding(high), let half = try? sum.divided(by: Rational(2)),
      let middle = try? Rational(half.floor, over: 1), let there = side(middle)
    else { return nil }
    if there == wrong { low = middle } else { high = middle }
  }
  return high
}

/// The last value, going on in a direction, that still fits; nil where there seems to be no end.
private func edge(
  from near: Rational, _ direction: Int, _ side: (Rational) -> Int?
) -> Interval.Endpoint? {
  var (last, step) = (near, Rational(direction))
  for _ in 0..<ProposalLimits.doublings {
    guard let next = try? near.adding(step), let there = side(next) else { return .included(last) }
    if there != 0 {
      guard let beyond = nearest(next, last, side, not: there) else { return .included(last) }
      return .included(beyond)
    }
    last = next
    guard let doubled = try? step.multiplied(by: Rational(2)) else { return nil }
    step = doubled
  }
  return nil
}

extension Interval {
  /// A whole number that the quantity may be, or lies next to.
  fileprivate var someWhole: Rational? {
    guard let value = exact ?? upper?.value ?? lower?.value else { return nil }
    return try? Rational(value.floor, over: 1)
  }

  /// −1 where all that the quantity may be is not certain to reach a range from below, 1 from above,
  /// 0 where it certainly lies within; nil where it cannot be said.
  fileprivate func side(of target: Interval) -> Int? {
    if isWithin(target) == .yes { return 0 }
    if let lower = target.lower, let least = self.lower, least.value <= lower.value { return -1 }
    if let upper = target.upper, let most = self.upper, most.value >= upper.value { return 1 }
    return nil
  }
}
