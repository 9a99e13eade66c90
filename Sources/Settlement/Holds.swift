import ContractModel

extension Ledger {
  /// Moves what claims hold of each line.
  ///
  /// A claim holds what it asks for of the lines it touches, in the order of the text. Claims on
  /// one line do not add: the largest stands, and the others are cited beside it.
  mutating func hold(_ claims: [Claim], in bucket: Bucket, because reason: ReasonCode? = nil) {
    var contests = Contests(count: lines.count)
    for claim in claims {
      for share in shares(of: claim) { contests.enter(share, of: claim) }
    }
    settle(contests, in: bucket, because: reason)
  }

  /// Moves the largest share of each line, citing the others beside it.
  mutating func settle(_ contests: Contests, in bucket: Bucket, because reason: ReasonCode? = nil) {
    for (position, entries) in contests.entries.enumerated() {
      guard let (amount, attribution) = Contests.winner(among: entries, because: reason) else {
        continue
      }
      lines[position].move(amount, to: bucket, for: attribution)
    }
  }

  /// Returns what a claim holds of each line, on its own.
  ///
  /// An amount known only within bounds moves whole or loses an exact part: its bounds end up in
  /// one bucket.
  private func shares(of claim: Claim) -> [Contests.Share] {
    guard var rest = claim.ceiling else {
      return claim.reach.map { Contests.Share(position: $0, amount: lines[$0].left) }
    }
    var shares: [Contests.Share] = []
    for position in claim.reach where rest > 0 {
      let left = lines[position].left
      let amount = rest >= left.nominal ? left : Amount(nominal: rest)
      shares.append(Contests.Share(position: position, amount: amount))
      rest -= amount.nominal
    }
    return shares
  }
}

/// What several claims ask of each line, where only the largest stands.
struct Contests {
  struct Share {
    let position: Int
    let amount: Amount
  }

  /// By position of the line, in the order of the claims.
  private(set) var entries: [[(finding: Int, amount: Amount)]]

  init(count: Int) { entries = Array(repeating: [], count: count) }

  mutating func enter(_ share: Share, of claim: Claim) {
    guard !share.amount.isZero else { return }
    entries[share.position].append((claim.finding, share.amount))
  }

  /// Takes so much from the largest amount asked of a line, and leaves the others no more than that;
  /// returns what could be taken.
  mutating func lower(at position: Int, by amount: Int64) -> Int64 {
    guard let largest = entries[position].map(\.amount.nominal).max() else { return 0 }
    let rest = max(0, largest - amount)
    entries[position] = entries[position].compactMap { entry in
      let kept = min(entry.amount.nominal, rest)
      return kept == 0 ? nil : (entry.finding, Amount(nominal: kept))
    }
    return largest - rest
  }

  /// Returns the largest amount, of equal ones the first, with the other findings beside it.
  static func winner(
    among entries: [(finding: Int, amount: Amount)], because reason: ReasonCode?
  ) -> (Amount, Attribution)? {
    guard var best = entries.first else { return nil }
    for entry in entries where entry.amount.nominal > best.amount.nominal { best = entry }
    let findings = entries.map(\.finding)
    return (best.amount, Attribution(citing: best.finding, among: findings, because: reason))
  }
}

extension Attribution {
  /// Cites one of several findings, and each of the others once beside it.
  init(citing finding: Int, among findings: [Int], because reason: ReasonCode? = nil) {
    var others: [Int] = []
    for other in findings where other != finding && !others.contains(other) {
      others.append(other)
    }
    self.init(finding: finding, alsoCited: others, reason: reason)
  }
}
