import ContractModel

/// Retainage, the recovery of advances and holds of a percentage: taken from lines in proportion to
/// what they earned, or, of what was earned, what is left.
extension Ledger {
  /// Retains, less what is released again, as far as that is certain; as a hold is, the largest of
  /// several on one line stands. Releases on different grounds add.
  mutating func retain(_ claims: [Claim], releasing releases: [Claim]) {
    let contests = contests(of: claims)
    var kept = contests.entries.map { entries in
      Contests.largest(of: entries.filter { !$0.isDoubt })?.amount.nominal ?? 0
    }
    for taking in Taking.grouped(releases, in: contract) {
      var rest = taking.amount
      for position in taking.reach where rest > 0 {
        let released = min(rest, kept[position])
        kept[position] -= released
        rest -= released
      }
    }
    settle(contests, in: .retained, keeping: kept)
  }

  /// Withholds a part of each payment until the ground for it is gone; the largest stands.
  mutating func withholdShares(_ claims: [Claim]) {
    settle(contests(of: claims), in: .withheld)
  }

  private func contests(of claims: [Claim]) -> Contests {
    var contests = Contests(count: lines.count)
    for claim in claims {
      for (position, part) in parts(of: claim.certain, over: claim.reach, by: \.left.nominal) {
        let share = Contests.Share(position: position, amount: Amount(nominal: part))
        contests.enter(share, of: claim, isDoubt: false)
      }
      guard claim.ceiling > claim.certain else { continue }
      for (position, part) in parts(of: claim.ceiling, over: claim.reach, by: \.left.nominal) {
        let share = Contests.Share(position: position, amount: Amount(nominal: part))
        contests.enter(share, of: claim, isDoubt: true)
      }
    }
    return contests
  }

  /// Recovers advances; different ones add, as far as there is something left.
  mutating func recover(_ claims: [Claim]) {
    for taking in Taking.grouped(claims, in: contract) {
      recover(taking.amount, over: taking.reach, to: .recovered, for: taking.attribution)
      guard let doubt = taking.doubt else { continue }
      recover(doubt.amount, over: taking.reach, to: .withheld, for: doubt.attribution)
    }
  }

  private mutating func recover(
    _ amount: Int64, over reach: [Int], to bucket: Bucket, for attribution: Attribution
  ) {
    var rest = amount
    var parts = parts(of: rest, over: reach, by: \.earned)
    while !parts.isEmpty {
      for (position, part) in parts {
        let amount = min(part, lines[position].left.nominal)
        lines[position].move(Amount(nominal: amount), to: bucket, for: attribution)
        rest -= amount
      }
      parts = self.parts(of: rest, over: reach, by: \.earned)
    }
  }

  /// Returns the parts of an amount, or of all that is left if that is less, for the lines that
  /// have something left, in proportion to a weight.
  private func parts(
    of amount: Int64, over reach: [Int], by weight: (LineLedger) -> Int64
  ) -> [(position: Int, part: Int64)] {
    let open = reach.filter { lines[$0].left.nominal > 0 }
    let left = open.reduce(0) { $0 + lines[$1].left.nominal }
    let weights = open.map { weight(lines[$0]) }
    let limit = min(amount, left)
    guard limit > 0,
      let parts = Allocation.largestRemainder(minorUnits: limit, weights: weights)
    else { return [] }
    return Array(zip(open, parts))
  }
}
