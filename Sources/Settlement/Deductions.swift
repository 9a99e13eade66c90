import ContractModel

/// What all claims of one ground for one subject take together: the larger of them, once.
struct Taking {
  /// What may be taken beyond what certainly is.
  struct Doubt {
    let amount: Int64
    let attribution: Attribution
  }

  let subject: SubjectID
  let reach: [Int]
  let attribution: Attribution
  /// What is certainly taken.
  let amount: Int64
  /// The claim as made, where its rule is decided; nil is all there is.
  let claimed: Amount?
  let doubt: Doubt?

  /// Returns the takings of claims, the narrowest subjects first, so that a wide one finds what is
  /// left; which finding is the larger of its ground has no part in the order.
  static func grouped(_ claims: [Claim], in contract: Contract) -> [Taking] {
    let groups = Dictionary(grouping: claims) { Key(subject: $0.subject, ground: $0.ground) }
    return groups.keys.sorted { $0.precedes($1, in: contract) }.compactMap { key in
      groups[key].flatMap(Taking.init)
    }
  }

  private init?(_ claims: [Claim]) {
    guard var largest = claims.first, var highest = claims.first else { return nil }
    for claim in claims {
      if claim.certain > largest.certain { largest = claim }
      if claim.ceiling > highest.ceiling { highest = claim }
    }
    let findings = claims.map(\.finding)
    subject = largest.subject
    reach = largest.reach
    attribution = Attribution(citing: largest.finding, among: findings)
    amount = largest.certain
    claimed = largest.isProvisional ? .zero : largest.amount
    let excess = highest.ceiling - largest.certain
    doubt =
      excess > 0
      ? Doubt(
        amount: excess,
        attribution: Attribution(
          citing: highest.finding, among: findings, because: highest.doubt))
      : nil
  }

  private struct Key: Hashable {
    let subject: SubjectID
    let ground: Claim.Ground

    func precedes(_ other: Key, in contract: Contract) -> Bool {
      let (breadth, otherBreadth) = (breadth(in: contract), other.breadth(in: contract))
      if breadth != otherBreadth { return breadth < otherBreadth }
      if ground != other.ground { return ground.precedes(other.ground) }
      return subject < other.subject
    }

    private func breadth(in contract: Contract) -> Int {
      switch contract[subject].kind {
      case .line: 0
      case .deliverable: 1
      case .milestone: 2
      case .invoice: 3
      case .contract: 4
      }
    }
  }
}

extension Claim.Ground {
  fileprivate func precedes(_ other: Self) -> Bool {
    switch (self, other) {
    case (.named(let left), .named(let right)): left < right
    case (.named, .ownEffect): true
    case (.ownEffect, .named): false
    case (
      .ownEffect(let clause, let rule, let index),
      .ownEffect(let otherClause, let otherRule, let otherIndex)
    ):
      (clause, rule, index) < (otherClause, otherRule, otherIndex)
    }
  }
}

extension Ledger {
  /// Deducts: from the lines touched, then from the others of their invoices; the rest is carried
  /// forward.
  mutating func deduct(_ claims: [Claim]) throws(SettlementFailure) {
    for taking in Taking.grouped(claims, in: contract) {
      var rest = taking.amount
      let positions = taking.reach + neighbours(of: taking.reach)
      take(&rest, from: positions, to: .deducted, for: taking.attribution)
      try carryForward(rest, of: taking)
      guard let doubt = taking.doubt else { continue }
      var excess = doubt.amount
      take(&excess, from: positions, to: .withheld, for: doubt.attribution)
    }
  }

  private mutating func take(
    _ rest: inout Int64, from positions: [Int], to bucket: Bucket, for attribution: Attribution
  ) {
    for position in positions where rest > 0 {
      let amount = min(rest, lines[position].left.nominal)
      lines[position].move(Amount(nominal: amount), to: bucket, for: attribution)
      rest -= amount
    }
  }

  /// Returns the lines of the invoices of some lines, in the order of the text.
  private func neighbours(of positions: [Int]) -> [Int] {
    let invoices = Set(positions.map { lines[$0].invoice })
    return invoices.sorted().flatMap { reach[$0] }.sorted()
  }

  private mutating func carryForward(
    _ rest: Int64, of taking: Taking
  ) throws(SettlementFailure) {
    guard let claimed = taking.claimed, let finding = taking.attribution.finding else { return }
    let amount = taking.reach.isEmpty ? claimed : Amount(nominal: rest)
    guard !amount.isZero else { return }
    let carried = carriedForward[finding] ?? .zero
    carriedForward[finding] = try carried.summed(with: amount, for: "the deductions")
  }
}
