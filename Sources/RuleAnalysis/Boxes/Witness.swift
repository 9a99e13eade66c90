import ContractModel
import RuleChecking

/// Values of the quantities of a case set at which something is wrong.
struct Witness {
  let values: [Wanted]
  let placement: Placement
  /// What brings them about; nil where no test can set them.
  let scenario: Scenario?
}

/// Whether something that boxes show can really come about.
enum Attainment {
  case witnessed(Witness)
  /// Perhaps the quantities hang together so that it never does.
  case undecided
}

extension CaseSet {
  /// The most combinations of values of one box that are tried.
  private static let trialLimit = 24

  /// Looks for values in a box that can come about, with the symbols as they are placed.
  func attainment(
    of box: Box, in cover: BoxCover, _ placement: Placement, symbols: [Symbol]
  ) -> Attainment {
    var first: [Wanted]?
    var isOpaque = false
    for values in combinations(of: box, in: cover) {
      first = first ?? values
      var scenario = Scenario(scope: scope, fixedTerm: term)
      let ends = symbols.compactMap { symbol in
        placement.values[symbol.key].map { (symbol.expression, Wanted.quantity($0)) }
      }
      let ending = scenario.reach(ends + zip(quantities.map(\.expression), values))
      if ending == .reached {
        return .witnessed(Witness(values: values, placement: placement, scenario: scenario))
      }
      isOpaque = isOpaque || ending == .opaque
    }
    guard isOpaque, let first, areIndependent(symbols) else { return .undecided }
    return .witnessed(Witness(values: first, placement: placement, scenario: nil))
  }

  private func combinations(of box: Box, in cover: BoxCover) -> [[Wanted]] {
    var combinations: [[Wanted]] = [[]]
    for (place, cells) in box.enumerated() {
      let values = cover.axes[place].candidates(in: cells, of: quantities[place].type)
      combinations = combinations.flatMap { start in values.prefix(5).map { start + [$0] } }
      combinations = Array(combinations.prefix(Self.trialLimit))
    }
    return combinations
  }

  /// Whether quantities and symbols rest on nothing in common, so that each may have its value
  /// whatever the others have.
  private func areIndependent(_ symbols: [Symbol]) -> Bool {
    let expressions = quantities.map(\.expression) + symbols.map(\.expression)
    let leaves = Readings(
      of: expressions, in: scope.clause, areTermsFree: scope.given == nil
    ).leaves
    return Set(leaves).count == leaves.count
  }
}
