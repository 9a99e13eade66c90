internal import ContractModel
internal import Reporting

/// What the command line of `explain` asks for.
struct ExplainOptions {
  var paths: [String] = []
  var rules: [String] = []
  var asOf: CivilDate?
  var contract: String?
  var milestone: String?
  var rule: String?
  /// The source by which documents are read for their contracts.
  var source: String?
  var format = ReportFormat.text
  var report = ReportOptions()
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<ExplainOptions>] {
    [
      OptionRow("--contract", "ID", help: "only this contract") { $0.contract = $1 },
      OptionRow("--milestone", "NAME", help: "only this milestone, and the lines that bill it") {
        $0.milestone = $1
      },
      OptionRow("--rule", "NAME", help: "only this rule, whatever it came to") { $0.rule = $1 },
      OptionRow("--source", "NAME", help: "read the paths as documents of this source") {
        $0.source = $1
      },
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
