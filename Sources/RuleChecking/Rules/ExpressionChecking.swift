import ContractModel
import RuleSyntax
import SourceText

/// An expression with its type.
struct TypedExpression {
  let expression: CheckedExpression
  let type: ValueType

  static let invalid = TypedExpression(expression: .invalid, type: .number)

  var isInvalid: Bool {
    if case .invalid = expression { return true }
    return false
  }
}

extension ClauseChecker {
  /// Returns an expression with its names resolved for a kind of subject; `expecting` is the type
  /// that a bare word may be a word of.
  mutating func check(
    _ expression: ExpressionSyntax, for subject: SubjectKind, expecting type: ValueType?
  ) -> TypedExpression {
    switch expression {
    case .literal(let literal): check(literal)
    case .name(let name): check(name, for: subject, expecting: type)
    case .field(let field, let owner): check(field, of: owner, for: subject)
    case .binary(let sign, let left, let right): check(sign, left, right, for: subject)
    case .share(let share, let whole): checkShare(share, of: whole, for: subject)
    case .extreme(let extreme, let parts, let range):
      check(extreme, parts, at: range, for: subject)
    case .span(let unit, let isStartIncluded, let start, let end):
      checkSpan(unit, isStartIncluded, start, end, for: subject)
    case .shift(let length, let isBefore, let date):
      checkShift(length, isBefore, date, for: subject)
    case .businessDay(let isFirst, let date, _):
      checkBusinessDay(isFirst, date, for: subject)
    case .forEach(let rate, let unit, let length):
      checkForEach(rate, unit, length, for: subject)
    case .counted(let unit, let length): checkCounted(unit, length, for: subject)
    case .rounded(let value, let rounding): checkRounded(value, rounding, for: subject)
    case .parenthesized(let inner, _): check(inner, for: subject, expecting: type)
    }
  }

  private mutating func check(_ literal: LiteralSyntax) -> TypedExpression {
    let value = literal.checkedValue()
    diagnostics += value.diagnostics
    switch value.value {
    case .quantity(let interval, let type)?:
      if case .count(let plural) = type, !kinds.contains(where: { $0.plural == plural }) {
        diagnostics.append(.unknownPlural(plural, at: literal.range, among: unitNames))
        return .invalid
      }
      return TypedExpression(expression: .quantity(interval), type: type)
    case .money(let interval, let currency)?:
      return TypedExpression(expression: .money(interval, currency), type: .money)
    case .moneyPer(let interval, let currency, let day)?:
      return TypedExpression(expression: .money(interval, currency), type: .moneyPer(day))
    case .text(let text)?: return TypedExpression(expression: .text(text), type: .text)
    case nil: return .invalid
    }
  }

  private var unitNames: [String] { kinds.map(\.plural) + UnitSyntax.lengths }

  private mutating func check(
    _ name: NameSyntax, for subject: SubjectKind, expecting type: ValueType?
  ) -> TypedExpression {
    if name.text == "as-of" { return TypedExpression(expression: .asOf, type: .date) }
    if let place = terms.firstIndex(where: { $0.name == name.text }) {
      return checkTerm(place, name, for: subject)
    }
    if let place = place(of: name, for: subject) {
      reading.add(meaning: place)
      if let inner = readings[place] { reading.add(inner) }
      let meaning = meanings[place]
      if meaning.form.isInvalid { return .invalid }
      return TypedExpression(expression: .meaning(place), type: meaning.type)
    }
    if syntax.meanings.contains(where: { $0.name.text == name.text }) { return .invalid }
    if let field = SubjectField(rawValue: name.text), field.kinds.contains(subject) {
      return read(field, of: subject, at: name.range)
    }
    if case .words(let words)? = type, let place = words.firstIndex(of: name.text) {
      return TypedExpression(expression: .word(place), type: .words(words))
    }
    reportUnknown(name, for: subject, expecting: type)
    return .invalid
  }

  private mutating func reportUnknown(
    _ name: NameSyntax, for subject: SubjectKind, expecting type: ValueType?
  ) {
    if let field = SubjectField(rawValue: name.text) {
      diagnostics.append(.fieldOfAnotherSubject(name, of: field.kinds, subject: subject))
      return
    }
    var candidates = terms.map(\.name) + syntax.meanings.map(\.name.text) + ["as-of"]
    candidates += SubjectField.allCases.filter { $0.kinds.contains(subject) }.map(\.rawValue)
    if case .words(let words)? = type { candidates += words }
    diagnostics.append(.unknownName(name, what: "value", among: candidates))
  }

  private mutating func checkTerm(
    _ place: Int, _ name: NameSyntax, for subject: SubjectKind
  ) -> TypedExpression {
    let term = terms[place]
    if let input = term.input {
      let syntax = syntax.terms[place].input ?? name
      let value = check(.name(syntax), for: subject, expecting: nil)
      if value.isInvalid { return .invalid }
      // The table is looked up for the subject at hand: one kind of subject a term.
      _ = input
    }
    return TypedExpression(expression: .term(place), type: term.type)
  }

  private mutating func read(
    _ field: SubjectField, of kind: SubjectKind, at range: SourceRange
  ) -> TypedExpression {
    if field == .earned { reading.readsEarned = true }
    if field.isOptional, !guarded.contains(field) {
      diagnostics.append(.optionalUnguarded(field.rawValue, of: kind.rawValue, at: range))
    }
    return TypedExpression(expression: .field(field, of: kind), type: field.type)
  }

  private mutating func check(
    _ field: NameSyntax, of owner: NameSyntax, for subject: SubjectKind
  ) -> TypedExpression {
    guard let kind = SubjectKind(rawValue: owner.text) else {
      diagnostics.append(
        .unknownName(owner, what: "part", among: SubjectKind.allCases.map(\.rawValue)))
      return .invalid
    }
    guard subject.canReach(kind) else {
      diagnostics.append(.unreachablePart(owner, from: subject))
      return .invalid
    }
    guard let known = SubjectField(rawValue: field.text), known.kinds.contains(kind) else {
      let fields = SubjectField.allCases.filter { $0.kinds.contains(kind) }.map(\.rawValue)
      diagnostics.append(.unknownName(field, what: "field of the \(kind)", among: fields))
      return .invalid
    }
    return read(known, of: kind, at: owner.range.through(field.range))
  }
}

extension SubjectKind {
  /// Whether a subject of this kind lies in, or bills, one part of another kind.
  func canReach(_ kind: SubjectKind) -> Bool {
    switch (self, kind) {
    case (_, .contract): true
    case (.deliverable, .milestone), (.line, .invoice), (.line, .milestone): true
    default: self == kind
    }
  }
}
