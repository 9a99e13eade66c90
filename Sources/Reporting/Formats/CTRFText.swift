internal import SourceText

/// What stands around the tests of a report in the Common Test Report Format.
enum CTRFText {
  static func opening(_ tests: JSONListText, toolVersion: String) -> String {
    let file = JSONListText(level: 2)
    let members: [(name: String, value: JSONValue)] = [
      ("reportFormat", .string("CTRF")), ("specVersion", .string("1.0.0")),
      ("generatedBy", .string("holdback \(toolVersion)")),
    ]
    return "{" + file.members(members) + file.line(1) + "\"results\": {" + tests.start("tests")
  }

  static func closing(
    _ tests: JSONListText, toolVersion: String, summary: JSONValue, extra: JSONValue
  ) -> String {
    let members: [(name: String, value: JSONValue)] = [
      ("tool", .tool(toolVersion)), ("summary", summary), ("extra", extra),
    ]
    return tests.end + tests.furtherMembers(members) + tests.line(1) + "}\n}\n"
  }

  /// What is undecided is failed: the format has no word for it that does not look like a pass.
  static func summary(
    _ cases: [ReportCase.Outcome: Int], suites: Int, extra: JSONValue
  ) -> JSONValue {
    func count(_ outcome: ReportCase.Outcome) -> Int { cases[outcome] ?? 0 }
    let failed = count(.failed) + count(.undecided)
    return .object([
      ("tests", .number(count(.passed) + failed + count(.skipped))),
      ("passed", .number(count(.passed))),
      ("failed", .number(failed)),
      ("skipped", .number(count(.skipped))),
      ("pending", .number(0)),
      ("other", .number(0)),
      ("suites", .number(suites)),
      ("start", .number(0)),
      ("stop", .number(0)),
      ("extra", extra),
    ])
  }

  static func warnings(_ diagnostics: [ReportedDiagnostic]) -> JSONValue {
    .texts(
      diagnostics.filter { !$0.isError }
        .map { VisibleText.escaping($0.lines.joined(separator: "; ")) })
  }
}

/// One test; all of its texts are untrusted.
struct CTRFTest {
  let id: String
  let name: String
  let outcome: ReportCase.Outcome
  /// Nil for what is no part of any.
  let suite: String?
  let message: String
  let place: ReportedPlace?
  /// In one word of ours.
  let rawStatus: String
  let extra: [(name: String, value: JSONValue)]

  init(
    id: String, name: String, _ outcome: ReportCase.Outcome, suite: String?, message: String,
    place: ReportedPlace?, rawStatus: String, extra: [(name: String, value: JSONValue)] = []
  ) {
    self.id = id
    self.name = name
    self.outcome = outcome
    self.suite = suite
    self.message = message
    self.place = place
    self.rawStatus = rawStatus
    self.extra = extra
  }

  init(_ error: DiagnosticCase) {
    self.init(
      id: error.fingerprint, name: error.name, .undecided, suite: nil,
      message: error.diagnostic.sentence, place: error.diagnostic.place, rawStatus: "error")
  }

  var json: JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("testId", .string(id)),
      ("name", .string(VisibleText.escaping(name))),
      ("status", .string(status)),
      ("duration", .number(0)),
    ]
    if let suite { members.append(("suite", .texts([VisibleText.escaping(suite)]))) }
    members.append(("message", .string(VisibleText.escaping(message))))
    if let place { members.append(("line", .number(place.line))) }
    members.append(("rawStatus", .string(rawStatus)))
    if let place { members.append(("filePath", .string(place.path))) }
    if !extra.isEmpty { members.append(("extra", .object(extra))) }
    return .object(members)
  }

  private var status: String {
    switch outcome {
    case .passed: "passed"
    case .failed, .undecided: "failed"
    case .skipped: "skipped"
    }
  }
}
