import ContractModel
import RuleChecking

/// What a value has to be.
enum Wanted {
  /// Within one of these.
  case quantities([Interval])
  /// One of the words whose bits are set.
  case words(UInt64)
  /// One of these texts or roles.
  case texts([String])
  case given
  case none
  /// Any of these.
  case either([Wanted])
}

extension ClauseRun {
  /// Returns what a value has to be to lie in a range for certain, or not to; nil where that is not
  /// known.
  mutating func wanted(
    _ range: CheckedRange, isNegated: Bool, of type: ValueType, for subject: SubjectID
  ) -> Wanted? {
    switch range {
    case .any: return isNegated ? nil : .given
    case .given: return isNegated ? Wanted.none : .given
    case .none: return isNegated ? .given : Wanted.none
    case .bounds(let lower, let upper):
      return wanted(lower, upper, isNegated: isNegated, for: subject)
    case .words(let mask):
      guard case .words(let words) = type else { return nil }
      let all: UInt64 = words.count < 64 ? (1 << UInt64(words.count)) - 1 : .max
      return .words(isNegated ? all & ~mask : mask)
    case .texts(let texts), .parties(let texts): return isNegated ? nil : .texts(texts)
    case .either(let parts):
      if isNegated {
        guard parts.count == 1 else { return nil }
        return wanted(parts[0], isNegated: true, of: type, for: subject)
      }
      var all: [Wanted] = []
      for part in parts {
        if let one = wanted(part, isNegated: false, of: type, for: subject) { all.append(one) }
      }
      return .either(all)
    }
  }

  private mutating func wanted(
    _ lower: CheckedBound?, _ upper: CheckedBound?, isNegated: Bool, for subject: SubjectID
  ) -> Wanted? {
    let least = lower.map { ($0.isIncluded, value(of: $0.value, for: subject).interval) }
    let most = upper.map { ($0.isIncluded, value(of: $0.value, for: subject).interval) }
    // Inside for certain: above all that the lower bound may be. Outside: below all of it.
    func end(
      _ bound: (isIncluded: Bool, interval: Interval?)?, isLower: Bool
    ) -> (known: Bool, Interval.Endpoint?) {
      guard let bound else { return (true, nil) }
      let nearest =
        isLower != isNegated ? bound.interval?.upper?.value : bound.interval?.lower?.value
      guard let nearest else { return (false, nil) }
      return (true, Interval.Endpoint(nearest, isIncluded: bound.isIncluded != isNegated))
    }
    let (isLowerKnown, from) = end(least, isLower: true)
    let (isUpperKnown, through) = end(most, isLower: false)
    guard isLowerKnown, isUpperKnown else { return nil }
    if !isNegated { return .quantities([Interval(lower: from, upper: through)]) }
    return .quantities(
      [
        from.map { Interval(lower: nil, upper: $0) },
        through.map { Interval(lower: $0, upper: nil) },
      ].compactMap { $0 })
  }
}

extension Wanted {
  /// Whether a value is known to be what is wanted.
  func isMet(by value: Evaluated) -> Bool {
    switch (self, value) {
    case (.quantities(let intervals), .quantity(let interval)):
      intervals.contains { interval.isWithin($0) == .yes }
    case (.words(let mask), .words(let words)): words & ~mask == 0
    case (.texts(let texts), .text(let text)):
      texts.contains { $0.utf8.elementsEqual(text.utf8) }
    case (.given, .quantity), (.given, .words), (.given, .text), (.none, .none): true
    case (.either(let parts), _): parts.contains { $0.isMet(by: value) }
    default: false
    }
  }

  /// The alternatives among which one is wanted.
  var alternatives: [Wanted] {
    switch self {
    case .quantities(let intervals): intervals.map { .quantities([$0]) }
    case .either(let parts): parts.flatMap(\.alternatives)
    case .words, .texts, .given, .none: [self]
    }
  }
}
