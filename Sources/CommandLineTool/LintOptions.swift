internal import Reporting

/// What the command line of `lint` asks for.
struct LintOptions {
  var paths: [String] = []
  var rules: [String] = []
  var isFixing = false
  var format = LintFormat.text
  var report = ReportOptions()
  /// Reports in files, beside the one on standard output.
  var reports: [(format: LintFormat, path: String)] = []
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<LintOptions>] {
    [
      .rules(\.rules),
      OptionRow("--fix", help: "mend in place what can be mended without changing a decision") {
        $0.isFixing = true
      },
      .format(\.format),
      .output(\.report),
      .reports(\.reports),
      .colour(\.report),
      .quiet(\.report, help: "how much was found, and nothing about what"),
      .help(\.showsHelp),
    ]
  }
}
