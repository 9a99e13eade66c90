import ContractModel
import RuleChecking

/// What ends of ranges rest on that is no plain number: a term, a meaning, a field, a call.
struct Symbol {
  struct Use {
    let quantity: Int
    /// What is added to it there.
    let offset: Interval
  }

  let key: String
  let expression: CheckedExpression
  let extent: Extent
  let type: ValueType
  /// What it is unless something else is said.
  let standard: Rational?
  var uses: [Use]
}

/// A value for each symbol, by its key.
struct Placement {
  var values: [String: Rational] = [:]
}

extension CaseSet {
  /// The most placements that are tried.
  static let placementLimit = 200

  /// Returns values of the symbols such that every order in which symbols and plain numbers can stand
  /// occurs, and whether all of them are there.
  func placements(of symbols: [Symbol]) -> (placements: [Placement], isComplete: Bool) {
    var placements = [Placement()]
    for symbol in symbols {
      var longer: [Placement] = []
      for placement in placements {
        for value in candidates(for: symbol, among: symbols, placement) {
          var next = placement
          next.values[symbol.key] = value
          longer.append(next)
          if longer.count > Self.placementLimit { return (placements.filled(symbols), false) }
        }
      }
      placements = longer
    }
    return (placements, true)
  }

  /// Returns a value of a symbol at, between and beyond all that it is compared with.
  private func candidates(
    for symbol: Symbol, among symbols: [Symbol], _ placement: Placement
  ) -> [Rational] {
    let extent = symbol.extent.interval
    var points = Set([extent.lower, extent.upper].compactMap { $0?.value })
    for use in symbol.uses {
      guard let offset = use.offset.exact else { continue }
      for end in ends(of: use.quantity, symbols, placement) {
        if let point = try? end.subtracting(offset) { points.insert(point) }
      }
    }
    let sorted = points.sorted()
    var candidates = sorted + (symbol.extent.isWhole ? sorted.flatMap { $0.neighbours } : [])
    candidates += zip(sorted, sorted.dropFirst()).compactMap { Rational.middle($0, $1) }
    candidates += [sorted.first?.moved(-1, symbol.type), sorted.last?.moved(1, symbol.type)]
      .compactMap { $0 }
    // What a reader expects goes first.
    let plain = symbol.standard ?? symbol.extent.sample(of: symbol.type)
    let first = plain.map { [$0] } ?? []
    let possible = Set(candidates).filter { symbol.extent.contains($0) && !first.contains($0) }
    return first + possible.sorted()
  }

  /// The numbers that a quantity is compared with, as far as they are known, and where it begins and
  /// ends.
  private func ends(
    of place: Int, _ symbols: [Symbol], _ placement: Placement
  ) -> [Rational] {
    let extent = quantities[place].extent.interval
    var ends = [extent.lower, extent.upper].compactMap { $0?.value }
    for symbol in symbols {
      guard let value = placement.values[symbol.key] else { continue }
      for use in symbol.uses where use.quantity == place {
        if let offset = use.offset.exact, let sum = try? value.adding(offset) { ends.append(sum) }
      }
    }
    for test in cases.flatMap({ $0[place] }) {
      for bound in test.range.boundsWithin {
        let form = scope.linear(bound.value)
        guard form.base == nil else { continue }
        ends += [form.offset.lower, form.offset.upper].compactMap { $0?.value }
      }
    }
    return ends
  }
}

extension [Placement] {
  /// Gives the symbols that have no value yet one that they may have.
  fileprivate func filled(_ symbols: [Symbol]) -> [Placement] {
    prefix(CaseSet.placementLimit).map { placement in
      var placement = placement
      for symbol in symbols where placement.values[symbol.key] == nil {
        placement.values[symbol.key] =
          symbol.standard ?? symbol.extent.sample(of: symbol.type)
      }
      return placement
    }
  }
}

extension Extent {
  /// Whether an ordered value is one that may occur.
  func contains(_ value: Rational) -> Bool {
    interval.contains(value) && (!isWhole || value.isInteger)
  }

  /// Some ordered value that may occur, a plain one where there is one.
  func sample(of type: ValueType) -> Rational? {
    let plain = Rational.plain(of: type)
    let ends = [interval.lower?.value, interval.upper?.value].compactMap { $0 }
    let near = ends.flatMap { [$0, $0.moved(1, type), $0.moved(-1, type)].compactMap { $0 } }
    let middle = ends.count == 2 ? [Rational.middle(ends[0], ends[1])].compactMap { $0 } : []
    return (plain + near + middle).first(where: contains)
  }
}

extension Rational {
  /// Half-way between two numbers.
  static func middle(_ first: Rational, _ second: Rational) -> Rational? {
    (try? first.adding(second)).flatMap { try? $0.divided(by: Rational(2)) }
  }

  /// A third of the way from one number to another.
  static func third(_ first: Rational, _ second: Rational) -> Rational? {
    (try? second.subtracting(first)).flatMap { try? $0.divided(by: Rational(3)).adding(first) }
  }

  /// The whole numbers beside this one.
  fileprivate var neighbours: [Rational] {
    [-2, -1, 1, 2].compactMap { try? adding(Rational($0)) }
  }

  /// Returns the number some plain steps of a type further: percents, whole units of money, days.
  func moved(_ steps: Int, _ type: ValueType) -> Rational? {
    switch type {
    case .percent: (try? Rational(Int128(steps), over: 100)).flatMap { try? adding($0) }
    case .money, .moneyPer: try? adding(Rational(100 * steps))
    default: try? adding(Rational(steps))
    }
  }

  /// Values that look plain to a reader.
  static func plain(of type: ValueType) -> [Rational] {
    switch type {
    case .percent: [(1, 10), (1, 2), (0, 1), (1, 1)].compactMap { try? Rational($0.0, over: $0.1) }
    case .money, .moneyPer: [1_000_00, 0].map { Rational($0) }
    case .date: [Rational(Int(CounterExampleDays.first.dayNumber))]
    default: [1, 10, 0].map { Rational($0) }
    }
  }
}
