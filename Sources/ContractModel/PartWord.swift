/// The words that name parts of a contract as rules count them.
package enum PartWord: String, CaseIterable, Hashable, Sendable {
  case milestones
  case deliverables
  case invoices
  case lines
  /// The milestones that come before one.
  case predecessors

  package var kind: SubjectKind {
    switch self {
    case .milestones, .predecessors: .milestone
    case .deliverables: .deliverable
    case .invoices: .invoice
    case .lines: .line
    }
  }
}

extension Contract {
  /// Returns the parts that a word names for a subject and that are on file, in the order of the
  /// text: those that lie within it, lines that bill it or a part of it, or what comes before it.
  package func parts(_ word: PartWord, of id: SubjectID) -> [SubjectID] {
    if word == .predecessors { return self[id].predecessors.filter { self[$0].isOnFile }.sorted() }
    return subjects(of: word.kind).filter { isWithin($0, id) || bills($0, id) }
  }

  /// Whether a line bills a subject or something that lies within it.
  private func bills(_ line: SubjectID, _ id: SubjectID) -> Bool {
    self[line].billed.map { isWithin($0, id) } ?? false
  }
}
