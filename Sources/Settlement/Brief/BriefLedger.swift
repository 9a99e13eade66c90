package import ContractModel

/// Settles plain contracts, one after the other, as a `Ledger` does one: every line is known exactly,
/// and of a movement nothing is kept but what speaks for a decision.
package struct BriefLedger: Sendable {
  /// For each ground of an effect its place in the order in which grounds take money.
  private let groundOrder: [Int32]
  private var lines: [BriefLine] = []
  /// For each part where the lines that it touches begin among `reach`.
  private var reachStarts: [Int32] = []
  private var reach: [Int32] = []
  private var claims: [BriefClaim] = []
  /// What each finding speaks for.
  private var given: [Grounds] = []
  private var grounds: [Grounds] = []
  private var contests: [BriefContest] = []

  package init(groundOrder: [Int32]) { self.groundOrder = groundOrder }

  /// Returns where the money of every line goes and what is recommended; nil where that takes a closer
  /// look.
  package mutating func settle(
    _ contract: borrowing PlainContract, under effects: [BriefEffect], findings: Int32
  ) -> BriefSettlement? {
    guard open(contract), claim(effects, findings: Int(findings)) else { return nil }
    for stage in TakingStage.allCases {
      switch stage {
      case .suspend, .reject, .withhold, .defer, .dispute: hold(at: stage)
      case .retain: retain()
      case .deduct, .setOff: deduct(at: stage, of: contract)
      case .withholdExcess, .deferExcess, .release, .recover, .withholdShare: break
      }
    }
    guard holdBeyondLimit(of: contract) else { return nil }
    for line in lines.indices { lines[line].pay() }
    return settlement(of: contract, effects)
  }

  // MARK: Lines

  private mutating func open(_ contract: borrowing PlainContract) -> Bool {
    lines.removeAll(keepingCapacity: true)
    for part in 0..<contract.count where contract.kinds[part] == SubjectKind.line.place {
      let amount = contract[.amount, Int32(part)]
      // More than this is for a closer look, so that no sum of lines can overflow.
      guard amount >= 0, amount <= PlainContract.most, lines.count < BriefLine.mostLines else {
        return false
      }
      let billed = contract.billed[part]
      lines.append(
        BriefLine(
          part: Int32(part), invoice: contract.parents[part], billed: billed,
          milestone: contract.milestone(of: billed), invoiced: amount))
    }
    reachStarts.removeAll(keepingCapacity: true)
    reach.removeAll(keepingCapacity: true)
    for part in 0..<contract.count {
      reachStarts.append(Int32(reach.count))
      for (place, line) in lines.enumerated() where line.isTouched(by: Int32(part), of: contract) {
        reach.append(Int32(place))
      }
    }
    reachStarts.append(Int32(reach.count))
    return true
  }

  private mutating func lines(touchedBy part: Int32) -> ArraySlice<Int32> {
    reach[Int(reachStarts[Int(part)])..<Int(reachStarts[Int(part) + 1])]
  }

  // MARK: Claims

  /// Makes claims of effects; false where one asks for so much that a sum of them might not fit.
  private mutating func claim(_ effects: [BriefEffect], findings: Int) -> Bool {
    claims.removeAll(keepingCapacity: true)
    given.removeAll(keepingCapacity: true)
    for _ in 0..<findings { given.append([]) }
    for effect in effects {
      given[Int(effect.finding)].formUnion(
        effect.isProvisional ? .undecided : Grounds(effect.verb))
      guard let stage = TakingStage(effect.verb, reading: .first) else { continue }
      guard effect.amount ?? 0 <= PlainContract.most else { return false }
      claims.append(BriefClaim(stage: stage, effect: effect))
    }
    return claims.count < BriefLine.mostLines
  }

  private mutating func beginContests() {
    contests.removeAll(keepingCapacity: true)
    for _ in lines { contests.append(BriefContest()) }
  }

  private mutating func hold(at stage: TakingStage) {
    var isAny = false
    for place in claims.indices where claims[place].stage == stage {
      let claim = claims[place]
      if !isAny { beginContests() }
      isAny = true
      var rest = claim.ceiling
      for line in lines(touchedBy: claim.subject) where rest > 0 {
        let amount = min(rest, lines[Int(line)].left)
        contests[Int(line)].enter(
          amount, isDoubt: claim.isProvisional && stage.bucket != .withheld,
          given[Int(claim.finding)])
        if claim.ceiling != .max { rest -= amount }
      }
    }
    if isAny { settleContests(in: stage.bucket) }
  }

  private mutating func retain() {
    var isAny = false
    for place in claims.indices where claims[place].stage == .retain {
      let claim = claims[place]
      if !isAny { beginContests() }
      isAny = true
      enter(claim.certain, of: claim, isDoubt: false)
      if claim.ceiling > claim.certain { enter(claim.ceiling, of: claim, isDoubt: true) }
    }
    if isAny { settleContests(in: .retained) }
  }

  /// Enters a claim for the lines that have something left, in proportion to that.
  private mutating func enter(_ amount: Int64, of claim: BriefClaim, isDoubt: Bool) {
    let open = lines(touchedBy: claim.subject).filter { lines[Int($0)].left > 0 }
    let weights = open.map { lines[Int($0)].left }
    let limit = min(amount, weights.reduce(0, +))
    guard limit > 0 else { return }
    let parts =
      open.count == 1
      ? [limit] : Allocation.largestRemainder(minorUnits: limit, weights: weights) ?? []
    for (line, part) in zip(open, parts) {
      contests[Int(line)].enter(part, isDoubt: isDoubt, given[Int(claim.finding)])
    }
  }

  /// Moves the largest certain claim on each line into a bucket, and holds what may be taken beyond it.
  private mutating func settleContests(in bucket: Bucket) {
    for place in lines.indices {
      let contest = contests[place]
      lines[place].move(contest.certain, to: bucket, contest.grounds)
      guard contest.doubtful > contest.certain else { continue }
      lines[place].move(
        contest.doubtful - contest.certain, to: .withheld, contest.doubtfulGrounds)
    }
  }

  // MARK: Deductions

  private mutating func deduct(at stage: TakingStage, of contract: borrowing PlainContract) {
    var takings: [BriefTaking] = []
    for claim in claims where claim.stage == stage {
      let taking = BriefTaking(
        claim, order: groundOrder[Int(claim.ground)], given[Int(claim.finding)])
      if let known = takings.firstIndex(where: { $0.isSame(as: taking) }) {
        takings[known].join(taking)
      } else {
        takings.append(taking)
      }
    }
    guard !takings.isEmpty else { return }
    let ranks = contract.kinds
    let parents = contract.parents
    takings.sort { $0.precedes($1, kinds: ranks, parents: parents) }
    for taking in takings {
      let positions = positions(of: taking)
      take(taking.certain, from: positions, to: .deducted, [])
      if taking.ceiling > taking.certain {
        take(taking.ceiling - taking.certain, from: positions, to: .withheld, taking.given)
      }
    }
  }

  /// The lines that it touches, then the others of their invoices, in the order of the text.
  private mutating func positions(of taking: BriefTaking) -> [Int32] {
    let touched = Array(lines(touchedBy: taking.subject))
    var invoices: [Int32] = []
    for line in touched where !invoices.contains(lines[Int(line)].invoice) {
      invoices.append(lines[Int(line)].invoice)
    }
    if invoices.count == 1, lines(touchedBy: invoices[0]).count == touched.count { return touched }
    return touched + invoices.flatMap { lines(touchedBy: $0) }.sorted()
  }

  private mutating func take(
    _ amount: Int64, from positions: [Int32], to bucket: Bucket, _ grounds: Grounds
  ) {
    var rest = amount
    for position in positions where rest > 0 {
      let part = min(rest, lines[Int(position)].left)
      lines[Int(position)].move(part, to: bucket, grounds)
      if amount != .max { rest -= part }
    }
  }

  // MARK: The limit of the contract

  /// Holds what goes beyond value, ceiling or funds less what was paid, from the last line upwards.
  private mutating func holdBeyondLimit(of contract: borrowing PlainContract) -> Bool {
    var least = Int64.max
    for field in [PlainContract.Field.value, .ceiling, .funds] {
      let limit = contract[field, 0]
      if limit != PlainContract.unstated { least = min(least, max(0, limit)) }
    }
    guard least != .max else { return true }
    let stated = contract[.paid, 0]
    let (rest, overflows) = least.subtractingReportingOverflow(
      stated == PlainContract.unstated ? 0 : stated)
    guard !overflows else { return false }
    var excess = lines.reduce(0) { $0 + $1.left } - max(0, rest)
    for place in lines.indices.reversed() where excess > 0 {
      let part = min(excess, lines[place].left)
      lines[place].move(part, to: .withheld, because: .overclaimed)
      excess -= part
    }
    return true
  }

  // MARK: Decisions

  private mutating func settlement(
    of contract: borrowing PlainContract, _ effects: [BriefEffect]
  ) -> BriefSettlement? {
    grounds.removeAll(keepingCapacity: true)
    for _ in 0..<contract.count { grounds.append([]) }
    var isSuspended = false
    for effect in effects {
      let own = given[Int(effect.finding)]
      add(own, toOwnersOf: effect.subject, of: contract)
      if effect.subject == 0, own.contains(.suspended) {
        for part in grounds.indices { grounds[part].insert(.suspended) }
      }
      isSuspended = isSuspended || effect.verb == .suspend
    }
    var total = BriefSums()
    for line in lines {
      guard line.isBalanced else { return nil }
      add(line.grounds, toOwnersOf: line.part, of: contract)
      total.add(line.sums)
    }
    var decisions = DecisionSet()
    for part in 1..<max(1, contract.count)
    where contract.kinds[part] == SubjectKind.milestone.place
      || contract.kinds[part] == SubjectKind.invoice.place
    {
      var sums = BriefSums()
      for line in lines where line.invoice == part || line.milestone == part {
        sums.add(line.sums)
      }
      decisions.insert(sums.decision(under: grounds[part]))
    }
    return BriefSettlement(
      decision: total.decision(under: grounds[0]), decisionsOfParts: decisions, sums: total,
      blocked: isSuspended ? unpaidValue(of: contract) : nil)
  }

  private mutating func add(
    _ added: Grounds, toOwnersOf part: Int32, of contract: borrowing PlainContract
  ) {
    guard !added.isEmpty else { return }
    var owner = part
    while owner >= 0 {
      grounds[Int(owner)].formUnion(added)
      owner = contract.parents[Int(owner)]
    }
    let milestone = contract.milestone(of: contract.billed[Int(part)])
    if milestone >= 0 { grounds[Int(milestone)].formUnion(added) }
  }

  private mutating func unpaidValue(of contract: borrowing PlainContract) -> Int64? {
    let (value, paid) = (contract[.value, 0], contract[.paid, 0])
    guard value != PlainContract.unstated, paid != PlainContract.unstated else { return nil }
    return max(0, value - paid)
  }
}

extension PlainContract {
  /// The milestone that a part is, or lies in; -1 is none.
  fileprivate func milestone(of part: Int32) -> Int32 {
    guard part >= 0 else { return -1 }
    if kinds[Int(part)] == SubjectKind.milestone.place { return part }
    return kinds[Int(part)] == SubjectKind.deliverable.place ? parents[Int(part)] : -1
  }
}

extension BriefLine {
  /// Whether an effect on a part touches the line, as `Reach` has it.
  fileprivate func isTouched(by other: Int32, of contract: borrowing PlainContract) -> Bool {
    if other == 0 || other == part || other == invoice { return true }
    guard billed >= 0 else { return false }
    // Of a milestone that is billed each deliverable touches the line.
    return other == billed || other == milestone || contract.parents[Int(other)] == billed
  }
}
