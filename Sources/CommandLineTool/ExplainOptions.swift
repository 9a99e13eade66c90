internal import ContractModel
internal import Reporting

/// What the command line of `explain` asks for.
struct ExplainOptions {
  var paths: [String] = []
  var rules: [String] = []
  var asOf: CivilDate?
  var milestone: String?
  var rule: String?
  var format = ReportFormat.text
  var report = ReportOptions()
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<ExplainOptions>] {
    [
      OptionRow("--milestone", "NAME", help: "only this milestone, and the lines that bill it") {
        $0.milestone = $1
      },
      OptionRow("--rule", "NAME", help: "only this rule, whatever it came to") { $0.rule = $1 },
      .rules(\.rules),
      .day("--as-of", \.asOf),
      .format(\.format),
      .output(\.report, of: "explanation"),
      .colour(\.report),
      .verbose(\.report, help: "every rule, every value, and records that would release"),
      .help(\.showsHelp),
    ]
  }
}
