import ContractModel
import RuleChecking

// Money for each day of a length, day one, day two and so on, without walking the days one by one:
// between two days at which a cell of the table begins or ends the rate is the same.
extension ClauseRun {
  /// Longer times are an error: nobody owes for ten thousand years.
  private static var longest: Int { 4_000_000 }

  /// Sums a rate over each day of a length: each day at the rate of the row it falls in.
  mutating func eachDay(
    _ term: Int, _ length: CheckedExpression, for subject: SubjectID
  ) -> Known {
    let days = value(of: length, for: subject)
    guard let interval = days.interval else { return days.worked { $0 } }
    if let exact = interval.exact, !exact.isInteger || exact.sign < 0 { return Known(.errored) }
    guard interval.approximately == nil, let most = interval.most else {
      return Known(.missing, missing: days.missing, records: days.records)
    }
    guard most <= Self.longest else { return Known(.errored) }
    let last = max(0, most)
    let wanted = min(max(0, interval.fewest ?? 0), last)...last
    var total = Known.quantity(Interval(exactly: .zero))
    var possible = wanted.lowerBound == 0 ? total.interval : nil
    for stretch in stretches(of: term, upTo: last, for: subject) {
      let rate = rate(of: term, on: stretch.lowerBound, for: subject)
      let sums = DaySums(before: total, first: stretch.lowerBound, rate: rate)
      // Along a stretch the sum grows or shrinks evenly: what is possible lies between its ends.
      for day in [stretch.lowerBound, wanted.lowerBound, stretch.upperBound]
      where stretch.contains(day) && wanted.contains(day) {
        guard let sum = sums.through(day).interval else { continue }
        possible = possible.map { $0.hull(with: sum) } ?? sum
      }
      total = sums.through(stretch.upperBound)
      guard total.interval != nil else { break }
    }
    return days.combined(with: total) { possible ?? $1 }
  }

  /// The rate of one day, by its number.
  private mutating func rate(of term: Int, on day: Int, for subject: SubjectID) -> Known {
    guard case .table(let table) = incorporation.terms[term] else {
      return value(of: .term(term), for: subject)
    }
    let number = Known.quantity(Interval(exactly: Rational(day)))
    return lookup(table, inputs: table.inputs.map { _ in number }, for: subject)
  }

  /// Days from the first to a last one, in stretches along which no cell of a table term changes.
  private mutating func stretches(
    of term: Int, upTo last: Int, for subject: SubjectID
  ) -> [ClosedRange<Int>] {
    guard last > 0 else { return [] }
    var starts: Set<Int> = [1]
    if case .table(let table) = incorporation.terms[term] {
      for bound in table.rows.flatMap(\.cells).flatMap(\.bounds) {
        let interval = value(of: bound.value, for: subject).interval
        for end in [interval?.lower, interval?.upper].compactMap({ $0 }) {
          guard let day = Int(exactly: end.value.floor), day >= 0, day <= last else { continue }
          starts.formUnion([day, day + 1].filter { $0 > 1 && $0 <= last })
        }
      }
    }
    let sorted = starts.sorted()
    return zip(sorted, sorted.dropFirst().map { $0 - 1 } + [last]).map { $0...$1 }
  }
}

/// The sums at the days of a stretch of one rate.
private struct DaySums {
  /// The sum of all days before the stretch.
  let before: Known
  let first: Int
  let rate: Known

  func through(_ day: Int) -> Known {
    before.combined(with: rate) { before, rate in
      let days = Interval(exactly: Rational(day - first + 1))
      return try before.adding(try rate.multiplied(by: days))
    }
  }
}

extension CheckedRange {
  /// The bounds that it is made of.
  fileprivate var bounds: [CheckedBound] {
    switch self {
    case .bounds(let lower, let upper): [lower, upper].compactMap { $0 }
    case .either(let parts): parts.flatMap(\.bounds)
    case .any, .given, .none, .words, .texts, .parties: []
    }
  }
}
