import ContractModel
import RuleChecking

/// What a condition can come to, whatever is on record.
enum Outlook {
  /// It is never no.
  case always
  /// It is never yes.
  case never
  case open

  static func ofAll(_ parts: [Outlook]) -> Outlook {
    if parts.contains(.never) { return .never }
    return parts.allSatisfy { $0 == .always } ? .always : .open
  }

  static func ofAny(_ parts: [Outlook]) -> Outlook {
    if parts.contains(.always) { return .always }
    return !parts.isEmpty && parts.allSatisfy { $0 == .never } ? .never : .open
  }

  var opposite: Outlook {
    switch self {
    case .always: .never
    case .never: .always
    case .open: .open
    }
  }
}

extension ValueEstimates {
  /// Whether values of an estimate lie in a range.
  func outlook(of estimate: Estimate, in range: CheckedRange, isNegated: Bool) -> Outlook {
    let outlook: Outlook =
      switch (estimate, range) {
      case (.words(let possible), .words(let wanted)):
        possible & ~wanted == 0 ? .always : possible & wanted == 0 ? .never : .open
      case (.quantity(let possible), .bounds), (.quantity(let possible), .either):
        self.outlook(of: possible, in: range)
      default: .open
      }
    return isNegated ? outlook.opposite : outlook
  }

  private func outlook(of possible: Interval, in range: CheckedRange) -> Outlook {
    if possible.isUnbounded || possible.isEmpty || possible.approximately != nil { return .open }
    switch range {
    case .bounds(let lower, let upper):
      let (low, high) = (lower.map(ends), upper.map(ends))
      let widest = Interval(lower: low?.least ?? nil, upper: high?.greatest ?? nil)
      if possible.intersection(with: widest) == nil { return .never }
      let isCovered =
        (lower == nil || low?.greatest != nil) && (upper == nil || high?.least != nil)
      let narrowest = Interval(lower: low?.greatest ?? nil, upper: high?.least ?? nil)
      return isCovered && possible.isWithin(narrowest) == .yes ? .always : .open
    case .either(let parts): return .ofAny(parts.map { outlook(of: possible, in: $0) })
    case .any, .given, .none, .words, .texts, .parties: return .open
    }
  }

  /// The least and the greatest place where a bound can lie; nil is endless.
  private func ends(
    of bound: CheckedBound
  ) -> (least: Interval.Endpoint?, greatest: Interval.Endpoint?) {
    let values = interval(of: bound.value)
    func end(_ end: Interval.Endpoint?) -> Interval.Endpoint? {
      end.map { .init($0.value, isIncluded: bound.isIncluded) }
    }
    return (end(values.lower), end(values.upper))
  }
}
