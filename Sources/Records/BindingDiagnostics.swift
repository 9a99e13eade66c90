import ContractModel
package import SourceText

extension DiagnosticID {
  package static let ambiguousSubject = DiagnosticID("ambiguous-subject")
  package static let duplicateRecordID = DiagnosticID("duplicate-record-id")
  package static let instantWithoutZone = DiagnosticID("instant-without-zone")
  package static let mixedCurrencies = DiagnosticID("mixed-currencies")
  package static let momentBeyondZone = DiagnosticID("moment-beyond-zone")
  package static let recordedTooEarly = DiagnosticID("recorded-too-early")
  package static let recordNobodyMayAssert = DiagnosticID("record-nobody-may-assert")
  package static let recordWithoutAsserter = DiagnosticID("record-without-asserter")
  package static let recordWithoutDate = DiagnosticID("record-without-date")
  package static let recordWithoutKey = DiagnosticID("record-without-key")
  package static let recordWithoutKind = DiagnosticID("record-without-kind")
  package static let recordWithoutSubject = DiagnosticID("record-without-subject")
  package static let unfitSubject = DiagnosticID("unfit-subject")
  package static let unknownField = DiagnosticID("unknown-record-field")
  package static let unknownRecordKind = DiagnosticID("unknown-record-kind")
  package static let unknownRole = DiagnosticID("unknown-role")
  package static let unknownSubject = DiagnosticID("unknown-subject")
  package static let unknownWord = DiagnosticID("unknown-record-word")
  package static let valueOfWrongType = DiagnosticID("value-of-wrong-type")
  package static let valueOutsideDomain = DiagnosticID("value-outside-domain")
  package static let zoneFilesMissing = DiagnosticID("zone-files-missing")
}

