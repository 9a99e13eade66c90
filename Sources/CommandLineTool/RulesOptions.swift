internal import Reporting

/// What the command line of `rules` asks for.
struct RulesOptions {
  /// Those of the operands and those after `--rules`.
  var paths: [String] = []
  var filter: String?
  var format = ReportFormat.text
  var report = ReportOptions()
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<RulesOptions>] {
    [
      .rules(\.paths, help: "one more PATH; may be repeated"),
      OptionRow("--filter", "TEXT", help: "list only what speaks of the text") { $0.filter = $1 },
      .format(\.format),
      .output(\.report, of: "list"),
      .colour(\.report),
      .quiet(\.report, help: "a line for each clause and each kind of record"),
      .help(\.showsHelp),
    ]
  }
}
