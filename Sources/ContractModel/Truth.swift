/// What is known of a statement, in the three values of Kleene's strong logic.
package enum Truth: Hashable, Sendable, CaseIterable {
  /// It holds.
  case yes
  /// It does not hold.
  case no
  /// The evidence allows both.
  case unknown

  /// Makes `yes` or `no`.
  package init(_ isTrue: Bool) { self = isTrue ? .yes : .no }

  /// Returns `no` if either is, else `unknown` if either is, else `yes`.
  package func and(_ other: Truth) -> Truth {
    if self == .no || other == .no { return .no }
    return self == .unknown || other == .unknown ? .unknown : .yes
  }

  /// Returns `yes` if either is, else `unknown` if either is, else `no`.
  package func or(_ other: Truth) -> Truth {
    if self == .yes || other == .yes { return .yes }
    return self == .unknown || other == .unknown ? .unknown : .no
  }

  /// The opposite; what is unknown stays unknown.
  package var not: Truth {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}
