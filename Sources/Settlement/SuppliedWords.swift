package import ContractModel

extension SuppliedAmounts {
  /// Adds what the stages before a phase leave of each line, each invoice and the contract, under the
  /// findings of the phases before; only what is certain counts.
  package mutating func supply(
    _ phase: DecisionPhase, of contract: Contract, under findings: [Finding]
  ) throws(SettlementFailure) {
    guard let field = phase.word else { return }
    var ledger = try Ledger(of: contract, under: findings)
    ledger.settleEntitlement()
    if phase > .entitled { ledger.settleValuation() }
    if phase > .earned { try ledger.settleEarnings() }
    var sums: [SubjectID: Int64] = [.contract: 0]
    for invoice in contract.subjects(of: .invoice) { sums[invoice] = 0 }
    for line in ledger.lines {
      let left = phase == .payable ? line.paid : line.left.certain
      for owner in [line.line, line.invoice, .contract] { sums[owner, default: 0] += left }
    }
    for (subject, sum) in sums { self[field, subject] = .units(sum) }
    guard phase == .earned else { return }
    for (invoice, sum) in contract.earnedBefore(sums) { self[.earnedBefore, invoice] = sum }
  }
}

extension DecisionPhase {
  /// The word for what the stages before the phase leave.
  fileprivate var word: SubjectField? {
    switch self {
    case .first: nil
    case .entitled: .entitled
    case .earned: .earned
    case .payable: .payable
    }
  }
}

extension Interval {
  fileprivate static func units(_ count: Int64) -> Interval {
    Interval(exactly: Rational(Int(count)))
  }
}

extension Contract {
  /// Returns for each invoice what those received before it earned, of one day those before it in
  /// the text; within bounds where nothing says which of two was received first.
  fileprivate func earnedBefore(_ earned: [SubjectID: Int64]) -> [SubjectID: Interval] {
    let invoices = subjects(of: .invoice)
    let days = invoices.compactMap { dayReceived($0) }
    if days.count == invoices.count {
      return runningSums(of: zip(days, invoices).sorted { $0 < $1 }.map(\.1), earned)
    }
    var sums: [SubjectID: Interval] = [:]
    for invoice in invoices {
      var (certain, possible): (Int64, Int64) = (0, 0)
      for other in invoices where other != invoice {
        let isBefore = wasReceived(other, before: invoice)
        if isBefore == .yes { certain += earned[other] ?? 0 }
        if isBefore != .no { possible += earned[other] ?? 0 }
      }
      sums[invoice] = Interval(
        lower: .included(Rational(Int(certain))), upper: .included(Rational(Int(possible))))
    }
    return sums
  }

  /// What came before each of some invoices whose order is known.
  private func runningSums(
    of invoices: [SubjectID], _ earned: [SubjectID: Int64]
  ) -> [SubjectID: Interval] {
    var before: Int64 = 0
    var sums: [SubjectID: Interval] = [:]
    for invoice in invoices {
      sums[invoice] = .units(before)
      before += earned[invoice] ?? 0
    }
    return sums
  }

  private func dayReceived(_ invoice: SubjectID) -> Rational? {
    guard case .quantity(let day)? = self[invoice].fields[.received] else { return nil }
    return day.exact
  }

  private func wasReceived(_ other: SubjectID, before invoice: SubjectID) -> Truth {
    guard case .quantity(let first)? = self[other].fields[.received],
      case .quantity(let second)? = self[invoice].fields[.received]
    else { return .unknown }
    return other < invoice ? second.isLess(than: first).not : first.isLess(than: second)
  }
}
