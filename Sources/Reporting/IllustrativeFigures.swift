internal import ContractModel

/// The subjects of a contract whose amounts rest on a figure that nobody reported.
struct IllustrativeFigures {
  private var subjects: Set<SubjectID> = []

  init(_ contract: Contract) {
    for kind in [SubjectKind.line, .milestone] {
      for id in contract.subjects(of: kind) where Self.isIllustrative(id, in: contract) {
        insert(id, of: contract)
        if let billed = contract[id].billed { insert(billed, of: contract) }
      }
    }
  }

  func contains(_ id: SubjectID) -> Bool { subjects.contains(id) }

  /// Inserts a subject and whatever it lies in, as sums contain their parts.
  private mutating func insert(_ id: SubjectID, of contract: Contract) {
    var current: SubjectID? = id
    while let subject = current, subjects.insert(subject).inserted {
      current = contract[subject].kind == .milestone ? nil : contract[subject].parent
    }
  }

  private static func isIllustrative(_ id: SubjectID, in contract: Contract) -> Bool {
    if contract[id].provenances[.amount] == .illustrative { return true }
    if case .reported = contract[id].provenances[.amount] { return false }
    var current: SubjectID? = id
    while let subject = current {
      if contract[subject].isIllustrative { return true }
      current = contract[subject].parent
    }
    return false
  }
}
