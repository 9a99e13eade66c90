import ContractModel
import RuleSyntax
import SourceText

/// What can be wrong with rules, one factory a mistake, in alphabetical order up to N.
extension Diagnostic {
  static func approximateTest(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .approximateTest,
      "nothing is ever certain about a value said to be 'approximately'", at: range,
      help: "give bounds, as `1,000 to 2,000`")
  }

  static func boundOfUnordered(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unorderedBound,
      "a value that is \(type.description) has no order, so it has no bounds", at: range,
      help: "name the values: `is A or B`")
  }

  static func claimNotAdmitted(
    _ plural: String, by name: NameSyntax, isException: Bool, declared: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .claimNotAdmitted,
      "'\(name.text)' rests on '\(plural)', which are claims and prove nothing by themselves",
      at: name.range,
      notes: [Diagnostic.Note("declared a claim here", at: declared)],
      help: isException
        ? "write `admits \(plural)` in every rule it defeats if the claim is what they are about"
        : "write `admits \(plural)` in the rule if the claim is what it is about")
  }

  static func clauseOfTwoCurrencies(
    _ found: Currency, at range: SourceRange, first: Currency, at firstRange: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .secondCurrency,
      "this is in \(found.code), and the clause has amounts in \(first.code)", at: range,
      notes: [Diagnostic.Note("this amount is in \(first.code)", at: firstRange)],
      help: "a contract has one currency: make the amount a term, or give it in \(first.code)")
  }

  static func clauseWithoutCitation(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .citationMissing,
      "the clause '\(name.text)' does not say where it stands in the contract", at: name.range,
      help: "add `cites \"…\"` as its first line")
  }

  static func collectionIsNoValue(_ name: NameSyntax, declared: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .collectionAsValue,
      "'\(name.text)' names records, not a value", at: name.range,
      notes: [Diagnostic.Note("declared here", at: declared)],
      help: "write `some \(name.text)`, or give `number of \(name.text)` a name of its own")
  }

  static func conditionTested(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .conditionTested,
      "a condition holds or does not; it has no value to compare", at: range,
      help: "use its name alone, or `no …`")
  }

  static func declaredTwice(_ name: NameSyntax, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .declaredTwice,
      "'\(name.text)' is declared twice", at: name.range,
      notes: [Diagnostic.Note("first declared here", at: first)],
      help: "give one of them another name")
  }

  static func definitionTooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .definitionTooDeep,
      "this rests on meanings within meanings, more than \(CheckingLimits.depth) deep", at: range,
      help: "define it with fewer steps between")
  }

  static func earnedTooEarly(_ verb: EffectVerb, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .stageOrder,
      "'\(verb.rawValue)' acts before it is known what is earned", at: range,
      help: "only `retain`, `recover`, `deduct` and later stages may read `earned`")
  }

  static func emptyRule(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .ruleEmpty,
      "the rule '\(name.text)' requires nothing and grants nothing", at: name.range,
      help: "add `require …` with `otherwise …`, or `then …`")
  }

  static func exceptionOfAnotherPart(
    _ subject: SubjectSyntax, target: NameSyntax, rules: [SourceRange]
  ) -> Diagnostic {
    Diagnostic(
      .error, .exceptionOfAnotherPart,
      "'\(target.text)' is about something else, so this exception defeats nothing",
      at: subject.range,
      notes: rules.map { Diagnostic.Note("the rule is declared here", at: $0) },
      help: "write the same subject as the rule, or leave it out")
  }

  static func exceptionWithoutCondition(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .exceptionWithoutWhen,
      "the exception '\(name.text)' does not say when it applies", at: name.range,
      help: "add `when …`")
  }

  static func exceptionWithoutConsequence(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .exceptionWithoutThen,
      "the exception '\(name.text)' does not say what follows", at: name.range,
      help: "add `then excuse`, or `then defer …`")
  }

  static func excuseOutsideException(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .excuseOutsideException,
      "only an exception can excuse", at: range,
      help: "write `exception … to RULE { when … then excuse }`")
  }

  static func extremeOfWrongType(_ word: String, _ type: ValueType, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .wrongExtreme,
      "\"\(word) of\" does not fit \(type.description)", at: range,
      help: "dates are `earlier` and `later`; other quantities are `lesser` and `greater`")
  }

  static func fieldOfAnotherSubject(
    _ name: NameSyntax, of kinds: [SubjectKind], subject: SubjectKind
  ) -> Diagnostic {
    Diagnostic(
      .error, .fieldOfAnotherPart,
      "a \(subject) has no '\(name.text)'", at: name.range,
      help: kinds.contains { subject.canReach($0) }
        ? "write `\(kinds.first { subject.canReach($0) } ?? .contract)'s \(name.text)`"
        : "it belongs to a \(kinds.map(\.rawValue).joined(separator: " or "))")
  }

  static func meaningNeverRead(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .warning, .meaningNeverRead,
      "nothing reads '\(name.text)'", at: name.range,
      help: "use it in a rule, or delete it")
  }

  static func notAClaim(_ name: NameSyntax, kind: RecordKind) -> Diagnostic {
    Diagnostic(
      .error, .notAClaim,
      "'\(name.text)' is no claim, so it needs no `admits`", at: name.range,
      notes: [Diagnostic.Note("declared '\(kind.nature.rawValue)' here", at: kind.range)],
      help: "leave it out")
  }

  static func notACollection(_ name: NameSyntax, at declared: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notACollection,
      "'\(name.text)' is one value, not records", at: name.range,
      notes: [Diagnostic.Note("declared here", at: declared)],
      help: "name the plural of a record kind")
  }

  static func notACondition(_ name: NameSyntax, _ type: ValueType) -> Diagnostic {
    Diagnostic(
      .error, .notACondition,
      "'\(name.text)' is a value (\(type.description)), not a condition", at: name.range,
      help: "compare it: `\(name.text) is …`")
  }

  static func notAField(_ range: SourceRange, kind: String) -> Diagnostic {
    Diagnostic(
      .error, .notAField,
      "what stands before `is` must be a field of the record", at: range,
      help: "name a field of \(kind); what it is compared with comes after `is`")
  }

  static func notALength(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notALength,
      "\(type.description) is no length of time", at: range,
      help: "write `30 calendar days`, `10 business days`, `2 weeks` or `3 months`")
  }

  static func notARecordTest(_ range: SourceRange, kind: String) -> Diagnostic {
    Diagnostic(
      .error, .notARecordTest,
      "only fields of the record can be tested here", at: range,
      help: "write `FIELD is …` with a field of \(kind), or move this to a requirement of its own")
  }

  static func notARole(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notARole,
      "a role of the contract is expected", at: range,
      help: "write `buyer`, `supplier` or another role")
  }

  static func notARule(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .notARule,
      "'\(name.text)' does not belong in a rules file", at: name.range,
      help:
        "a rules file declares records, clauses and calendars; contracts stand in `.contract` files"
    )
  }

  static func notAText(_ words: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notAText,
      "'\(words)' is no quoted text", at: range,
      help: "put it in quotation marks")
  }

  static func notAWord(_ word: String, of words: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownWord,
      "'\(word)' is not one of \(words.map { "'\($0)'" }.joined(separator: ", "))", at: range,
      help: suggestion(for: word, among: words))
  }

  static func notSummable(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notSummable,
      "values that are \(type.description) do not add up", at: range,
      help: "sum a field of money, days, weeks, months, percent or numbers")
  }
}
