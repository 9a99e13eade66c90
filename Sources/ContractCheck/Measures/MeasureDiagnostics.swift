import ContractModel
import SourceText

extension DiagnosticID {
  fileprivate static let measuresColumn = DiagnosticID("measures-column")
}

extension Diagnostic {
  private static let anew = "run the query that `holdback sql` writes, and take its whole answer"

  static func measuresAndRecords(
    _ kind: RecordKind, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("measures-and-records"),
      "records of '\(kind.name)' are on file, and measured elsewhere as well",
      at: range,
      help: "leave out the one or the other: nothing says which of the two would count")
  }

  static func measuresColumn(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .measuresColumn, "no measure has a column '\(name)'", at: range, help: anew)
  }

  static func measuresFaulty(_ plural: String, _ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("measures-faulty"),
      "\(count) of the \(plural) that were measured lack something, or say what none may say",
      at: range,
      help:
        "mend the view: each must be about a part spelled in full, by a role that counts, with a day, and state every field"
    )
  }

  static func measuresImpossible(_ column: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("measures-value"),
      "'\(column)' of this measure is nothing that it can come to", at: range, help: anew)
  }

  static func measuresMissing(
    _ measure: String, about: String, _ count: Int, at range: SourceRange
  ) -> Diagnostic {
    let others = count == 1 ? "" : ", nor \(count - 1) others"
    return Diagnostic(
      .error, DiagnosticID("measures-missing"),
      "there is no measure '\(measure)' about '\(about)'\(others)", at: range, help: anew)
  }

  static func measuresOfOther(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("measures-of-other"),
      "this was measured for another contract, by other rules, or as of another day", at: range,
      help: anew)
  }

  static func measuresTwice(at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("measures-twice"), "this measure is there twice", at: range,
      notes: [.init("the first one", at: first)], help: anew)
  }

  static func measuresUnasked(_ count: Int, at range: SourceRange) -> Diagnostic {
    let others = count == 1 ? "" : ", nor for \(count - 1) others"
    return Diagnostic(
      .error, DiagnosticID("measures-unasked"), "no rule asks for this measure\(others)", at: range,
      help: anew)
  }

  static func measuresWithout(_ column: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .measuresColumn, "this measure has no column '\(column)'", at: range, help: anew)
  }
}
