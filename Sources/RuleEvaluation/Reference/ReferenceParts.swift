import ContractModel
import RuleChecking

// Parts of the contract, which are a closed list: none is missing, but what is asked of one may be.
extension Situation {
  /// The parts of the subject at hand, or of the wider part that it lies in; nil where it lies in
  /// none of that kind.
  func parts(_ parts: CheckedParts) -> [SubjectID]? {
    ancestor(parts.scope).map { contract.parts(parts.word, of: $0) }
  }

  /// Of no parts at all nothing is known, except that nothing that must come before is left to come.
  func everyPart(_ asked: CheckedParts, have condition: CheckedCondition) -> Judgement {
    guard let whole = ancestor(asked.scope), let parts = parts(asked) else {
      return nowhere(asked)
    }
    guard !parts.isEmpty || asked.word == .predecessors else {
      return Judgement(
        standing: .unknown,
        missing: [MissingEvidence(kind: asked.word.kind.rawValue, subject: whole)])
    }
    return .all(parts.map { at($0).judge(condition) })
  }

  /// At least one part for which a condition holds, or at least one at all.
  func somePart(_ asked: CheckedParts, where condition: CheckedCondition?) -> Judgement {
    guard let parts = parts(asked) else { return nowhere(asked) }
    return .any(parts.map { belongs($0, condition) })
  }

  /// Returns what an aggregate over parts comes to.
  ///
  /// A part of which it is not known whether it belongs widens a number, a share and a sum by what
  /// it may add, and the bounds of an extreme by its value. Of no parts the number and the sum are
  /// zero; of anything else there certainly is none.
  func value(of aggregate: CheckedPartAggregate) -> Reading {
    guard let whole = ancestor(aggregate.parts.scope), let parts = parts(aggregate.parts) else {
      let judgement = nowhere(aggregate.parts)
      return Reading(value: .missing, missing: judgement.missing)
    }
    let nothing = Reading(
      value: .none,
      missing: [MissingEvidence(kind: aggregate.parts.word.kind.rawValue, subject: whole)])
    switch aggregate.measure {
    case .number:
      return among(parts, aggregate.filter) { certain, possible in
        bounds(certain.count, certain.count + possible.count, over: 1)
      }
    case .share(let test):
      return among(parts, test) { certain, possible in
        guard !parts.isEmpty else { return nothing }
        return bounds(certain.count, certain.count + possible.count, over: parts.count)
      }
    case .sum(let value):
      return among(parts, aggregate.filter) { certain, possible in
        let zero = Interval(exactly: .zero)
        let values = (certain + possible).map { at($0).value(of: value) }
        return .combining(values) { intervals in
          var sum = zero
          for (place, interval) in intervals.enumerated() {
            let isCertain = place < certain.count
            sum = try sum.adding(isCertain ? interval : interval.hull(with: zero))
          }
          return sum
        }
      }
    case .greatest(let value):
      return among(parts, aggregate.filter) { certain, possible in
        extreme(value, certain, possible, of: nothing) { $0.greater(of: $1) }
      }
    case .least(let value):
      return among(parts, aggregate.filter) { certain, possible in
        extreme(value, certain, possible, of: nothing) { $0.lesser(of: $1) }
      }
    }
  }

  private func extreme(
    _ value: CheckedExpression, _ certain: [SubjectID], _ possible: [SubjectID],
    of nothing: Reading, _ choose: (Interval, Interval) -> Interval
  ) -> Reading {
    guard !certain.isEmpty else {
      return possible.isEmpty ? nothing : Reading(value: .missing)
    }
    return .combining((certain + possible).map { at($0).value(of: value) }) { values in
      let least = Array(values[..<certain.count]).extreme(choose)
      return least.hull(with: values.extreme(choose))
    }
  }

  /// Divides parts into those for which a condition holds and those for which it may hold. Where it
  /// is contested or cannot be evaluated for one, so is whatever is drawn from them.
  private func among(
    _ parts: [SubjectID], _ condition: CheckedCondition?,
    _ measure: (_ certain: [SubjectID], _ possible: [SubjectID]) -> Reading
  ) -> Reading {
    let judged = parts.map { (part: $0, judgement: belongs($0, condition)) }
    let open = judged.filter { !$0.judgement.standing.isDecided }
    let worst = open.map(\.judgement.standing).max() ?? .yes
    var reading =
      worst > .unknown
      ? Reading(value: worst.evaluated)
      : measure(
        judged.filter { $0.judgement.standing == .yes }.map(\.part), open.map(\.part))
    for part in judged { reading.records.formUnion(part.judgement.records) }
    for part in open { reading.missing.formUnion(part.judgement.missing) }
    return reading
  }

  private func belongs(_ part: SubjectID, _ condition: CheckedCondition?) -> Judgement {
    condition.map { at(part).judge($0) } ?? Judgement(standing: .yes)
  }

  private func nowhere(_ parts: CheckedParts) -> Judgement {
    Judgement(
      standing: .unknown, missing: [MissingEvidence(kind: parts.scope.rawValue, subject: subject)])
  }

  private func bounds(_ lower: Int, _ upper: Int, over whole: Int) -> Reading {
    guard let least = try? Rational(Int128(lower), over: Int128(whole)),
      let most = try? Rational(Int128(upper), over: Int128(whole))
    else { return .errored }
    return Reading(value: .quantity(Interval(lower: .included(least), upper: .included(most))))
  }
}
