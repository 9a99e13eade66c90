import ContractModel
import RuleChecking

/// A value that something should have in a counter-example.
enum Wanted: Hashable {
  case quantity(Rational)
  case word(Int)
  case text(String)
  /// It is known that there is no value.
  case none

  var quantity: Rational? {
    if case .quantity(let value) = self { return value }
    return nil
  }
}

/// The days around which counter-examples are told.
enum CounterExampleDays {
  static let first = CivilDate.day(2025, 3, 3)
  static let due = CivilDate.day(2025, 1, 1)
  static let asOf = CivilDate.day(2025, 12, 31)
  /// What is known of business days and registers.
  static let covered = CivilDate.day(2000, 1, 1)...CivilDate.day(2060, 12, 31)
}

extension CivilDate {
  fileprivate static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("a day of the calendar")
    }
    return date
  }
}

extension Axis {
  /// Returns values that lie in some cells, the plainest first.
  func candidates(in cells: ClosedRange<Int>, of type: ValueType) -> [Wanted] {
    let possible = cells.filter { isPossible[$0] }
    guard let first = possible.first, let last = possible.last else { return [] }
    if first == none { return [.none] }
    switch values {
    case .words: return possible.filter { $0 != none }.prefix(2).map { .word($0) }
    case .names(let names):
      guard first < names.count else { return [.text(Self.otherName(than: names, of: type))] }
      return [.text(names[first])]
    case .ordered:
      let end = last == none ? last - 1 : last
      return numbers(in: first...max(first, end), of: type).map { .quantity($0) }
    }
  }

  private static func otherName(than names: [String], of type: ValueType) -> String {
    let stem = type == .party ? "verifier" : "another"
    return names.contains(stem) ? stem + "-2" : stem
  }

  private func numbers(in cells: ClosedRange<Int>, of type: ValueType) -> [Rational] {
    guard let inside = interval(of: cells).intersection(with: extent.interval) else { return [] }
    let ends = [inside.lower?.value, inside.upper?.value].compactMap { $0 }
    let near = ends.flatMap { [$0, $0.moved(1, type), $0.moved(-1, type)].compactMap { $0 } }
    let next = ends.flatMap { end in [1, -1].compactMap { try? end.floorAndMore($0) } }
    let middle =
      ends.count == 2
      ? [Rational.middle(ends[0], ends[1]), Rational.third(ends[0], ends[1])].compactMap { $0 } : []
    let all = [inside.simplest].compactMap { $0 } + near + next + middle + Rational.plain(of: type)
    var seen: Set<Rational> = []
    return all.filter {
      inside.contains($0) && extent.contains($0) && seen.insert($0).inserted
    }
  }
}

extension Rational {
  fileprivate func floorAndMore(_ step: Int) throws(ArithmeticFailure) -> Rational {
    try Rational(floor, over: 1).adding(Rational(step))
  }
}

extension Interval {
  /// The fraction with the least divisor that lies between two bounds; nil where there is no bound
  /// or it would take a large one.
  var simplest: Rational? {
    guard let start = lower?.value ?? upper?.value else { return nil }
    for divisor in 1...100 {
      guard let scaled = try? start.multiplied(by: Rational(divisor)) else { return nil }
      for numerator in [scaled.floor, scaled.floor &+ 1, scaled.floor &- 1] {
        if let value = try? Rational(numerator, over: Int128(divisor)), contains(value) {
          return value
        }
      }
    }
    return nil
  }
}
