/// JUnit XML around suites.
enum JUnitText {
  static func opening(named name: String, _ counts: JUnitCounts) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    \(XMLTag("testsuites", [("name", name)] + counts.attributes).open)

    """
  }

  static let closing = "</testsuites>\n"
}

/// What a suite, or a report of several, counts.
struct JUnitCounts {
  let tests: Int
  let failures: Int
  let errors: Int

  var attributes: [(name: String, value: String)] {
    [("tests", String(tests)), ("failures", String(failures)), ("errors", String(errors))]
  }
}

/// Cases under one name.
struct JUnitSuite {
  let name: String
  /// Nil where the suite has no place for them.
  let properties: [(name: String, value: String)]?
  let cases: [JUnitCase]
  /// What was said beside the cases.
  let output: [String]

  init(
    name: String, properties: [(name: String, value: String)]? = nil, cases: [JUnitCase],
    output: [String] = []
  ) {
    self.name = name
    self.properties = properties
    self.cases = cases
    self.output = output
  }

  var text: String {
    let counts = JUnitCounts(
      tests: cases.count, failures: count(of: .failed), errors: count(of: .undecided))
    let tag = XMLTag(
      "testsuite",
      [("name", name)] + counts.attributes + [("skipped", String(count(of: .skipped)))])
    let said = output.isEmpty ? [] : [XMLTag("system-out").containing(output)]
    let lines = propertyLines + cases.map(\.text) + said
    return "  \(tag.open)\n" + lines.map { "    \($0)\n" }.joined() + "  \(tag.close)\n"
  }

  private var propertyLines: [String] {
    guard let properties else { return [] }
    let lines = properties.map { name, value in
      "  " + XMLTag("property", [("name", name), ("value", value)]).empty
    }
    return ["<properties>"] + lines + ["</properties>"]
  }

  private func count(of outcome: ReportCase.Outcome) -> Int {
    cases.count { $0.outcome == outcome }
  }
}

/// One case; all of it is untrusted.
struct JUnitCase {
  let name: String
  let className: String
  let outcome: ReportCase.Outcome
  /// One word for why it did not pass.
  let type: String
  let message: String
  /// What is told of a case that did not pass.
  let lines: [String]

  init(
    name: String, className: String, _ outcome: ReportCase.Outcome, type: String, message: String,
    lines: [String]
  ) {
    self.name = name
    self.className = className
    self.outcome = outcome
    self.type = type
    self.message = message
    self.lines = lines
  }

  var text: String {
    let tag = XMLTag("testcase", [("name", name), ("classname", className)])
    guard let element else { return tag.empty }
    let told = XMLTag(element, [("message", message), ("type", type)])
    return tag.open + told.containing(lines) + tag.close
  }

  /// What says that a case did not pass.
  private var element: String? {
    switch outcome {
    case .passed: nil
    case .failed: "failure"
    case .undecided: "error"
    case .skipped: "skipped"
    }
  }
}
