import ContractModel

/// Retainage and the recovery of advances: taken from lines in proportion to what they earned.
extension Ledger {
  /// Retains; as a hold is, the largest of several on one line stands.
  mutating func retain(_ claims: [Claim]) {
    var contests = Contests(count: lines.count)
    for claim in claims {
      for (position, part) in parts(of: claim.certain, over: claim.reach) {
        let amount = Amount(nominal: part)
        contests.enter(Contests.Share(position: position, amount: amount), of: claim)
      }
    }
    settle(contests, in: .retained)
  }

  /// Recovers advances; different ones add, as far as there is something left.
  mutating func recover(_ claims: [Claim]) {
    for taking in Taking.grouped(claims, in: contract) {
      var rest = taking.amount
      var parts = parts(of: rest, over: taking.reach)
      while !parts.isEmpty {
        for (position, part) in parts {
          let amount = min(part, lines[position].left.nominal)
          lines[position].move(Amount(nominal: amount), to: .recovered, for: taking.attribution)
          rest -= amount
        }
        parts = self.parts(of: rest, over: taking.reach)
      }
    }
  }

  /// Returns the parts of an amount, or of all that is left if that is less, for the lines that
  /// have something left, in proportion to what they earned.
  private func parts(of amount: Int64, over reach: [Int]) -> [(position: Int, part: Int64)] {
    let open = reach.filter { lines[$0].left.nominal > 0 }
    let left = open.reduce(0) { $0 + lines[$1].left.nominal }
    let weights = open.map { lines[$0].earned }
    let limit = min(amount, left)
    guard limit > 0,
      let parts = Allocation.largestRemainder(minorUnits: limit, weights: weights)
    else { return [] }
    return Array(zip(open, parts))
  }
}