extension Diagnostic {
  static func ambiguousSubject(
    _ text: String, spellings: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .ambiguousSubject, "\(quoted(text)) names more than one part of the contract",
      at: range,
      help: "write one of " + spellings.map { "'\($0)'" }.joined(separator: ", "))
  }

  static func duplicateRecordID(
    _ text: String, first: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .duplicateRecordID, "two records have the id \(quoted(text))", at: range,
      notes: [Note("the first is here", at: first)],
      help: "remove one of them if they are the same record, else change its id")
  }

  static func faultyValue(
    _ fault: ValueFault, of field: RecordKind.Field, roles: Set<String>, at range: SourceRange
  ) -> Diagnostic {
    switch fault {
    case .notOfType: valueOfWrongType(field.name, type: field.type, at: range)
    case .unknownCurrency(let code): unknownCurrency(code, at: range)
    case .mixedCurrencies(let stated, let used): mixedCurrencies(stated, used, at: range)
    case .unknownWord(let word): unknownWord(word, field: field, at: range)
    case .unknownRole(let role): unknownRole(role, roles: roles, at: range)
    case .outsideDomain: valueOutsideDomain(field, at: range)
    case .zone(let fault): dayUnknown(fault, at: range)
    }
  }

  /// What is wrong with a moment.
  static func dayUnknown(_ fault: ZoneFault, at range: SourceRange) -> Diagnostic {
    switch fault {
    case .unsaid: instantWithoutZone(at: range)
    case .filesMissing(let zone): zoneFilesMissing(zone, at: range)
    case .beyond(let zone): momentBeyondZone(zone, at: range)
    }
  }

  private static func instantWithoutZone(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .instantWithoutZone,
      "this is a moment, and what day it was depends on a zone that the contract does not name",
      at: range, help: "write 'zone \"America/New_York\"' in the contract, or the day alone here")
  }

  private static func momentBeyondZone(_ zone: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .momentBeyondZone,
      "the system's file about the time zone '\(zone)' does not reach this moment", at: range,
      help: "write the day alone, as '2013-10-01'")
  }

  static func mixedCurrencies(
    _ stated: Currency, _ used: Currency, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .mixedCurrencies, "this amount is in \(stated.code), the contract is in \(used.code)",
      at: range, help: "state the amount in \(used.code)")
  }

  static func recordNobodyMayAssert(
    _ kind: RecordKind, roles: Set<String>, at range: SourceRange
  ) -> Diagnostic {
    let wanted = kind.asserters.joined(separator: " or ")
    let near = kind.asserters.lazy.compactMap { role in
      NearestName.of(role, among: roles).map {
        "'\(role)' is no party of the contract; is it '\($0)'?"
      }
    }.first
    return Diagnostic(
      .error, .recordNobodyMayAssert,
      "a \(kind.name) is asserted by \(wanted), and the contract has no such party", at: range,
      notes: [Note("'\(kind.name)' is declared here", at: kind.range)],
      help: near
        ?? "name the party in the contract; a record that nobody may assert decides nothing")
  }

  static func recordWithoutAsserter(_ kind: RecordKind, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .recordWithoutAsserter, "this \(kind.name) does not say who asserts it", at: range,
      help: "add the field 'by' with one of the roles \(kind.asserters.joined(separator: ", "))")
  }

  static func recordWithoutDate(_ kind: RecordKind, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .recordWithoutDate, "this \(kind.name) does not say which day it speaks of",
      at: range,
      help: "add the field 'dated', as '2013-10-01', or '2013-10' for some day of a month")
  }

  static func recordWithoutKey(
    _ kind: RecordKind, _ key: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .recordWithoutKey, "this \(kind.name) does not say its '\(key)'", at: range,
      help: "add the field '\(key)': it says which records stand in the place of one another")
  }

  static func recordedTooEarly(
    _ kind: RecordKind, on day: CivilDate, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .recordedTooEarly,
      "this \(kind.name) was put on file on \(day.text), before the day that it speaks of",
      at: range, help: "mend 'dated' or 'recorded': what is to come is not on record yet")
  }

  static func recordWithoutKind(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .recordWithoutKind, "this record does not say of which kind it is", at: range,
      help: "add the field 'record', or name the file for the one kind of its records")
  }

  static func columnsWithoutKind(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .recordWithoutKind, "no column says of which kind records are, and no row follows",
      at: range,
      help: "begin with the names of fields, 'record' among them, or name the file for its one kind"
    )
  }

  static func unknownColumn(
    _ name: String, among known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownField, "no record here has a field \(quoted(name)), and no row follows",
      at: range,
      help: didYouMean(name, among: known)
        ?? "begin with the names of fields, with ',' between them")
  }

  static func recordWithoutSubject(_ kind: RecordKind, at range: SourceRange) -> Diagnostic {
    let kinds = kind.about.map(\.rawValue).joined(separator: " or ")
    return Diagnostic(
      .error, .recordWithoutSubject, "this \(kind.name) does not say what it is about", at: range,
      help: "add the field 'about' with the id of a \(kinds)")
  }

  static func unfitSubject(
    _ text: String, of subjectKind: SubjectKind, kind: RecordKind, at range: SourceRange
  ) -> Diagnostic {
    let kinds = kind.about.map(\.rawValue).joined(separator: " or ")
    return Diagnostic(
      .error, .unfitSubject,
      "\(quoted(text)) is of the kind \(subjectKind.rawValue), and a \(kind.name) is about a \(kinds)",
      at: range, notes: [Note("'\(kind.name)' is declared here", at: kind.range)])
  }

  private static func unknownCurrency(_ code: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .valueOfWrongType, "there is no currency \(quoted(code))", at: range,
      help: "write its three capital letters, as 'USD 1,200.00'")
  }

  static func unknownField(
    _ name: String, of kind: RecordKind, among known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownField, "a \(kind.name) has no field \(quoted(name))", at: range,
      notes: [Note("'\(kind.name)' is declared here", at: kind.range)],
      help: didYouMean(name, among: known))
  }

  static func unknownRecordKind(
    _ name: String, among kinds: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .unknownRecordKind, "no rules file declares the record \(quoted(name))", at: range,
      help: didYouMean(name, among: kinds))
  }

  static func unknownRole(_ role: String, roles: Set<String>, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownRole, "the contract has no party in the role \(quoted(role))", at: range,
      help: didYouMean(role, among: roles.sorted()))
  }

  static func unknownSubject(
    _ text: String, meant spellings: [String], at range: SourceRange
  ) -> Diagnostic {
    let choices = spellings.prefix(4).map { "'\($0)'" }.joined(separator: " or ")
    return Diagnostic(
      .error, .unknownSubject, "no part of the contract is named \(quoted(text))", at: range,
      help: choices.isEmpty ? nil : "did you mean \(choices)?")
  }

  private static func unknownWord(
    _ word: String, field: RecordKind.Field, at range: SourceRange
  ) -> Diagnostic {
    var words: [String] = []
    if case .words(let list) = field.type { words = list }
    return Diagnostic(
      .error, .unknownWord, "\(quoted(word)) is not a value of '\(field.name)'", at: range,
      notes: [Note("'\(field.name)' is declared here", at: field.range)],
      help: didYouMean(word, among: words) ?? "write \(words.joined(separator: " or "))")
  }

  static func valueOfWrongType(
    _ name: String, type: ValueType, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .valueOfWrongType, "'\(name)' takes a value of the type \(type.description)",
      at: range,
      help: example(of: type).map { "write it as \($0)" })
  }

  private static func valueOutsideDomain(
    _ field: RecordKind.Field, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .valueOutsideDomain, "this value is not among those that '\(field.name)' may have",
      at: range, notes: [Note("'\(field.name)' is declared here", at: field.range)],
      help: "write one that its declaration allows")
  }

  private static func zoneFilesMissing(_ zone: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .zoneFilesMissing,
      "what day this moment was in '\(zone)' is not known: the system has no time zone files",
      at: range, help: "install the time zone database of the system, or write the day alone here")
  }

  private static func example(of type: ValueType) -> String? {
    switch type {
    case .money: "\"USD 1,200.00\""
    case .moneyPer(let day): "\"USD 5,000 per \(day.singular)\""
    case .percent: "\"99%\""
    case .number: "12 or \"12\""
    case .count(let plural): "\"200 \(plural)\""
    case .days(let day): "\"14 \(day.plural)\""
    case .weeks: "\"2 weeks\""
    case .months: "\"3 months\""
    case .date: "\"2013-10-01\", \"2013-10\" or \"2013-10-01/2013-10-15\""
    case .text: "a text in quotes"
    case .words(let words): words.map { "\"\($0)\"" }.joined(separator: " or ")
    case .party: "a role of the contract in quotes"
    case .condition: nil
    }
  }

  private static func didYouMean(_ text: String, among names: [String]) -> String? {
    NearestName.of(text, among: names).map { "did you mean '\($0)'?" }
  }

  private static func quoted(_ text: String) -> String { VisibleText.quoted(Array(text.utf8)[...]) }
}
