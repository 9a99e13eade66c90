import ContractModel
import RuleSyntax
import SourceText

extension ClauseChecker {
  mutating func check(
    _ condition: ConditionSyntax, for subject: SubjectKind
  ) -> CheckedCondition {
    deeper(at: condition.range) { $0.checkForm(condition, for: subject) } ?? .invalid
  }

  private mutating func checkForm(
    _ condition: ConditionSyntax, for subject: SubjectKind
  ) -> CheckedCondition {
    switch condition {
    case .all(let parts): return .all(parts.map { check($0, for: subject) })
    case .any(let parts, _):
      let outer = guarded
      let checked = parts.map { part in
        guarded = outer
        return check(part, for: subject)
      }
      guarded = outer
      return .any(checked)
    case .some(let collection, _): return checkSome(collection, isNegated: false, for: subject)
    case .no(let collection, _): return checkSome(collection, isNegated: true, for: subject)
    case .every(let collection, let condition, _):
      return checkEvery(collection, condition, for: subject)
    case .test(let value, let isNegated, let range):
      return check(value, isNegated, range, for: subject)
    case .name(let name): return checkNamed(name, for: subject)
    }
  }

  private mutating func check(
    _ value: ExpressionSyntax, _ isNegated: Bool, _ range: RangeSyntax, for subject: SubjectKind
  ) -> CheckedCondition {
    let field = subjectField(value)
    let presence = range.presence(isNegated: isNegated)
    let wasGuarded = field.map(guarded.contains) ?? false
    // Asking whether it is given is what makes reading it safe.
    if let field, presence != nil, !wasGuarded { guarded.append(field) }
    let checked = check(value, for: subject, expecting: nil)
    if let field, presence == false, !wasGuarded { guarded.removeAll { $0 == field } }
    if checked.isInvalid { return .invalid }
    if checked.type == .condition {
      diagnostics.append(.conditionTested(at: value.range.through(range.range)))
      return .invalid
    }
    return .test(
      checked.expression, checked.type, isNegated: isNegated,
      check(range, of: checked.type, for: subject))
  }

  /// The optional field of the subject, or of a wider part, that an expression plainly is.
  private func subjectField(_ value: ExpressionSyntax) -> SubjectField? {
    switch value {
    case .name(let name): SubjectField(rawValue: name.text)
    case .field(let name, _): SubjectField(rawValue: name.text)
    case .parenthesized(let inner, _): subjectField(inner)
    default: nil
    }
  }

  private mutating func checkNamed(
    _ name: NameSyntax, for subject: SubjectKind
  ) -> CheckedCondition {
    let checked = check(.name(name), for: subject, expecting: nil)
    guard case .meaning(let place) = checked.expression else {
      if !checked.isInvalid { diagnostics.append(.notACondition(name, checked.type)) }
      return .invalid
    }
    guard checked.type == .condition else {
      diagnostics.append(.notACondition(name, checked.type))
      return .invalid
    }
    return .meaning(place)
  }

  private mutating func checkSome(
    _ collection: CollectionSyntax, isNegated: Bool, for subject: SubjectKind
  ) -> CheckedCondition {
    if let word = PartWord(rawValue: collection.name.text) {
      return checkSomePart(word, collection, isNegated: isNegated, for: subject)
    }
    guard let records = check(collection, for: subject) else { return .invalid }
    return isNegated ? .no(records) : .some(records)
  }

  private mutating func checkEvery(
    _ collection: CollectionSyntax, _ condition: ConditionSyntax, for subject: SubjectKind
  ) -> CheckedCondition {
    if let word = PartWord(rawValue: collection.name.text) {
      return checkEveryPart(word, collection, condition, for: subject)
    }
    guard let records = check(collection, for: subject) else { return .invalid }
    let test = checkRow(condition, of: records.kind, for: subject, within: records.filter)
    return .everyRecord(records, have: test)
  }
}

extension RangeSyntax {
  /// True for `is given`, false for `is none`, nil for any other test.
  func presence(isNegated: Bool) -> Bool? {
    switch form {
    case .given: !isNegated
    case .none: isNegated
    default: nil
    }
  }
}
