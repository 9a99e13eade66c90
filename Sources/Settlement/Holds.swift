import ContractModel

extension Ledger {
  /// Moves what claims hold of each line.
  ///
  /// A claim holds what it asks for of the lines it touches, in the order of the text. Claims on
  /// one line do not add: the largest stands, and the others are cited beside it.
  mutating func hold(_ claims: [Claim], in bucket: Bucket) {
    var contests = Contests(count: lines.count)
    for claim in claims {
      for share in shares(of: claim) {
        let isDoubt = claim.isProvisional && bucket != .withheld
        contests.enter(share, of: claim, isDoubt: isDoubt)
      }
    }
    settle(contests, in: bucket)
  }

  /// Moves the largest certain share of each line, or what is kept of it, into the bucket and holds
  /// what may be taken beyond that share, citing the others.
  mutating func settle(_ contests: Contests, in bucket: Bucket, keeping kept: [Int64]? = nil) {
    for (position, entries) in contests.entries.enumerated() {
      let whole = lines[position].left
      var taken = Amount.zero
      if let entry = Contests.largest(of: entries.filter { !$0.isDoubt }) {
        let attribution = Attribution(citing: entry.finding, among: entries.map(\.finding))
        let moved = kept.map { Amount(nominal: $0[position]) } ?? entry.amount
        lines[position].move(moved, to: bucket, for: attribution)
        taken = entry.amount
      }
      let doubts = entries.filter(\.isDoubt)
      guard let doubt = Contests.largest(of: doubts), doubt.amount.nominal > taken.nominal else {
        continue
      }
      let isWhole = doubt.amount == whole && !whole.isExact
      let excess = Amount(nominal: doubt.amount.nominal - taken.nominal)
      let attribution = Attribution(
        citing: doubt.finding, among: doubts.map(\.finding), because: doubt.doubt)
      lines[position].move(
        isWhole ? lines[position].left : excess, to: .withheld, for: attribution)
    }
  }

  /// Returns what a claim holds of each line, on its own.
  ///
  /// An amount known only within bounds moves whole or loses an exact part: its bounds end up in
  /// one bucket.
  private func shares(of claim: Claim) -> [Contests.Share] {
    var rest = claim.ceiling
    if rest == .max {
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

  struct Entry {
    let finding: Int
    let amount: Amount
    /// Whether it may be taken, but not certainly.
    let isDoubt: Bool
    let doubt: ReasonCode?
  }

  /// By position of the line, in the order of the claims.
  private(set) var entries: [[Entry]]

  init(count: Int) { entries = Array(repeating: [], count: count) }

  mutating func enter(_ share: Share, of claim: Claim, isDoubt: Bool) {
    guard !share.amount.isZero else { return }
    entries[share.position].append(
      Entry(
        finding: claim.finding, amount: share.amount, isDoubt: isDoubt, doubt: claim.doubt))
  }

  /// Returns the largest of several, of equal ones the first.
  static func largest(of entries: [Entry]) -> Entry? {
    guard var best = entries.first else { return nil }
    for entry in entries where entry.amount.nominal > best.amount.nominal { best = entry }
    return best
  }
}

extension Attribution {
  /// Cites one of several findings, and each of the others once beside it.
  init(citing finding: Int, among findings: [Int], because reason: ReasonCode? = nil) {
    var cited: Set<Int> = [finding]
    let others = findings.filter { cited.insert($0).inserted }
    self.init(finding: finding, alsoCited: others, reason: reason)
  }
}
