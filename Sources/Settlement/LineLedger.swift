import ContractModel

/// Why money moves: the finding behind it, others that hold the same money, or a reason.
struct Attribution {
  var finding: Int?
  var alsoCited: [Int] = []
  var reason: ReasonCode?
}

/// One invoice line while it is settled: what is still in it, and what moved out.
struct LineLedger {
  let line: SubjectID
  let invoice: SubjectID
  let invoiced: Amount
  private(set) var left: Amount
  /// What the early stages left, as far as it is certain.
  private(set) var earned: Int64 = 0
  /// What the early stages left beyond what is certain; nil where that is known exactly.
  private(set) var uncertain: Amount?
  private(set) var movements: [Movement] = []

  init(line: SubjectID, invoice: SubjectID, invoiced: Amount) {
    self.line = line
    self.invoice = invoice
    self.invoiced = invoiced
    left = invoiced
  }

  /// Moves all that is left, or an exact part of it, into a bucket.
  mutating func move(_ amount: Amount, to bucket: Bucket, for attribution: Attribution) {
    guard !amount.isZero else { return }
    left = left.without(amount)
    movements.append(movement(of: amount, to: bucket, for: attribution))
  }

  /// What is paid of it; nothing before all stages are through.
  var paid: Int64 { movements.reduce(0) { $1.bucket == .pay ? $0 + $1.amount.nominal : $0 } }

  /// Fixes what is earned: the later stages take only from what is certain.
  mutating func closeEntitlement() {
    earned = left.certain
    uncertain = left.isExact ? nil : left.without(Amount(nominal: earned))
    left = Amount(nominal: earned)
  }

  /// Pays what is left; what is uncertain is held until the evidence settles it.
  mutating func pay() {
    move(left, to: .pay, for: Attribution())
    guard let uncertain else { return }
    let attribution = Attribution(reason: .evidenceMissing)
    movements.append(movement(of: uncertain, to: .withheld, for: attribution))
  }

  private func movement(
    of amount: Amount, to bucket: Bucket, for attribution: Attribution
  ) -> Movement {
    Movement(
      line: line, bucket: bucket, amount: amount, finding: attribution.finding,
      alsoCited: attribution.alsoCited, reason: attribution.reason)
  }
}
