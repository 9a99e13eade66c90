import ContractModel
import RuleSyntax
import SourceText

/// What can be wrong with names, types, units and tables, in alphabetical order.
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

  static func conditionTested(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .conditionTested,
      "a condition holds or does not; it has no value to compare", at: range,
      help: "use its name alone, or `no …`")
  }

  static func dayNotInEveryMonth(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .dayNotInEveryMonth, "not every month has a day '\(text)' to begin on",
      at: range, help: "write a day from 1 to 28")
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

  static func latenessOfNoMilestone(_ subject: SubjectKind, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .latenessOfNoMilestone, "a \(subject) has no due date to be late for", at: range,
      help: "count it in a meaning for a milestone, or for a part that lies in one")
  }

  static func notACondition(_ name: NameSyntax, _ type: ValueType) -> Diagnostic {
    Diagnostic(
      .error, .notACondition,
      "'\(name.text)' is a value (\(type.description)), not a condition", at: name.range,
      help: "compare it: `\(name.text) is …`")
  }

  static func notALength(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notALength,
      "\(type.description) is no length of time", at: range,
      help: "write `30 calendar days`, `10 business days`, `2 weeks` or `3 months`")
  }

  static func notARole(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notARole,
      "a role of the contract is expected", at: range,
      help: "write `buyer`, `supplier` or another role")
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

  static func operandsDoNotFit(
    _ sign: String, _ left: ValueType, _ right: ValueType, at range: SourceRange
  ) -> Diagnostic {
    let help =
      if left == .date || right == .date {
        "write `30 calendar days after DATE`, or `calendar days after DATE through DATE`"
      } else if sign == "*" {
        "one of the two must be a percent or a bare number"
      } else if !left.isOrdered || !right.isOrdered {
        "only quantities can be worked with"
      } else {
        "both must have one unit"
      }
    return Diagnostic(
      .error, .unitMixed,
      "'\(sign)' does not fit \(left.description) and \(right.description)", at: range,
      help: help)
  }

  static func optionalUnguarded(
    _ read: ClauseChecker.OptionalRead, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .optionalUnguarded,
      "'\(read.field.rawValue)' may be absent from the \(read.kind.rawValue)", at: range,
      notes: read.range == range ? [] : [Diagnostic.Note("it is read here", at: read.range)],
      help: "first ask that `\(read.spelling) is given`")
  }

  static func partExtreme(_ word: String, _ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongExtreme,
      "\"\(word)\" does not fit \(type.description)", at: range,
      help: "of parts dates are `earliest` and `latest`; other quantities `smallest` and `largest`")
  }

  static func periodEmpty(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .periodEmpty, "a period of no length has no end of periods", at: range,
      help: "write a length above zero, as `30 calendar days`")
  }

  static func rateIsNoRate(_ name: NameSyntax, _ type: ValueType) -> Diagnostic {
    Diagnostic(
      .error, .notARate,
      "'\(name.text)' is \(type.description), not a rate", at: name.range,
      help: "`for each` takes an amount, a percent, or money per day")
  }

  static func resultIsRange(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .tableResultRange,
      "the last cell of a row is its result: one value", at: range,
      help: "write one value; ranges stand in the cells before it")
  }

  static func roundingUnit(_ range: SourceRange, of type: ValueType) -> Diagnostic {
    Diagnostic(
      .error, .roundingUnit,
      "this is no unit to round \(type.description) to", at: range,
      help: "write `to cent` for money, or a quantity of the same unit: `to 0.1%`")
  }

  static func roundsToMoreThanCents(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .roundingUnit, "a clause rounds what moves to the cent, and to nothing else",
      at: range,
      help:
        "write `to cent`; one sum is rounded to more as in `(5% of amount) rounded up to USD 10`")
  }

  static func shareIsNoPercent(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .shareIsNoPercent,
      "`of` takes a share, and \(type.description) is none", at: range,
      help: "write a percent before `of`; a field is possessive: `milestone's amount`")
  }

  static func tableResultMisnamed(_ name: NameSyntax, wanted: String) -> Diagnostic {
    Diagnostic(
      .error, .tableResultName,
      "the last column is the result and must be named '\(wanted)', not '\(name.text)'",
      at: name.range,
      help: "write `\(wanted)`")
  }

  static func tableTermOfTwoParts(
    _ name: NameSyntax, input: String, _ first: SubjectKind, _ second: SubjectKind,
    at firstRange: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .tableTermOfTwoParts,
      "'\(name.text)' picks its row by '\(input)' of \(first.withArticle), and this is about "
        + second.withArticle, at: name.range,
      notes: [Diagnostic.Note("it is read for \(first.withArticle) here", at: firstRange)],
      help: "give each kind of subject a term of its own")
  }

  static func typeMismatch(_ type: ValueType, wanted: ValueType, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .typeMismatch,
      "this is \(type.description), where \(wanted.description) is needed", at: range,
      help: wanted == .date ? "name a date" : "use a value in \(wanted.description)")
  }

  static func unknownPlural(_ name: String, at range: SourceRange, among names: [String])
    -> Diagnostic
  {
    Diagnostic(
      .error, .unknownUnit,
      "'\(name)' is no unit", at: range,
      help: suggestion(for: name, among: names))
  }

  static func unknownUnit(_ unit: UnitSyntax, wanted: [String]) -> Diagnostic {
    Diagnostic(
      .error, .unknownUnit,
      "'\(unit.text)' is no unit that fits here", at: unit.range,
      help: "write \(wanted.map { "`\($0)`" }.joined(separator: " or "))")
  }

  static func unreachablePart(_ name: NameSyntax, from subject: SubjectKind) -> Diagnostic {
    Diagnostic(
      .error, .unreachablePart,
      "a \(subject) lies in no one '\(name.text)'", at: name.range,
      help: "name the part it lies in, or `contract`")
  }

  static func wrongComparisonWords(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .wrongComparison,
      "these words do not compare \(type.description)", at: range,
      help:
        "dates are `before`, `after`, `on or before`, `on or after`; other quantities `at least`, `at most`, `more than`, `less than`"
    )
  }
}
