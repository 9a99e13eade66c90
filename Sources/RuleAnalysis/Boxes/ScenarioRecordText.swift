import ContractModel
import RuleChecking

// The records of a scenario, each in the part that it is about.
extension ScenarioText {
  func records(of kind: SubjectKind) -> [String]? {
    var lines: [String] = []
    for draft in scenario.drafts {
      guard let place = place(of: draft) else { return nil }
      if place == kind { lines += record(draft) }
    }
    return lines
  }

  /// The part that a record stands in: the one that it is looked for in, or one within.
  func place(of draft: RecordDraft) -> SubjectKind? {
    let about = scenario.scope.kinds[draft.kind].about
    let within: [SubjectKind] =
      switch draft.scope {
      case .contract: [.contract, .milestone, .invoice, .deliverable, .line]
      case .milestone: [.milestone, .deliverable]
      case .deliverable: [.deliverable]
      case .invoice: [.invoice, .line]
      case .line: [.line]
      }
    return within.first(where: about.contains)
  }

  private func record(_ draft: RecordDraft) -> [String] {
    let kind = scenario.scope.kinds[draft.kind]
    var lines: [String] = []
    if let dated = draft.fields[.dated] { lines.append("dated \(text(dated, .date))") }
    for (place, field) in kind.fields.enumerated() {
      guard let value = draft.fields[.declared(place)], value != .none else { continue }
      lines.append("\(field.name) \(text(value, field.type))")
    }
    if case .text(let role)? = draft.fields[.by] { lines.append("asserted by \(role)") }
    return ["\(kind.name) {"] + lines.indented + ["}"]
  }
}
