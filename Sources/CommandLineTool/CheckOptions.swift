internal import ContractModel
internal import Reporting

/// What the command line of `check` asks for.
struct CheckOptions {
  /// A report in a file, beside the one on standard output.
  struct ExtraReport {
    let format: CheckFormat
    let path: String
  }

  var paths: [String] = []
  var rules: [String] = []
  var asOf: CivilDate?
  var format = CheckFormat.text
  var report = ReportOptions()
  var reports: [ExtraReport] = []
  var failOn = FailureThreshold.dispute
  var allowsEmpty = false
  var allowsUndecided = false
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<CheckOptions>] {
    [
      .rules(\.rules),
      .day("--as-of", \.asOf),
      .format(\.format),
      .output(\.report),
      OptionRow(
        "--report", "FORMAT=FILE", of: .wordAndFile(choices(of: CheckFormat.self)),
        repeatable: true,
        help: "write one more report; may be repeated"
      ) { (options, text) throws(UsageError) in
        options.reports.append(try extraReport(text))
      },
      OptionRow(
        "--fail-on", "LEVEL", of: .choice(of: FailureThreshold.self),
        help: "\(words(of: FailureThreshold.self)): see below"
      ) { (options, text) throws(UsageError) in
        options.failOn = try choice(text, after: "--fail-on")
      },
      .colour(\.report),
      .quiet(\.report, help: "what to pay, and nothing about why"),
      .verbose(\.report, help: "every finding, with the values it rests on"),
      OptionRow("--allow-empty", help: "end with 0, not 3, when there is nothing to check") {
        $0.allowsEmpty = true
      },
      OptionRow("--allow-undecided", help: "end with 0, not 4, when evidence is missing") {
        $0.allowsUndecided = true
      },
      .help(\.showsHelp),
    ]
  }

  private static func extraReport(_ text: String) throws(UsageError) -> ExtraReport {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw .notAReport(text, "--report") }
    return ExtraReport(format: try choice(parts[0], after: "--report"), path: parts[1])
  }
}
