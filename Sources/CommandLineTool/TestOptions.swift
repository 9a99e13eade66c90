internal import Reporting

/// What the command line of `test` asks for.
struct TestOptions {
  var paths: [String] = []
  var rules: [String] = []
  var filter: String?
  var showsCoverage = false
  /// In percent; nil where any will do.
  var leastCoverage: Int?
  var mutates = false
  /// In percent; nil where any will do.
  var leastKilled: Int?
  var updates = false
  var format = TestFormat.text
  var report = ReportOptions()
  /// Reports in files, beside the one on standard output.
  var reports: [(format: TestFormat, path: String)] = []
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<TestOptions>] {
    [
      .rules(\.rules),
      OptionRow("--filter", "TEXT", help: "run only tests whose title contains the text") {
        $0.filter = $1
      },
      OptionRow("--coverage", help: "which outcomes of rules and rows of tables no test shows") {
        $0.showsCoverage = true
      },
      OptionRow(
        "--coverage-at-least", "PERCENT", help: "end with 1 where less of either is shown"
      ) { (options, text) throws(UsageError) in
        options.leastCoverage = try percent(text, after: "--coverage-at-least")
        options.showsCoverage = true
      },
      OptionRow("--mutate", help: "which small mistakes in the rules no test would notice") {
        $0.mutates = true
      },
      OptionRow(
        "--mutate-at-least", "PERCENT", help: "end with 1 where less of them are noticed"
      ) { (options, text) throws(UsageError) in
        options.leastKilled = try percent(text, after: "--mutate-at-least")
        options.mutates = true
      },
      OptionRow("--update", help: "write what came out into the expectations, and say where") {
        $0.updates = true
      },
      .format(\.format),
      .output(\.report),
      .reports(\.reports),
      .colour(\.report),
      .quiet(\.report, help: "how many passed, and nothing about which"),
      .verbose(\.report, help: "every test, with every row"),
      .help(\.showsHelp),
    ]
  }

  /// Reads a whole number of percent: `95` or `95%`.
  private static func percent(_ text: String, after option: String) throws(UsageError) -> Int {
    let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
    guard digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
      let percent = Int(digits), percent <= 100
    else { throw .notAPercent(text, option) }
    return percent
  }
}
