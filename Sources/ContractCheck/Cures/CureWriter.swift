import ContractModel
import RuleEvaluation
import Settlement

/// Puts the changes of a cure into words.
struct CureWriter {
  let contract: Contract
  let kinds: [RecordKind]
  let cure: FoundCure

  var changes: [CureChange] {
    cure.steps.enumerated().map { place, step in
      switch step {
      case .record(let draft): change(draft, share: cure.shares[place])
      case .day(let day):
        CureChange(
          words: "the day of the decision is \(day.text) or later", maker: .time)
      case .register(let kind):
        CureChange(
          words: "the register of \(plural(of: kind)) declared complete through \(day.text)",
          maker: .other)
      case .statement(let subject, let field):
        statement(of: field, by: subject)
      case .waiver(let rule, let subject):
        CureChange(
          words:
            "a waiver of \(rule) for \(name(of: subject)), approved and in force on \(day.text)",
          maker: .other)
      }
    }
  }

  /// An invoice and its lines are the supplier's to state; a milestone is for both parties.
  private func statement(of field: SubjectField, by subject: SubjectID) -> CureChange {
    let isBilled = [.invoice, .line].contains(contract[subject].kind)
    let words =
      field == .amount
      ? "the exact amount of \(name(of: subject)) stated"
      : "a corrected \(name(of: subject)) that states its \(field.rawValue)"
    return CureChange(words: words, maker: isBilled ? .supplier : .other)
  }

  private var day: CivilDate { cure.decided.asOf }

  private func change(_ draft: RecordDraft, share: FoundCure.Share?) -> CureChange {
    let spelling = InlineRecords(of: draft, on: day, in: contract, kinds: kinds)
    let kind = kinds[draft.kind]
    var words: String
    if draft.replaces != nil {
      words = "\(kind.name) \(key(of: draft)) of \(name(of: draft.about)) corrected"
    } else if draft.count > 1 {
      words = "\(draft.count) more \(kind.plural) about \(name(of: draft.about))"
    } else {
      words = "\(kind.name.withArticle) about \(name(of: draft.about))"
    }
    let says = saying(draft, spelling)
    if !says.isEmpty { words += ": " + says }
    if let share {
      words += " (\(draft.count) of the next \(draft.count),"
      words += " or \(share.passing) of the next \(share.all))"
    }
    if let asserter = spelling.asserter { words += ", by \(asserter)" }
    if let dated = draft.dated { words += ", dated \(dated.text)" }
    let head = [
      CureChange.Field(name: "record", text: kind.name),
      CureChange.Field(name: "about", text: path(of: draft.about)),
    ]
    return CureChange(
      words: words, maker: maker(of: draft), record: head + spelling.fields(number: 1),
      count: draft.count)
  }

  /// What the record has to say, but for its key; of words also those that it was tried with.
  private func saying(_ draft: RecordDraft, _ spelling: InlineRecords) -> String {
    let kind = kinds[draft.kind]
    let spelled = spelling.fields(number: 1)
    return kind.fields.indices.compactMap { place -> String? in
      let field = kind.fields[place]
      guard draft.cells[place] != nil || field.type.isWords,
        draft.replaces == nil || !kind.keyFields.contains(place),
        let text = spelled.first(where: { $0.name == field.name })?.text
      else { return nil }
      return "\(field.name) \(text)"
    }.joined(separator: ", ")
  }

  private func key(of draft: RecordDraft) -> String {
    let kind = kinds[draft.kind]
    return kind.keyFields.compactMap { place in
      draft.cells[place]?.text(of: kind.fields[place].type, in: contract.currency)
    }.joined(separator: " ")
  }

  /// Work that is shown is the supplier's to do, whoever puts it on file; an act is its doer's. What
  /// speaks of a day gone by has to have been so.
  private func maker(of draft: RecordDraft) -> CureChange.Maker {
    let kind = kinds[draft.kind]
    if let dated = draft.dated, dated < day { return .past }
    let speaksOfThePast = draft.cells.contains { place, cell in
      guard case .quantity(let value) = cell, kind.fields[place].type == .date else {
        return false
      }
      return value < Rational(Int(day.dayNumber))
    }
    if speaksOfThePast { return .past }
    switch kind.nature {
    case .evidence, .register: return .supplier
    case .claim, .act: return kind.asserters.contains("supplier") ? .supplier : .other
    }
  }

  private func plural(of kind: String) -> String {
    kinds.first { $0.name == kind }?.plural ?? kind
  }

  private func name(of subject: SubjectID) -> String {
    subject == .contract
      ? "the contract" : "\(contract[subject].kind.rawValue) \(contract[subject].name)"
  }

  /// The part as a record file names it.
  private func path(of subject: SubjectID) -> String {
    subject == .contract ? "contract" : name(of: subject)
  }
}

extension ValueType {
  fileprivate var isWords: Bool {
    if case .words = self { return true }
    return false
  }
}

extension String {
  fileprivate var withArticle: String {
    ("aeiou".contains(first ?? "x") ? "an " : "a ") + self
  }
}
