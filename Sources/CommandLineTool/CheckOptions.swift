internal import ContractModel
internal import Reporting

/// What the command line of `check` asks for.
struct CheckOptions {
  /// A report in a file, beside the one on standard output.
  struct ExtraReport {
    let format: ReportFormat
    let path: String
  }

  var paths: [String] = []
  var rules: [String] = []
  var asOf: CivilDate?
  var format = ReportFormat.text
  /// `nil` is standard output.
  var output: String?
  var reports: [ExtraReport] = []
  var failOn = FailureThreshold.dispute
  var colour = ColourChoice.auto
  var verbosity = TextStyle.Verbosity.normal
  var allowsEmpty = false
  var allowsUndecided = false
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<CheckOptions>] {
    [
      OptionRow("--rules", "PATH", repeatable: true, help: "rules file or folder; may be repeated")
      {
        $0.rules.append($1)
      },
      OptionRow("--as-of", "DATE", help: "decide on what was known by this day: YYYY-MM-DD") {
        (options, text) throws(UsageError) in
        options.asOf = try day(text, after: "--as-of")
      },
      OptionRow("--format", "FORMAT", help: "\(words(of: ReportFormat.self)) (default text)") {
        (options, text) throws(UsageError) in
        options.format = try choice(text, after: "--format")
      },
      OptionRow("--output", "FILE", help: "write the report to a file, whole or not at all") {
        $0.output = $1 == "-" ? nil : $1
      },
      OptionRow(
        "--report", "FORMAT=FILE", repeatable: true, help: "write one more report; may be repeated"
      ) { (options, text) throws(UsageError) in
        options.reports.append(try extraReport(text))
      },
      OptionRow("--fail-on", "LEVEL", help: "\(words(of: FailureThreshold.self)): see below") {
        (options, text) throws(UsageError) in
        options.failOn = try choice(text, after: "--fail-on")
      },
      OptionRow("--color", "WHEN", help: "\(words(of: ColourChoice.self)) (default auto)") {
        (options, text) throws(UsageError) in
        options.colour = try choice(text, after: "--color")
      },
      OptionRow("--quiet", help: "what to pay, and nothing about why") { $0.verbosity = .quiet },
      OptionRow("--verbose", help: "every finding, with the values it rests on") {
        $0.verbosity = .verbose
      },
      OptionRow("--allow-empty", help: "end with 0, not 3, when there is nothing to check") {
        $0.allowsEmpty = true
      },
      OptionRow("--allow-undecided", help: "end with 0, not 4, when evidence is missing") {
        $0.allowsUndecided = true
      },
      OptionRow("--help", help: "print this text") { $0.showsHelp = true },
    ]
  }

  private static func extraReport(_ text: String) throws(UsageError) -> ExtraReport {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw .notAReport(text, "--report") }
    return ExtraReport(format: try choice(parts[0], after: "--report"), path: parts[1])
  }
}
