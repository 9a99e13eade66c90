package import ContractModel

/// What an earlier report said, so that a run can tell what is new.
package struct Baseline: Sendable {
  /// One contract of that report.
  package struct Entry: Hashable, Sendable {
    package var currency: String?
    package var decision: Decision
    /// Of each bucket, as the report wrote it.
    package var amounts: [Bucket: String]
    /// The decisions of milestones and invoices, by `milestone NAME` and `invoice NAME`.
    package var parts: [String: Decision]
    /// The verdict of each finding, by its fingerprint.
    package var verdicts: [String: Verdict]

    package init(
      currency: String?, decision: Decision, amounts: [Bucket: String], parts: [String: Decision],
      verdicts: [String: Verdict]
    ) {
      self.currency = currency
      self.decision = decision
      self.amounts = amounts
      self.parts = parts
      self.verdicts = verdicts
    }
  }

  /// By the ids of contracts.
  package let contracts: [String: Entry]

  package init(contracts: [String: Entry]) { self.contracts = contracts }

  /// Returns the contract held against this report; one that it does not have is all new.
  package func comparing(_ contract: ReportedContract) -> ReportedContract {
    let comparison =
      contracts[contract.contract.id].map { $0.comparison(with: contract) }
      ?? BaselineComparison(knownFindings: [], isKnown: false)
    return ReportedContract(contract.decision, files: contract.files, comparison: comparison)
  }
}

extension Baseline.Entry {
  fileprivate func comparison(with reported: ReportedContract) -> BaselineComparison {
    let trouble = reported.cases.filter(\.result.isOpen)
    let findings = trouble.compactMap { reported in reported.finding.map { ($0, reported) } }
    let known = findings.filter { index, current in
      let verdict = reported.decision.findings[index].verdict
      return verdict != .errored
        && verdicts[current.fingerprint(in: reported.contract)] == verdict
    }
    return BaselineComparison(
      knownFindings: Set(known.map(\.0)),
      isKnown: known.count == findings.count && holdsNoMore(than: reported.decision))
  }

  private func holdsNoMore(than now: ContractDecision) -> Bool {
    let contract = now.contract
    guard contract.currency?.code == currency, !now.settled.decision.isGraver(than: decision) else {
      return false
    }
    let areParts = contract.reportedParts.allSatisfy { part in
      let then = parts["\(contract[part].kind.rawValue) \(contract[part].name)"] ?? .pay
      return !(now.settled.decisions[part] ?? .undecided).isGraver(than: then)
    }
    return areParts && Bucket.allCases.allSatisfy { isAtMost($0, then: amounts[$0], in: now) }
  }

  /// Whether no more of a bucket is kept back than was; of amounts within bounds, only where they are
  /// the same.
  private func isAtMost(_ bucket: Bucket, then: String?, in now: ContractDecision) -> Bool {
    guard bucket.isKeptBack, let currency = now.contract.currency else { return true }
    let amount = (now.settled.amounts[.contract]?[bucket] ?? .zero).decimalText(in: currency)
    guard let then else { return false }
    if amount == then { return true }
    guard let now = DecimalText.parsing(amount.utf8), let then = DecimalText.parsing(then.utf8)
    else { return false }
    return now <= then
  }
}

extension Decision {
  fileprivate func isGraver(than other: Decision) -> Bool { gravity < other.gravity }

  /// The place among all, the gravest first.
  private var gravity: Int { Decision.allCases.firstIndex(of: self) ?? 0 }
}

extension Bucket {
  fileprivate var isKeptBack: Bool {
    switch self {
    case .retained, .recovered, .deducted, .withheld, .disputed, .rejected: true
    case .pay, .notDue: false
    }
  }
}
