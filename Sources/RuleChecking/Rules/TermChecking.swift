import ContractModel
import RuleSyntax
import SourceText

/// What picks the row of a table term.
struct TermInput {
  let subject: SubjectKind
  let value: TypedExpression
  /// Where the term is read for that kind of subject.
  let range: SourceRange
}

extension ClauseChecker {
  /// Returns a term without its default, which is checked when it is known what picks its row.
  mutating func check(_ term: TermSyntax) -> CheckedTerm {
    let type = term.type.checkedType(among: units)
    // A unit that a broken line may have declared is not reported.
    if isRead || type.diagnostics.allSatisfy({ $0.id != .unknownName }) {
      diagnostics += type.diagnostics
    }
    var domain: Interval?
    if let known = type.value {
      let checked = term.type.checkedDomain(of: known)
      diagnostics += checked.diagnostics
      domain = checked.value
    } else {
      brokenTerms.insert(terms.count)
    }
    return CheckedTerm(
      name: term.name.text, type: type.value ?? .number, domain: domain,
      input: term.input.map { .init(name: $0.text, value: .invalid, type: .number) },
      standard: nil, documentation: term.documentation, range: term.name.range)
  }

  /// Returns a term, whose name has a number, as read for a kind of subject.
  mutating func checkTerm(
    _ place: Int, _ number: Int, _ name: NameSyntax, for subject: SubjectKind
  ) -> TypedExpression {
    namesRead[number] = true
    if brokenTerms.contains(place) { return .invalid }
    guard let input = syntax.terms[place].input else {
      return TypedExpression(expression: .term(place), type: terms[place].type)
    }
    guard let value = checkInput(input, of: place, for: subject, at: name) else { return .invalid }
    if value.isInvalid { return .invalid }
    return TypedExpression(expression: .term(place), type: terms[place].type)
  }

  private mutating func checkInput(
    _ input: NameSyntax, of place: Int, for subject: SubjectKind, at name: NameSyntax
  ) -> TypedExpression? {
    let key = MeaningKey(name: terms[place].name, subject: subject)
    if reportCircle(key, at: name.range) { return nil }
    inProgress.append(key)
    let outer = (guarded, reading.optionals)
    (guarded, reading.optionals) = ([], [])
    let value = check(.name(input), for: subject, expecting: nil)
    let optionals = reading.optionals
    (guarded, reading.optionals) = outer
    inProgress.removeLast()
    requireGiven(optionals, at: name.range)
    guard !value.isInvalid else { return value }
    if case .moneyPer(let day) = terms[place].type, value.type != .days(day) {
      diagnostics.append(.typeMismatch(value.type, wanted: .days(day), at: input.range))
      return nil
    }
    if let first = inputs[place] {
      guard first.subject != subject, !isSameEverywhere(value.expression) else { return value }
      diagnostics.append(
        .tableTermOfTwoParts(
          name, input: input.text, first.subject, subject, at: first.range))
      return nil
    }
    inputs[place] = TermInput(subject: subject, value: value, range: name.range)
    return value
  }

  /// Whether a value is one for the whole contract, whatever part reads it.
  private func isSameEverywhere(_ expression: CheckedExpression) -> Bool {
    switch expression {
    case .asOf, .term, .field(_, of: .contract): true
    default: false
    }
  }

  /// Fills in what picks the rows, and the defaults.
  mutating func completeTerms() {
    for place in syntax.terms.indices where syntax.terms[place].input != nil {
      if inputs[place] != nil || brokenTerms.contains(place) { continue }
      // Nothing reads it; a contract may still have to give it.
      let number = names.ofValues[place].number
      guard !namesRead[number] else { continue }
      let subject = syntax.rules.first?.subject.flatMap { SubjectKind(rawValue: $0.kind.text) }
      _ = checkTerm(place, number, syntax.terms[place].name, for: subject ?? .contract)
      namesRead[number] = false
    }
    for place in terms.indices { complete(place) }
  }

  private mutating func complete(_ place: Int) {
    let term = terms[place]
    let input = term.input.map { named in
      let found = inputs[place]?.value ?? .invalid
      return CheckedTable.Input(name: named.name, value: found.expression, type: found.type)
    }
    let bare = CheckedTerm(
      name: term.name, type: term.type, domain: term.domain, input: input, standard: nil,
      documentation: term.documentation, range: term.range)
    let isKnown = !brokenTerms.contains(place) && (input == nil || inputs[place] != nil)
    terms[place] = CheckedTerm(
      name: term.name, type: term.type, domain: term.domain, input: input,
      standard: isKnown ? standard(of: bare, syntax.terms[place]) : nil,
      documentation: term.documentation, range: term.range)
  }

  private mutating func standard(of term: CheckedTerm, _ syntax: TermSyntax) -> TermValue? {
    guard let standard = syntax.standard else { return nil }
    var lines = LineChecker(kinds: kinds)
    let value = lines.standard(standard, of: term, at: syntax.name)
    diagnostics += lines.diagnostics
    if let amount = lines.currency { note(amount.value, at: amount.range) }
    return value
  }
}
