import ContractModel
import RuleSyntax
import SourceText

/// What can be wrong with declared records and with what is drawn from them, in alphabetical order.
extension Diagnostic {
  static func collectionIsNoValue(_ name: NameSyntax, declared: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .collectionAsValue,
      "'\(name.text)' names records, not a value", at: name.range,
      notes: [Diagnostic.Note("declared here", at: declared)],
      help: "write `some \(name.text)`, or give `number of \(name.text)` a name of its own")
  }

  static func notACollection(_ name: NameSyntax, at declared: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notACollection,
      "'\(name.text)' is one value, not records", at: name.range,
      notes: [Diagnostic.Note("declared here", at: declared)],
      help: "name the plural of a record kind")
  }

  static func notAField(_ range: SourceRange, kind: String) -> Diagnostic {
    Diagnostic(
      .error, .notAField,
      "what stands before `is` must be a field of the record", at: range,
      help: "name a field of \(kind); what it is compared with comes after `is`")
  }

  static func notARecordTest(_ range: SourceRange, kind: String) -> Diagnostic {
    Diagnostic(
      .error, .notARecordTest,
      "only fields of the record can be tested here", at: range,
      help: "write `FIELD is …` with a field of \(kind), or move this to a requirement of its own")
  }

  static func notSummable(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notSummable,
      "values that are \(type.description) do not add up", at: range,
      help: "sum a field of money, days, weeks, months, percent or numbers")
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

  static func partsMisplaced(_ name: NameSyntax, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .partsMisplaced,
      "'\(name.text)' names parts of a contract, which cannot stand here", at: range,
      help: "of parts there are `number of`, `sum of`, `share of`, `largest`, `smallest`, "
        + "`earliest`, `latest`, `some`, `no` and `all`, each with its own `where`")
  }

  static func partsNotWithin(_ name: NameSyntax, subject: SubjectKind) -> Diagnostic {
    Diagnostic(
      .error, .partsNotWithin,
      "there are no '\(name.text)' within \(subject.withArticle)", at: name.range,
      help: "contracts hold all parts, milestones deliverables and lines, invoices lines; "
        + "`contract's \(name.text)` looks wider, and milestones alone have predecessors")
  }

  static func percentileOutOfRange(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .percentileRange,
      "a percentile lies above 0% and at most at 100%", at: range,
      help: "write `95% percentile of …`")
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

  static func tooManyWords(_ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .tooManyWords,
      "a list of \(count) words is longer than \(CheckingLimits.words)", at: range,
      help: "use a text, or group the words")
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
}
