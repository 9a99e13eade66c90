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
    deeper(at: expression.range) { $0.checkForm(expression, for: subject, expecting: type) }
      ?? .invalid
  }

  /// Returns an expression that has to be of a type; nil after a mistake, which is reported.
  mutating func check(
    _ expression: ExpressionSyntax, as type: ValueType, for subject: SubjectKind
  ) -> CheckedExpression? {
    let value = check(expression, for: subject, expecting: type)
    if value.isInvalid { return nil }
    guard value.type == type else {
      diagnostics.append(.typeMismatch(value.type, wanted: type, at: expression.range))
      return nil
    }
    return value.expression
  }

  private mutating func checkForm(
    _ expression: ExpressionSyntax, for subject: SubjectKind, expecting type: ValueType?
  ) -> TypedExpression {
    switch expression {
    case .literal(let literal): check(literal)
    case .name(let name): check(name, for: subject, expecting: type)
    case .field(let field, let owner): check(field, of: owner, for: subject)
    case .binary: checkChain(expression, for: subject)
    case .share(let share, let whole): checkShare(share, of: whole, for: subject)
    case .extreme(let extreme, let parts, let range):
      check(extreme, parts, at: range, for: subject)
    case .span(let unit, let isStartIncluded, let start, let end):
      checkSpan(unit, isStartIncluded, start, end, for: subject)
    case .lateness(let unit, let end): checkLateness(unit, end, for: subject)
    case .shift(let length, let isBefore, let date):
      checkShift(length, isBefore, date, for: subject)
    case .businessDay(let isFirst, let date, let isWithinMonth, _):
      checkBusinessDay(
        isWithinMonth ? .followingWithinMonth : isFirst ? .following : .preceding, date,
        for: subject)
    case .monthDay(let isFirst, let anchor, let date, _):
      checkMonthDay(isFirst, anchor, date, for: subject)
    case .forEach(let rate, let unit, let length):
      checkForEach(rate, unit, length, for: subject)
    case .forEachPeriod(let rate, let period, let length):
      checkForEach(rate, period, length, for: subject)
    case .interest(let interest): checkInterest(interest, for: subject)
    case .counted(let unit, let length): checkCounted(unit, length, for: subject)
    case .rounded(let value, let rounding): checkRounded(value, rounding, for: subject)
    case .parenthesized(let inner, _): check(inner, for: subject, expecting: type)
    }
  }

  private mutating func check(_ literal: LiteralSyntax) -> TypedExpression {
    let value = literal.checkedValue()
    diagnostics += value.diagnostics
    switch value.value {
    case .quantity(let interval, .count(let word))?:
      guard let plural = units.plural(of: word) else {
        let range = literal.unit?.range ?? literal.range
        reportMissing(.unknownPlural(word, at: range, among: units.plurals + UnitSyntax.lengths))
        return .invalid
      }
      return TypedExpression(expression: .quantity(interval), type: .count(plural))
    case .quantity(let interval, let type)?:
      return TypedExpression(expression: .quantity(interval), type: type)
    case .money(let interval, let currency)?:
      note(currency, at: literal.range)
      return TypedExpression(expression: .money(interval, currency), type: .money)
    case .moneyPer(let interval, let currency, let day)?:
      note(currency, at: literal.range)
      return TypedExpression(expression: .money(interval, currency), type: .moneyPer(day))
    case .text(let text)?: return TypedExpression(expression: .text(text), type: .text)
    case nil: return .invalid
    }
  }

  private mutating func check(
    _ name: NameSyntax, for subject: SubjectKind, expecting type: ValueType?
  ) -> TypedExpression {
    if name.text == "as-of" { return TypedExpression(expression: .asOf, type: .date) }
    if let declared = names[name.text] {
      if let place = declared.term { return checkTerm(place, declared.number, name, for: subject) }
      if let place = declared.meaning {
        return read(syntax.meanings[place], declared, at: name, for: subject)
      }
    }
    if let field = SubjectField(rawValue: name.text), field.kinds.contains(subject) {
      return read(field, of: subject, spelling: name.text, at: name.range)
    }
    if case .words(let words)? = type, let place = words.firstIndex(of: name.text) {
      return TypedExpression(expression: .word(place), type: .words(words))
    }
    reportUnknown(name, for: subject, expecting: type)
    return .invalid
  }

  private mutating func read(
    _ meaning: MeaningSyntax, _ declared: ClauseNames.Declared, at name: NameSyntax,
    for subject: SubjectKind
  ) -> TypedExpression {
    if collection(of: meaning) != nil {
      namesRead[declared.number] = true
      diagnostics.append(.collectionIsNoValue(name, declared: meaning.name.range))
      return .invalid
    }
    guard let place = place(of: name, declared, for: subject) else { return .invalid }
    note(place, at: name.range)
    if meanings[place].form.isInvalid { return .invalid }
    return TypedExpression(expression: .meaning(place), type: meanings[place].type)
  }

  /// Notes that a meaning is read here, with all that it reads.
  mutating func note(_ place: Int, at range: SourceRange) {
    reading.add(meaning: place)
    reading.add(readings[place])
    requireGiven(readings[place].optionals, at: range)
  }

  private mutating func reportUnknown(
    _ name: NameSyntax, for subject: SubjectKind, expecting type: ValueType?
  ) {
    if let field = SubjectField(rawValue: name.text) {
      diagnostics.append(.fieldOfAnotherSubject(name, of: field.kinds, subject: subject))
      return
    }
    if let kind = kinds.first(where: { $0.plural == name.text || $0.name == name.text }) {
      diagnostics.append(.collectionIsNoValue(name, declared: kind.range))
      return
    }
    if PartWord(rawValue: name.text) != nil {
      diagnostics.append(.partsMisplaced(name, at: name.range))
      return
    }
    guard diagnostics.count < CheckingLimits.proposals else {
      reportMissing(.unknownName(name, what: .value, among: []))
      return
    }
    var candidates = terms.map(\.name) + syntax.meanings.map(\.name.text) + ["as-of"]
    candidates += SubjectField.allCases.filter { $0.kinds.contains(subject) }.map(\.rawValue)
    if case .words(let words)? = type { candidates += words }
    reportMissing(.unknownName(name, what: .value, among: candidates))
  }

  private mutating func read(
    _ field: SubjectField, of kind: SubjectKind, spelling: String, at range: SourceRange
  ) -> TypedExpression {
    if let phase = field.suppliedIn { reading.phase = max(reading.phase, phase) }
    if field.isOptional(of: kind), !guarded.contains(field) {
      requireGiven(
        [OptionalRead(field: field, kind: kind, spelling: spelling, range: range)], at: range)
    }
    return TypedExpression(expression: .field(field, of: kind), type: field.type)
  }

  /// Reports fields that may be absent and were not asked for; within a meaning, leaves them to
  /// whoever reads it.
  mutating func requireGiven(_ optionals: Set<OptionalRead>, at range: SourceRange) {
    guard !optionals.isEmpty else { return }
    let open = optionals.filter { !guarded.contains($0.field) }
    guard inProgress.isEmpty else {
      reading.optionals.formUnion(open)
      return
    }
    let first = open.min { ($0.range.lower, $0.spelling) < ($1.range.lower, $1.spelling) }
    if let first { diagnostics.append(.optionalUnguarded(first, at: range)) }
  }

  private mutating func check(
    _ field: NameSyntax, of owner: NameSyntax, for subject: SubjectKind
  ) -> TypedExpression {
    guard let kind = part(named: owner, from: subject) else { return .invalid }
    guard let known = SubjectField(rawValue: field.text), known.kinds.contains(kind) else {
      let fields = SubjectField.allCases.filter { $0.kinds.contains(kind) }.map(\.rawValue)
      diagnostics.append(.unknownName(field, what: .field, among: fields))
      return .invalid
    }
    return read(
      known, of: kind, spelling: "\(owner.text)'s \(field.text)",
      at: owner.range.through(field.range))
  }
}

extension LiteralSyntax {
  /// The unit after a number.
  fileprivate var unit: UnitSyntax? {
    if case .quantity(_, let unit) = form { unit } else { nil }
  }
}

extension SubjectKind {
  /// Whether subjects of this kind lie within those of another kind; to bill is not to lie within.
  func lies(in kind: SubjectKind) -> Bool {
    guard let parent else { return false }
    return parent == kind || parent.lies(in: kind)
  }

  /// Whether a subject of this kind lies in, or bills, one part of another kind.
  func canReach(_ kind: SubjectKind) -> Bool {
    switch (self, kind) {
    case (_, .contract): true
    case (.deliverable, .milestone), (.line, .invoice), (.line, .milestone): true
    default: self == kind
    }
  }
}
