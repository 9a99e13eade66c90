/// Whether something holds, as far as it is told in brief.
enum BriefTruth: UInt8 {
  case no
  case yes
  case unknown
  /// What takes a closer look: it may be any of the others.
  case odd

  init(_ isTrue: Bool) { self = isTrue ? .yes : .no }

  var not: BriefTruth {
    switch self {
    case .no: .yes
    case .yes: .no
    case .unknown, .odd: self
    }
  }

  /// One that certainly does not hold decides alone.
  func and(_ other: BriefTruth) -> BriefTruth {
    if self == .no || other == .no { return .no }
    return max(self, other)
  }

  /// One that certainly holds decides alone.
  func or(_ other: BriefTruth) -> BriefTruth {
    if self == .yes || other == .yes { return .yes }
    return max(self, other)
  }

  /// The one that is less certain.
  private func max(_ first: BriefTruth, _ second: BriefTruth) -> BriefTruth {
    first.rawValue < second.rawValue ? second : first
  }
}
