internal import ContractModel
internal import SourceText

/// The results of tests for other programs; the shape is versioned.
package enum JSONTestReport {
  /// The version of the shape; it changes only when a reader of the old one would break.
  package static let version = 1

  /// Returns the whole JSON text, the same for the same results.
  package static func rendering(_ report: TestReport) -> String {
    var members: [(name: String, value: JSONValue)] = [
      ("version", .number(version)),
      (
        "summary",
        .object([
          ("tests", .number(report.results.count)), ("passed", .number(report.count(.passed))),
          ("failed", .number(report.count(.failed))), ("invalid", .number(report.count(.invalid))),
          ("problems", .number(report.problemCount)),
        ])
      ),
      ("tests", .array(report.results.map { $0.json(in: report.files) })),
    ]
    if let coverage = report.coverage {
      members.append(("coverage", coverage.json(in: report.files)))
    }
    if let mutation = report.mutation {
      members.append(("mutation", mutation.json(in: report.files)))
    }
    members.append(("diagnostics", .array(report.diagnostics.map(\.json))))
    return JSONValue.object(members).text
  }
}

extension TestResult {
  fileprivate func json(in files: SourceFiles) -> JSONValue {
    let file = files[range.file]
    return .object([
      ("title", .string(title)),
      ("file", .string(file.path)),
      ("line", .number(file.position(at: range.lower).line)),
      ("case", .text(row)),
      ("status", .string(status.rawValue)),
      ("failures", .array(failures.map { $0.json(in: files) })),
    ])
  }
}

extension TestFailure {
  fileprivate func json(in files: SourceFiles) -> JSONValue {
    .object([
      ("subject", .string(subject)),
      ("what", .string(what)),
      ("expected", .string(expected)),
      ("found", .string(found)),
      ("at", range.json(in: files)),
    ])
  }
}
