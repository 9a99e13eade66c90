import ContractModel

/// All invoice lines of a contract while they are settled, stage by stage.
struct Ledger {
  let contract: Contract
  let reach: Reach
  /// In an order that the order of the findings has no part in.
  let claims: [Claim]
  var lines: [LineLedger] = []
  /// What deductions found nothing to be taken from, by finding.
  var carriedForward: [Int: Amount] = [:]

  init(of contract: Contract, under findings: [Finding]) throws(SettlementFailure) {
    self.contract = contract
    reach = Reach(of: contract)
    claims = try Claim.all(of: findings, reach: reach)
    var total = Amount.zero
    for line in reach.lines {
      let invoiced = try contract.invoiced(on: line)
      total = try total.summed(with: invoiced, for: "the contract")
      guard let invoice = contract[line].parent else {
        throw .conservationBroken("\(contract.words(for: line)) lies in no invoice")
      }
      lines.append(LineLedger(line: line, invoice: invoice, invoiced: invoiced))
    }
  }

  func claims(at stage: TakingStage) -> [Claim] { claims.filter { $0.stage == stage } }

  /// Takes through the stages after which what is left is what the supplier is entitled to.
  mutating func settleEntitlement() {
    for stage in TakingStage.allCases where stage.precedes == .entitled {
      hold(claims(at: stage), in: stage.bucket)
    }
  }

  /// Takes through the stages after which what is left is earned.
  mutating func settleValuation() {
    for stage in TakingStage.allCases where stage.precedes == .earned {
      hold(claims(at: stage), in: stage.bucket)
    }
    for position in lines.indices { lines[position].closeEntitlement() }
  }

  /// Takes what was earned through the stages that remain.
  mutating func settleEarnings() throws(SettlementFailure) {
    retain(claims(at: .retain), releasing: claims(at: .release))
    recover(claims(at: .recover))
    withholdShares(claims(at: .withholdShare))
    try deduct(claims(at: .deduct))
    try deduct(claims(at: .setOff))
    try holdBeyondLimit()
    for position in lines.indices { lines[position].pay() }
  }

  /// What is certainly earned on each line.
  var earned: [SubjectID: Int64] {
    Dictionary(uniqueKeysWithValues: lines.map { ($0.line, $0.earned) })
  }
}

extension Contract {
  /// Returns what a line invoices, never less than nothing.
  func invoiced(on line: SubjectID) throws(SettlementFailure) -> Amount {
    guard case .quantity(let interval)? = subjects[line.index].fields[.amount] else {
      throw .conservationBroken("\(words(for: line)) states no amount")
    }
    let amount = try Amount.reading(interval, of: words(for: line))
    guard amount.nominal >= 0 else {
      throw .conservationBroken("\(words(for: line)) invoices less than nothing")
    }
    return amount
  }

  /// Names a subject for people, as `invoice 'one'`.
  func words(for subject: SubjectID) -> String {
    "\(self[subject].kind.rawValue) '\(self[subject].name)'"
  }
}

extension Amount {
  /// Returns the sum; throws where it does not fit, saying whose sum it is.
  func summed(
    with other: Amount, for owner: @autoclosure () -> String
  ) throws(SettlementFailure) -> Amount {
    guard let sum = adding(other) else { throw .overflow("the lines of \(owner()) do not fit") }
    return sum
  }
}
