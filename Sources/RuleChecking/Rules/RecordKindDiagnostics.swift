import ContractModel
import RuleSyntax
import SourceText

/// What can be wrong with records as rules declare and count them, one factory a mistake, in
/// alphabetical order.
extension Diagnostic {
  static func collectionIsNoValue(_ name: NameSyntax, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("collection-as-value"),
      "'\(name.text)' names records, not a value", at: range,
      help:
        "write `number of \(name.text)`, `share of …` or `latest … of …` under a name of its own")
  }

  static func notACollection(_ name: NameSyntax, at declared: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("not-a-collection"),
      "'\(name.text)' is one value, not records", at: name.range,
      notes: [Diagnostic.Note("declared here", at: declared)],
      help: "name the plural of a record kind")
  }

  static func notAField(_ range: SourceRange, kind: String) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("not-a-field"),
      "what stands before `is` must be a field of the record", at: range,
      help: "name a field of \(kind); what it is compared with comes after `is`")
  }

  static func notARecordTest(_ range: SourceRange, kind: String) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("not-a-record-test"),
      "only fields of the record can be tested here", at: range,
      help: "write `FIELD is …` with a field of \(kind), or move this to a requirement of its own")
  }

  static func optionalFieldUnguarded(_ name: NameSyntax, of kind: String, declared: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, DiagnosticID("optional-unguarded"),
      "'\(name.text)' may be absent from a \(kind)", at: name.range,
      notes: [Diagnostic.Note("declared optional here", at: declared)],
      help: "write `where \(name.text) is given and \(name.text) is …`")
  }

  static func percentileOutOfRange(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("percentile-range"),
      "a percentile lies above 0% and at most at 100%", at: range,
      help: "write `95% percentile of …`")
  }

  static func recordAboutNothing(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("record-about-nothing"),
      "'\(name.text)' does not say what it is about", at: name.range,
      help: "add `about deliverable`, or another part of a contract")
  }

  static func recordNotAbout(
    _ name: NameSyntax, subject: SubjectKind, about: [SubjectKind], at declared: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("records-out-of-reach"),
      "'\(name.text)' cannot be about a \(subject) or anything within it", at: name.range,
      notes: [Diagnostic.Note("declared here", at: declared)],
      help:
        "they are about a \(about.map(\.rawValue).joined(separator: " or ")); to look wider write `milestone's \(name.text)` or `contract's \(name.text)`"
    )
  }

  static func recordWithoutAuthority(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("record-without-authority"),
      "nobody may assert a '\(name.text)'", at: name.range,
      help: "add `asserted by buyer`, or the roles that may")
  }

  static func recordWithoutSpan(_ name: NameSyntax, declared: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("record-without-span"),
      "'\(name.text)' have no dates `begins` and `ends`, so they cover no days", at: name.range,
      notes: [Diagnostic.Note("declared here", at: declared)],
      help: "count records that have both")
  }

  static func shareOfNothing(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("share-without-where"),
      "which of them?", at: range,
      help: "add `where …`")
  }

  static func singularCollection(_ name: NameSyntax, plural: String, declared: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, DiagnosticID("singular-collection"),
      "'\(name.text)' is one record; here all of them are meant", at: name.range,
      notes: [Diagnostic.Note("declared here", at: declared)],
      help: "write `\(plural)`")
  }

  static func suppliedField(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("supplied-field"),
      "every record has '\(name.text)' already", at: name.range,
      help: "give the field another name")
  }

  static func undatedRecord(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("record-undated"),
      "'\(name.text)' has no day that it speaks of", at: name.range,
      help: "add `dated date`")
  }

  static func unknownField(
    _ name: NameSyntax, of kind: String, among names: [String], declared: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("unknown-field"),
      "a \(kind) has no field '\(name.text)'", at: name.range,
      notes: [Diagnostic.Note("declared here", at: declared)],
      help: didYouMean(name.text, among: names))
  }
}
