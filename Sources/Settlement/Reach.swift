import ContractModel

/// Which invoice lines an effect on each subject touches, as positions in the order of the text.
struct Reach {
  /// The invoice lines of the contract, in the order of the text.
  let lines: [SubjectID]
  private let positions: [[Int]]

  init(of contract: Contract) {
    lines = contract.subjects(of: .line)
    var deliverables: [SubjectID: [SubjectID]] = [:]
    for deliverable in contract.subjects(of: .deliverable) {
      guard let milestone = contract[deliverable].parent else { continue }
      deliverables[milestone, default: []].append(deliverable)
    }
    var positions = [[Int]](repeating: [], count: contract.subjects.count)
    for (position, line) in lines.enumerated() {
      var touching = [.contract, line]
      if let invoice = contract[line].parent { touching.append(invoice) }
      if let billed = contract[line].billed {
        touching.append(billed)
        touching += deliverables[billed] ?? []
        if let milestone = contract.ancestor(of: billed, kind: .milestone), milestone != billed {
          touching.append(milestone)
        }
      }
      for subject in touching { positions[subject.index].append(position) }
    }
    self.positions = positions
  }

  subscript(subject: SubjectID) -> [Int] { positions[subject.index] }
}
