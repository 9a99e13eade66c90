import ContractModel
import RuleChecking

// Money for each day of a length: day one, day two and so on, each at the rate of the row of the
// table that its number falls in.
extension Situation {
  /// The most days that are added up one by one.
  static let mostDays = 4_000_000

  func forEachDay(of days: CheckedExpression, term: Int) -> Reading {
    let length = value(of: days)
    guard case .quantity(let interval) = length.value else { return .combining([length]) { $0[0] } }
    guard interval.exact?.isInteger ?? true, (interval.exact?.sign ?? 0) >= 0 else {
      return .errored
    }
    let bounds = interval.wholeDays
    guard interval.approximately == nil, let last = bounds.upper else {
      var reading = length
      reading.value = .missing
      return reading
    }
    guard last <= Self.mostDays else { return .errored }
    var total = Reading(value: .quantity(Interval(exactly: .zero)))
    var possible: [Interval] = []
    for day in 0...max(last, 0) {
      if day > 0 {
        total = .combining([total, rate(ofDay: day, term: term)]) { try $0[0].adding($0[1]) }
      }
      guard case .quantity(let sum) = total.value else { break }
      if day >= bounds.lower ?? 0 || day == max(last, 0) { possible.append(sum) }
    }
    return .combining([length, total]) { _ in
      possible.dropFirst().reduce(possible[0]) { $0.hull(with: $1) }
    }
  }

  private func rate(ofDay day: Int, term: Int) -> Reading {
    guard case .table(let table) = incorporation.terms[term] else { return self.term(term) }
    let number = Reading(value: .quantity(Interval(exactly: Rational(day))))
    return value(of: table, inputs: table.inputs.map { _ in number })
  }
}
