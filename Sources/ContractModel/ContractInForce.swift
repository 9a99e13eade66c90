/// The version of a contract that a decision as of a date is about.
extension Contract {
  /// Returns the contract with the amendments that are effective and on file by a date, with the
  /// payments made by then, and without the invoices that were not yet received or that a later
  /// version has replaced.
  package func inForce(asOf date: CivilDate) -> Contract {
    var contract = self
    let invoices = invoicesOnFile(by: date)
    for place in contract.subjects.indices {
      let invoice = ancestor(of: SubjectID(place), kind: .invoice)
      contract.subjects[place].isOnFile = invoice.map(invoices.contains) ?? true
      contract.subjects[place].beginDues()
    }
    let effective = amendments.filter { $0.effective <= date && $0.recorded <= date }
    for amendment in effective.sorted(by: { $0.effective < $1.effective }) {
      for change in amendment.changes {
        contract.subjects[change.subject.index].apply(change, of: amendment)
      }
    }
    contract.countPayments(by: date)
    return contract
  }

  /// The invoices that may have been received by a date, each in its last version.
  private func invoicesOnFile(by date: CivilDate) -> Set<SubjectID> {
    let received = subjects.indices.map(SubjectID.init).filter { id in
      self[id].kind == .invoice && mayBeReceived(id, by: date)
    }
    return Set(received).subtracting(received.compactMap { self[$0].replaces })
  }

  private func mayBeReceived(_ invoice: SubjectID, by date: CivilDate) -> Bool {
    guard case .quantity(let received)? = self[invoice].fields[.received] else { return true }
    let day = Interval(exactly: Rational(Int(date.dayNumber)))
    return day.isLess(than: received) != .yes
  }
}
