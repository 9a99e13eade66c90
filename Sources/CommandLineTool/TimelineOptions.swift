internal import ContractModel
internal import Reporting

/// What the command line of `timeline` asks for.
struct TimelineOptions {
  var paths: [String] = []
  var rules: [String] = []
  var from: CivilDate?
  var to: CivilDate?
  var contract: String?
  /// The source by which documents are read for their contracts.
  var source: String?
  var format = ReportFormat.text
  var report = ReportOptions()
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<TimelineOptions>] {
    [
      OptionRow("--contract", "ID", help: "only this contract") { $0.contract = $1 },
      OptionRow("--source", "NAME", help: "read the paths as documents of this source") {
        $0.source = $1
      },
      .rules(\.rules),
      .day("--from", \.from, help: "begin on this day, not on the first that is named"),
      .day("--to", \.to, help: "end on this day, not on the last that is named"),
      .format(\.format),
      .output(\.report),
      .colour(\.report),
      .quiet(\.report, help: "the decisions and their amounts, without bars and reasons"),
      .help(\.showsHelp),
    ]
  }
}
