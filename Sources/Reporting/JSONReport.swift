internal import ContractModel
internal import SourceText

/// The report for other programs; its shape is versioned.
package enum JSONReport {
  /// The version of the shape; it changes only when a reader of the old one would break.
  package static let version = 1

  /// Returns the whole JSON text, the same for the same report.
  package static func rendering(_ report: Report) -> String {
    JSONValue.object([
      ("version", .number(version)),
      ("asOf", .string(report.asOf.text)),
      ("summary", ReportSummary(report).json(contractCount: report.contracts.count)),
      ("contracts", .array(report.contracts.map { JSONContract($0, files: report.files).json })),
      ("diagnostics", .array(report.diagnostics.map { $0.json(in: report.files) })),
    ]).text
  }
}

extension ReportSummary.Total {
  fileprivate var json: JSONValue {
    .object(amounts.fields(in: currency) + (paidToDate?.json(in: currency) ?? []))
  }
}

extension ReportSummary {
  fileprivate func json(contractCount: Int) -> JSONValue {
    .object([
      ("contracts", .number(contractCount)),
      (
        "decisions",
        .object(decisions.map { (name: $0.decision.rawValue, value: .number($0.count)) })
      ),
      (
        "amounts",
        .object(totals.map { (name: $0.currency.code, value: $0.json) })
      ),
    ])
  }
}

extension Diagnostic {
  func json(in files: SourceFiles) -> JSONValue {
    .object([
      ("severity", .string(isError ? "error" : "warning")),
      ("id", .string(id.rawValue)),
      ("message", .string(message)),
      ("at", range.json(in: files)),
      ("notes", .array(notes.map { $0.json(in: files) })),
      ("help", .text(help)),
    ])
  }
}

extension Diagnostic.Note {
  fileprivate func json(in files: SourceFiles) -> JSONValue {
    .object([("message", .string(message)), ("at", range.json(in: files))])
  }
}

extension SourceRange {
  /// The place where the range begins.
  func json(in files: SourceFiles) -> JSONValue {
    let position = files[file].position(at: lower)
    return .object([
      ("file", .string(files[file].path)), ("line", .number(position.line)),
      ("column", .number(position.column)),
    ])
  }
}
