import ContractModel
import RuleChecking

/// The values that a test lets pass, as far as they can be compared with those of another test.
enum AllowedValues {
  /// Bit n stands for the n-th word.
  case words(UInt64)
  case texts(Set<String>, isNegated: Bool)
  case spans([Span])
  case given
  case absent
  /// That there are records of a kind, or none, for which all conditions of these keys hold.
  case records(areThere: Bool, Set<String>)

  struct Span {
    let lower: Bound?
    let upper: Bound?
  }

  struct Bound {
    /// What it is, whatever its value.
    let key: String
    /// Its values.
    let estimate: Interval
    let isIncluded: Bool
  }

  /// Whether every value that this lets pass is let pass by the other.
  func isWithin(_ other: AllowedValues) -> Bool {
    switch (self, other) {
    case (.words(let own), .words(let others)): own & ~others == 0
    case (.texts(let own, false), .texts(let others, false)): own.isSubset(of: others)
    case (.texts(let own, false), .texts(let others, true)): own.isDisjoint(with: others)
    case (.texts(let own, true), .texts(let others, true)): others.isSubset(of: own)
    case (.spans(let own), .spans(let others)):
      own.allSatisfy { span in others.contains { span.isWithin($0) } }
    case (.given, .given), (.absent, .absent): true
    case (.records(true, let own), .records(true, let others)): others.isSubset(of: own)
    case (.records(false, let own), .records(false, let others)): own.isSubset(of: others)
    default: false
    }
  }

  /// Whether no value is let pass by both.
  func excludes(_ other: AllowedValues) -> Bool {
    switch (self, other) {
    case (.words(let own), .words(let others)): own & others == 0
    case (.texts(let own, false), .texts(let others, false)): own.isDisjoint(with: others)
    case (.texts(let own, false), .texts(let others, true)): own.isSubset(of: others)
    case (.texts(let own, true), .texts(let others, false)): others.isSubset(of: own)
    case (.spans(let own), .spans(let others)):
      own.allSatisfy { span in others.allSatisfy { span.excludes($0) } }
    case (.given, .absent), (.absent, .given): true
    case (.records(true, let some), .records(false, let no)),
      (.records(false, let no), .records(true, let some)):
      no.isSubset(of: some)
    default: false
    }
  }
}

extension AllowedValues.Span {
  fileprivate func isWithin(_ other: Self) -> Bool {
    let isAbove =
      other.lower.map { outer in lower.map { $0.isSure(.above, outer) } ?? false } ?? true
    let isBelow =
      other.upper.map { outer in upper.map { $0.isSure(.below, outer) } ?? false } ?? true
    return isAbove && isBelow
  }

  fileprivate func excludes(_ other: Self) -> Bool {
    func endsBefore(_ upper: AllowedValues.Bound?, _ lower: AllowedValues.Bound?) -> Bool {
      guard let upper, let lower else { return false }
      return upper.endsBefore(lower)
    }
    return endsBefore(upper, other.lower) || endsBefore(other.upper, lower)
  }
}

extension AllowedValues.Bound {
  fileprivate enum Side { case above, below }

  /// Whether what lies on a side of this bound certainly lies on that side of another.
  fileprivate func isSure(_ side: Side, _ outer: Self) -> Bool {
    let isTight = outer.isIncluded || !isIncluded
    if key == outer.key { return isTight }
    guard let own = estimate.exact, let other = outer.estimate.exact else { return false }
    if own == other { return isTight }
    switch side {
    case .above: return own > other
    case .below: return own < other
    }
  }

  /// Whether nothing lies both below this bound and above another.
  fileprivate func endsBefore(_ lower: Self) -> Bool {
    let hasGap = !(isIncluded && lower.isIncluded)
    if key == lower.key { return hasGap }
    guard let own = estimate.exact, let other = lower.estimate.exact else { return false }
    return own < other || own == other && hasGap
  }
}
