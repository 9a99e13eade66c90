package import SourceText

/// Money that was paid under a contract.
package struct Payment: Sendable {
  package let name: String
  /// The day it was made.
  package let made: CivilDate
  /// In minor units of the contract's currency.
  package let amount: Int64
  /// The invoice it was made for, or that one's version in force; nil where none is named.
  package var invoice: SubjectID?
  package let isIllustrative: Bool
  package let range: SourceRange

  package init(
    name: String, made: CivilDate, amount: Int64, invoice: SubjectID?, isIllustrative: Bool = false,
    range: SourceRange
  ) {
    self.name = name
    self.made = made
    self.amount = amount
    self.invoice = invoice
    self.isIllustrative = isIllustrative
    self.range = range
  }
}

/// What is payable to date of an invoice, or of all of a contract, beside what was paid for it.
package struct PaidToDate: Hashable, Sendable {
  /// What was paid for it up to the day of the decision.
  package let before: Amount
  /// What is still to be paid of what is payable.
  package let now: Amount
  /// What was paid and is certainly not payable; what is held for want of evidence, or by a
  /// suspension, is not.
  package let overpaid: Amount

  package init(before: Amount, now: Amount, overpaid: Amount) {
    self.before = before
    self.now = now
    self.overpaid = overpaid
  }
}

extension Contract {
  /// Keeps the payments made by a date and counts them: those for an invoice in its `paid`, the
  /// others in the contract's.
  ///
  /// What was paid for an invoice counts for the version that replaced it.
  mutating func countPayments(by date: CivilDate) {
    let made = payments.filter { $0.made <= date }
    let general = made.filter { $0.invoice == nil }
    if !general.isEmpty {
      let stated = self[.contract].fields[.paid] ?? .quantity(Interval(exactly: .zero))
      subjects[SubjectID.contract.index].fields[.paid] = stated.adding(general)
    }
    payments = made.filter { $0.invoice != nil }
    let replacements = Dictionary(
      subjects.indices.compactMap { place in
        subjects[place].replaces.map { ($0, SubjectID(place)) }
      }, uniquingKeysWith: { first, _ in first })
    for place in payments.indices {
      while let paid = payments[place].invoice, !self[paid].isOnFile, let next = replacements[paid]
      {
        payments[place].invoice = next
      }
    }
    let byInvoice = Dictionary(grouping: payments, by: \.invoice)
    for invoice in subjects(of: .invoice) {
      let none = FieldValue.quantity(Interval(exactly: .zero))
      subjects[invoice.index].fields[.paid] = none.adding(byInvoice[invoice] ?? [])
    }
  }
}

extension FieldValue {
  /// Returns the amount with payments added; one too large to be counted is not known.
  fileprivate func adding(_ payments: [Payment]) -> FieldValue {
    guard case .quantity(var sum) = self else { return self }
    for payment in payments {
      guard let next = try? sum.adding(Interval(exactly: Rational(Int(payment.amount)))) else {
        return .quantity(.unbounded)
      }
      sum = next
    }
    return .quantity(sum)
  }
}
