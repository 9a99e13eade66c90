/// The amounts of a contract that rest on figures which nobody reported.
package struct IllustrativeFigures {
  /// Subjects with something invoiced on such a figure, each with the buckets that some went to.
  private var buckets: [SubjectID: Set<Bucket>] = [:]
  /// Invoices for which such a payment was made, and the contract where there is any.
  private var paid: Set<SubjectID> = []

  package init(_ decision: ContractDecision) {
    let contract = decision.contract
    for payment in contract.payments where payment.isIllustrative {
      paid.insert(.contract)
      if let invoice = payment.invoice { paid.insert(invoice) }
    }
    for line in contract.subjects(of: .line) where contract.isIllustrative(line: line) {
      guard let amounts = decision.settled.amounts[line] else { continue }
      let moved = Bucket.allCases.filter { !amounts[$0].isZero }
      for subject in contract.subjects(summing: line) {
        buckets[subject, default: []].formUnion(moved)
      }
    }
  }

  /// Whether what was invoiced for a subject rests on such a figure.
  package func contains(_ subject: SubjectID) -> Bool { buckets[subject] != nil }

  /// Whether an amount of a subject does.
  package func contains(_ kind: AmountKind, of subject: SubjectID) -> Bool {
    switch kind {
    case .invoiced, .blocked, .carriedForward: contains(subject)
    case .bucket(let bucket): self[subject].contains(bucket)
    case .payNow, .overpaid: self[subject].contains(.pay) || containsPayment(for: subject)
    }
  }

  /// Whether what was paid before for an invoice or the contract does.
  package func containsPayment(for subject: SubjectID) -> Bool { paid.contains(subject) }

  /// The buckets of a subject that do.
  package subscript(subject: SubjectID) -> Set<Bucket> { buckets[subject] ?? [] }
}

extension Contract {
  /// Whether a line is illustrative itself, as part of its invoice, or by what it bills.
  fileprivate func isIllustrative(line: SubjectID) -> Bool {
    switch subjects[line.index].provenances[.amount] {
    case .illustrative: return true
    case .reported: return false
    case nil: break
    }
    let isBilled = subjects[line.index].billed.map {
      subjects[$0.index].provenances[.amount] == .illustrative
    }
    return isBilled ?? false || ancestry(of: line).contains { subjects[$0.index].isIllustrative }
  }

  /// The line and whatever sums it up.
  fileprivate func subjects(summing line: SubjectID) -> Set<SubjectID> {
    Set(ancestry(of: line) + (self[line].billed.map(ancestry) ?? []))
  }

  /// The subject, what it lies in, and so on up to the contract.
  private func ancestry(of id: SubjectID) -> [SubjectID] {
    var all = [id]
    while let last = all.last, let parent = subjects[last.index].parent { all.append(parent) }
    return all
  }
}
