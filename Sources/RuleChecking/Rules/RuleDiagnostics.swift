import ContractModel
import RuleSyntax
import SourceText

/// What can be wrong with rules, one factory a mistake, in alphabetical order.
extension Diagnostic {
  static func approximateTest(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("approximate-test"),
      "nothing is ever certain about a value said to be 'approximately'", at: range,
      help: "give bounds, as `1,000 to 2,000`")
  }

  static func boundOfUnordered(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unorderedBound,
      "'\(type.description)' has no order, so it has no bounds", at: range,
      help: "name the values: `is A or B`")
  }

  static func capUnsaid(_ verb: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("cap-unsaid"),
      "a deduction must say where it ends", at: verb.range,
      help: "add `capped at …`, or `without limit`")
  }

  static func claimNotAdmitted(_ plural: String, rule: NameSyntax, declared: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, DiagnosticID("claim-not-admitted"),
      "'\(rule.text)' rests on '\(plural)', which are claims and prove nothing by themselves",
      at: rule.range,
      notes: [Diagnostic.Note("declared a claim here", at: declared)],
      help: "write `admits \(plural)` in the rule if the claim is what it is about")
  }

  static func clauseWithoutCitation(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("citation-missing"),
      "the clause '\(name.text)' does not say where it stands in the contract", at: name.range,
      help: "add `cites '…'` as its first line")
  }

  static func conditionTested(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("condition-tested"),
      "a condition holds or does not; it has no value to compare", at: range,
      help: "use its name alone, or `no …`")
  }

  static func declaredTwice(_ name: NameSyntax, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("declared-twice"),
      "'\(name.text)' is declared twice", at: name.range,
      notes: [Diagnostic.Note("first declared here", at: first)],
      help: "give one of them another name")
  }

  static func earnedTooEarly(_ verb: EffectVerb, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("stage-order"),
      "'\(verb.rawValue)' acts before it is known what is earned", at: range,
      help: "only `retain`, `recover`, `deduct` and later stages may read `earned`")
  }

  static func emptyRule(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("rule-empty"),
      "the rule '\(name.text)' requires nothing and grants nothing", at: name.range,
      help: "add `require …` with `otherwise …`, or `then …`")
  }

  static func exceptionWithoutCondition(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("exception-without-when"),
      "the exception '\(name.text)' does not say when it applies", at: name.range,
      help: "add `when …`")
  }

  static func exceptionWithoutConsequence(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("exception-without-then"),
      "the exception '\(name.text)' does not say what follows", at: name.range,
      help: "add `then excuse`, or `then defer …`")
  }

  static func extremeOfWrongType(_ word: String, _ type: ValueType, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, DiagnosticID("wrong-extreme"),
      "\"\(word) of\" does not fit \(type.description)", at: range,
      help: "dates are `earlier` and `later`; other quantities are `lesser` and `greater`")
  }

  static func fieldOfAnotherSubject(
    _ name: NameSyntax, of kinds: [SubjectKind], subject: SubjectKind
  ) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("field-of-another-part"),
      "a \(subject) has no '\(name.text)'", at: name.range,
      help: kinds.contains { subject.canReach($0) }
        ? "write `\(kinds.first { subject.canReach($0) } ?? .contract)'s \(name.text)`"
        : "it belongs to a \(kinds.map(\.rawValue).joined(separator: " or "))")
  }

  static func meaningNeverRead(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .warning, DiagnosticID("meaning-never-read"),
      "nothing reads '\(name.text)'", at: name.range,
      help: "use it in a rule, or delete it")
  }

  static func notACondition(_ name: NameSyntax, _ type: ValueType) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("not-a-condition"),
      "'\(name.text)' is a \(type.description), not a condition", at: name.range,
      help: "compare it: `\(name.text) is …`")
  }

  static func notALength(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("not-a-length"),
      "\(type.description) is no length of time", at: range,
      help: "write `30 calendar days`, `10 business days`, `2 weeks` or `3 months`")
  }

  static func notARole(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("not-a-role"),
      "a role of the contract is expected", at: range,
      help: "write `buyer`, `supplier` or another role")
  }

  static func notARule(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("not-a-rule"),
      "'\(name.text)' does not belong in a rules file", at: name.range,
      help:
        "a rules file declares records, clauses and calendars; contracts stand in `.contract` files"
    )
  }

  static func notAText(_ words: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("not-a-text"),
      "'\(words)' is no quoted text", at: range,
      help: "put it in quotation marks")
  }

  static func notAWord(_ word: String, of words: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("unknown-word"),
      "'\(word)' is not one of \(words.joined(separator: ", "))", at: range,
      help: didYouMean(word, among: words))
  }

  static func operandsDoNotFit(
    _ sign: String, _ left: ValueType, _ right: ValueType, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("unit-mixed"),
      "'\(sign)' does not fit \(left.description) and \(right.description)", at: range,
      help: left == .date || right == .date
        ? "write `30 calendar days after DATE`, or `calendar days after DATE through DATE`"
        : "both must have one unit")
  }

  static func optionalUnguarded(_ field: String, of part: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, DiagnosticID("optional-of-part"),
      "'\(field)' may be absent from the \(part)", at: range,
      help: "first require that `\(field) is given`")
  }

  static func otherwiseWithoutRequire(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("otherwise-without-require"),
      "'\(name.text)' says what otherwise follows but requires nothing", at: name.range,
      help: "add `require …`, or write `then` for `otherwise`")
  }

  static func partsNotWithin(_ name: NameSyntax, subject: SubjectKind) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("parts-not-within"),
      "a \(subject) has no '\(name.text)' within it", at: name.range,
      help:
        "a contract has milestones, deliverables, invoices and lines; a milestone has deliverables and lines; an invoice has lines"
    )
  }

  static func raggedRow(_ range: SourceRange, cells: Int, heads: Int) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("table-ragged"),
      "this row has \(cells) cells, the table \(heads) columns", at: range,
      help: "give every column a cell; `any` stands for every value")
  }

  static func rateIsNoRate(_ name: NameSyntax, _ type: ValueType) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("not-a-rate"),
      "'\(name.text)' is \(type.description), not a rate", at: name.range,
      help: "`for each` takes an amount, a percent, or money per day")
  }

  static func readsItself(_ name: NameSyntax, through range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("reads-itself"),
      "'\(name.text)' is defined through itself", at: name.range,
      notes: [Diagnostic.Note("read again here", at: range)],
      help: "define one of the two without the other")
  }

  static func releaseOutOfReach(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("release-out-of-reach"),
      "once the day has passed this can never be met, and nothing else releases the money",
      at: range,
      help: "add another way out: `until met or some settlements`")
  }

  static func releaseUnsaid(_ verb: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("release-unsaid"),
      "'\(verb.text)' must say what releases the money", at: verb.range,
      help: "add `until met`, or name the event: `until some settlements`")
  }

  static func requireWithoutOtherwise(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("require-without-otherwise"),
      "'\(name.text)' requires something but says nothing of what otherwise follows",
      at: name.range,
      help: "add `otherwise withhold … until met`, or `otherwise report …`")
  }

  static func resultIsRange(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("table-result-range"),
      "the last cell of a row is its result: one value", at: range,
      help: "write one value; ranges stand in the cells before it")
  }

  static func roundingUnit(_ range: SourceRange, of type: ValueType) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("rounding-unit"),
      "this is no unit to round \(type.description) to", at: range,
      help: "write `to cent` for money, or a quantity of the same unit: `to 0.1%`")
  }

  static func roundingUnsaid(_ range: SourceRange, clause: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("rounding-unsaid"),
      "this amount may have fractions of a cent, and nothing says how they are rounded", at: range,
      help: "add `rounds half up to cent` to the clause '\(clause.text)'")
  }

  static func ruleAboutNothing(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("rule-about-nothing"),
      "the rule '\(name.text)' does not say what it is about", at: name.range,
      help: "write `rule \(name.text) for each milestone`, or `for contract`")
  }

  static func shareIsNoPercent(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("share-is-no-percent"),
      "`of` takes a share, and \(type.description) is none", at: range,
      help: "write a percent before `of`; a field is possessive: `milestone's amount`")
  }

  static func suppliedWordTaken(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("supplied-word"),
      "'\(name.text)' already means something everywhere", at: name.range,
      help: "choose another name")
  }

  static func tableResultMisnamed(_ name: NameSyntax, wanted: String) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("table-result-name"),
      "the last column is the result and must be named '\(wanted)', not '\(name.text)'",
      at: name.range,
      help: "write `\(wanted)`")
  }

  static func tableColumnMisnamed(_ name: NameSyntax, wanted: String) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("table-column"),
      "this column is '\(wanted)', not '\(name.text)'", at: name.range,
      help: "name the columns as the term declares them")
  }

  static func termIsNoTable(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("term-not-a-table"), "'\(name.text)' takes one value, not a table",
      at: name.range, help: "declare it with `by` and what picks the row")
  }

  static func termOutsideDomain(_ name: NameSyntax, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("term-out-of-range"), "this is outside what '\(name.text)' may be",
      at: range, help: "the range stands where the term is declared")
  }

  static func typeMismatch(_ type: ValueType, wanted: ValueType, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, DiagnosticID("type-mismatch"),
      "this is \(type.description), where \(wanted.description) is needed", at: range,
      help: wanted == .date ? "name a date" : "use a value in \(wanted.description)")
  }

  static func unknownName(_ name: NameSyntax, what: String, among names: [String]) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("unknown-name"),
      "no \(what) is named '\(name.text)'", at: name.range,
      help: didYouMean(name.text, among: names))
  }

  static func unknownPlural(_ name: String, at range: SourceRange, among names: [String])
    -> Diagnostic
  {
    Diagnostic(
      .error, DiagnosticID("unknown-count"),
      "'\(name)' is no unit", at: range,
      help: didYouMean(name, among: names))
  }

  static func unknownUnit(_ unit: UnitSyntax, wanted: [String]) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("unknown-unit"),
      "'\(unit.text)' is no unit that fits here", at: unit.range,
      help: "write \(wanted.map { "`\($0)`" }.joined(separator: " or "))")
  }

  static func unreachablePart(_ name: NameSyntax, from subject: SubjectKind) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("unreachable-part"),
      "a \(subject) lies in no one '\(name.text)'", at: name.range,
      help: "name the part it lies in, or `contract`")
  }

  static func wrongComparisonWords(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("wrong-comparison"),
      "these words do not compare \(type.description)", at: range,
      help:
        "dates are `before`, `after`, `on or before`, `on or after`; other quantities `at least`, `at most`, `more than`, `less than`"
    )
  }

  /// Returns the nearest name as a proposal, or the names there are.
  static func didYouMean(_ name: String, among names: [String]) -> String {
    if let nearest = NearestName.of(name, among: names) { return "did you mean '\(nearest)'?" }
    let known = Set(names).sorted()
    return known.isEmpty ? "none is declared" : "known are: \(known.joined(separator: ", "))"
  }
}
