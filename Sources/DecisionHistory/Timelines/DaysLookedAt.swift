import ContractModel

/// The days on which a contract is decided for its timeline.
///
/// Rules count days, so any day may bring a change: every day of the span is looked at, unless there
/// are too many. Then it is the days that are named, each with the day after it, and the shortest
/// gaps between them as far as the limit reaches; the other gaps are said.
struct DaysLookedAt {
  /// The most days that are decided, unless more are named.
  static let limit = 1_500

  let span: ClosedRange<CivilDate>
  /// In the order of time.
  let days: [CivilDate]
  let unseen: [ClosedRange<CivilDate>]

  /// Chooses the days; nil where none is named and none was asked for.
  init?(
    named: Set<CivilDate>, from: CivilDate?, to: CivilDate?, limit: Int = DaysLookedAt.limit
  ) {
    let marks = named.union(named.map(\.next))
    guard let first = from ?? marks.min() ?? to, let last = to ?? marks.max() ?? from else {
      return nil
    }
    span = first <= last ? first...last : first...first
    guard span.dayCount > limit else {
      days = Array(span.days)
      unseen = []
      return
    }
    var chosen = marks.filter(span.contains).union([span.lowerBound, span.upperBound])
    var unseen: [ClosedRange<CivilDate>] = []
    for gap in Self.gaps(between: chosen.sorted()) {
      if chosen.count + gap.dayCount <= limit {
        chosen.formUnion(gap.days)
      } else {
        unseen.append(gap)
      }
    }
    days = chosen.sorted()
    self.unseen = unseen.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The days between others, the shortest gap first.
  private static func gaps(between days: [CivilDate]) -> [ClosedRange<CivilDate>] {
    zip(days, days.dropFirst()).filter { $0.next < $1 }
      .map { $0.next...$1.previous }
      .sorted { ($0.dayCount, $0.lowerBound) < ($1.dayCount, $1.lowerBound) }
  }
}

extension CivilDate {
  /// The day after; the last day of all has none.
  var next: CivilDate { self == .last ? self : CivilDate(dayNumber: dayNumber + 1) }

  /// The day before; the first day of all has none.
  var previous: CivilDate { self == .first ? self : CivilDate(dayNumber: dayNumber - 1) }
}

extension ClosedRange<CivilDate> {
  fileprivate var dayCount: Int { lowerBound.days(to: upperBound) + 1 }

  fileprivate var days: some Sequence<CivilDate> {
    (lowerBound.dayNumber...upperBound.dayNumber).lazy.map { CivilDate(dayNumber: $0) }
  }
}
