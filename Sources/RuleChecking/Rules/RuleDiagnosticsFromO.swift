import ContractModel
import RuleSyntax
import SourceText

/// What can be wrong with rules, from O to Z.
extension Diagnostic {
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

  static func optionalFieldUnguarded(
    _ field: String, at range: SourceRange, of kind: String, declared: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .optionalUnguarded,
      "'\(field)' may be absent from a \(kind)", at: range,
      notes: [Diagnostic.Note("declared optional here", at: declared)],
      help: "write `where \(field) is given`, and what else is asked of it after `and`")
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

  static func otherwiseWithoutRequire(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .otherwiseWithoutRequire,
      "'\(name.text)' says what otherwise follows but requires nothing", at: name.range,
      help: "add `require …`, or write `then` for `otherwise`")
  }

  static func ownerTwice(_ owner: NameSyntax, collection: NameSyntax, declared: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .ownerTwice,
      "'\(collection.text)' says itself where its records are looked for", at: owner.range,
      notes: [Diagnostic.Note("declared here", at: declared)],
      help: "write `\(collection.text)` alone")
  }

  static func partsFiltered(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .partsFiltered,
      "all parts of a contract are meant here, or none", at: range,
      help: "write what is asked of each part after `have`")
  }

  static func partsNotWithin(_ name: NameSyntax, subject: SubjectKind) -> Diagnostic {
    Diagnostic(
      .error, .partsNotWithin,
      "there are no '\(name.text)' within \(subject.withArticle)", at: name.range,
      help: "contracts hold all parts, milestones deliverables and lines, invoices lines")
  }

  static func percentileOutOfRange(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .percentileRange,
      "a percentile lies above 0% and at most at 100%", at: range,
      help: "write `95% percentile of …`")
  }

  static func rateIsNoRate(_ name: NameSyntax, _ type: ValueType) -> Diagnostic {
    Diagnostic(
      .error, .notARate,
      "'\(name.text)' is \(type.description), not a rate", at: name.range,
      help: "`for each` takes an amount, a percent, or money per day")
  }

  static func readsItself(_ name: NameSyntax, through range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .readsItself,
      "'\(name.text)' is defined through itself", at: name.range,
      notes: [Diagnostic.Note("read again here", at: range)],
      help: "define one of the two without the other")
  }

  static func recordAboutNothing(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .recordAboutNothing,
      "'\(name.text)' does not say what it is about", at: name.range,
      help: "add `about deliverable`, or another part of a contract")
  }

  static func recordNotAbout(
    _ name: NameSyntax, subject: SubjectKind, about: [SubjectKind], at declared: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .recordsOutOfReach,
      "'\(name.text)' cannot be about a \(subject) or anything within it", at: name.range,
      notes: [Diagnostic.Note("declared here", at: declared)],
      help:
        "they are about a \(about.map(\.rawValue).joined(separator: " or ")); to look wider write `milestone's \(name.text)` or `contract's \(name.text)`"
    )
  }

  static func recordWithoutAuthority(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .recordWithoutAuthority,
      "nobody may assert a '\(name.text)'", at: name.range,
      help: "add `asserted by buyer`, or the roles that may")
  }

  static func recordWithoutSpan(_ name: NameSyntax, declared: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .recordWithoutSpan,
      "'\(name.text)' have no dates 'begins' and 'ends', so they cover no days", at: name.range,
      notes: [Diagnostic.Note("declared here", at: declared)],
      help: "count records that have both")
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

  static func shareIsNoPercent(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .shareIsNoPercent,
      "`of` takes a share, and \(type.description) is none", at: range,
      help: "write a percent before `of`; a field is possessive: `milestone's amount`")
  }

  static func shareOfNothing(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .shareWithoutWhere,
      "which of them?", at: range,
      help: "add `where …`")
  }

  static func singularCollection(_ name: NameSyntax, plural: String, declared: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .singularCollection,
      "'\(name.text)' is one record; here all of them are meant", at: name.range,
      notes: [Diagnostic.Note("declared here", at: declared)],
      help: "write `\(plural)`")
  }

  static func suppliedField(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .suppliedField,
      "every record has '\(name.text)' already", at: name.range,
      help: "give the field another name")
  }

  static func suppliedWordTaken(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .suppliedWord,
      "'\(name.text)' already means something everywhere", at: name.range,
      help: "choose another name")
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

  static func tooManyWords(_ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .tooManyWords,
      "a list of \(count) words is longer than \(CheckingLimits.words)", at: range,
      help: "use a text, or group the words")
  }

  static func typeMismatch(_ type: ValueType, wanted: ValueType, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .typeMismatch,
      "this is \(type.description), where \(wanted.description) is needed", at: range,
      help: wanted == .date ? "name a date" : "use a value in \(wanted.description)")
  }

  static func undatedRecord(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .recordUndated,
      "'\(name.text)' has no day that it speaks of", at: name.range,
      help: "add `dated date`")
  }

  static func unknownField(
    _ name: NameSyntax, of kind: String, among names: [String], declared: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownField,
      "a \(kind) has no field '\(name.text)'", at: name.range,
      notes: [Diagnostic.Note("declared here", at: declared)],
      help: suggestion(for: name.text, among: names))
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
