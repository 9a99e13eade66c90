/// An amount that a decision puts on the contract, a milestone or an invoice.
package enum AmountKind: Hashable, Sendable {
  case invoiced
  case bucket(Bucket)
  /// What is still to be paid of what is payable, where payments for invoices were made.
  case payNow
  case overpaid
  /// The unpaid balance that a suspension blocks.
  case blocked
  /// Deductions that found nothing to be taken from.
  case carriedForward

  /// Every kind, in the order of reports.
  package static var all: [AmountKind] {
    [.invoiced] + Bucket.allCases.map(AmountKind.bucket) + [
      .payNow, .overpaid, .blocked, .carriedForward,
    ]
  }
}

/// A part of a contract by its kind and its name within the contract, which two versions share.
package struct PartName: Hashable, Sendable {
  package let kind: SubjectKind
  /// `launch.accounts`; `contract` for the contract itself.
  package let path: String

  package init(kind: SubjectKind, path: String) {
    self.kind = kind
    self.path = path
  }
}

/// One thing that is decided of a contract, by a name that two decisions of it share.
package enum Measure: Hashable, Sendable {
  case decision(PartName)
  case amount(PartName, AmountKind)
  /// What a rule came to for a part; the number counts the incorporations of one clause that are
  /// about it.
  case finding(PartName, clause: String, rule: String, number: Int)

  package var part: PartName {
    switch self {
    case .decision(let part), .amount(let part, _), .finding(let part, _, _, _): part
    }
  }

  /// Whether it is a decision or an amount, not only the reason of one.
  package var isRecommendation: Bool {
    switch self {
    case .decision, .amount: true
    case .finding: false
    }
  }
}

/// What a measure comes to.
package enum MeasuredValue: Hashable, Sendable {
  case decision(Decision)
  case amount(Amount, Currency)
  case finding(MeasuredFinding)
}

/// What a rule came to, without what tells one text of it from another.
package struct MeasuredFinding: Hashable, Sendable {
  package let verdict: Verdict
  package let message: String
  package let section: String?
  /// What moved on account of it; nil where nothing did.
  package let amount: Amount?
  package let currency: Currency?
  /// The days by which something is to be paid or told.
  package let deadlines: [Interval]
}

extension Contract {
  /// A subject's name within the contract, as `launch.accounts`; the contract's is `contract`.
  package func path(of id: SubjectID) -> String {
    guard id != .contract else { return "contract" }
    guard let parent = self[id].parent, parent != .contract else { return self[id].name }
    return "\(path(of: parent)).\(self[id].name)"
  }

  package func partName(of id: SubjectID) -> PartName {
    PartName(kind: self[id].kind, path: path(of: id))
  }

  /// The milestones and then the invoices, each in the order of the text.
  package var reportedParts: [SubjectID] { subjects(of: .milestone) + subjects(of: .invoice) }
}

extension ContractDecision {
  /// Everything that is decided, in the order of reports: of the contract, of its milestones and of
  /// its invoices; then what each rule came to.
  package var measures: [(measure: Measure, value: MeasuredValue)] {
    ([.contract] + contract.reportedParts).flatMap(recommendations) + findingMeasures
  }

  private func recommendations(
    for id: SubjectID
  ) -> [(measure: Measure, value: MeasuredValue)] {
    let part = contract.partName(of: id)
    let decision = id == .contract ? settled.decision : settled.decisions[id] ?? .undecided
    var found: [(measure: Measure, value: MeasuredValue)] = [
      (.decision(part), .decision(decision))
    ]
    guard let currency = contract.currency else { return found }
    for kind in AmountKind.all {
      guard let amount = amount(kind, of: id) else { continue }
      found.append((.amount(part, kind), .amount(amount, currency)))
    }
    return found
  }

  /// Returns an amount of the contract, a milestone or an invoice; nil where there is none.
  package func amount(_ kind: AmountKind, of id: SubjectID) -> Amount? {
    switch kind {
    case .invoiced: settled.amounts[id]?.invoiced
    case .bucket(let bucket): settled.amounts[id]?[bucket]
    case .payNow: settled.paidToDate[id]?.now
    case .overpaid: settled.paidToDate[id]?.overpaid
    case .blocked: id == .contract ? settled.blocked : nil
    case .carriedForward:
      id == .contract && !settled.carriedForward.isEmpty
        ? AmountSum(settled.carriedForward.values).total : nil
    }
  }

  private var findingMeasures: [(measure: Measure, value: MeasuredValue)] {
    var moved: [Int: AmountSum] = [:]
    for movement in settled.movements {
      if let finding = movement.finding {
        moved[finding, default: AmountSum()].add(movement.amount)
      }
    }
    var numbers: [Measure: Int] = [:]
    return findings.enumerated().map { index, finding in
      let part = contract.partName(of: finding.subject)
      let rule = finding.rule
      let first = Measure.finding(part, clause: rule.clause, rule: rule.rule, number: 1)
      let number = numbers[first, default: 0] + 1
      numbers[first] = number
      let amount = moved[index]?.total
      let value = MeasuredFinding(
        verdict: finding.verdict, message: finding.message, section: rule.section, amount: amount,
        currency: amount == nil ? nil : contract.currency,
        deadlines: finding.certainEffects.compactMap(\.deadline))
      return (
        .finding(part, clause: rule.clause, rule: rule.rule, number: number), .finding(value)
      )
    }
  }
}
