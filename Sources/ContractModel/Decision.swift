/// Where the money of an invoice line goes.
package enum Bucket: String, CaseIterable, Hashable, Sendable {
  case pay
  case retained
  case recovered
  case deducted
  case withheld
  case disputed
  case rejected
  case notDue
}

/// What is recommended; a person decides.
package enum Decision: String, CaseIterable, Hashable, Sendable {
  case suspendAll = "suspend-all"
  /// More was paid than is payable.
  case recoverOverpayment = "recover-overpayment"
  case rejectInvoice = "reject-invoice"
  case withhold
  case dispute
  case holdForEvidence = "hold-for-evidence"
  case undecided
  case payInPart = "pay-in-part"
  case notDue = "not-due"
  case pay

  /// Its place among all, the gravest first.
  package var place: Int {
    switch self {
    case .suspendAll: 0
    case .recoverOverpayment: 1
    case .rejectInvoice: 2
    case .withhold: 3
    case .dispute: 4
    case .holdForEvidence: 5
    case .undecided: 6
    case .payInPart: 7
    case .notDue: 8
    case .pay: 9
    }
  }
}

/// One movement of money out of a line, with what moved it.
package struct Movement: Sendable {
  package let line: SubjectID
  package let bucket: Bucket
  package let amount: Amount
  /// The index of the finding in the list that was settled.
  package let finding: Int?
  /// Other findings that hold the same money and are cited beside it.
  package let alsoCited: [Int]
  /// Why, where no finding did: the excess of an amount known only within bounds.
  package let reason: ReasonCode?

  package init(
    line: SubjectID, bucket: Bucket, amount: Amount, finding: Int?, alsoCited: [Int] = [],
    reason: ReasonCode? = nil
  ) {
    self.line = line
    self.bucket = bucket
    self.amount = amount
    self.finding = finding
    self.alsoCited = alsoCited
    self.reason = reason
  }
}

/// The buckets of a line, an invoice, a milestone or the contract; they sum to what was invoiced.
package struct Amounts: Hashable, Sendable {
  package var invoiced: Amount
  /// What goes where, in the order of the buckets.
  private var parts = [Amount](repeating: .zero, count: Bucket.allCases.count)

  package init(invoiced: Amount, buckets: [Bucket: Amount] = [:]) {
    self.invoiced = invoiced
    for (bucket, amount) in buckets { self[bucket] = amount }
  }

  package subscript(bucket: Bucket) -> Amount {
    get { parts[bucket.place] }
    set { parts[bucket.place] = newValue }
  }

  /// Whether what was invoiced, and where all of it goes, is known exactly.
  package var isExact: Bool { invoiced.isExact && parts.allSatisfy(\.isExact) }
}

extension Bucket {
  /// Its place among all of them: sums are added up for every line, and are not looked up by text.
  package var place: Int {
    switch self {
    case .pay: 0
    case .retained: 1
    case .recovered: 2
    case .deducted: 3
    case .withheld: 4
    case .disputed: 5
    case .rejected: 6
    case .notDue: 7
    }
  }
}

/// What became of every line of a contract as of a date.
package struct Settled: Sendable {
  package let decision: Decision
  package let movements: [Movement]
  /// For the contract, every invoice, every line, and every milestone that a line bills.
  package let amounts: [SubjectID: Amounts]
  /// The decision for each milestone and invoice.
  package let decisions: [SubjectID: Decision]
  /// The unpaid balance of the contract that a suspension blocks.
  package let blocked: Amount?
  /// Deductions that found nothing to be taken from, by finding.
  package let carriedForward: [Int: Amount]
  /// For the contract and every invoice, where payments for invoices were made; else empty.
  package let paidToDate: [SubjectID: PaidToDate]

  package init(
    decision: Decision, movements: [Movement], amounts: [SubjectID: Amounts],
    decisions: [SubjectID: Decision], blocked: Amount?, carriedForward: [Int: Amount],
    paidToDate: [SubjectID: PaidToDate] = [:]
  ) {
    self.decision = decision
    self.movements = movements
    self.amounts = amounts
    self.decisions = decisions
    self.blocked = blocked
    self.carriedForward = carriedForward
    self.paidToDate = paidToDate
  }
}

extension Settled {
  /// The same where no rule applied: that nothing was checked is no pass, so that nothing is payable or
  /// not due for certain.
  package var withNothingChecked: Settled {
    func unchecked(_ decision: Decision) -> Decision {
      switch decision {
      case .pay, .payInPart, .notDue: .undecided
      case .suspendAll, .recoverOverpayment, .rejectInvoice, .withhold, .dispute, .holdForEvidence,
        .undecided:
        decision
      }
    }
    return Settled(
      decision: unchecked(decision), movements: movements, amounts: amounts,
      decisions: decisions.mapValues(unchecked), blocked: blocked, carriedForward: carriedForward,
      paidToDate: paidToDate)
  }
}

/// One contract of a report: what is recommended, and every finding behind it.
package struct ContractDecision: Sendable {
  /// The version in force on the as-of date.
  package let contract: Contract
  package let findings: [Finding]
  package let settled: Settled
  /// The day as of which it was decided, where the contract's own document states one and not the run.
  package let statedAsOf: CivilDate?

  package init(
    contract: Contract, findings: [Finding], settled: Settled, statedAsOf: CivilDate? = nil
  ) {
    self.contract = contract
    self.statedAsOf = statedAsOf
    self.findings = findings
    self.settled = settled
  }
}
