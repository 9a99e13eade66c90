package import ContractModel

/// What an earlier report said, so that a run can tell what is new.
package struct Baseline: Sendable {
  /// One contract of that report.
  package struct Entry: Hashable, Sendable {
    package let currency: String?
    /// What the contract as a whole came to.
    package let whole: Part
    /// Milestones and invoices, by `milestone NAME` and `invoice NAME`.
    package let parts: [String: Part]
    /// The verdict of each finding, by its fingerprint.
    package let verdicts: [String: Verdict]

    package init(
      currency: String?, whole: Part, parts: [String: Part], verdicts: [String: Verdict]
    ) {
      self.currency = currency
      self.whole = whole
      self.parts = parts
      self.verdicts = verdicts
    }
  }

  /// A contract as a whole, a milestone or an invoice of that report.
  package struct Part: Hashable, Sendable {
    package let decision: Decision
    /// What is kept back, as the report wrote it; what it did not have is missing.
    package let kept: [KeptBack: String]

    package init(decision: Decision, kept: [KeptBack: String]) {
      self.decision = decision
      self.kept = kept
    }
  }

  /// An amount of a contract that must not grow unseen, by its name in a report.
  package enum KeptBack: String, CaseIterable, Sendable {
    case retained
    case recovered
    case deducted
    case withheld
    case disputed
    case rejected
    /// Paid before, and not payable.
    case overpaid
    /// The unpaid balance that a suspension blocks.
    case blocked
  }

  /// By the ids of contracts.
  package let contracts: [String: Entry]

  package init(contracts: [String: Entry]) { self.contracts = contracts }

  /// Returns the contract held against this report; one that it does not have is all new.
  package func comparing(_ contract: ReportedContract) -> ReportedContract {
    let comparison =
      contracts[contract.contract.id].map { $0.comparison(with: contract) }
      ?? BaselineComparison(knownFindings: [], isKnown: false)
    return ReportedContract(
      contract.decision, files: contract.files, comparison: comparison, place: contract.place)
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
    guard contract.currency?.code == currency else { return false }
    return isNoWorse(.contract, now.settled.decision, than: whole, in: now)
      && contract.reportedParts.allSatisfy { part in
        let name = "\(contract[part].kind.rawValue) \(contract[part].name)"
        let then = parts[name] ?? Baseline.Part(decision: .pay, kept: [:])
        return isNoWorse(part, now.settled.decisions[part] ?? .undecided, than: then, in: now)
      }
  }

  private func isNoWorse(
    _ part: SubjectID, _ decision: Decision, than then: Baseline.Part, in now: ContractDecision
  ) -> Bool {
    !decision.isGraver(than: then.decision)
      && Baseline.KeptBack.allCases.allSatisfy { kept in
        isAtMost(now.settled.amount(kept, of: part), then: then.kept[kept], in: now.contract)
      }
  }

  /// Whether an amount is no more than it was; of amounts within bounds, only where they are the same.
  private func isAtMost(_ now: Amount, then: String?, in contract: Contract) -> Bool {
    guard !now.isZero, let currency = contract.currency else { return true }
    let text = now.decimalText(in: currency)
    guard let then else { return false }
    if text == then { return true }
    guard let now = DecimalText.parsing(text.utf8), let then = DecimalText.parsing(then.utf8)
    else { return false }
    return now <= then
  }
}

extension Settled {
  fileprivate func amount(_ kept: Baseline.KeptBack, of part: SubjectID) -> Amount {
    let amounts = amounts[part]
    return switch kept {
    case .retained: amounts?[.retained] ?? .zero
    case .recovered: amounts?[.recovered] ?? .zero
    case .deducted: amounts?[.deducted] ?? .zero
    case .withheld: amounts?[.withheld] ?? .zero
    case .disputed: amounts?[.disputed] ?? .zero
    case .rejected: amounts?[.rejected] ?? .zero
    case .overpaid: paidToDate[part]?.overpaid ?? .zero
    case .blocked: part == .contract ? blocked ?? .zero : .zero
    }
  }
}

extension Decision {
  fileprivate func isGraver(than other: Decision) -> Bool { gravity < other.gravity }

  /// The place among all, the gravest first.
  private var gravity: Int { Decision.allCases.firstIndex(of: self) ?? 0 }
}
