import ContractModel

extension Amount {
  /// The most that it may be, in minor units; nil where there is no limit.
  ///
  /// Of an approximate amount that is billed the nominal figure stands for it: nothing of it is paid.
  var ceiling: Int64? {
    switch bound {
    case .exact, .atMost, .lessThan, .approximately: nominal
    case .to(let upper): upper
    case .atLeast, .moreThan: nil
    }
  }

  /// The same amount with nothing below zero.
  var clamped: Amount {
    switch bound {
    case .exact, .approximately, .atMost, .lessThan: nominal < 0 ? .zero : self
    case .atLeast, .moreThan: nominal < 0 ? Amount(nominal: 0, bound: .atLeast) : self
    case .to(let upper): clamped(to: upper)
    }
  }

  private func clamped(to upper: Int64) -> Amount {
    guard nominal < 0 else { return self }
    return upper <= 0 ? .zero : Amount(nominal: 0, bound: .to(upper))
  }

  /// Returns what is left when an exact part, or all of it, is taken away.
  func without(_ part: Amount) -> Amount {
    if part == self { return .zero }
    return Amount(nominal: nominal - part.nominal, bound: bound.shifted(down: part.nominal))
  }

  /// Returns the sum, or nil where it does not fit 64 bits.
  ///
  /// The order of adding never matters; the sum of amounts that are bounded on different sides is
  /// known only approximately.
  func adding(_ other: Amount) -> Amount? {
    let (sum, overflows) = nominal.addingReportingOverflow(other.nominal)
    guard !overflows, sum != .min else { return nil }
    guard let bound = bound.added(to: other.bound, from: nominal, other.nominal) else {
      return nil
    }
    return Amount(nominal: sum, bound: bound)
  }
}

extension Amount.Bound {
  fileprivate func shifted(down distance: Int64) -> Self {
    if case .to(let upper) = self { return .to(upper - distance) }
    return self
  }

  fileprivate func added(to other: Self, from nominal: Int64, _ otherNominal: Int64) -> Self? {
    if self == .exact { return other.shifted(up: nominal) }
    if other == .exact { return shifted(up: otherNominal) }
    if case .to(let first) = self, case .to(let second) = other {
      return Self.exact.added(to: .to(second), from: first, otherNominal)
    }
    if isFromBelow, other.isFromBelow {
      return [self, other].contains(.moreThan) ? .moreThan : .atLeast
    }
    if isFromAbove, other.isFromAbove {
      return [self, other].contains(.lessThan) ? .lessThan : .atMost
    }
    return .approximately
  }

  private func shifted(up distance: Int64) -> Self? {
    guard case .to(let upper) = self else { return self }
    let (sum, overflows) = upper.addingReportingOverflow(distance)
    return overflows ? nil : .to(sum)
  }

  private var isFromBelow: Bool {
    switch self {
    case .atLeast, .moreThan, .to: true
    case .exact, .atMost, .lessThan, .approximately: false
    }
  }

  private var isFromAbove: Bool { self == .atMost || self == .lessThan }
}
