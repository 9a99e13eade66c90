/// The version of a contract that a decision as of a date is about.
extension Contract {
  /// Returns the contract with the amendments that are effective and on file by a date, with the
  /// payments made by then, and without the invoices that were not yet received or that a later
  /// version has replaced.
  package func inForce(asOf date: CivilDate) -> Contract {
    var contract = self
    let effective = amendments.filter { $0.effective <= date && $0.recorded <= date }
      .sorted { $0.effective < $1.effective }
    contract.putOnFile(under: effective, invoices: invoicesOnFile(by: date))
    for place in contract.subjects.indices { contract.subjects[place].beginDues() }
    for amendment in effective {
      for change in amendment.changes {
        contract.subjects[change.subject.index].apply(change, of: amendment)
      }
    }
    contract.countPayments(by: date)
    return contract
  }

  /// Says of each part whether it is there: a part that an amendment adds is not before, one that it
  /// removes is no longer, and nothing is there without what it lies in.
  private mutating func putOnFile(under effective: [Amendment], invoices: Set<SubjectID>) {
    var isThere = subjects.indices.map { place in
      subjects[place].kind != .invoice || invoices.contains(SubjectID(place))
    }
    for change in amendments.flatMap(\.scope) where change.isAdded {
      isThere[change.subject.index] = false
    }
    for change in effective.flatMap(\.scope) { isThere[change.subject.index] = change.isAdded }
    for place in subjects.indices {
      let isWholeThere = subjects[place].parent.map { subjects[$0.index].isOnFile } ?? true
      subjects[place].isOnFile = isThere[place] && isWholeThere
    }
    for place in subjects.indices {
      let predecessors = subjects[place].predecessors
      subjects[place].predecessors = predecessors.filter { subjects[$0.index].isOnFile }
    }
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
