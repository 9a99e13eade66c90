import ContractModel
import RuleChecking
import RuleSyntax
import SourceText

/// What is found in clauses, in alphabetical order.
extension Diagnostic {
  static func alternativeCovered(
    at range: SourceRange, by other: SourceRange, fix: Fix?
  ) -> Diagnostic {
    Diagnostic(
      .warning, .alternativeCovered, "this alternative adds nothing to another",
      at: range, notes: [.init("whenever it holds, this one does", at: other)],
      help: "take it away, or write what it was meant to add", fix: fix)
  }

  static func clauseWithoutRule(_ clause: CheckedClause) -> Diagnostic {
    Diagnostic(
      .warning, .clauseWithoutRule,
      "no rule stands in the clause '\(clause.name)'",
      at: clause.range, help: "write what the clause asks for as a rule, or take the clause away")
  }

  static func comparedWithItself(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .comparedWithItself, "this compares something with itself",
      at: range, help: "write what it was meant to be compared with")
  }

  static func conditionAlwaysHolds(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .conditionAlwaysHolds,
      "no value that there can be makes this untrue", at: range,
      help: "take it away, write `is given` if a value must be on record, or mend the bounds")
  }

  static func conditionImplied(
    at range: SourceRange, by other: SourceRange, fix: Fix?
  ) -> Diagnostic {
    Diagnostic(
      .warning, .conditionImplied, "this is so wherever another condition is",
      at: range, notes: [.init("the other condition", at: other)],
      help: "take it away, or write what it was meant to add", fix: fix)
  }

  static func conditionRepeated(
    at range: SourceRange, first: SourceRange, fix: Fix?
  ) -> Diagnostic {
    Diagnostic(
      .warning, .conditionRepeated, "this condition stands here twice", at: range,
      notes: [.init("the first one", at: first)],
      help: "take one away, or write what it was meant to be", fix: fix)
  }

  /// A condition that nothing satisfies, by itself or together with another.
  static func contradiction(
    at range: SourceRange, with other: SourceRange?, in place: StatementPlace
  ) -> Diagnostic {
    let why =
      other == nil
      ? "no value that there can be satisfies this" : "two conditions exclude each other"
    return Diagnostic(
      .warning, place.contradictionID, "\(why)\(place.consequence)", at: range,
      notes: other.map { [.init("the other condition", at: $0)] } ?? [],
      help: other == nil
        ? "mend the bounds, or take it away"
        : "mend one of the two, or write them apart: in `any of { }`, or in two rules")
  }

  static func effectOfNothing(_ verb: EffectVerb, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .effectOfNothing, "the amount to \(verb.rawValue) is always zero",
      at: range, help: "write the amount, or take the effect away")
  }

  static func exceptionForestalled(_ name: NameSyntax, by other: NameSyntax) -> Diagnostic {
    Diagnostic(
      .warning, .exceptionForestalled,
      "'\(name.text)' never has its say: a nearer exception holds wherever it does",
      at: name.range, notes: [.init("'\(other.text)' is to the rule itself", at: other.range)],
      help: "take it away, or narrow the nearer one")
  }

  static func exceptionOutOfReach(_ name: NameSyntax, obstacle: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .exceptionOutOfReach,
      "'\(name.text)' holds only where no rule applies that it could defeat", at: name.range,
      notes: [.init("the rule applies where this is so", at: obstacle)],
      help: "mend one of the two conditions, or take the exception away")
  }

  static func ruleNeverFails(_ name: NameSyntax, requirement: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .ruleNeverFails, "the rule '\(name.text)' can never fail",
      at: name.range, notes: [.init("nothing makes this untrue", at: requirement)],
      help: "require what may be otherwise, or write `then` without a requirement")
  }

  static func saidTwice(_ name: NameSyntax, what: String, first: NameSyntax) -> Diagnostic {
    Diagnostic(
      .warning, .saidTwice,
      "the \(what) '\(name.text)' says what '\(first.text)' says", at: name.range,
      notes: [.init("the other one", at: first.range)],
      help: "take one away, or write what it was meant to say")
  }
}

extension StatementPlace {
  fileprivate var contradictionID: DiagnosticID {
    switch self {
    case .application: .ruleNeverApplies
    case .requirement: .ruleNeverMet
    case .exception: .exceptionNeverDefeats
    case .records: .recordsNeverMatch
    case .elsewhere: .conditionNeverHolds
    }
  }

  /// What follows, after what is the matter.
  fileprivate var consequence: String {
    switch self {
    case .application(let rule): ", so the rule '\(rule)' never applies"
    case .requirement(let rule): ", so the rule '\(rule)' can never be met"
    case .exception(let exception): ", so '\(exception)' never defeats anything"
    case .records: ", so no record is ever meant"
    case .elsewhere: ""
    }
  }
}
