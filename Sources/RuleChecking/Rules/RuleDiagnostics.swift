import ContractModel
import RuleSyntax
import SourceText

/// What can be wrong with the shape of rules, exceptions and effects, in alphabetical order.
extension Diagnostic {
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

  static func effectTooEarly(
    _ verb: EffectVerb, reading phase: DecisionPhase, at range: SourceRange
  ) -> Diagnostic {
    let allowed = EffectVerb.allCases.filter { $0 != .excuse && phase.allows($0) }
    return Diagnostic(
      .error, .stageOrder,
      "'\(verb.rawValue)' acts before it is known what is \(phase)", at: range,
      help: "a rule that reads `\(phase)` may use "
        + allowed.map { "`\($0.rawValue)`" }.joined(separator: ", "))
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

  static func notARule(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .notARule,
      "'\(name.text)' does not belong in a rules file", at: name.range,
      help:
        "a rules file declares records, clauses, calendars and sources; contracts stand in `.contract` files"
    )
  }

  static func otherwiseWithoutRequire(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .otherwiseWithoutRequire,
      "'\(name.text)' says what otherwise follows but requires nothing", at: name.range,
      help: "add `require …`, or write `then` for `otherwise`")
  }

  static func readsItself(_ name: NameSyntax, through range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .readsItself,
      "'\(name.text)' is defined through itself", at: name.range,
      notes: [Diagnostic.Note("read again here", at: range)],
      help: "define one of the two without the other")
  }

  static func releaseAlreadyMet(_ verb: NameSyntax, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .releaseAlreadyMet,
      "after `then` the rule is met, so `met` does not end what '\(verb.text)' holds", at: range,
      help:
        "say what ends it, as `until some settlements`; or ask with `require`, and hold what fails"
        + " after `otherwise`")
  }

  static func releaseOnFailure(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .releaseOnFailure, "a failure would release what is retained", at: range,
      help: "write the release after `then`, in a rule that requires what earns it")
  }

  static func releaseOutOfReach(_ range: SourceRange, requirement: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .releaseOutOfReach,
      "once the day has passed this can never be met, and nothing else releases the money",
      at: range,
      notes: [Diagnostic.Note("this is about the first time only", at: requirement)],
      help: "add another way out: `until met or some settlements`")
  }

  static func requireWithoutOtherwise(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .requireWithoutOtherwise,
      "'\(name.text)' requires something but says nothing of what otherwise follows",
      at: name.range,
      help: "add `otherwise withhold … until met`, or `otherwise report …`")
  }

  static func roundingUnsaid(_ range: SourceRange, clause: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .roundingUnsaid,
      "this amount may have fractions of a cent, and nothing says how they are rounded", at: range,
      help: "add `rounds half up to cent` to the clause '\(clause.text)'")
  }

  static func ruleAboutNothing(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .ruleAboutNothing,
      "the rule '\(name.text)' does not say what it is about", at: name.range,
      help: "write `rule \(name.text) for each milestone`, or `for contract`")
  }

  static func suppliedWordTaken(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .suppliedWord,
      "'\(name.text)' already means something everywhere", at: name.range,
      help: "choose another name")
  }
}
